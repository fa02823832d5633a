// A page, and a stream of any facts: the promises hold after each. A find is a stream that breaks one, in
// words.
#include <cstdio>
#include <cstdlib>
#include "model/any_fact.hpp"
#include "model/promises.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace earshot;
  Bytes bytes{data, size};
  State state = any_start(bytes);
  while (!bytes.empty()) {
    const Fact fact = any_fact(bytes, state);
    const Next next = reduce(state, fact);
    const char* broken = broken_by_step(state, fact, next);
    if (!broken) broken = broken_by_state(next.state);
    if (broken) {
      std::fprintf(stderr, "%s\n", describe_break(broken, state, fact, next.state).c_str());
      std::abort();
    }
    state = next.state;
  }
  return 0;
}
