// What the parts of a view share. Only view.cpp, title.cpp and help.cpp use it.
#pragma once
#include "core/decide/explained.hpp"
#include "core/show/view.hpp"

namespace earshot {

// title.cpp
// The microphone cannot be had. Also used in a call, where a new try has failed.
Title blocked_title(const State& state, Cause cause);
Title choosing_title(Cause cause);  // of the camera

// help.cpp
// In a call: words that the visitor has read, and that stay true.
constexpr bool may_be_dismissed(Title title) {
  return title == Title::hearing_nothing || title == Title::far_end_echo || title == Title::hardly_heard;
}
Actions blocked_actions(const State& state, const Verdict& microphone);
Actions choosing_actions(Cause camera, bool recovers);
// The page itself, by its header or its frame: nothing that a visitor can turn on.
constexpr bool site_forbids(Cause cause) {
  return cause == Cause::policy_header || cause == Cause::frame_not_delegated;
}
// Steps, picture and what stands beside them. Notifications have steps only.
void explain(View& shown, const State& state, const Verdicts& verdicts, Cause cause, MediaKind kind);
// Steps, where the title is about the far end: what the visitor hears of it, or it of itself. Else false.
bool explain_far_end(View& shown, const State& state);
void explain_notifications(View& shown, const State& state, Cause cause);

}  // namespace earshot
