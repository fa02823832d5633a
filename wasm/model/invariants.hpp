// What is always true of a state by itself: how its members depend on each other.
#pragma once
#include "core/values/state.hpp"

namespace earshot {

// The first that does not hold, in words; null where all do.
const char* broken_invariant(const State& state);

}  // namespace earshot
