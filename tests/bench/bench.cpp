// What one fact costs in the native core: text in, text out, and the decision alone. script/bench prints the
// table.
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>
#include "boundary/machine.hpp"

namespace {

using namespace earshot;
using Clock = std::chrono::steady_clock;

// One visit: arrive, be asked, talk with four levels a second, lose the microphone and get it back.
std::vector<std::string> visit(const char* file) {
  std::ifstream in{file};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> lines = visit(argc > 1 ? argv[1] : "tests/bench/visit.jsonl");
  if (lines.empty()) {
    std::fputs("bench: no visit to measure: run it from the project's folder\n", stderr);
    return 1;
  }
  constexpr int visits = 2000;
  std::size_t bytes = 0;
  const auto began = Clock::now();
  for (int n = 0; n < visits; ++n) {
    Machine machine;
    for (const std::string& line : lines) bytes += machine.dispatch(line).size();
  }
  const double us = std::chrono::duration<double, std::micro>(Clock::now() - began).count();
  const double facts = static_cast<double>(visits) * static_cast<double>(lines.size());
  std::printf("{\"facts\":%.0f,\"us_per_fact\":%.3f,\"answer_bytes\":%zu}\n", facts, us / facts,
              bytes / visits);
}
