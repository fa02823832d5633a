// The promises, in every state that can be reached: with any fact at any time (replay/walk.hpp), and together
// with a model of the browser that knows the truth (replay/together.hpp). From every state of the two there
// is a way to a call and to the chat.
#include "model/walk.hpp"
#include <doctest/doctest.h>
#include <sys/resource.h>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <mutex>
#include <thread>
#include "model/promises.hpp"
#include "model/together.hpp"
#include "model/worlds.hpp"

using namespace earshot;

namespace {

using Clock = std::chrono::steady_clock;
double seconds_since(Clock::time_point began) {
  return std::chrono::duration<double>(Clock::now() - began).count();
}

// What one walk found. `broken` is empty where all promises hold.
struct Report {
  std::string name{};
  std::size_t states = 0;
  std::size_t transitions = 0;
  std::string broken{};
};

// While one walk is worked on: EARSHOT_WALK=Firefox walks only those with that in their name.
bool chosen(const char* name) {
  const char* only = std::getenv("EARSHOT_WALK");
  return !only || std::string{name}.find(only) != std::string::npos;
}
bool all_chosen() { return !std::getenv("EARSHOT_WALK"); }

#ifdef EARSHOT_SHORT_WALK
// Under sanitizers, which make it twenty times slower: of each concern a world of a few ten thousand states.
bool is_small(const std::string& name) {
  const auto says = [&](const char* part) { return name.find(part) != std::string::npos; };
  return says("without an answer") || says("questions go away") || says("the system asks") ||
         says("no output") || says("monitors") || says("resistFingerprinting") ||
         says("always to be asked") || says("muted and forgotten") || says("for this once") ||
         says("another site's frame");
}
#endif

// Two at a time: the walks know nothing of each other.
Report all_of(const char* what, const std::vector<std::function<Report()>>& walks) {
  const auto began = Clock::now();
  Report all{what};
  std::atomic<std::size_t> next = 0;
  std::mutex one_at_a_time;
  const auto work = [&] {
    for (std::size_t n = next++; n < walks.size(); n = next++) {
      const auto started = Clock::now();
      const Report report = walks[n]();
      const std::lock_guard lock{one_at_a_time};
      std::printf("%-56s %9zu states %10zu transitions %6.1f s\n", report.name.c_str(), report.states,
                  report.transitions, seconds_since(started));
      all.states += report.states;
      all.transitions += report.transitions;
      if (!report.broken.empty()) all.broken += "\n" + report.name + ": " + report.broken;
    }
  };
  std::thread second{work};
  work();
  second.join();
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const double seconds = seconds_since(began);
  std::printf("%-56s %9zu states %10zu transitions %6.1f s: %.1f million a second, %ld MB at the peak\n",
              what, all.states, all.transitions, seconds,
              static_cast<double>(all.transitions) / seconds / 1e6, used.ru_maxrss / 1024);
  return all;
}

Report walk_with(const Start& start) {
  std::string broken;
  const Walked walked =
      walk(start.state, start.facts, [&](const State& before, const Fact& fact, const Next& next) {
        if (!broken.empty()) return;
        if (const char* promise = broken_by_step(before, fact, next))
          broken = describe_break(promise, before, fact, next.state);
      });
  for (const State& state : walked.visited) {
    const char* promise = broken_by_state(state);
    if (promise && broken.empty())
      broken = std::string{promise} + ": in " + std::string{name_of(state.phase)};
  }
  return {std::string{"any fact: "} + start.name, walked.states, walked.transitions, broken};
}

Report walk_with(const World& world) {
  const Together found = walk_together(world, Measure::ways);
  return {world.name, found.states, found.transitions, found.broken.empty() ? found.trap : found.broken};
}

}  // namespace

TEST_CASE("the walk gives every fact there is") {
  std::vector<bool> given(std::variant_size_v<Fact>);
  for (const Start& start : starts())
    for (const Fact& fact : facts_for(reduce(start.state, Pressed{Action::orb}).state, start.facts))
      given[fact.index()] = true;
  // Only with a camera: the model of the browser and the random walks give it.
  given[Fact{Frames{}}.index()] = true;
  for (std::size_t n = 0; n < given.size(); ++n)
    CHECK_MESSAGE(given[n], "the fact number " << n << " of fact.hpp");
}

TEST_CASE("the promises hold in every reachable state, with any fact at any time") {
  std::vector<std::function<Report()>> walks;
  for (const Start& start : starts()) {
    if (!chosen((std::string{"any fact: "} + start.name).c_str())) continue;
#ifdef EARSHOT_SHORT_WALK
    const bool chromium = start.state.environment.engine == Engine::chromium;
    if (!chromium || (!start.facts.site && !start.facts.output)) continue;
#endif
    walks.push_back([start] { return walk_with(start); });
  }
  const Report all = all_of("any fact, all", walks);
  CHECK_MESSAGE(all.broken.empty(), all.broken);
  if (all_chosen()) CHECK(all.states > 10'000);
}

TEST_CASE("together with a browser that does what it likes, the promises hold, and nobody is trapped") {
  std::vector<std::function<Report()>> walks;
#ifdef EARSHOT_SHORT_WALK
  std::vector<World> walked = worlds();
  std::erase_if(walked, [](const World& world) { return !is_small(world.name); });
#else
  std::vector<World> walked = worlds(std::getenv("EARSHOT_LONG"));
#endif
  for (const World& world : silent_worlds()) walked.push_back(world);
  for (const World& world : walked)
    if (chosen(world.name)) walks.push_back([world] { return walk_with(world); });
  const Report all = all_of("with a browser, all", walks);
  CHECK_MESSAGE(all.broken.empty(), all.broken);
#ifndef EARSHOT_SHORT_WALK
  if (all_chosen()) CHECK(all.transitions > 10'000'000);
#endif
}

// A proof that cannot fail proves nothing: a browser that promises what it does not keep must be found out.
TEST_CASE("a page that can never go live is a trap, if a call is expected of it") {
  for (World world : silent_worlds()) {
    world.can_go_live = true;
    CHECK_MESSAGE(walk_together(world, Measure::ways).trap.find("no way to a call") != std::string::npos,
                  std::string{world.name});
  }
}
