// What host, console and screen reader are told. Each thing once, and only when it is settled: a track's end and the
// reason for it arrive as two facts, milliseconds apart.
#include <algorithm>
#include "core/diagnose.hpp"
#include "core/turn.hpp"

namespace earshot {
namespace {

bool still_unexplained(const State& s) {
  return s.microphone.evidence.loss_unexplained() || s.camera.evidence.loss_unexplained();
}

Urgency urgency_of(Phase phase) {
  const bool needs_the_visitor = phase == Phase::interrupted || phase == Phase::blocked || phase == Phase::choosing;
  return needs_the_visitor ? Urgency::assertive : Urgency::polite;
}

// At the end, or before anybody has pressed anything, there is nothing to interrupt a screen reader for.
bool worth_saying(const State& s) { return s.ring.guided || (s.phase != Phase::starting && s.phase != Phase::idle); }

// What the browser's own mute buttons should show.
SetMediaSession buttons_of(const State& s) {
  const bool on = s.in_call && s.settings.media_session;
  return {on, on && s.microphone.held() && !s.muted, on && s.camera.held()};
}

// What a later visit should know. A prompt that is open counts as ignored until it is answered: whoever leaves the page
// tells nobody.
Remember memory_of(const State& s, Capability k) {
  const Evidence& seen = s.device(k).evidence;
  const bool open = s.environment.engine == Engine::chromium && s.prompting && s.awaiting.has(k) && seen.permission != Permission::granted;
  return {k, seen.asked, seen.dismissals, std::min(seen.ignores + (open ? 1 : 0), ignores_before_embargo)};
}

void tell_verdict(Turn& t, const Explanation& now) {
  t.order(TellVerdict{now});
  if (now.verdict.cause != Cause::none && t.s.settings.log) t.order(LogVerdict{now});
}

// The cause to host and console, the words to the screen reader.
void explain(const State& before, Turn& t) {
  State& s = t.s;
  if (still_unexplained(s) || s.phase == Phase::starting) return;

  for (const Capability k : capabilities) {
    const Evidence& seen = s.device(k).evidence;
    const Cause cause = cause_of(s, k);
    if (cause == s.device(k).told) continue;
    if (cause == Cause::none && (s.awaiting.has(k) || s.recovering())) continue;  // not known before the answer
    // Lifted before the question was even asked, as in Firefox's panel: to be said when the call goes on.
    if (k == mic && cause == Cause::none && !s.advised && says_how_to_stay(s.device(k).told)) s.advising = true;
    s.device(k).told = cause;
    tell_verdict(t, {k, diagnose(s, k), seen.permission, seen.refusal});
  }
  constexpr Capability ring = Capability::notifications;
  if (s.settings.notifications && cause_of(s, ring) != cause_of(before, ring))
    tell_verdict(t, {ring, diagnose(s, ring), s.ring.permission, Refusal::none});

  const Title title = title_of(s);
  if (title == s.announced) return;
  s.announced = title;
  if (worth_saying(s)) t.order(Announce{title, urgency_of(s.phase)});
}

}  // namespace

void narrate(const State& before, Turn& t) {
  State& s = t.s;
  const auto outside = [](const State& of) { return TellState{orb_of(of), medium_of(of, Capability::microphone), medium_of(of, Capability::camera), notice_of(of)}; };
  if (const TellState now = outside(s); now != outside(before)) t.order(now);

  if (const SetMediaSession now = buttons_of(s); now != buttons_of(before)) t.order(now);
  keep_polling(t);
  for (const Capability k : capabilities)
    if (const Remember now = memory_of(s, k); s.settings.remember && now != memory_of(before, k)) t.order(now);
  explain(before, t);
  if (const Message now = message_of(s); now != message_of(before)) t.order(TellMessage{now});
}

}  // namespace earshot
