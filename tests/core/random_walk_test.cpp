// A million steps through any facts at all, each chosen with the state before it in mind: what the walks
// leave out because it would multiply the states (two media_kinds with everything, guard mode, notifications,
// memory) is met here.
#include <doctest/doctest.h>
#include <array>
#include <cstdlib>
#include <random>
#include "boundary/wire.hpp"
#include "model/any_fact.hpp"
#include "model/promises.hpp"

using namespace earshot;

namespace {

constexpr int steps_each = 1000;
constexpr int walks = 1000;

class Dice {
 public:
  explicit Dice(std::uint32_t seed) : random_(seed) {}
  Bytes roll() {
    for (std::uint8_t& byte : bytes_) byte = static_cast<std::uint8_t>(random_());
    return {bytes_.data(), bytes_.size()};
  }

 private:
  std::mt19937 random_;
  std::array<std::uint8_t, 32> bytes_{};
};

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
      for (const Effect& effect : next.effects) REQUIRE(to_json(effect).contains("effect"));
      state = next.state;
    }
  }
  CHECK(calls > 1000);  // it got somewhere
}
