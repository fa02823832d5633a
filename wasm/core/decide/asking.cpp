// Asking for media: after a press whatever it takes, by itself only what cannot prompt. The only place that
// orders an `open`.
#include "core/decide/diagnose.hpp"
#include "core/decide/explained.hpp"
#include "core/decide/remedy.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

// No request can succeed here, so none is made.
bool impossible(const State& s, MediaKind k) {
  const bool no_origin = s.environment.opaque_origin && s.environment.engine == Engine::chromium;
  return !s.environment.secure || !s.environment.media_devices ||
         s.environment.policy(k) == Policy::forbidden || no_origin;
}

Aside aside_of(Recovery element) {
  switch (element) {
    case Recovery::usermedia: return Aside::usermedia;
    case Recovery::microphone: return Aside::microphone;
    case Recovery::camera: return Aside::camera;
    case Recovery::none: break;
  }
  return Aside::none;
}

// Must a person answer? `unknown` proves nothing, nor does "granted" that takes long: such a request may just
// have been held.
bool person_must_answer(const State& s, Kinds kinds) {
  for (const MediaKind k : media_kinds) {
    const Permission permission = s.device(k).seen.permission;
    if (kinds.has(k) && permission != Permission::unknown && permission != Permission::granted &&
        expects_prompt(s, just(k)))
      return true;
  }
  return false;
}

// Firefox says "granted" where it would still ask, for instance after a one-time grant in another tab: there
// only a visible page is taken at its word. On a phone, capture works for the page in front only.
bool may_open_unasked(const State& s) {
  return s.page.visible || (s.environment.engine != Engine::gecko && s.environment.form == Form::desktop);
}

// A track that is there and no good: its capture died or its picture froze behind flags that look well, or
// the system has moved on to another microphone. In Firefox that one would be asked for, and in guard mode
// the host chooses.
bool worth_renewing(const State& s, MediaKind k) {
  const Track& track = s.device(k).track;
  if (!s.device(k).held() || track.mute_aged || track.off_by_host || !resumable(s, k)) return false;
  if (s.settings.guard && track.request == 0) return false;  // the host's own is the host's to replace
  const Cause cause = cause_of(s, k);
  const bool moved_on =
      cause == Cause::default_changed && s.environment.engine != Engine::gecko && !s.settings.guard;
  const bool stalled = cause == Cause::camera_frozen && track.stalled_ms >= stall_limit_ms;
  return cause == Cause::capture_dead || stalled || moved_on;
}

// The old capture ends before the new one begins: Firefox and iOS bear no second one of the same device.
void renew(Turn& t, MediaKind k) {
  ++t.s.call.resumptions;
  close_kinds(t, just(k));
  t.s.device(k).seen.reopening = Reopening::released;
  t.order(TellTrackReplaced{k, 0});
  if (k == mic) t.s.phase = Phase::interrupted;
  open(t, just(k));
}

}  // namespace

void put_off(Turn& t, Kinds kinds, int ms) {
  t.s.put_off = t.s.put_off.and_also(kinds);
  t.order(SetTimer{Timer::try_later, ms});
}

void no_longer_put_off(Turn& t) {
  if (t.s.put_off.any()) t.order(CancelTimer{Timer::try_later});
  t.s.put_off = {};
}

bool try_once_more(Turn& t, MediaKind k) {
  State& s = t.s;
  Observations& seen = s.device(k).seen;
  const Refusal refusal = seen.answer.refusal;
  // Granted, and "dismissed" within milliseconds: Chromium says so of what it had not decided yet (M, while a
  // week's block was lifted). Nobody is asked by another try.
  const bool cut_off = refusal == Refusal::cancelled && s.environment.engine == Engine::chromium;
  const bool tries_left = seen.reopening == Reopening::released || seen.reopening == Reopening::tried_soon ||
                          (cut_off && seen.reopening == Reopening::none);
  const bool may_pass = could_not_be_had(refusal) || refusal == Refusal::not_found || cut_off;
  if (!tries_left || !may_pass || !granted(s, k) || seen.devices == Devices::absent) {
    seen.reopening = Reopening::none;
    return false;
  }
  const bool first = seen.reopening != Reopening::tried_soon;
  seen.reopening = first ? Reopening::tried_soon : Reopening::tried_later;
  seen.answer = {};
  put_off(t, just(k), first ? reopen_soon_ms : reopen_later_ms);
  return true;
}

bool granted(const State& s, MediaKind k) { return s.device(k).seen.permission == Permission::granted; }

// While a phone call has the sound, iOS ends what is still held for whatever is opened.
static bool sound_is_taken(const State& s) {
  return s.environment.engine == Engine::webkit && s.call.audio == AudioContextState::interrupted;
}

// To open anything unmutes the whole page in Safari, also what the visitor muted with its own button.
static bool would_unmute(const State& s, MediaKind k) {
  return s.environment.engine == Engine::webkit && s.device(other(k)).track.muted_by_browser;
}

// Nobody can be answering the camera's request any more, which stands in the way of the voice.
static bool camera_hangs(const State& s) {
  return s.asking.ignored.any() && !s.asking.kinds.microphone && !s.asking.person_answers &&
         may_be_abandoned(s);
}

bool resumable(const State& s, MediaKind k) {
  const Observations& seen = s.device(k).seen;
  // Firefox grants one device at a time: where only others are left, it would ask.
  const bool another_device = seen.devices == Devices::others && s.environment.engine == Engine::gecko;
  return granted(s, k) && seen.answer.refusal == Refusal::none && !seen.loss_unexplained() &&
         seen.devices != Devices::absent && !another_device && !impossible(s, k) && !seen.lost.turned_off() &&
         !would_unmute(s, k) && !sound_is_taken(s) && !(k == mic && s.call.muted) && may_open_unasked(s) &&
         s.call.resumptions < most_resumptions;
}

void wish(Turn& t) {
  if (t.s.call.begun) return;
  t.s.pressed_lately = true;
  t.order(SetTimer{Timer::press_lapses, press_lapses_ms});
}

void lapse(Turn& t) {
  if (!t.s.pressed_lately) return;
  t.s.pressed_lately = false;
  t.order(CancelTimer{Timer::press_lapses});
}

bool may_begin(const State& s) { return s.page.visible && (s.pressed_lately || s.asking.person_answers); }

void open(Turn& t, Kinds kinds) {
  State& s = t.s;
  ++s.request;
  for (const MediaKind k : media_kinds)
    if (kinds.has(k))
      s.device(k).seen.answer.asked_when_denied = s.device(k).seen.permission == Permission::denied;
  s.put_off = s.put_off.without(kinds);
  s.asking = {
      .kinds = kinds,
      .prompting = expects_prompt(s, kinds),
      .person_answers = person_must_answer(s, kinds),
      .unfocused = s.environment.engine == Engine::gecko && s.environment.top_level && !s.page.focused};
  const auto last_try = [&](MediaKind k) {
    return kinds.has(k) && s.device(k).seen.reopening == Reopening::tried_later;
  };
  if (s.phase != Phase::live && s.phase != Phase::interrupted)
    s.phase = s.asking.prompting ? Phase::asking : Phase::opening;
  t.order(Open{s.request, kinds, {last_try(mic), last_try(cam)}});
  if (s.asking.prompting) t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
  else t.order(SetTimer{Timer::prompt_expected, prompt_expected_ms});
}

void answered(Turn& t) {
  const Asking& asking = t.s.asking;
  if (!asking.prompting) t.order(CancelTimer{Timer::prompt_expected});
  if (asking.prompting || asking.slow) t.order(CancelTimer{Timer::prompt_ignored});
  t.s.asking = {};
}

// WebKit asks once in a press for each kind, and fails both at once where the camera alone is missing or
// forbidden by the system: whoever was refused before gets a press for the microphone alone.
static bool voice_first(const State& s) {
  const Answer& camera = s.camera.seen.answer;
  const bool missing = camera.refusal == Refusal::not_found || s.camera.seen.devices == Devices::absent;
  const bool no_sheet = camera.combined && camera.instant;
  return s.environment.engine == Engine::webkit && (missing || no_sheet);
}

static void open_what_is_missing(Turn& t, bool camera_too) {
  State& s = t.s;
  if (s.settings.guard && s.call.begun && !s.missing().any()) return;  // what it lacks is the host's to bring
  if (s.phase == Phase::chatting) t.order(CloseChat{});
  const bool called_again = s.phase == Phase::ended;
  s.host_turn = false;
  s.notifications.guided = false;
  s.aside = Aside::none;  // a press of ours: that dialog is closed, or was never shown
  // Who tries again has followed the words on the screen, or at least read them: what comes of it counts for
  // or against them.
  const bool guided =
      s.phase == Phase::blocked || s.phase == Phase::choosing || s.phase == Phase::interrupted;
  for (const MediaKind k : media_kinds) {
    Observations& seen = s.device(k).seen;
    const Cause first = first_cause_of(s, k);
    if (!guided) seen.tries = {};
    else if (first != seen.tries.told) seen.tries = {.told = first};
  }
  const bool calling = s.phase == Phase::live || s.phase == Phase::interrupted;
  no_longer_put_off(t);
  const bool abandoned = may_be_abandoned(s);
  const bool gives_way = abandoned && !s.asking.kinds.microphone;
  if (abandoned) answered(t);  // should it come after all, it is closed
  if (s.in_flight()) {         // the prompt of an earlier press is still open: wait for that answer
    if (!calling) s.phase = s.asking.prompting ? Phase::asking : Phase::opening;
    return;
  }
  if (!calling) s.phase = Phase::blocked;  // until something better is found below
  Kinds kinds = s.missing();
  if (kinds.microphone && (impossible(s, mic) || asking_is_over(s, mic))) return;
  const bool camera_hopeless = impossible(s, cam) || asking_is_over(s, cam);
  const bool camera_denied = s.camera.seen.permission == Permission::denied;
  if (kinds.camera && (camera_hopeless || (camera_denied && !camera_too))) {
    // The microphone may still be had: that is for the visitor to choose, not for us to assume.
    if (!calling && s.microphone.seen.permission != Permission::denied) {
      s.phase = Phase::choosing;
      return;
    }
    kinds.camera = false;
  }
  // A press for the voice is not one for a camera that is off, nor for one that has just given way.
  const bool off = s.camera.seen.lost.turned_off() && !camera_too;
  if (off || (kinds.microphone && gives_way)) kinds.camera = false;
  if (!kinds.any()) return;
  // A combined request shows one prompt, but Chromium ties its tracks together: where nothing will be asked,
  // each kind gets a stream of its own, so that losing one never ends the other. What a guard opens it closes
  // again, so there one request does for both.
  const bool nothing_to_ask =
      granted(s, mic) && granted(s, cam) && s.environment.engine != Engine::gecko && !s.settings.guard;
  if (kinds.both() && (nothing_to_ask || voice_first(s))) kinds.camera = false;
  s.call.resumptions = 0;                // a new press, a new start
  for (const MediaKind k : media_kinds)  // perhaps closed a moment ago
    if (called_again && kinds.has(k)) s.device(k).seen.reopening = Reopening::released;
  open(t, kinds);
}

void ask(Turn& t, bool camera_too) {
  open_what_is_missing(t, camera_too);
  wish(t);
}

void open_anew(Turn& t) {
  State& s = t.s;
  if (may_be_abandoned(s)) answered(t);  // the camera's; should it come after all, it is closed
  const auto kind = explained(s, diagnose(s));
  if (!kind || s.busy() || !s.device(*kind).held() || impossible(s, *kind) || asking_is_over(s, *kind))
    return;
  s.call.resumptions = 0;
  no_longer_put_off(t);
  renew(t, *kind);
}

// Should it come after all, it is closed.
static void camera_gives_way(Turn& t) {
  const State& s = t.s;
  if (!camera_hangs(s)) return;
  if (worth_renewing(s, mic) || (s.phase == Phase::interrupted && resumable(s, mic))) answered(t);
}

bool replace_worn(Turn& t) {
  camera_gives_way(t);
  if (t.s.phase != Phase::live || t.s.busy()) return false;
  for (const MediaKind k : media_kinds) {
    if (!worth_renewing(t.s, k)) continue;
    renew(t, k);
    return true;
  }
  return false;
}

void pursue(Turn& t) {
  State& s = t.s;
  camera_gives_way(t);
  if (s.busy() || s.put_off.any() || (!s.call.begun && !may_begin(s))) return;
  if (replace_worn(t)) return;
  const Kinds missing = s.missing();
  const bool microphone = missing.microphone && resumable(s, mic);
  const bool camera = missing.camera && resumable(s, cam);
  const auto resume = [&](MediaKind k) {
    if (s.call.begun) ++s.call.resumptions;
    open(t, just(k));
  };
  switch (s.phase) {
    case Phase::live:
      if (camera) resume(cam);
      return;
    case Phase::interrupted:
    case Phase::blocked:
      if (microphone) resume(mic);
      return;
    case Phase::choosing:  // the visitor waits for the camera; without it nothing starts by itself
      if (microphone && camera) resume(mic);
      return;
    case Phase::starting:
    case Phase::idle:
    case Phase::opening:
    case Phase::asking:
    case Phase::chatting:
    case Phase::ended: return;
  }
}

// The browser's own element asks, and its answer comes as a fact. Nothing is opened here.
void recover(Turn& t) {
  State& s = t.s;
  const Recovery element = recovery_of(s, diagnose(s));
  if (element == Recovery::none || s.in_flight() || s.recovering()) return;
  s.aside = aside_of(element);
  s.host_turn = false;
  t.order(Recover{++s.request, kinds_of(element)});
  wish(t);
}

void reveal(Turn& t) {
  State& s = t.s;
  const auto kind = explained(s, diagnose(s));
  if (!kind || s.busy() || !can_be_shown(s, *kind, cause_of(s, *kind))) return;
  s.aside = Aside::reveal;
  t.order(Open{++s.request, just(*kind)});
  wish(t);
}

void read_permissions(Turn& t, Kinds kinds) {
  for (const MediaKind k : media_kinds)
    if (kinds.has(k)) t.order(ReadPermission{capability_of(k)});
}

// Something changed that may have cleared the way.
void look_again(Turn& t) {
  if (t.s.recovering()) return;  // the element's own media follow
  if (t.s.phase == Phase::blocked || t.s.phase == Phase::choosing) place(t);
  pursue(t);
}

}  // namespace earshot
