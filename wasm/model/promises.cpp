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

// One request may follow another without a new press only when a device failed: then nobody has refused
// anything.
bool goes_on_after_device_trouble(const Happening& it, const Open& open) {
  const auto* failed = it.is<RequestFailed>();
  if (!failed || open.kinds.both()) return false;
  const Refusal refusal = refusal_of(*failed);
  return refusal != Refusal::not_allowed && refusal != Refusal::dismissed && refusal != Refusal::by_system;
}

bool believed_granted(const Happening& it, Kinds kinds) {
  const bool microphone = it.before.microphone.seen.permission == Permission::granted ||
                          it.after.microphone.seen.permission == Permission::granted;
  return (!kinds.microphone || microphone) &&
         (!kinds.camera || it.after.camera.seen.permission == Permission::granted);
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
  if (before.in_flight() && !was_answered) return "2. never two requests in flight";
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
  if (lost && anew && !would_ask && its_turn && possible && before.page.visible && opened != 1)
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
  const std::vector<TrackRef>* arrived = opened      ? &opened->tracks
                                         : attached  ? &attached->tracks
                                         : recovered ? &recovered->tracks
                                                     : nullptr;
  const Request number = opened                    ? opened->request
                         : !recovered              ? 0
                         : recovered->request != 0 ? recovered->request
                                                   : it.before.request;
  const bool by_others = it.is<TrackEnded>() || it.is<StreamDetached>();
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

}  // namespace

const char* broken_by_step(const State& before, const Fact& fact, const Next& next) {
  const Happening it{before, fact, next.state, next.effects};
  int opened = 0;
  Kinds closed{};
  if (const char* broken = beside(it)) return broken;
  for (const Effect& effect : next.effects) {
    if (const auto* close = std::get_if<Close>(&effect)) {
      closed = closed.and_also(close->kinds);
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
  if (name_of(shown.title).empty()) return "5. every word has a name";
  if ((shown.orb == Orb::live || shown.orb == Orb::live_audio_only) && !s.microphone.held())
    return "9. live means a live track";
  const bool waits = s.phase == Phase::opening || s.phase == Phase::asking;
  if (waits && !s.in_flight() && !s.host_turn) return "5. nobody waits for an answer that cannot come";
  return nullptr;
}

std::string describe_break(const char* promise, const State& before, const Fact& fact, const State& after) {
  return std::string{promise} + ": from " + std::string{name_of(before.phase)} + " on " + describe(fact) +
         " to " + std::string{name_of(after.phase)};
}

}  // namespace earshot
