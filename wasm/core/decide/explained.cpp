#include "core/decide/explained.hpp"
#include "core/decide/remedy.hpp"

namespace earshot {
namespace {

// It stays in the card until its media are there: out of the page, <usermedia> would never hand them over.
Recovery pressed_element(const State& s) {
  switch (s.aside) {
    case Aside::usermedia: return Recovery::usermedia;
    case Aside::microphone: return Recovery::microphone;
    case Aside::camera: return Recovery::camera;
    case Aside::none:
    case Aside::reveal: break;
  }
  return Recovery::none;
}

// In which remedy this state's explanation ends.
Remedy remedy_now(const State& s, const Verdicts& v, MediaKind kind) {
  return remedy_of(cause_to_mend(s, v, kind), capability_of(kind), s.environment);
}

}  // namespace

std::optional<MediaKind> explained(const State& s, const Verdicts& v) {
  if (s.in_flight() && !may_be_abandoned(s)) return std::nullopt;
  switch (s.phase) {
    case Phase::blocked: return mic;
    case Phase::interrupted:
      if (ready_but_muted(s) || s.microphone.seen.loss_unexplained() || s.put_off.microphone)
        return std::nullopt;
      return mic;
    case Phase::choosing: return cam;
    case Phase::live:
      if (hearing_is_explained(s, v)) return std::nullopt;
      if (!s.call.muted && !s.microphone.track.off_by_host && cannot_be_heard(v)) return mic;
      if (s.call.muted && !s.recovering()) return std::nullopt;  // that is what the words say then
      if (s.camera.held() && v.camera.cause != Cause::none) return cam;
      if (s.missing().camera && !s.put_off.camera) return cam;
      if (s.call.far_end == FarEnd::ready && hardly_heard(v)) return mic;
      return std::nullopt;
    case Phase::starting:
    case Phase::idle:
    case Phase::opening:
    case Phase::asking:
    case Phase::chatting:
    case Phase::ended: break;
  }
  return std::nullopt;
}

Kinds kinds_of(Recovery element) {
  switch (element) {
    case Recovery::usermedia: return {true, true};
    case Recovery::microphone: return just(mic);
    case Recovery::camera: return just(cam);
    case Recovery::none: break;
  }
  return {};
}

Cause cause_to_mend(const State& s, const Verdicts& v, MediaKind k) {
  // Lifted a moment ago by the element, whose media are on their way: the card stays as it is, or the element
  // would be lost.
  const bool just_lifted = s.recovering() && v.of(k).cause == Cause::none;
  const Cause cause = v.of(k).cause;
  const bool over = asking_is_over(s, k) && cause != Cause::app_not_permitted;
  return just_lifted || over ? Cause::blocked_for_site : cause;
}

Recovery recovery_for(const State& s, const Verdicts& v, MediaKind kind, Cause cause) {
  const Environment& e = s.environment;
  if (s.recovering()) return pressed_element(s);
  if (e.in_app || !recoverable(cause) || !s.missing().has(kind)) return Recovery::none;
  // <usermedia> asks for both kinds, whatever it is told: no site that wants the microphone alone may ask for
  // a camera.
  // So it is no way to a microphone where the site had turned the camera off.
  const bool both = e.recovers_usermedia && s.missing().both() && !s.camera.seen.lost.turned_off();
  if (kind == mic) {
    if (both && (!e.recovers_microphone || recoverable(cause_to_mend(s, v, cam)))) return Recovery::usermedia;
    return e.recovers_microphone ? Recovery::microphone : Recovery::none;
  }
  // Before the call the microphone must follow without a question of its own.
  const bool voice_follows = s.microphone.held() || s.microphone.seen.permission == Permission::granted;
  if (e.recovers_camera && voice_follows) return Recovery::camera;
  return both ? Recovery::usermedia : Recovery::none;
}

Recovery recovery_of(const State& s, const Verdicts& v) {
  const auto kind = explained(s, v);
  return kind ? recovery_for(s, v, *kind, cause_to_mend(s, v, *kind)) : Recovery::none;
}

std::string_view link_of(const State& s, const Verdicts& v) {
  const auto kind = explained(s, v);
  return kind ? settings_link(remedy_now(s, v, *kind), *kind, s.environment) : std::string_view{};
}

std::string_view address_of(const State& s, const Verdicts& v) {
  const auto kind = explained(s, v);
  return kind ? settings_address(remedy_now(s, v, *kind), *kind, s.environment) : std::string_view{};
}

bool can_be_shown(const State& s, MediaKind k, Cause cause) {
  const Environment& e = s.environment;
  return e.engine == Engine::chromium && e.form == Form::desktop && !e.standalone &&
         s.device(k).seen.permission == Permission::denied && is_site_block(cause) && s.missing().has(k);
}

bool system_may_ask(const Environment& e) {
  const bool asks = e.engine == Engine::chromium || e.engine == Engine::gecko;
  return asks && (e.os == Os::macos || e.os == Os::android);
}

bool expects_prompt(const State& s, Kinds kinds) {
  for (const MediaKind k : media_kinds) {
    if (!kinds.has(k)) continue;
    const Permission permission = s.device(k).seen.permission;
    if (permission == Permission::prompt || permission == Permission::unknown) return true;
    if (permission == Permission::denied && s.environment.engine == Engine::webkit) return true;
  }
  return false;
}

bool may_be_abandoned(const State& s) {
  // An app around the page may never answer at all, and shows no question that a second request could spoil.
  const bool waits_in_vain = s.environment.in_app || !expects_prompt(s, s.asking.kinds);
  // The camera's, while the microphone is lost: whoever presses wants to be heard, and nobody is asked.
  const bool voice_first = s.phase == Phase::interrupted && s.in_flight() && !s.asking.kinds.microphone &&
                           !s.asking.prompting && !s.asking.unfocused;
  return s.given_up_on() || voice_first || (s.asking.ignored.any() && waits_in_vain);
}

bool asking_is_over(const State& s, MediaKind kind) {
  const Observations& seen = s.device(kind).seen;
  const bool last_one = seen.unanswered.dismissals >= dismissals_before_embargo - 1 ||
                        seen.unanswered.ignores >= ignores_before_embargo - 1;
  return s.environment.engine == Engine::chromium && last_one && seen.permission != Permission::granted &&
         seen.permission != Permission::denied;
}

bool ready_but_muted(const State& s) {
  const Observations& seen = s.microphone.seen;
  return s.phase == Phase::interrupted && s.call.muted && !s.asking.kinds.microphone && !s.recovering() &&
         !seen.loss_unexplained() && seen.permission == Permission::granted;
}

bool held_up(const State& s, const Verdicts& verdicts) {
  const Cause cause = verdicts.microphone.cause;
  return s.phase == Phase::live && !s.call.muted && !s.microphone.track.off_by_host &&
         cannot_be_heard(verdicts) && (s.microphone.track.muted_by_browser || cause == Cause::interrupted);
}

bool hearing_may_be_explained(const State& s, const Verdicts& v) {
  const bool heard = s.call.muted || !cannot_be_heard(v);
  return s.phase == Phase::live && s.call.far_end == FarEnd::ready && heard && !s.recovering() &&
         !s.asking.prompting && v.microphone.cause != Cause::output_blocked;
}

bool hearing_is_explained(const State& s, const Verdicts& v) {
  return s.call.hears_nothing && hearing_may_be_explained(s, v);
}

bool hardly_heard(const Verdicts& verdicts) {
  const Verdict& said = verdicts.microphone;
  return said.cause == Cause::low_level && said.confidence == Confidence::likely;
}

bool cannot_be_heard(const Verdicts& verdicts) {
  const Cause cause = verdicts.microphone.cause;
  const bool no_sound =
      cause == Cause::silent || cause == Cause::hardware_muted || cause == Cause::muted_by_browser ||
      cause == Cause::interrupted || cause == Cause::backgrounded || cause == Cause::virtual_device ||
      cause == Cause::capture_dead || cause == Cause::no_output || cause == Cause::off_by_site;
  return no_sound && verdicts.microphone.confidence != Confidence::guess;
}

}  // namespace earshot
