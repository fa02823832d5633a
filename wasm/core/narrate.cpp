// What host, console and screen reader are told. Each thing once, and only when it is settled: a track's end and the
// reason for it arrive as two facts, milliseconds apart.
#include "core/diagnose.hpp"
#include "core/turn.hpp"

namespace earshot {
namespace {

constexpr int poll_interval_ms = 1000;

bool still_unexplained(const State& s) {
  return s.microphone.evidence.loss_unexplained() || s.camera.evidence.loss_unexplained();
}

// WebKit never fires a change event: where a new permission would matter, it has to be looked for. Never when healthy.
bool needs_poll(const State& s, Capability k) {
  const bool silent_engine = s.environment.engine == Engine::webkit || s.environment.engine == Engine::other;
  if (!silent_engine || !s.environment.permissions_api || !s.visible) return false;
  switch (s.phase) {
    case Phase::blocked:
    case Phase::choosing:
    case Phase::interrupted: return s.missing().has(k);
    case Phase::live: return s.missing().has(k) && in_trouble(s, k);
    case Phase::chatting: return s.wanted().has(k) && in_trouble(s, k);
    case Phase::starting:
    case Phase::idle:
    case Phase::checking:
    case Phase::asking:
    case Phase::ended: return false;
  }
  return false;
}

Urgency urgency_of(Phase phase) {
  const bool needs_the_visitor = phase == Phase::interrupted || phase == Phase::blocked || phase == Phase::choosing;
  return needs_the_visitor ? Urgency::assertive : Urgency::polite;
}

// At the end, or before anybody has pressed anything, there is nothing to interrupt a screen reader for.
bool worth_saying(Phase phase) { return phase != Phase::starting && phase != Phase::idle; }

}  // namespace

void narrate(const State& before, Turn& t) {
  State& s = t.s;
  const auto outside = [](const State& of) { return TellState{orb_of(of), medium_of(of, Capability::microphone), medium_of(of, Capability::camera)}; };
  if (const TellState now = outside(s); now != outside(before)) t.order(now);

  for (const Capability k : capabilities) {
    const bool poll = needs_poll(s, k);
    if (poll != s.device(k).polled) {
      s.device(k).polled = poll;
      t.order(WatchPermission{k, poll ? poll_interval_ms : 0});
    }
  }
  if (still_unexplained(s) || s.phase == Phase::starting) return;

  for (const Capability k : capabilities) {
    const Evidence& seen = s.device(k).evidence;
    const Cause cause = cause_of(s, k);
    if (cause == s.device(k).told) continue;
    if (cause == Cause::none && s.awaiting.has(k)) continue;  // not known before the answer
    s.device(k).told = cause;
    const Explanation now{k, diagnose(s, k), seen.permission, seen.refusal};
    t.order(TellVerdict{now});
    if (cause != Cause::none && s.settings.log) t.order(LogVerdict{now});
  }

  const Title title = title_of(s);
  if (title == s.announced) return;
  s.announced = title;
  if (worth_saying(s.phase)) t.order(Announce{title, urgency_of(s.phase)});
}

}  // namespace earshot
