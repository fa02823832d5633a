// Words that lead nowhere: a press, or a step, after which the visitor reads the same again although nothing
// has changed; and words that never come to what really stands in the way.
#pragma once
#include <string>
#include "model/browser_model.hpp"

namespace earshot {

// Of a place where the page stays as it is until somebody does something. Presses "try again" there as
// visitors do, with nothing changed in the world, and reads along; tries that fail are counted. Empty: the
// words lead on.
std::string circle_at(const World& world, const State& state, const Truth& truth);

}  // namespace earshot
