// The whole of the core: a state and a fact in, the next state, orders and verdicts out. Pure.
#pragma once
#include "core/values/effect.hpp"
#include "core/values/fact.hpp"
#include "core/values/state.hpp"
#include "core/values/verdict.hpp"

namespace earshot {

struct Next {
  State state;
  Effects effects;
  Verdicts verdicts;  // of `state`
};

// `verdicts`: of `state`, as the turn before this one gave them.
Next reduce(const State& state, const Verdicts& verdicts, const Fact& fact);
// The same for whoever has not kept them.
Next reduce(const State& state, const Fact& fact);

}  // namespace earshot
