// The nine promises (docs/architecture.md), as questions to one step of the core. The walks, the random walks
// and the fuzzer ask the same ones.
#pragma once
#include <string>
#include "core/reduce.hpp"

namespace earshot {

// The promise that this step breaks, in words; null where all hold.
const char* broken_by_step(const State& before, const Fact& fact, const Next& next);

// The same for what every state must offer, however it was reached.
const char* broken_by_state(const State& state);

// Where: "1. nothing prompts without a press: from live on track_ended to live".
std::string describe_break(const char* promise, const State& before, const Fact& fact, const State& after);

}  // namespace earshot
