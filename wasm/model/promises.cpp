#include "model/promises.hpp"
#include <algorithm>
#include "core/decide/diagnose.hpp"
#include "core/decide/explained.hpp"
#include "core/decide/observe.hpp"
#include "core/show/view.hpp"
#include "model/invariants.hpp"
#include "model/walk.hpp"

namespace earshot {
namespace {

struct Happening {
  const State& before;
  const Fact& fact;
  const State& after;
  const Effects& effects;

  template <class Kind>
  const Kind* is() const {
    return std::get_if<Kind>(&fact);
  }
};

// One request may follow another without a new press only when a device failed, or when the system forbids
// one of two kinds: then nobody has refused anything.
bool goes_on_after_device_trouble(const Happening& it, const Open& open) {
  const auto* failed = it.is<RequestFailed>();
  if (!failed || open.kinds.both()) return false;
  const Refusal refusal = refusal_of(*failed);
  return refusal != Refusal::not_allowed && refusal != Refusal::dismissed;
}

bool believed_granted(const Happening& it, Kinds kinds) {
  const bool microphone = it.before.microphone.seen.permission == Permission::granted ||
                          it.after.microphone.seen.permission == Permission::granted;
  return (!kinds.microphone || microphone) &&
         (!kinds.camera || it.after.camera.seen.permission == Permission::granted);
}

// Whoever chooses, looks at the words for the camera.
bool for_camera(const State& s, const Pressed& press) {
  return press.action == Action::enable_camera || press.action == Action::show_where ||
         (press.action == Action::try_again && (s.phase == Phase::choosing || s.phase == Phase::live));
}

const char* opening(const Happening& it, const Open& open) {
  const State& before = it.before;
  const State& after = it.after;
  const bool pressed = it.is<Pressed>();
  const bool goes_on = goes_on_after_device_trouble(it, open);
  const bool at_its_word = before.environment.engine != Engine::gecko || after.page.visible;
  if (!pressed && !goes_on && !(believed_granted(it, open.kinds) && at_its_word))
    return "1. nothing prompts without a press";
  const bool in_answer = it.is<RequestFailed>() || it.is<RequestOpened>() || it.is<RecoveryStreamed>();
  if (!pressed && !after.call.begun && !after.page.visible) return "1. no new call begins unseen";
  const bool answered_now = before.asking.person_answers || it.is<RecoveryStreamed>();
  if (!pressed && !after.call.begun && !before.pressed_lately && !(in_answer && answered_now))
    return "1. no call begins from an old press";
  if (after.settings.guard && after.call.begun && open.kinds.without(before.call.lent).any())
    return "7. guard mode opens only what the host attached";
  const bool was_answered = it.is<RequestFailed>() || it.is<RequestOpened>();
  // No question was expected and no answer came for 15 s: a press gives that request up. Its late stream is
  // closed (promise 3).
  // One for the camera alone also gives way to the voice.
  const auto* timer = it.is<TimerFired>();
  const bool just_ignored = timer && timer->timer == Timer::prompt_ignored;
  const bool given_up =
      (pressed || !before.asking.kinds.microphone) && (just_ignored || may_be_abandoned(before));
  if (before.in_flight() && !was_answered && !given_up) return "2. never two requests in flight";
  // The browser's own dialog may be open. Only what ends the wait for it, or a press, goes on.
  const auto* press = it.is<Pressed>();
  const bool to_show = press && press->action == Action::show_where && after.aside == Aside::reveal;
  if (after.aside != Aside::none && !to_show) return "2. no request beside the browser's own dialog";
  const auto* recovered = it.is<RecoveryStreamed>();
  const bool carried =
      recovered && std::any_of(recovered->tracks.begin(), recovered->tracks.end(), [&](const TrackRef& ref) {
        return open.kinds.has(ref.kind) && !before.device(ref.kind).held();
      });
  if (carried) return "2. what the browser's own element delivered is not asked for again";
  const auto* failed = it.is<RequestFailed>();
  // What was refused was asked before it was allowed.
  const bool only_the_icon = failed && before.aside == Aside::reveal;
  if (failed && !only_the_icon) {
    const Refusal refusal = refusal_of(*failed);
    if (refusal == Refusal::not_allowed || refusal == Refusal::dismissed)
      return "8. a refusal is never followed by another prompt";
  }
  for (const MediaKind k : media_kinds) {
    if (!open.kinds.has(k)) continue;
    const Lost& lost = before.device(k).seen.lost;
    const bool off = before.call.begun && lost.turned_off();
    if (!pressed && !goes_on && off) return "7. what the host turned off is not opened by itself";
    if (k == cam && pressed && off && !for_camera(before, *press))
      return "7. a press for the voice does not turn on the camera that the host turned off";
    if (after.device(k).held()) return "2. what is held is not captured a second time";
    if (asking_is_over(after, k)) return "8. Chromium is not asked a third time after two dismissals";
  }
  if (open.kinds.microphone && !pressed && !goes_on && after.call.muted)
    return "7. nobody who muted is heard again without a press";
  return nullptr;
}

// Facts that may end the wait for the browser's own element, or for the icon to come back.
bool may_end_aside(const Happening& it) {
  if (it.before.aside == Aside::reveal && (it.is<RequestOpened>() || it.is<RequestFailed>())) return true;
  if (it.is<RecoveryStreamed>() || it.is<RecoveryCancelled>() || it.is<RecoveryFailed>())
    return it.before.recovering();
  const auto* timer = it.is<TimerFired>();
  if (timer && timer->timer == Timer::recovery_expected) return it.before.recovering();
  if (timer && timer->timer == Timer::host_expected && it.before.host_turn) return true;  // the call is over
  const auto* acted = it.is<MediaSessionActed>();
  return it.is<Pressed>() || it.is<StreamDetached>() || it.is<StreamAttached>() ||
         (acted && acted->action == MediaSessionAction::hangup);
}

// The browser's own element, and the request that only brings the icon back.
const char* beside(const Happening& it) {
  const State& before = it.before;
  const State& after = it.after;
  const auto* press = it.is<Pressed>();
  for (const Effect& effect : it.effects) {
    const auto* recover = std::get_if<Recover>(&effect);
    if (!recover) continue;
    if (!press || press->action != Action::recover || !after.recovering())
      return "1. only a press uses the browser's own element";
    if (before.in_flight()) return "2. never two requests in flight";
    if (!recover->kinds.any() || recover->kinds.without(before.missing()).any())
      return "3. only what is missing is recovered";
  }
  if (after.in_flight() && after.aside != Aside::none)
    return "2. nothing is asked for beside the browser's own dialog";
  if (before.aside != Aside::none && after.aside != before.aside && !may_end_aside(it))
    return "5. only its answer, a press or a timer ends the wait for the browser's dialog";
  const bool waits = before.recovering() && after.recovering() && !press;
  const auto element = [](const State& s) {
    const Verdicts verdicts = diagnose(s);
    return explained(s, verdicts) ? std::optional{recovery_of(s, verdicts)} : std::nullopt;
  };
  if (waits && element(before) && element(after) && element(before) != element(after))
    return "5. the browser's element stays until its answer is there";
  const auto* recovered = it.is<RecoveryStreamed>();
  const bool awaited =
      recovered && before.recovering() && (recovered->request == 0 || recovered->request == before.request);
  // A guard only clears the way: it closes them again. And no call begins where nobody sees it.
  const bool closed_again = before.settings.guard || (!before.call.begun && !before.page.visible);
  if (awaited && !closed_again && !before.microphone.held())
    for (const TrackRef& ref : recovered->tracks)
      if (ref.kind == mic && !after.microphone.held())
        return "7. what the browser's own element delivers is taken";
  return nullptr;
}

// A permission that is granted again, in a call that lost its media.
const char* resuming(const Happening& it, int opened) {
  const auto* read = it.is<PermissionRead>();
  const State& before = it.before;
  if (!read || read->kind == Capability::notifications || read->state != Permission::granted || before.busy())
    return nullptr;
  const MediaKind kind = *media_kind_of(read->kind);
  const Device& device = before.device(kind);
  const bool lost = before.call.begun && !device.held() && before.wanted().has(kind);
  const bool anew = device.seen.permission != Permission::granted && device.seen.devices != Devices::absent;
  const bool its_turn =
      kind == mic ? before.phase == Phase::interrupted && !before.call.muted : before.phase == Phase::live;
  const bool possible = before.environment.policy(kind) != Policy::forbidden && before.environment.secure &&
                        before.environment.media_devices && !before.environment.opaque_origin;
  // Firefox grants one device at a time: with another one, it would ask.
  const bool would_ask = before.environment.engine == Engine::gecko && device.seen.devices == Devices::others;
  // What the host ended is the host's, what a phone call has is not to be had, and what waits opens in a
  // moment.
  const bool safari_waits =
      before.environment.engine == Engine::webkit && (before.call.audio == AudioContextState::interrupted ||
                                                      before.device(other(kind)).track.muted_by_browser);
  const bool not_now = device.seen.lost.turned_off() || before.put_off.any() || safari_waits;
  if (lost && anew && !would_ask && !not_now && its_turn && possible && before.page.visible && opened != 1)
    return "7. a resumed permission resumes the media";
  return nullptr;
}

// A call of ours begins where the visitor sees it. What the host opens itself is the host's to begin.
const char* beginning(const Happening& it) {
  const bool cleared = std::any_of(it.effects.begin(), it.effects.end(), [](const Effect& effect) {
    return std::holds_alternative<TellCleared>(effect);
  });
  const bool begins = cleared || (it.after.call.begun && !it.before.call.begun);
  if (!begins || it.is<StreamAttached>()) return nullptr;
  if (!it.after.page.visible) return "1. no new call begins unseen";
  if (!it.before.pressed_lately && !it.before.asking.person_answers && !it.is<RecoveryStreamed>())
    return "1. no call begins from an old press";
  return nullptr;
}

// Guard mode: the host has in its call what it attached, until it takes that back.
const char* lending(const Happening& it) {
  const auto* attached = it.is<StreamAttached>();
  Kinds given{};
  if (const auto* failed = it.is<HostFailed>()) given = failed->kinds;  // it wants them
  if (attached)
    for (const TrackRef& ref : attached->tracks) given = given.and_also(just(ref.kind));
  if (it.after.call.lent.without(it.before.call.lent).without(given).any()) return "7. only the host lends";
  if ((it.is<StreamDetached>() || !it.after.call.begun) && it.after.call.lent.any())
    return "7. what the host takes back is not wanted any more";
  return nullptr;
}

// What is no longer held was ended by the browser, taken back by the host or closed by us; what arrives
// unwanted is closed.
const char* letting_go(const Happening& it, Kinds closed) {
  const auto* opened = it.is<RequestOpened>();
  const auto* attached = it.is<StreamAttached>();
  const auto* recovered = it.is<RecoveryStreamed>();
  const TrackRefs* arrived = opened      ? &opened->tracks
                             : attached  ? &attached->tracks
                             : recovered ? &recovered->tracks
                                         : nullptr;
  const Request number = opened                    ? opened->request
                         : !recovered              ? 0
                         : recovered->request != 0 ? recovered->request
                                                   : it.before.request;
  const bool by_others = it.is<TrackEnded>() || it.is<TrackStopped>() || it.is<StreamDetached>();
  for (const MediaKind k : media_kinds) {
    const bool gone = it.before.device(k).held() && !it.after.device(k).held();
    if (gone && !by_others && !closed.has(k)) return "3. a track that is let go of is closed";
    if (!arrived) continue;
    const bool carried =
        std::any_of(arrived->begin(), arrived->end(), [&](const TrackRef& ref) { return ref.kind == k; });
    const bool taken = !it.before.device(k).held() && it.after.device(k).held();
    const bool said_twice = number != 0 && (it.before.microphone.track.request == number ||
                                            it.before.camera.track.request == number);
    if (carried && !taken && !closed.has(k) && !said_twice) return "3. a stream nobody waits for is closed";
  }
  return nullptr;
}

// Chromium counts what a person closes, and so do we: never what went away by itself.
const char* counting(const Happening& it) {
  const auto* failed = it.is<RequestFailed>();
  const auto* of_host = it.is<HostFailed>();  // its time is not known
  const bool closed =
      (failed && refusal_of(*failed) == Refusal::dismissed && failed->elapsed_ms >= nobody_answers_ms) ||
      (of_host && of_host->message.find("dismissed") != std::string::npos);
  for (const MediaKind k : media_kinds) {
    const Unanswered &before = it.before.device(k).seen.unanswered,
                     &after = it.after.device(k).seen.unanswered;
    if (after.dismissals > before.dismissals && !closed && !it.is<Remembered>())
      return "8. only a person's answer counts as a dismissal";
  }
  return nullptr;
}

// Heard or seen, as far as the core was told, with this fact: then there is no reason to open it anew.
bool healthy(const Happening& it, MediaKind k) {
  Track track = it.before.device(k).track;
  if (const auto* level = it.is<Level>(); level && k == mic) track = witness_level(track, *level);
  if (const auto* frames = it.is<Frames>(); frames && k == cam) track = witness_frames(track, *frames);
  if (const auto* read = it.is<DevicesRead>()) {
    track.default_changed |= read->default_changed;  // which Earshot follows, outside guard mode
    if ((k == mic ? read->microphones : read->cameras) == 0) return false;
  }
  const bool gives =
      k == cam ? track.stalled_ms < stall_limit_ms
               : track.starved_ms < starved_limit_ms && (track.gated || track.silent_ms < dead_capture_ms);
  const bool follows = track.default_changed && !it.before.settings.guard;
  return track.state == TrackState::live && gives && !follows;
}

// A press, the host, or the end of the call may close what is well. Nothing else does.
const char* sparing(const Happening& it, const Close& close) {
  const bool ordered = it.is<Pressed>() || it.is<MediaSessionActed>() || it.is<StreamDetached>() ||
                       it.is<StreamAttached>() || it.is<RequestOpened>() || it.is<RecoveryStreamed>();
  if (ordered || !it.before.call.begun || !it.after.call.begun) return nullptr;
  for (const MediaKind k : media_kinds) {
    const Track& track = it.before.device(k).track;
    if (!close.kinds.has(k) || !it.before.device(k).held() || track.request != close.request) continue;
    if (healthy(it, k)) return "3. no healthy capture is closed by itself";
    if (it.before.settings.guard && close.request == 0 && !it.is<DevicesRead>())
      return "3. what the host opened is not closed by itself";
  }
  return nullptr;
}

// Can this page have a microphone at all? Where it cannot, a track that is held is the host's, and from
// elsewhere.
bool possible(const State& s) {
  const Environment& e = s.environment;
  return e.secure && e.media_devices && e.microphone_policy != Policy::forbidden && !e.opaque_origin;
}

// Nobody is heard, and that for long: do the words say so?
const char* unheard(const State& s, const Verdicts& verdicts, const View& shown) {
  const Track& track = s.microphone.track;
  const bool zeros = !track.gated && track.silent_ms >= (track.heard ? sound_lost_ms : silence_limit_ms);
  const bool lasts =
      (track.muted_by_browser && track.mute_lasts) || zeros || track.starved_ms >= starved_limit_ms;
  if (s.phase != Phase::live || s.call.muted || s.busy() || !lasts || !possible(s)) return nullptr;
  if (message_of(s, verdicts).heard) return "5. the far end learns that nobody is heard";
  if (shown.title == Title::listening || shown.title == Title::in_call ||
      shown.title == Title::talking_without_camera)
    return "5. whoever is not heard for long is told";
  const bool leads_on = std::any_of(shown.actions.begin(), shown.actions.end(), [](Action action) {
    return action == Action::try_again || action == Action::hear;
  });
  // The site's own mute is the site's to undo, no press of ours gives Firefox an output, and Chromium is not
  // asked a third time.
  const bool others = track.off_by_host || s.visit.no_output || asking_is_over(s, mic);
  if (!leads_on && !others) return "5. whoever is not heard for long has a press that leads on";
  return nullptr;
}

// The camera stands in the way of a microphone that might be had.
const char* voice_behind_camera(const State& s, const View& shown) {
  const bool at_hand = std::any_of(shown.actions.begin(), shown.actions.end(), [](Action action) {
    return action == Action::audio_only || action == Action::try_again || action == Action::recover;
  });
  const bool combined = s.phase == Phase::blocked && s.microphone.seen.answer.combined && s.wanted().camera &&
                        s.microphone.seen.permission != Permission::denied && !asking_is_over(s, mic);
  if ((s.phase == Phase::choosing || combined) && !s.recovering() && !at_hand && possible(s))
    return "6. the camera's trouble leaves the voice a press away";
  return nullptr;
}

}  // namespace

const char* broken_by_step(const State& before, const Fact& fact, const Next& next) {
  const Happening it{before, fact, next.state, next.effects};
  int opened = 0;
  Kinds closed{};
  if (const char* broken = beside(it)) return broken;
  for (const Effect& effect : next.effects) {
    if (const auto* close = std::get_if<Close>(&effect)) {
      closed = closed.and_also(close->kinds);
      if (const char* broken = sparing(it, *close)) return broken;
      for (const MediaKind k : media_kinds) {
        const Device& now = next.state.device(k);
        const bool was_held = before.device(k).held() && before.device(k).track.request == close->request &&
                              now.track.id == before.device(k).track.id;
        if (close->kinds.has(k) && close->request != 0 && was_held && now.held())
          return "9. what was closed is not believed to be held";
      }
    }
    if (const auto* open = std::get_if<Open>(&effect)) {
      ++opened;
      if (const char* broken = opening(it, *open)) return broken;
    }
  }
  if (opened > 1) return "2. one request at a time";
  if (const char* broken = beginning(it)) return broken;
  if (const char* broken = lending(it)) return broken;
  if (const char* broken = resuming(it, opened)) return broken;
  if (const char* broken = letting_go(it, closed)) return broken;
  if (const char* broken = counting(it)) return broken;
  if (const auto* ended = it.is<TrackEnded>();
      ended && before.camera.held() && ended->track == before.camera.track.id)
    if (before.microphone.held() != next.state.microphone.held())
      return "6. losing the camera never costs the microphone";
  return nullptr;
}

const char* broken_by_state(const State& s) {
  if (const char* broken = broken_invariant(s)) return broken;
  const bool in_call = s.phase == Phase::live || s.phase == Phase::interrupted;
  // A recovered camera may wait for its microphone, which the same press goes on to open.
  const bool joining = (s.phase == Phase::opening || s.phase == Phase::asking) && s.asking.kinds.microphone &&
                       !s.microphone.held();
  if (!in_call && !joining && s.held().any()) return "3. no track is held outside a call";
  const Verdicts verdicts = diagnose(s);
  if (reduce(s, verdicts, Pressed{Action::open_chat}).state.phase != Phase::chatting)
    return "4. from everywhere to the chat";
  const View shown = view(s, verdicts);
  const bool typed =
      std::find(shown.steps.begin(), shown.steps.end(), Step::type_settings_address) != shown.steps.end();
  if (shown.address.empty() == typed) return "5. the address to type stands where the steps speak of it";
  if (shown.link != link_of(s, verdicts) || shown.address != address_of(s, verdicts))
    return "5. a press leads where the words say";
  if (shown.actions.empty()) return "5. there is always something to press";
  if (shown.actions.full() || shown.steps.full()) return "5. no word is left out for want of room";
  if (const char* broken = unheard(s, verdicts, shown)) return broken;
  if (const char* broken = voice_behind_camera(s, shown)) return broken;
  if (name_of(shown.title).empty()) return "5. every word has a name";
  if ((shown.orb == Orb::live || shown.orb == Orb::live_audio_only) && !s.microphone.held())
    return "9. live means a live track";
  const bool waits = s.phase == Phase::opening || s.phase == Phase::asking;
  if (waits && !s.in_flight() && !s.host_turn && !s.put_off.any())
    return "5. nobody waits for an answer that cannot come";
  return nullptr;
}

std::string describe_break(const char* promise, const State& before, const Fact& fact, const State& after) {
  return std::string{promise} + ": from " + std::string{name_of(before.phase)} + " on " + describe(fact) +
         " to " + std::string{name_of(after.phase)};
}

}  // namespace earshot
