// What a fact changes, and what is ordered because of it.
#pragma once
#include "core/decide/turn.hpp"

namespace earshot {

Turn decide(const State& state, const Fact& fact);

}  // namespace earshot
