// What the browser, the page and the clock tell: a function for each fact, with early return for "not now",
// then the change, then the orders. What answers a request is in answers.cpp, what is heard and seen of
// tracks in held_tracks.cpp.
#include <algorithm>
#include "core/decide/diagnose.hpp"
#include "core/decide/explained.hpp"
#include "core/decide/observe.hpp"
#include "core/decide/poll.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

Kinds asked_for(const State& s) { return {true, s.settings.camera}; }

// What a device that has just come may put right.
bool another_may_do(Refusal refusal) {
  return could_not_be_had(refusal) || refusal == Refusal::not_found || refusal == Refusal::chosen_device;
}

void devices_of(Turn& t, MediaKind kind, int count, bool selected_present, bool certain) {
  Device& device = t.s.device(kind);
  Observations& seen = device.seen;
  const bool one_more =
      kind == mic && count > 1 && !t.s.visit.several_microphones && seen.devices != Devices::unknown;
  const bool back = seen.devices == Devices::others && selected_present && count > 0;
  const bool appeared = (certain && (one_more || back)) ||
                        (count > 0 && (seen.devices == Devices::absent || seen.devices == Devices::unlisted));
  seen = witness_listed(seen, count == 0         ? Devices::absent
                              : selected_present ? Devices::present
                                                 : Devices::others);
  if (appeared && another_may_do(seen.answer.refusal)) seen.answer.refusal = Refusal::none;
  // WebKitGTK leaves the track of an unplugged microphone live: only the list tells. While others are there
  // it goes on with one of those. (Apple's ends the track, or has moved it.)
  if (seen.devices == Devices::absent && certain && device.held() &&
      t.s.environment.engine == Engine::webkit && !t.s.environment.moves_tracks()) {
    t.order(Close{device.track.request, just(kind)});
    lose(t, kind, Loss::device_gone);
  }
}

// The sleep is noticed after what it ended.
void fell_asleep(State& s) {
  s.call.away = Away::slept;
  for (const MediaKind k : media_kinds) {
    Lost& lost = s.device(k).seen.lost;
    if (lost.how == Loss::ended && lost.away == Away::none) lost.away = Away::slept;
  }
}

void hear_of_outputs(State& s, int outputs) {
  const bool before = s.visit.no_output;
  s.visit.no_output = outputs == 0 && s.environment.deaf_without_output();
  if (!before || s.visit.no_output) return;
  // Sound follows within seconds: what was counted without it counts for nothing, nor does a doubt of then.
  s.microphone.track.silent_ms = 0;
  s.microphone.track.doubted = false;
}

// Where the page has been explains what happens next: a lid that was shut, a page that was frozen or long out
// of sight.
void go_away(Turn& t, const PageChanged& f, bool hiding, bool seen_again) {
  State& s = t.s;
  if (!s.call.begun) return;
  if (hiding) t.order(SetTimer{Timer::hidden_long, hidden_long_ms});
  if (seen_again) t.order(CancelTimer{Timer::hidden_long});
  if (seen_again && s.camera.held() && !s.camera.track.pictured) steady(t);  // nobody has looked so far
  const bool slept = f.slept_ms >= sleep_ms;
  if (slept) fell_asleep(s);
  else if (f.frozen) s.call.away = Away::frozen;
  if (s.call.away == Away::none || f.frozen || !f.visible) return;
  for (const MediaKind k : media_kinds)
    if (s.device(k).held() && (slept || seen_again)) s.device(k).track = witness_upset(s.device(k).track);
  steady(t);  // what is well by then has survived
}

}  // namespace

// A question was expected, and it is granted by now, but no stream comes: Firefox holds the request until its
// window is in front, or the system has a question of its own.
static void nothing_left_to_ask(Turn& t) {
  State& s = t.s;
  const Environment& e = s.environment;
  const bool held = e.engine == Engine::gecko && e.top_level && s.page.visible && !s.page.focused;
  if (!s.asking.prompting || expects_prompt(s, s.asking.kinds) || !(held || system_may_ask(e))) return;
  s.asking.prompting = false;
  s.asking.unfocused = held;
  s.asking.slow = !held;
  s.asking.ignored = {};
  t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
}

// Firefox has held the request until its window is in front: from now on it is opened, or asked for.
static void focus_is_back(Turn& t) {
  Asking& asking = t.s.asking;
  asking.unfocused = false;
  if (asking.prompting) t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
  else t.order(SetTimer{Timer::prompt_expected, prompt_expected_ms});
}

// No question was expected, and no answer has come. Firefox and Safari ask in spite of what they say; or the
// device is slow, the system asks, or another question of this tab comes first.
static void no_answer_yet(Turn& t) {
  State& s = t.s;
  if (!s.in_flight() || s.asking.prompting || s.asking.unfocused || s.given_up_on()) return;
  const bool asks_anyway = s.environment.engine != Engine::chromium && !system_may_ask(s.environment);
  if (asks_anyway && !s.asking.slow) {
    s.asking.slow = true;
    t.order(SetTimer{Timer::prompt_expected, prompt_likely_ms});
    return;
  }
  s.asking.slow = !asks_anyway;
  s.asking.prompting = asks_anyway;
  if (s.asking.prompting && s.phase == Phase::opening) s.phase = Phase::asking;
  t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
}

// Another program may have let go of it while the visitor was away: one try, where nothing would ask.
static void try_after_return(State& s, MediaKind k) {
  Observations& seen = s.device(k).seen;
  if (could_not_be_had(seen.answer.refusal) && granted(s, k)) seen.answer = {};
}

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
  if (Track& track = t.s.device(*kind).track; t.s.device(*kind).held()) {
    if (!track.muted_by_browser) track.mute_aged = false;
    const bool withdrawn = f.state == Permission::prompt || f.state == Permission::denied;
    if (!withdrawn) track.withdrawn_lately = false;
    if (seen.permission == Permission::granted && withdrawn) {
      track.withdrawn_lately = true;
      t.order(SetTimer{Timer::withdrawal, withdrawal_ms});
    }
  }
  seen = witness_permission(seen, f.state);
  // In a call: somebody is asked, after all.
  if (f.state == Permission::prompt && t.s.call.begun && t.s.asking.kinds.has(*kind))
    t.s.asking.person_answers = true;
  nothing_left_to_ask(t);
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
  if (f.outputs >= 0) hear_of_outputs(t.s, f.outputs);
  hurry_up(t);
  if (f.default_changed && t.s.microphone.held() && !t.s.environment.moves_tracks())
    t.s.microphone.track.default_changed = true;
  look_again(t);
}

void on(Turn& t, const Pressed& f) { press(t, f.action); }

// Guard mode: the host has muted by stopping its microphone, and brings another one for it; or it has hung
// up.
static void wait_for_host(Turn& t) {
  State& s = t.s;
  const bool voice_is_over = s.settings.guard && s.microphone.seen.lost.how == Loss::stopped;
  if (!voice_is_over || s.microphone.held() || s.asking.kinds.microphone) return;
  s.host_turn = true;
  t.order(SetTimer{Timer::host_expected, s.settings.host_wait_ms});
}

void on(Turn& t, const TrackEnded& f) {
  const auto kind = kind_of(t.s, f.track);
  if (!kind) return;
  lose(t, *kind, Loss::ended);
  wait_for_host(t);
  // Safari ends the microphone that the page had where the host opens another one.
  if (t.s.settings.guard && t.s.environment.engine == Engine::webkit)
    put_off(t, just(*kind), host_switches_ms);
}

void on(Turn& t, const TrackStopped& f) {
  State& s = t.s;
  const auto kind = kind_of(s, f.track);
  if (!kind) return;
  lose(t, *kind, Loss::stopped);
  if (!s.settings.guard) return;
  s.call.lent = s.call.lent.without(just(*kind));
  wait_for_host(t);
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
  for (const MediaKind k : media_kinds)
    if ((s.call.begun || may_begin(s)) && doubtful.has(k)) try_after_return(s, k);
  if (f.focused && s.asking.unfocused) focus_is_back(t);
  if (s.phase != Phase::starting) read_permissions(t, doubtful);
  if (s.call.begun) resume_audio(t);
  hurry_up(t);
  look_again(t);
}

void on(Turn& t, const TimerFired& f) {
  State& s = t.s;
  switch (f.timer) {
    case Timer::prompt_expected: return no_answer_yet(t);
    case Timer::prompt_ignored:
      if (s.asking.unfocused || !(s.asking.prompting || s.asking.slow)) return;  // it was set for another one
      s.asking.ignored = s.asking.kinds;
      s.asking.slow = false;
      return pursue(t);  // the voice may have waited for the camera
    case Timer::steady:
      // Set while it lived, it may fire after its end; and one without a sample so far is not steady.
      if (s.microphone.held() && s.microphone.track.starved_ms == 0) s.call.resumptions = 0;
      // Nobody has missed a picture so far, and somebody has looked.
      s.camera.track.pictured |= s.page.visible && s.camera.held() && !s.camera.track.muted_by_browser &&
                                 s.camera.track.stalled_ms == 0;
      s.call.away = Away::none;
      return;
    case Timer::mute_lasts: return mute_has_lasted(t);
    case Timer::mute_ages: return mute_has_aged(t);
    case Timer::withdrawal:
      for (const MediaKind k : media_kinds) s.device(k).track.withdrawn_lately = false;
      return;
    case Timer::try_later:
      if (!s.put_off.any()) return;
      // Gone meanwhile, as the list tells: no request is needed to say so.
      for (const MediaKind k : media_kinds)
        if (s.put_off.has(k) && s.device(k).seen.devices == Devices::absent)
          s.device(k).seen.answer.refusal = Refusal::not_found;
      s.put_off = {};
      if (s.phase == Phase::opening && !s.in_flight() && !s.host_turn) s.phase = Phase::blocked;
      return look_again(t);
    case Timer::far_end_late:
      if (s.call.far_end == FarEnd::connecting) s.call.far_end = FarEnd::late;
      return;
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
      no_longer_cleared(s, {true, true});
      // With its camera the host's call goes on. One that we opened in its place proves nothing.
      if (s.call.begun && s.camera.held() && s.camera.track.request == 0) return;
      if (s.call.begun) leave_call(t, Phase::idle);
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
  // Safari switches by itself, also where another page takes the microphone; the track's own events say so.
  // Only who unmutes there what is muted here wants something of us.
  if (s.environment.engine == Engine::webkit && f.action != MediaSessionAction::hangup) {
    const bool unmutes = f.activating && f.action == MediaSessionAction::togglemicrophone;
    if (unmutes && s.microphone.held()) press_mute(t, false);
    return;
  }
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
