// A million steps through any facts at all, each chosen with the state before it in mind: what the walks
// leave out because it would multiply the states (two kinds of media with everything, guard mode,
// notifications, memory) is met here.
#include <doctest/doctest.h>
#include <cstdlib>
#include "answers.hpp"
#include "model/any_fact.hpp"
#include "model/promises.hpp"

using namespace earshot;

namespace {

constexpr int steps_each = 1000;
constexpr int walks = 1000;

}  // namespace

TEST_CASE("the promises hold on random walks") {
  const char* chosen = std::getenv("EARSHOT_SEED");
  const auto seed = static_cast<std::uint32_t>(chosen ? std::strtoul(chosen, nullptr, 10) : 20'261);
  MESSAGE("EARSHOT_SEED=" << seed << " repeats this run; another number takes other ways");
  Dice dice{seed};
  std::size_t calls = 0;
  for (int walk = 0; walk < walks; ++walk) {
    Bytes page = dice.roll();
    State state = any_start(page);
    for (int step = 0; step < steps_each; ++step) {
      Bytes bytes = dice.roll();
      const Fact fact = any_fact(bytes, state);
      const Next next = reduce(state, fact);
      if (const char* broken = broken_by_step(state, fact, next))
        FAIL(describe_break(broken, state, fact, next.state));
      if (const char* broken = broken_by_state(next.state))
        FAIL(describe_break(broken, state, fact, next.state));
      calls += next.state.call.begun && !state.call.begun;
      for (const Effect& effect : next.effects) REQUIRE(json_of(effect).contains("effect"));
      state = next.state;
    }
  }
  CHECK(calls > 1000);  // it got somewhere
}
