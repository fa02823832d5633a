// What the browser, the page and the clock tell: a function for each fact, with early return for "not now",
// then the change, then the orders. What answers a request is in answers.cpp, what is heard and seen of
// tracks in held_tracks.cpp.
#include <algorithm>
#include "core/decide/diagnose.hpp"
#include "core/decide/observe.hpp"
#include "core/decide/poll.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

Kinds asked_for(const State& s) { return {true, s.settings.camera}; }

void devices_of(Turn& t, MediaKind kind, int count, bool selected_present, bool certain) {
  Device& device = t.s.device(kind);
  Observations& seen = device.seen;
  const bool appeared = count > 0 && seen.devices == Devices::absent;
  seen.devices = count == 0 ? Devices::absent : selected_present ? Devices::present : Devices::others;
  if (appeared && seen.answer.refusal == Refusal::not_found) seen.answer.refusal = Refusal::none;
  // WebKit leaves the track of an unplugged microphone live: only the list tells. While others are there it
  // goes on with one of those.
  if (count == 0 && certain && device.held() && t.s.environment.engine == Engine::webkit) {
    t.order(Close{device.track.request, just(kind)});
    lose(t, kind, Loss::device_gone);
  }
}

// Where the page has been explains what happens next: a lid that was shut, a page that was frozen or long out
// of sight.
void go_away(Turn& t, const PageChanged& f, bool hiding, bool seen_again) {
  State& s = t.s;
  if (!s.call.begun) return;
  if (hiding) t.order(SetTimer{Timer::hidden_long, hidden_long_ms});
  if (seen_again) t.order(CancelTimer{Timer::hidden_long});
  const bool slept = f.slept_ms >= sleep_ms;
  if (slept) s.call.away = Away::slept;
  else if (f.frozen) s.call.away = Away::frozen;
  if (s.call.away == Away::none || f.frozen || !f.visible) return;
  for (const MediaKind k : media_kinds)
    if (s.device(k).held() && (slept || seen_again)) s.device(k).track = witness_upset(s.device(k).track);
  steady(t);  // what is well by then has survived
}

}  // namespace

void on(Turn& t, const EnvironmentSeen& f) {
  t.s.environment = f.environment;
  if (t.s.phase != Phase::starting) return;  // only a refinement of what was said before
  t.s.phase = Phase::idle;
  if (t.s.settings.notifications) {
    t.order(ReadPermission{Capability::notifications});
    t.order(WatchPermission{Capability::notifications, 0});
  }
  for (const MediaKind k : media_kinds) {
    if (!asked_for(t.s).has(k)) continue;
    t.order(ReadPermission{capability_of(k)});
    t.order(WatchPermission{capability_of(k), 0});
  }
}

void on(Turn& t, const PermissionRead& f) {
  const auto kind = media_kind_of(f.kind);
  if (!kind) return read_notifications(t, f.state);
  Observations& seen = t.s.device(*kind).seen;
  if (f.state == Permission::granted && seen.permission != Permission::granted) t.s.call.resumptions = 0;
  seen = witness_permission(seen, f.state);
  if (f.state == Permission::granted && !t.s.page.visible && t.s.asking.kinds.has(*kind))
    t.s.asking.person_answers = false;  // it was allowed elsewhere
  absolve(t.s);
  // The recovery element's media follow at once, or the block was lifted elsewhere.
  if (t.s.recovering() && f.state == Permission::granted)
    t.order(SetTimer{Timer::recovery_expected, recovery_expected_ms});
  look_again(t);
}

void on(Turn& t, const DevicesRead& f) {
  // An empty list has no labels; then it is the device that used to be there which tells that the list is a
  // true one.
  const bool certain = f.labelled || !f.selected_present;
  // Without labels the ids are others too: a permission that is gone takes them away.
  const bool selected_present = f.selected_present || !f.labelled;
  devices_of(t, mic, f.microphones, selected_present, certain);
  devices_of(t, cam, f.cameras, true, certain);
  t.s.visit.several_microphones = f.microphones > 1;
  hurry_up(t);
  if (f.default_changed && t.s.microphone.held()) t.s.microphone.track.default_changed = true;
  look_again(t);
}

void on(Turn& t, const Pressed& f) { press(t, f.action); }

void on(Turn& t, const TrackEnded& f) {
  if (const Device* device = holder_of(t.s, f.track))
    lose(t, device == &t.s.microphone ? mic : cam, Loss::ended);
}

void on(Turn& t, const PageChanged& f) {
  State& s = t.s;
  const bool back = (f.visible && !s.page.visible) || (f.focused && !s.page.focused) || f.restored;
  const bool hiding = s.page.visible && !f.visible;
  const bool seen_again = !s.page.visible && f.visible;
  s.page.visible = f.visible;
  s.page.focused = f.focused;
  go_away(t, f, hiding, seen_again);
  // Who comes back to a page from the browser's cache left it before: nobody listens in until the next press.
  if (f.restored && s.call.begun) s.call.resumptions = most_resumptions;
  if (f.restored || f.slept_ms >= press_lapses_ms) lapse(t);
  if (!back) return;
  // Settings were perhaps changed elsewhere; not every change is announced.
  Kinds doubtful{};
  for (const MediaKind k : media_kinds)
    if (s.missing().has(k) && in_trouble(s, k)) doubtful = doubtful.and_also(just(k));
  if (s.phase != Phase::starting) read_permissions(t, doubtful);
  if (s.call.begun) resume_audio(t);
  hurry_up(t);
  look_again(t);
}

void on(Turn& t, const TimerFired& f) {
  State& s = t.s;
  switch (f.timer) {
    case Timer::prompt_expected:
      // "granted", and still no answer: some browsers ask all the same.
      if (!s.in_flight() || s.asking.prompting) return;
      if (s.environment.engine == Engine::chromium) {  // which never asks then: something hangs
        t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
        return;
      }
      s.asking.prompting = true;
      if (s.phase == Phase::opening) s.phase = Phase::asking;
      t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
      return;
    case Timer::prompt_ignored: s.asking.ignored = s.asking.kinds; return;
    case Timer::steady:
      if (s.microphone.held()) s.call.resumptions = 0;  // set while it lived, it may fire after its end
      s.call.away = Away::none;
      return;
    case Timer::mute_lasts: return mute_has_lasted(t);
    case Timer::hidden_long:
      if (s.call.begun && !s.page.visible && s.call.away == Away::none) s.call.away = Away::hidden_long;
      return;
    case Timer::poll_slower: return slow_down(t);
    case Timer::recovery_expected:
      if (!s.recovering()) return;
      s.aside = Aside::none;
      return look_again(t);
    case Timer::advice_read: s.call.advising = false; return;
    case Timer::press_lapses: s.pressed_lately = false; return;
    case Timer::host_expected:
      if (!s.host_turn) return;
      lapse(t);
      s.host_turn = false;
      s.phase = Phase::idle;
      return;
  }
}

void on(Turn& t, const NetworkTested& f) {
  t.s.visit.network = f.udp || f.relay ? Network::open : Network::blocked;
}

void on(Turn& t, const ChatChanged& f) { t.order(TellChat{f.state}); }

// The browser's own buttons. None of them may lead to a prompt: the press was not on the page.
void on(Turn& t, const MediaSessionActed& f) {
  State& s = t.s;
  if (!s.call.begun) return;
  switch (f.action) {
    case MediaSessionAction::togglemicrophone:
      if (s.microphone.held()) press_mute(t, !s.call.muted);
      return;
    case MediaSessionAction::togglecamera:
      if (s.camera.held()) return press(t, Action::audio_only);
      s.visit.audio_only = false;
      return pursue(t);
    case MediaSessionAction::hangup: return press(t, Action::end);
  }
}

void on(Turn& t, const Remembered& f) {
  if (!t.s.settings.remember) return;
  Observations& seen = t.s.device(f.kind).seen;
  seen.asked |= f.asked;
  seen.unanswered.dismissals = static_cast<std::uint8_t>(
      std::clamp<int>(f.dismissals, seen.unanswered.dismissals, dismissals_before_embargo));
  seen.unanswered.ignores =
      static_cast<std::uint8_t>(std::clamp<int>(f.ignores, seen.unanswered.ignores, ignores_before_embargo));
}

}  // namespace earshot
