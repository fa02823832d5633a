// What the parts of a view share. Only view.cpp, title.cpp and help.cpp use it.
#pragma once
#include "core/view.hpp"

namespace earshot {

// title.cpp
// The microphone cannot be had. Also used in a call, where a new try has failed.
Title blocked_title(const State& state, Cause cause);
Title choosing_title(Cause camera);
enum class CameraTrouble : std::uint8_t { missing, busy, blocked, other };
CameraTrouble camera_trouble(Cause cause);
// Held, and no sound comes of it. A mere guess is told to the host, and blames nobody's microphone on the screen.
bool cannot_be_heard(const State& state);

// help.cpp
std::vector<Action> blocked_actions(const State& state, Cause cause, Confidence confidence);
std::vector<Action> choosing_actions(bool recovers);
// After two dismissals only the settings lead on, as after a block.
Cause cause_to_mend(const State& state, Capability kind);
// Steps, picture and what stands beside them.
void explain(View& view, const State& state, Cause cause, Capability kind);

}  // namespace earshot
