// One function for each fact, in the order of fact.hpp: early return for "not now", then the change, then the orders.
#include "core/reduce.hpp"
#include <algorithm>
#include "core/diagnose.hpp"
#include "core/turn.hpp"

namespace earshot {
namespace {

constexpr int most_doubt = 9;  // two tries each for a first explanation and its four alternatives
// Chromium takes a one-time grant back when its page has been in the background for so long (one_time_permission_provider.h).
constexpr int hidden_long_ms = 300'000;
constexpr int sleep_ms = 10'000;  // a clock that jumps less was a busy machine

// Phases in which a stream is wanted when it comes.
bool expects_media(Phase phase) {
  return phase == Phase::opening || phase == Phase::asking || phase == Phase::live || phase == Phase::interrupted;
}

Kinds asked_for(const State& s) { return {true, s.settings.camera}; }

void read_permissions(Turn& t, Kinds kinds) {
  for (const Capability k : capabilities)
    if (kinds.has(k)) t.order(ReadPermission{k});
}

// Something changed that may have cleared the way.
void look_again(Turn& t) {
  if (t.s.recovering()) return;  // the element's own media follow
  if (t.s.phase == Phase::blocked || t.s.phase == Phase::choosing) place(t);
  pursue(t);
}

void on(Turn& t, const EnvironmentSeen& f) {
  t.s.environment = f.environment;
  if (t.s.phase != Phase::starting) return;  // only a refinement of what was said before
  t.s.phase = Phase::idle;
  if (t.s.settings.notifications) {
    t.order(ReadPermission{Capability::notifications});
    t.order(WatchPermission{Capability::notifications, 0});
  }
  for (const Capability k : capabilities) {
    if (!asked_for(t.s).has(k)) continue;
    t.order(ReadPermission{k});
    t.order(WatchPermission{k, 0});
  }
}

// A combined request fails as a whole. Once it is known which of the two stood in the way, the other is not blamed.
void absolve(State& s) {
  for (const Capability k : capabilities) {
    Evidence& seen = s.device(k).evidence;
    const Permission other = s.device(k == mic ? cam : mic).evidence.permission;
    if (!seen.combined || seen.permission == Permission::denied) continue;
    const bool not_even_asked = seen.permission == Permission::granted && other != Permission::granted;
    if (other != Permission::denied && !not_even_asked) continue;
    seen.combined = false;
    seen.instant = false;
    seen.refusal = Refusal::none;
    if (seen.dismissals > 0) --seen.dismissals;
  }
}

void on(Turn& t, const PermissionRead& f) {
  if (f.kind == Capability::notifications) return read_ring(t, f.state);
  Evidence& seen = t.s.device(f.kind).evidence;
  if (f.state == Permission::granted && seen.permission != Permission::granted) t.s.resumptions = 0;
  seen = witness_permission(seen, f.state);
  if (f.state == Permission::granted && !t.s.visible && t.s.awaiting.has(f.kind)) t.s.person_answers = false;  // it was allowed elsewhere
  absolve(t.s);
  // The recovery element's media follow at once, or the block was lifted elsewhere.
  if (t.s.recovering() && f.state == Permission::granted) t.order(SetTimer{Timer::recovery_expected, recovery_expected_ms});
  look_again(t);
}

void devices_of(Turn& t, Capability kind, int count, bool selected_present, bool certain) {
  Device& device = t.s.device(kind);
  Evidence& seen = device.evidence;
  const bool appeared = count > 0 && seen.devices == Devices::absent;
  seen.devices = count == 0 ? Devices::absent : selected_present ? Devices::present : Devices::others;
  if (appeared && seen.refusal == Refusal::not_found) seen.refusal = Refusal::none;
  // WebKit leaves the track of an unplugged microphone live: only the list tells. While others are there it goes on with
  // one of those.
  if (count == 0 && certain && device.held() && t.s.environment.engine == Engine::webkit) {
    t.order(Close{device.request, just(kind)});
    lose(t, kind, Loss::device_gone);
  }
}

void on(Turn& t, const DevicesRead& f) {
  // An empty list has no labels; then it is the device that used to be there which tells that the list is a true one.
  const bool certain = f.labelled || !f.selected_present;
  // Without labels the ids are others too: a permission that is gone takes them away.
  const bool selected_present = f.selected_present || !f.labelled;
  devices_of(t, mic, f.microphones, selected_present, certain);
  devices_of(t, cam, f.cameras, true, certain);
  t.s.several_microphones = f.microphones > 1;
  hurry_up(t);
  if (f.default_changed && t.s.microphone.held()) t.s.microphone.evidence.default_changed = true;
  look_again(t);
}

void on(Turn& t, const Pressed& f) { press(t, f.action); }

// Takes what is wanted of some tracks; the rest is closed, or a recording light would burn with nobody listening.
Kinds adopt(Turn& t, Request request, const std::vector<TrackRef>& tracks, bool expected) {
  State& s = t.s;
  Kinds kept{}, unwanted{};
  for (const TrackRef& ref : tracks) {
    Device& device = s.device(ref.kind);
    if (!expected || device.held() || !s.wanted().has(ref.kind)) {
      unwanted = unwanted.and_also(just(ref.kind));
      continue;
    }
    device.track = Track::live;
    device.track_id = ref.track;
    device.request = request;
    device.evidence = witness_opened(device.evidence, ref.is_virtual);
    kept = kept.and_also(just(ref.kind));
  }
  if (const Kinds rest = unwanted.without(kept); rest.any()) t.order(Close{request, rest});
  return kept;
}

// Media that came beside the session's own requests.
void take_in(Turn& t, Request request, const std::vector<TrackRef>& tracks) {
  const Kinds kept = adopt(t, request, tracks, true);
  if (kept.any()) settle(t, kept, request);
  else look_again(t);  // what happened meanwhile waited for them
}

// Would a call begin with these media that nobody sees begin, or that nobody has just asked for? Then they are closed, and the
// next press has them at once.
void turn_away(Turn& t, Request request, const std::vector<TrackRef>& tracks) {
  Kinds opened{};
  for (const TrackRef& ref : tracks) {
    Device& device = t.s.device(ref.kind);
    if (device.held()) continue;
    device.evidence = forget_track(witness_opened(device.evidence, ref.is_virtual));
    opened = opened.and_also(just(ref.kind));
  }
  adopt(t, request, tracks, false);
  read_permissions(t, opened);  // a grant for this once may be used up
  if (expects_media(t.s.phase)) place(t);
  look_again(t);
}

// Its media are held already: it was said twice.
bool known(const State& s, Request request) {
  return request != 0 && (s.microphone.request == request || s.camera.request == request);
}

void on(Turn& t, const RequestOpened& f) {
  State& s = t.s;
  if (known(s, f.request)) return;
  if (f.request == s.request && s.aside == Aside::reveal) {  // it was lifted a moment ago: so much the better
    s.aside = Aside::none;
    if (!s.in_call && !may_begin(s)) return turn_away(t, f.request, f.tracks);
    return take_in(t, f.request, f.tracks);
  }
  if (f.request != s.request || !s.in_flight()) {
    adopt(t, f.request, f.tracks, false);
    return;
  }
  const Kinds asked = s.awaiting;
  const bool wanted_now = may_begin(s);
  answered(t);
  const bool expected = expects_media(s.phase);
  if (expected && !s.in_call && !wanted_now) return turn_away(t, f.request, f.tracks);
  const Kinds kept = adopt(t, f.request, f.tracks, expected);
  if (!expected) return;
  for (const Capability k : capabilities)  // a stream without what it was asked for
    if (asked.has(k) && !kept.has(k) && s.wanted().has(k) && !s.device(k).held()) s.device(k).evidence.refusal = Refusal::other;
  settle(t, kept, f.request);
}

// The device failed, not the permission: one kind's trouble must not cost the other.
bool is_device_trouble(Refusal refusal) {
  return refusal == Refusal::not_found || refusal == Refusal::not_readable || refusal == Refusal::in_use ||
         refusal == Refusal::second_microphone || refusal == Refusal::overconstrained || refusal == Refusal::chosen_device ||
         refusal == Refusal::aborted || refusal == Refusal::timed_out || refusal == Refusal::driver;
}

// A try made on the advice of an explanation, and again the same evidence: so much for that one. What a person has just
// answered says nothing of it.
void count_failed_try(State& s, Capability kind) {
  Evidence& seen = s.device(kind).evidence;
  const bool answered_by_a_person = seen.refusal == Refusal::dismissed ||
                                    (seen.refusal == Refusal::not_allowed && !seen.instant && s.environment.engine != Engine::webkit);
  if (seen.tried == Cause::none || answered_by_a_person || first_cause_of(s, kind) != seen.tried) {
    seen.tried = Cause::none;
  } else if (seen.doubt < most_doubt) {
    ++seen.doubt;
  } else {
    seen.doubt = 0;
  }
}

void on(Turn& t, const RequestFailed& f) {
  State& s = t.s;
  if (f.request == s.request && s.aside == Aside::reveal) {  // as expected: the icon is there again
    s.aside = Aside::none;
    return look_again(t);
  }
  if (f.request != s.request || !s.in_flight()) return;
  const Kinds asked = s.awaiting;
  const bool wanted_now = may_begin(s);
  answered(t);
  for (const Capability k : capabilities)
    if (asked.has(k)) s.device(k).evidence = witness_failure(s.device(k).evidence, f, s.environment.engine, asked.both());
  if (asked.both()) absolve(s);
  for (const Capability k : capabilities)
    if (asked.has(k)) count_failed_try(s, k);
  read_permissions(t, asked);  // an answer may have changed the state, with or without an event
  if (!expects_media(s.phase)) return;
  const Refusal refusal = refusal_of(f);
  if (asked.both() && is_device_trouble(refusal) && !s.microphone.held() && !asking_is_over(s, mic)) {  // nobody refused: the same press goes on, for the microphone alone
    s.microphone.evidence.refusal = Refusal::none;
    if (s.in_call || wanted_now) {
      open(t, just(mic));
      return wish(t);  // the person who has just answered waits for it
    }
  }
  // The microphone was the missing one after all; of the camera nothing is known.
  if (asked == just(mic) && refusal == Refusal::not_found && s.camera.evidence.refusal == Refusal::not_found)
    s.camera.evidence.refusal = Refusal::none;
  place(t);
}

void on(Turn& t, const TrackEnded& f) {
  if (const Device* device = holder_of(t.s, f.track)) lose(t, device == &t.s.microphone ? mic : cam, Loss::ended);
}

// Where the page has been explains what happens next: a lid that was shut, a page that was frozen or long out of sight.
void go_away(Turn& t, const PageChanged& f, bool hiding, bool seen_again) {
  State& s = t.s;
  if (!s.in_call) return;
  if (hiding) t.order(SetTimer{Timer::hidden_long, hidden_long_ms});
  if (seen_again) t.order(CancelTimer{Timer::hidden_long});
  const bool slept = f.slept_ms >= sleep_ms;
  if (slept) s.away = Away::slept;
  else if (f.frozen) s.away = Away::frozen;
  if (s.away == Away::none || f.frozen || !f.visible) return;
  for (const Capability k : capabilities)
    if (s.device(k).held() && (slept || seen_again)) s.device(k).evidence = witness_upset(s.device(k).evidence);
  steady(t);  // what is well by then has survived
}

void on(Turn& t, const PageChanged& f) {
  State& s = t.s;
  const bool back = (f.visible && !s.visible) || (f.focused && !s.focused) || f.restored;
  const bool hiding = s.visible && !f.visible;
  const bool seen_again = !s.visible && f.visible;
  s.visible = f.visible;
  s.focused = f.focused;
  go_away(t, f, hiding, seen_again);
  // Who comes back to a page from the browser's cache left it before: nobody listens in until the next press.
  if (f.restored && s.in_call) s.resumptions = most_resumptions;
  if (f.restored || f.slept_ms >= press_lapses_ms) lapse(t);
  if (!back) return;
  // Settings were perhaps changed elsewhere; not every change is announced.
  Kinds doubtful{};
  for (const Capability k : capabilities)
    if (s.missing().has(k) && in_trouble(s, k)) doubtful = doubtful.and_also(just(k));
  if (s.phase != Phase::starting) read_permissions(t, doubtful);
  if (s.in_call) resume_audio(t);
  hurry_up(t);
  look_again(t);
}

void on(Turn& t, const TimerFired& f) {
  State& s = t.s;
  switch (f.timer) {
    case Timer::prompt_expected:
      // "granted", and still no answer: some browsers ask all the same.
      if (!s.in_flight() || s.prompting) return;
      if (s.environment.engine == Engine::chromium) {  // which never asks then: something hangs
        t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
        return;
      }
      s.prompting = true;
      if (s.phase == Phase::opening) s.phase = Phase::asking;
      t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
      return;
    case Timer::prompt_ignored:
      for (const Capability k : capabilities)
        if (s.awaiting.has(k)) s.device(k).evidence.ignored = true;
      return;
    case Timer::steady:
      if (s.microphone.held()) s.resumptions = 0;  // set while it lived, it may fire after its end
      s.away = Away::none;
      return;
    case Timer::mute_lasts: return mute_has_lasted(t);
    case Timer::hidden_long:
      if (s.in_call && !s.visible && s.away == Away::none) s.away = Away::hidden_long;
      return;
    case Timer::poll_slower: return slow_down(t);
    case Timer::recovery_expected:
      if (!s.recovering()) return;
      s.aside = Aside::none;
      return look_again(t);
    case Timer::advice_read: s.advising = false; return;
    case Timer::press_lapses: s.pressed_lately = false; return;
    case Timer::host_expected:
      if (!s.host_turn) return;
      lapse(t);
      s.host_turn = false;
      s.phase = Phase::idle;
      return;
  }
}

// Is this the answer of the recovery element that was pressed last? Then it is over.
bool ends_recovery(State& s, Request request) {
  if (!s.recovering() || (request != 0 && request != s.request)) return false;
  s.aside = Aside::none;
  return true;
}

void on(Turn& t, const RecoveryCancelled& f) {
  State& s = t.s;
  if (!ends_recovery(s, f.request)) return;
  Evidence& seen = s.device(f.kind).evidence;
  seen.asked = true;
  if (seen.permission != Permission::denied) seen.refusal = Refusal::dismissed;  // else the visitor only stayed with the block
  look_again(t);
}

void on(Turn& t, const RecoveryStreamed& f) {
  State& s = t.s;
  const Request request = f.request != 0 ? f.request : s.request;
  if (known(s, request)) return;
  if (!ends_recovery(s, f.request)) {
    adopt(t, request, f.tracks, false);
    return;
  }
  t.order(CancelTimer{Timer::recovery_expected});
  if (!s.in_call && !s.visible) return turn_away(t, request, f.tracks);
  wish(t);  // its dialog was answered by a person, just now
  take_in(t, request, f.tracks);
}

// Chromium refuses a click on an element that has just appeared or moved, and one that no person made: the next one counts.
// (third_party/blink, html_capability_element_base.cc; "recently attached to layout tree", "intersection with viewport changed")
bool only_this_click(const std::string& message) {
  const auto says = [&](const char* part) { return message.find(part) != std::string::npos; };
  return says("recently") || says("intersection") || says("user gesture");
}

void on(Turn& t, const RecoveryFailed& f) {
  State& s = t.s;
  if (!ends_recovery(s, f.request)) return;
  if (f.name == "InvalidStateError" && only_this_click(f.message)) return look_again(t);
  if (f.name == "InvalidStateError") {  // this page, or its frame, may not use the element: the steps are the way then
    Environment& e = s.environment;
    e.recovers_usermedia = e.recovers_microphone = e.recovers_camera = false;
    return look_again(t);
  }
  const RequestFailed said{f.request, f.name, f.message, "", stored_answer_ms, true};
  s.device(f.kind).evidence = witness_failure(s.device(f.kind).evidence, said, s.environment.engine, false);
  read_permissions(t, just(f.kind));
  look_again(t);
}

void on(Turn& t, const StreamAttached& f) {
  const Phase phase = t.s.phase;
  const bool expected = phase != Phase::chatting && phase != Phase::ended && phase != Phase::starting;
  if (!expected) {
    adopt(t, 0, f.tracks, false);
    return;
  }
  if (t.s.settings.guard)
    for (const TrackRef& ref : f.tracks) t.s.lent = t.s.lent.and_also(just(ref.kind));
  take_in(t, 0, f.tracks);
  if (!t.s.in_call) t.s.lent = {};
}

void on(Turn& t, const NetworkTested& f) { t.s.network = f.udp || f.relay ? Network::open : Network::blocked; }

void on(Turn& t, const ChatChanged& f) { t.order(TellChat{f.state}); }

void on(Turn& t, const StreamDetached&) { detach(t); }

// The browser's own buttons. None of them may lead to a prompt: the press was not on the page.
void on(Turn& t, const MediaSessionActed& f) {
  State& s = t.s;
  if (!s.in_call) return;
  switch (f.action) {
    case MediaSessionAction::togglemicrophone:
      if (s.microphone.held()) press_mute(t, !s.muted);
      return;
    case MediaSessionAction::togglecamera:
      if (s.camera.held()) return press(t, Action::audio_only);
      s.audio_only = false;
      return pursue(t);
    case MediaSessionAction::hangup: return press(t, Action::end);
  }
}

void on(Turn& t, const Remembered& f) {
  if (!t.s.settings.remember) return;
  Evidence& seen = t.s.device(f.kind).evidence;
  seen.asked |= f.asked;
  seen.dismissals = static_cast<std::uint8_t>(std::clamp<int>(f.dismissals, seen.dismissals, dismissals_before_embargo));
  seen.ignores = static_cast<std::uint8_t>(std::clamp<int>(f.ignores, seen.ignores, ignores_before_embargo));
}

// Failed tries speak against one explanation only: with other evidence there is another.
void forget_stale_doubt(State& s) {
  for (const Capability k : capabilities) {
    Evidence& seen = s.device(k).evidence;
    if (!s.awaiting.has(k) && seen.tried != Cause::none && seen.tried != first_cause_of(s, k)) seen.tried = Cause::none;
    if (seen.tried == Cause::none) seen.doubt = 0;
  }
}

}  // namespace

Next reduce(const State& state, const Fact& fact) {
  Turn turn{state};
  std::visit([&](const auto& what) { on(turn, what); }, fact);
  forget_stale_doubt(turn.s);
  narrate(state, turn);
  return {turn.s, std::move(turn.effects)};
}

}  // namespace earshot
