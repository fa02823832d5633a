// What host, console and screen reader are told. Each thing once, and only when it is settled: a track's end
// and the reason for it arrive as two facts, milliseconds apart.
#include "core/show/narrate.hpp"
#include "core/decide/explained.hpp"
#include "core/decide/remedy.hpp"
#include "core/show/view.hpp"

namespace earshot {
namespace {

bool still_unexplained(const State& s) {
  const auto waits = [&](MediaKind k) {
    return s.device(k).seen.loss_unexplained() || s.device(k).seen.answer.unread;
  };
  return waits(mic) || waits(cam);
}

Urgency urgency_of(Phase phase) {
  const bool needs_the_visitor =
      phase == Phase::interrupted || phase == Phase::blocked || phase == Phase::choosing;
  return needs_the_visitor ? Urgency::assertive : Urgency::polite;
}

// At the end, or before anybody has pressed anything, there is nothing to interrupt a screen reader for.
bool worth_saying(const State& s) {
  return s.notifications.guided || (s.phase != Phase::starting && s.phase != Phase::idle);
}

// What the browser's own mute buttons should show.
SetMediaSession buttons_of(const State& s) {
  const bool on = s.call.begun && s.settings.media_session;
  return {on, on && s.microphone.held() && !s.call.muted, on && s.camera.held()};
}

// In a call that somebody looks at, also while its microphone is lost. Visible again, it is taken again.
SetWakeLock wake_lock_of(const State& s) { return {s.settings.wake_lock && s.call.begun && s.page.visible}; }

// A mistake of the page's stands in every visitor's way, and its owner should hear of it with the first look.
bool of_the_page(Cause cause) {
  return cause == Cause::insecure_page || cause == Cause::frame_not_delegated ||
         cause == Cause::policy_header || cause == Cause::opaque_origin;
}

// What an earlier visit left behind is nobody's trouble before somebody wants to talk.
bool too_early(const State& s, Cause cause) {
  return !s.visit.begun && !s.settings.verdicts_at_once && !of_the_page(cause);
}

// What stands in the way of notifications, as far as anybody is told.
Cause notifications_told(const State& s, const Verdicts& v) {
  const Cause cause = v.notifications.cause;
  const Notifications& ours = s.notifications;
  const bool wanted = ours.guided || ours.refused || ours.dismissals > 0;  // by a press of their own
  return s.phase == Phase::starting || (!wanted && too_early(s, cause)) ? Cause::none : cause;
}

void tell_verdict(Turn& t, Cause cause, const TellVerdict& now) {
  t.order(now);
  // The site knows its own mute button.
  if (cause != Cause::none && cause != Cause::off_by_site && t.s.settings.log) t.order(LogVerdict{now.kind});
}

// The cause to host and console.
void tell_causes(const State& before, const Verdicts& verdicts_before, Turn& t, const Verdicts& v) {
  State& s = t.s;
  for (const MediaKind k : media_kinds) {
    const Observations& seen = s.device(k).seen;
    Cause& told = s.told.of(k);
    const Cause cause = v.of(k).cause;
    if (cause == told || too_early(s, cause)) continue;
    if (cause == Cause::none && (s.asking.kinds.has(k) || s.recovering()))
      continue;  // not known before the answer
    // Lifted before the question was even asked, as in Firefox's panel: to be said when the call goes on.
    if (k == mic && cause == Cause::none && !s.visit.advised && says_how_to_stay(told))
      s.call.advising = true;
    told = cause;
    tell_verdict(t, cause, {capability_of(k), seen.permission, seen.answer.refusal});
  }
  const Cause notifications = notifications_told(s, v);
  if (s.settings.notifications && notifications != notifications_told(before, verdicts_before))
    tell_verdict(t, notifications, {Capability::notifications, s.notifications.permission, Refusal::none});
}

// The titles of a call where nothing is wrong.
bool all_is_well(const State& s, const Verdicts& v, Title title) {
  const bool voice_only = s.visit.audio_only || v.camera.cause == Cause::none;
  return title == Title::listening || title == Title::in_call ||
         (title == Title::talking_without_camera && voice_only) || title == Title::allowed_again ||
         title == Title::allowed_again_chromium || title == Title::allowed_again_firefox;
}

// Whoever pressed knows it from the button, and can be heard from now on.
bool unmuted_by_visitor(const Turn& t) {
  for (const Effect& effect : t.effects)
    if (const Enable* enable = std::get_if<Enable>(&effect)) return enable->on;
  return false;
}

// The words to the screen reader.
void announce(const State& before, const Verdicts& verdicts_before, Turn& t, const Verdicts& v) {
  State& s = t.s;
  Title title = title_of(s, v);
  // The microphone is open then, and a loudspeaker carries what a screen reader says to the far end: as
  // little as is true.
  if (all_is_well(s, v, title)) title = Title::announce_live;
  if (title == s.told.title) return;
  s.told.title = title;
  if (!worth_saying(s)) return;
  // Nobody needs to be told twice in a call that they are heard; and what is said of the camera can wait.
  const bool heard_before =
      before.phase == Phase::live && !before.call.muted && !cannot_be_heard(verdicts_before);
  const bool known = (title == Title::announce_live && heard_before) ||
                     (unmuted_by_visitor(t) && v.microphone.cause == Cause::none);
  t.order(Announce{title, known ? Urgency::off : urgency_of(s.phase)});
}

TellState outside(const State& s, const Verdicts& v) {
  return {orb_of(s, v), medium_of(s, v, mic), medium_of(s, v, cam), notice_of(s, v)};
}

}  // namespace

void narrate(const State& before, const Verdicts& verdicts_before, Turn& t, const Verdicts& v) {
  State& s = t.s;
  s.visit.begun |= s.phase != Phase::starting && s.phase != Phase::idle;
  if (const TellState now = outside(s, v); now != outside(before, verdicts_before)) t.order(now);
  if (const SetMediaSession now = buttons_of(s); now != buttons_of(before)) t.order(now);
  if (const SetWakeLock now = wake_lock_of(s); now != wake_lock_of(before)) t.order(now);
  if (!still_unexplained(s) && s.phase != Phase::starting) {
    tell_causes(before, verdicts_before, t, v);
    announce(before, verdicts_before, t, v);
  }
  if (const Message now = message_of(s, v); now != message_of(before, verdicts_before))
    t.order(TellMessage{now});
}

}  // namespace earshot
