// Which sentence a state deserves.
#include "core/decide/remedy.hpp"
#include "core/show/view_parts.hpp"

namespace earshot {
namespace {

enum class CameraTrouble : std::uint8_t { missing, busy, blocked, other };

CameraTrouble camera_trouble(Cause cause) {
  if (cause == Cause::no_device || cause == Cause::device_removed || cause == Cause::chosen_device_gone)
    return CameraTrouble::missing;
  if (cause == Cause::device_busy || cause == Cause::taken || cause == Cause::device_failed ||
      cause == Cause::camera_lost)
    return CameraTrouble::busy;
  // A block of this site's. The system, an app or the page itself stand in the way of every site.
  const bool of_site = is_site_block(cause) || cause == Cause::managed_policy;
  return of_site ? CameraTrouble::blocked : CameraTrouble::other;
}

// What the browser is really asking for: it leaves out what it has already granted.
Title prompt_title(const State& s, const Verdicts& v) {
  if (!s.page.visible) return Title::prompt_waits_for_tab;
  if (s.asking.looked_for) return Title::prompt_unseen;
  const Cause cause = v.of(s.asking.kinds.microphone ? mic : cam).cause;
  if (cause == Cause::request_held) return Title::prompt_waits_for_focus;
  if (s.given_up_on()) return Title::no_answer;
  if (!s.asking.prompting) return s.asking.slow ? Title::opening_slowly : Title::connecting;
  if (s.asking.ignored.any()) return Title::prompt_still_open;
  // Firefox names every kind that it is asked for; so does whoever asks in spite of what it says.
  const bool all = s.environment.engine == Engine::gecko || !expects_prompt(s, s.asking.kinds);
  const auto asks = [&](MediaKind k) {
    return s.asking.kinds.has(k) && (all || s.device(k).seen.permission != Permission::granted);
  };
  if (asks(mic) && asks(cam)) return Title::allow_microphone_and_camera;
  return asks(cam) ? Title::allow_camera : Title::allow_microphone;
}

// Said once, after a block: the next time need not be like this one.
Title advice_title(Engine engine) {
  if (engine == Engine::chromium) return Title::allowed_again_chromium;
  return engine == Engine::gecko ? Title::allowed_again_firefox : Title::allowed_again;
}

bool others_are_listed(const State& s) {
  const Devices devices = s.microphone.seen.devices;
  return devices == Devices::present || devices == Devices::others;
}

Title held_camera_title(Cause cause, const Environment& e) {
  if (cause == Cause::none || cause == Cause::off_by_site) return Title::in_call;
  // On phones another app has it, or stands beside the browser: no button of the browser's does that.
  if (cause == Cause::muted_by_browser)
    return e.form == Form::desktop ? Title::camera_paused_by_browser : Title::camera_paused;
  return cause == Cause::camera_not_started ? Title::camera_not_started : Title::camera_frozen;
}

// In a call the words for what holds the microphone up promise no press that begins one.
Title unheard_title(const State& s, Cause cause) {
  return cause == Cause::backgrounded ? Title::microphone_interrupted : blocked_title(s, cause);
}

Title live_title(const State& s, const Verdicts& v) {
  if (s.asking.kinds.camera && s.asking.prompting) return prompt_title(s, v);
  if (s.recovering()) return Title::answer_recovery;
  const Cause heard = v.microphone.cause;
  if (heard == Cause::output_blocked) return Title::sound_blocked;
  if (hearing_is_explained(s, v)) return Title::hearing_nothing;
  if (s.call.muted)
    return heard == Cause::speaking_while_muted ? Title::speaking_while_muted : Title::microphone_muted;
  if (cannot_be_heard(v)) return unheard_title(s, heard);
  if (s.call.far_end == FarEnd::untaken) return Title::nobody_listens;
  // Its steps stand below.
  const bool camera_comes_first = (s.missing().camera || s.camera.held()) && v.camera.cause != Cause::none;
  if (!camera_comes_first && s.call.far_end == FarEnd::connecting) return Title::far_end_connecting;
  if (!camera_comes_first && s.call.far_end == FarEnd::late) return Title::far_end_late;
  if (!camera_comes_first && s.call.far_end == FarEnd::echo) return Title::far_end_echo;
  if (!camera_comes_first && hardly_heard(v)) return Title::hardly_heard;
  if (s.call.advising && !camera_comes_first) return advice_title(s.environment.engine);
  if (!s.settings.camera) return Title::listening;
  if (s.camera.held()) return held_camera_title(v.camera.cause, s.environment);
  if (s.asking.kinds.camera || s.put_off.camera) return Title::in_call;
  const Cause cause = v.camera.cause;
  if (s.visit.audio_only || cause == Cause::none) return Title::talking_without_camera;
  switch (camera_trouble(cause)) {
    case CameraTrouble::missing: return Title::camera_off_missing;
    case CameraTrouble::busy: return Title::camera_off_busy;
    case CameraTrouble::other: return Title::talking_without_camera;
    case CameraTrouble::blocked: break;
  }
  return Title::camera_off_blocked;
}

Title interrupted_title(const State& s, const Verdicts& v) {
  if (s.asking.kinds.microphone) {
    const bool waits = s.asking.prompting || s.asking.unfocused || s.given_up_on();
    return waits ? prompt_title(s, v) : Title::resuming;
  }
  if (s.asking.prompting && !may_be_abandoned(s)) return prompt_title(s, v);  // the camera's comes first
  if (s.put_off.microphone) return Title::resuming;
  if (s.recovering()) return Title::answer_recovery;
  const Observations& seen = s.microphone.seen;
  if (seen.loss_unexplained()) return Title::microphone_stopped;
  if (ready_but_muted(s)) return Title::microphone_ready_muted;
  const Cause cause = v.microphone.cause;
  // "taken" as a mere guess would blame another program; say only what is known.
  const bool a_mere_guess =
      v.microphone.confidence == Confidence::guess && !v.microphone.after_failed_tries();
  if (cause == Cause::none || a_mere_guess) return Title::microphone_stopped;
  return blocked_title(s, cause);
}

}  // namespace

Title blocked_title(const State& s, Cause cause) {
  if (asking_is_over(s, mic) && cause != Cause::app_not_permitted) return Title::prompt_dismissed_twice;
  switch (cause) {  // no default: a new cause must be given its words
    case Cause::none: return Title::press_to_resume;
    case Cause::api_missing: return Title::not_supported;
    case Cause::insecure_page: return Title::page_not_secure;
    case Cause::frame_not_delegated:
    case Cause::opaque_origin: return Title::frame_blocked;
    case Cause::policy_header: return Title::site_blocked_itself;
    case Cause::request_held: return Title::prompt_waits_for_tab;
    case Cause::prompt_ignored: return Title::prompt_still_open;
    case Cause::no_answer: return Title::no_answer;
    case Cause::prompt_cancelled: return Title::prompt_cancelled;
    case Cause::dismissed: return Title::prompt_dismissed;
    case Cause::gesture_needed:
    case Cause::page_inactive: return Title::press_to_resume;
    case Cause::embargoed: return Title::blocked_for_a_week;
    case Cause::denied: return Title::microphone_denied;
    case Cause::default_block:
    case Cause::blocked_for_site:
    case Cause::abuse_block:
    case Cause::stripped: return Title::microphone_blocked;
    case Cause::blocked_temporarily: return Title::microphone_blocked_in_tab;
    case Cause::blocked_by_system:
    case Cause::system_switched_off: return Title::blocked_by_system;
    case Cause::managed_policy: return Title::blocked_by_administrator;
    case Cause::app_not_permitted:
      return s.environment.in_app ? Title::app_blocks_microphone : Title::blocked_by_system;
    case Cause::reload_needed:  // elsewhere a guess, and nothing was "allowed now"
      return s.microphone.seen.granted_anew ? Title::reload_page : Title::microphone_failed;
    case Cause::browser_restart_needed:
      return s.microphone.seen.granted_anew ? Title::restart_browser_first : Title::microphone_failed;
    case Cause::no_device:  // every phone has one
      return s.environment.form == Form::desktop ? Title::no_microphone : Title::microphone_failed;
    case Cause::chosen_device_gone:
      return others_are_listed(s) || s.environment.form != Form::desktop ? Title::microphone_failed
                                                                         : Title::no_microphone;
    case Cause::device_removed: return Title::microphone_unplugged;
    case Cause::device_busy:
    case Cause::taken:
    case Cause::second_microphone: return Title::microphone_busy;
    case Cause::revoked: return Title::microphone_revoked;
    case Cause::reset:
    case Cause::grant_expired: return Title::microphone_reset;
    case Cause::silent:
    case Cause::wrong_device:
    case Cause::low_level:
    case Cause::capture_dead: return Title::cannot_hear_you;
    case Cause::muted_by_browser: return Title::muted_by_browser;
    case Cause::hardware_muted: return Title::microphone_switched_off;
    case Cause::no_output: return Title::no_output;
    case Cause::off_by_site: return s.microphone.held() ? Title::muted_by_site : Title::stopped_by_site;
    case Cause::virtual_device: return Title::virtual_microphone;
    case Cause::interrupted: return Title::microphone_interrupted;
    case Cause::backgrounded:
    case Cause::slept:
    case Cause::frozen: return Title::press_to_resume;
    case Cause::output_blocked: return Title::sound_blocked;
    case Cause::speaking_while_muted: return Title::speaking_while_muted;
    case Cause::audio_session_clash:
    case Cause::constraint_unmet:
    case Cause::device_failed:
    case Cause::network_blocked:
    case Cause::default_changed:
    case Cause::camera_lost:
    case Cause::camera_frozen:
    case Cause::camera_not_started:
    case Cause::unknown: return Title::microphone_failed;
  }
  return Title::microphone_failed;
}

Title choosing_title(Cause cause) {
  if (cause == Cause::none) return Title::press_to_resume;
  if (site_forbids(cause)) return Title::camera_unavailable_choose;  // no press turns it on
  return camera_trouble(cause) == CameraTrouble::blocked ? Title::camera_blocked_choose
                                                         : Title::camera_unavailable_choose;
}

Title title_of(const State& s, const Verdicts& v) {
  if (s.notifications.guided && (s.phase == Phase::idle || s.phase == Phase::ended)) {
    const bool impossible = !s.environment.notifications || !s.environment.secure;
    return impossible ? Title::notifications_unavailable : Title::notifications_blocked;
  }
  switch (s.phase) {
    case Phase::starting: return Title::getting_ready;
    case Phase::idle: return s.settings.camera ? Title::press_to_call : Title::press_to_talk;
    case Phase::opening: return s.in_flight() ? prompt_title(s, v) : Title::connecting;
    case Phase::asking: return prompt_title(s, v);
    case Phase::choosing: return s.recovering() ? Title::answer_recovery : choosing_title(v.camera.cause);
    case Phase::live: return live_title(s, v);
    case Phase::interrupted: return interrupted_title(s, v);
    case Phase::blocked:
      return s.recovering() ? Title::answer_recovery : blocked_title(s, v.microphone.cause);
    case Phase::chatting: {
      const bool ready =
          s.microphone.seen.permission == Permission::granted && v.microphone.cause == Cause::none;
      return ready ? Title::chatting_voice_ready : Title::chatting;
    }
    case Phase::ended: return Title::call_ended;
  }
  return Title::getting_ready;
}

}  // namespace earshot
