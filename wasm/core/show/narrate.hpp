// What host, console and screen reader are told, each thing once.
#pragma once
#include "core/decide/turn.hpp"
#include "core/values/verdict.hpp"

namespace earshot {

// Orders whatever tells them what has changed since `before`, and notes in the state that it was told.
void narrate(const State& before, const Verdicts& verdicts_before, Turn& turn, const Verdicts& verdicts_now);

}  // namespace earshot
