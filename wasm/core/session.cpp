// Opening, losing and closing media. The only place that orders an `open`.
#include "core/diagnose.hpp"
#include "core/turn.hpp"
#include "core/view.hpp"

namespace earshot {
namespace {

constexpr int prompt_expected_ms = 1000;  // a grant opens faster than this, or the browser asks after all
constexpr int steady_ms = 10'000;  // a track that lives this long did not end because we opened it
constexpr int host_expected_ms = 10'000;  // a host that opens nothing for so long will not

// No request can succeed here, so none is made.
bool impossible(const State& s, Capability k) {
  const bool no_origin = s.environment.opaque_origin && s.environment.engine == Engine::chromium;
  return !s.environment.secure || !s.environment.media_devices || s.environment.policy(k) == Policy::forbidden || no_origin;
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

bool granted(const State& s, Capability k) { return s.device(k).evidence.permission == Permission::granted; }

// Will the browser ask? WebKit asks again after a denial when the request comes from a press.
bool expects_prompt(const State& s, Kinds kinds) {
  for (const Capability k : capabilities) {
    if (!kinds.has(k)) continue;
    const Permission permission = s.device(k).evidence.permission;
    if (permission == Permission::prompt || permission == Permission::unknown) return true;
    if (permission == Permission::denied && s.environment.engine == Engine::webkit) return true;
  }
  return false;
}

// Must a person answer? `unknown` proves nothing, nor does "granted" that takes long: such a request may just have been held.
bool person_must_answer(const State& s, Kinds kinds) {
  for (const Capability k : capabilities) {
    const Permission permission = s.device(k).evidence.permission;
    if (kinds.has(k) && permission != Permission::unknown && permission != Permission::granted && expects_prompt(s, just(k))) return true;
  }
  return false;
}

// Firefox says "granted" where it would still ask, for instance after a one-time grant in another tab: there only a
// visible page is taken at its word. On a phone, capture works for the page in front only.
bool may_open_unasked(const State& s) {
  return s.visible || (s.environment.engine != Engine::gecko && s.environment.form == Form::desktop);
}

// Can this kind be had back by itself: without a prompt, and not against the visitor's wish? Firefox grants one device
// at a time: where only others are left, it would ask.
bool resumable(const State& s, Capability k) {
  const Evidence& seen = s.device(k).evidence;
  const bool another_device = seen.devices == Devices::others && s.environment.engine == Engine::gecko;
  return granted(s, k) && seen.refusal == Refusal::none && !seen.loss_unexplained() && seen.devices != Devices::absent &&
         !another_device && !impossible(s, k) && !(k == mic && s.muted) && may_open_unasked(s) && s.resumptions < most_resumptions;
}

// A track that is there and no good: its capture died or its picture froze behind flags that look well, or the system has
// moved on to another microphone. In Firefox another one would be asked for, and in guard mode the host chooses.
bool worth_renewing(const State& s, Capability k) {
  if (!s.device(k).held() || !resumable(s, k)) return false;
  const Cause cause = cause_of(s, k);
  const bool moved_on = cause == Cause::default_changed && s.environment.engine != Engine::gecko && !s.settings.guard;
  const bool stalled = cause == Cause::camera_frozen && s.device(k).evidence.stalled_ms >= stall_limit_ms;
  return cause == Cause::capture_dead || stalled || moved_on;
}

// Nothing is held any more, and nothing that was heard on it counts.
void let_go(Device& device) {
  device.track = Track::none;
  device.track_id = 0;
  device.request = 0;
  device.evidence = forget_track(device.evidence);
}

// The old capture ends before the new one begins: Firefox and iOS bear no second one of the same device.
void renew(Turn& t, Capability k) {
  ++t.s.resumptions;
  close_kinds(t, just(k));
  t.order(TellTrackReplaced{k, 0});
  if (k == mic) t.s.phase = Phase::interrupted;
  open(t, just(k));
}

}  // namespace

void wish(Turn& t) {
  if (t.s.in_call) return;
  t.s.pressed_lately = true;
  t.order(SetTimer{Timer::press_lapses, press_lapses_ms});
}

void lapse(Turn& t) {
  if (!t.s.pressed_lately) return;
  t.s.pressed_lately = false;
  t.order(CancelTimer{Timer::press_lapses});
}

bool may_begin(const State& s) { return s.visible && (s.pressed_lately || s.person_answers); }

bool says_how_to_stay(Cause told) { return is_site_block(told) || told == Cause::reset || told == Cause::grant_expired; }

bool in_trouble(const State& s, Capability k) { return cause_of(s, k) != Cause::none; }

void open(Turn& t, Kinds kinds) {
  State& s = t.s;
  s.awaiting = kinds;
  ++s.request;
  for (const Capability k : capabilities) {
    Evidence& seen = s.device(k).evidence;
    if (!kinds.has(k)) continue;
    seen.asked_when_denied = seen.permission == Permission::denied;
  }
  s.prompt_unseen = false;
  s.prompting = expects_prompt(s, kinds);
  s.person_answers = person_must_answer(s, kinds);
  if (s.phase != Phase::live && s.phase != Phase::interrupted) s.phase = s.prompting ? Phase::asking : Phase::opening;
  t.order(Open{s.request, kinds});
  if (s.prompting) t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
  else t.order(SetTimer{Timer::prompt_expected, prompt_expected_ms});
}

void detach(Turn& t) {
  State& s = t.s;
  // In guard mode the call is the host's, and so are the tracks that were opened in place of lost ones.
  const auto host_has = [&](Capability k) { return s.device(k).held() && (s.settings.guard || s.device(k).request == 0); };
  const Kinds theirs{host_has(mic), host_has(cam)};
  const bool hung_up = s.settings.guard ? s.in_call : theirs.microphone;
  if (theirs.microphone) t.order(WatchLevel{false});
  if (theirs.camera) t.order(WatchFrames{false});
  for (const Capability k : capabilities)
    if (theirs.has(k)) let_go(s.device(k));
  if (hung_up) leave_call(t, Phase::idle);
}

void steady(Turn& t) { t.order(SetTimer{Timer::steady, steady_ms}); }

void answered(Turn& t) {
  State& s = t.s;
  for (const Capability k : capabilities) s.device(k).evidence.ignored = false;
  t.order(CancelTimer{s.prompting ? Timer::prompt_ignored : Timer::prompt_expected});
  s.awaiting = {};
  s.prompting = s.person_answers = false;
  s.prompt_unseen = false;
}

static void open_what_is_missing(Turn& t, bool camera_too) {
  State& s = t.s;
  if (s.phase == Phase::chatting) t.order(CloseChat{});
  s.host_turn = false;
  s.ring.guided = false;
  s.aside = Aside::none;  // a press of ours: that dialog is closed, or was never shown
  // Who tries again has followed the words on the screen, or at least read them: what comes of it counts for or against them.
  const bool guided = s.phase == Phase::blocked || s.phase == Phase::choosing || s.phase == Phase::interrupted;
  for (const Capability k : capabilities) {
    Evidence& seen = s.device(k).evidence;
    const Cause first = first_cause_of(s, k);
    if (!guided || first != seen.tried) seen.doubt = 0;
    seen.tried = guided ? first : Cause::none;
  }
  const bool calling = s.phase == Phase::live || s.phase == Phase::interrupted;
  if (s.in_flight()) {  // the prompt of an earlier press is still open: wait for that answer
    if (!calling) s.phase = s.prompting ? Phase::asking : Phase::opening;
    return;
  }
  if (!calling) s.phase = Phase::blocked;  // until something better is found below
  Kinds kinds = s.missing();
  if (kinds.microphone && (impossible(s, mic) || asking_is_over(s, mic))) return;
  const bool camera_hopeless = impossible(s, cam) || asking_is_over(s, cam);
  const bool camera_denied = s.camera.evidence.permission == Permission::denied;
  if (kinds.camera && (camera_hopeless || (camera_denied && !camera_too))) {
    // The microphone may still be had: that is for the visitor to choose, not for us to assume.
    if (!calling && s.microphone.evidence.permission != Permission::denied) {
      s.phase = Phase::choosing;
      return;
    }
    kinds.camera = false;
  }
  if (!kinds.any()) return;
  // A combined request shows one prompt, but Chromium ties its tracks together: where nothing will be asked, each kind
  // gets a stream of its own, so that losing one never ends the other.
  // What a guard opens it closes again, so there one request does for both.
  const bool nothing_to_ask = granted(s, mic) && granted(s, cam) && s.environment.engine != Engine::gecko && !s.settings.guard;
  if (kinds.both() && nothing_to_ask) kinds.camera = false;
  s.resumptions = 0;  // a new press, a new start
  open(t, kinds);
}

void ask(Turn& t, bool camera_too) {
  open_what_is_missing(t, camera_too);
  wish(t);
}

bool replace_worn(Turn& t) {
  if (t.s.phase != Phase::live || t.s.busy()) return false;
  for (const Capability k : capabilities) {
    if (!worth_renewing(t.s, k)) continue;
    renew(t, k);
    return true;
  }
  return false;
}

void pursue(Turn& t) {
  State& s = t.s;
  if (s.busy() || (!s.in_call && !may_begin(s))) return;
  if (replace_worn(t)) return;
  const Kinds missing = s.missing();
  const bool microphone = missing.microphone && resumable(s, mic);
  const bool camera = missing.camera && resumable(s, cam);
  const auto resume = [&](Capability k) {
    if (s.in_call) ++s.resumptions;
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

void place(Turn& t) {
  State& s = t.s;
  const bool joined_soon = s.awaiting.microphone && (s.phase == Phase::opening || s.phase == Phase::asking);
  if (!s.in_call && !s.microphone.held() && !joined_soon) close_kinds(t, just(cam));  // a camera alone is no call
  if (s.in_flight()) return;
  if (s.microphone.held()) {
    s.phase = Phase::live;
  } else if (s.in_call) {
    s.phase = Phase::interrupted;
  } else {
    const bool only_the_camera = s.wanted().camera && in_trouble(s, cam) && !in_trouble(s, mic);
    s.phase = only_the_camera ? Phase::choosing : Phase::blocked;
  }
}

// Guard mode, before the call: the request was only to see that nothing stands in the way. The host opens its own.
void clear_the_way(Turn& t) {
  State& s = t.s;
  const Kinds cleared = s.held();
  close_kinds(t, cleared);
  s.phase = Phase::opening;
  s.host_turn = true;
  t.order(TellCleared{cleared});
  t.order(SetTimer{Timer::host_expected, host_expected_ms});
}

void settle(Turn& t, Kinds arrived, Request request) {
  State& s = t.s;
  const bool from_host = request == 0;
  if (s.recovering() && !s.recovers().without(s.held()).any()) s.aside = Aside::none;  // it came another way
  if (s.microphone.held() && s.settings.guard && !s.in_call && !from_host) return clear_the_way(t);
  if (s.microphone.held()) {
    s.phase = Phase::live;
    if (s.host_turn) t.order(CancelTimer{Timer::host_expected});
    s.host_turn = false;
    if (!s.in_call) {
      lapse(t);
      s.in_call = true;
      t.order(TellStream{request, s.held()});
    } else if (!from_host) {
      for (const Capability k : capabilities)
        if (arrived.has(k)) t.order(TellTrackReplaced{k, request});
    }
    if (arrived.microphone) {
      if (s.muted) t.order(Enable{just(mic), false});
      t.order(WatchLevel{true, s.settings.hear_while_muted});
    }
    if (arrived.camera) t.order(WatchFrames{true});
    if (arrived.microphone && !s.advised && (s.advising || says_how_to_stay(s.microphone.told))) {
      s.advised = s.advising = true;
      t.order(SetTimer{Timer::advice_read, advice_read_ms});
    }
    steady(t);
    pursue(t);
    return;
  }
  // The camera was recovered, and the microphone is there for the taking: the same press goes on.
  if (!from_host && !s.in_flight() && !s.in_call && s.camera.held() && granted(s, mic) && resumable(s, mic)) return open(t, just(mic));
  if (!s.in_call && !in_trouble(s, mic)) s.microphone.evidence.refusal = Refusal::other;
  place(t);
  if (s.in_call) pursue(t);  // the microphone ended while the camera was asked for
}

void lose(Turn& t, Capability kind, Loss loss) {
  State& s = t.s;
  Device& device = s.device(kind);
  let_go(device);
  const bool on_the_phone = s.environment.form != Form::desktop;
  const Away away = s.away == Away::none && !s.visible && on_the_phone ? Away::hidden : s.away;
  device.evidence = witness_loss(device.evidence, loss, away);
  t.order(TellTrackReplaced{kind, 0});
  if (kind == mic) {
    t.order(WatchLevel{false});
    if (s.phase == Phase::live) s.phase = Phase::interrupted;
  } else {
    t.order(WatchFrames{false});
  }
  // The track ends and the permission changes in either order: ask again before anything is concluded.
  t.order(ReadPermission{kind});
}

void close_kinds(Turn& t, Kinds kinds) {
  State& s = t.s;
  const Kinds closing = kinds.only(s.held());
  if (!closing.any()) return;
  if (closing.both() && s.microphone.request == s.camera.request) {
    t.order(Close{s.microphone.request, closing});
  } else {
    for (const Capability k : capabilities)
      if (closing.has(k)) t.order(Close{s.device(k).request, just(k)});
  }
  if (closing.microphone) t.order(WatchLevel{false});
  if (closing.camera) t.order(WatchFrames{false});
  for (const Capability k : capabilities)
    if (closing.has(k)) let_go(s.device(k));
}

// The browser's own element asks, and its answer comes as a fact. Nothing is opened here.
void recover(Turn& t) {
  State& s = t.s;
  const Recovery element = recovery_of(s);
  if (element == Recovery::none || s.in_flight() || s.recovering()) return;
  s.aside = aside_of(element);
  s.host_turn = false;
  t.order(Recover{++s.request, kinds_of(element)});
  wish(t);
}

void reveal(Turn& t) {
  State& s = t.s;
  const auto kind = explained(s);
  if (!kind || s.busy() || !can_be_shown(s, *kind, cause_of(s, *kind))) return;
  s.aside = Aside::reveal;
  t.order(Open{++s.request, just(*kind)});
  wish(t);
}

void leave_call(Turn& t, Phase to) {
  State& s = t.s;
  lapse(t);
  s.aside = Aside::none;
  s.advising = false;
  close_kinds(t, s.held());
  if (s.in_call) t.order(CancelTimer{Timer::steady});
  for (const Capability k : capabilities) {
    s.device(k).evidence.loss = Loss::none;
    s.device(k).evidence.loss_explained = false;
    s.device(k).evidence.away = Away::none;
  }
  if (s.host_turn) t.order(CancelTimer{Timer::host_expected});
  s.host_turn = false;
  s.in_call = false;
  s.lent = {};
  s.muted = false;
  s.audio = AudioContextState::running;
  s.audio_lasts = false;
  s.output_blocked = false;
  s.away = Away::none;
  s.resumptions = 0;
  s.phase = to;
}

}  // namespace earshot
