// The whole behaviour: what is true next, and what is to be done. Pure and total; no clock, no I/O.
#pragma once
#include "core/effect.hpp"
#include "core/state.hpp"

namespace earshot {

struct Next {
  State state;
  Effects effects{};
};

Next reduce(const State& state, const Fact& fact);

}  // namespace earshot
