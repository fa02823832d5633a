// How fast the core is walked together with a model of the browser, on one thread, and what it keeps in
// memory.
#include <sys/resource.h>
#include <chrono>
#include <cstdio>
#include "model/together.hpp"
#include "model/worlds.hpp"

int main() {
  using namespace earshot;
  using Clock = std::chrono::steady_clock;
  const World world = worlds().front();
  const auto began = Clock::now();
  const Together found = walk_together(world, Measure::ways);
  const double seconds = std::chrono::duration<double>(Clock::now() - began).count();
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::printf("{\"world\":\"%s\",\"states\":%zu,\"transitions\":%zu,\"seconds\":%.2f,\"megabytes\":%ld}\n",
              world.name, found.states, found.transitions, seconds, used.ru_maxrss / 1024);
}
