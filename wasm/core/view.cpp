#include "core/view.hpp"
#include <algorithm>
#include "core/diagnose.hpp"

namespace earshot {
namespace {

// What the browser is really asking for: it leaves out what it has already granted.
Title prompt_title(const State& s) {
  if (!s.visible) return Title::prompt_waits_for_tab;
  if (s.prompt_unseen) return Title::prompt_unseen;
  const Cause cause = cause_of(s, s.awaiting.microphone ? mic : cam);
  if (cause == Cause::request_held) return Title::prompt_waits_for_focus;
  if (s.microphone.evidence.ignored || s.camera.evidence.ignored) return Title::prompt_still_open;
  const auto asks = [&](Capability k) {
    return s.awaiting.has(k) && (s.environment.engine == Engine::gecko || s.device(k).evidence.permission != Permission::granted);
  };
  if (asks(mic) && asks(cam)) return Title::allow_microphone_and_camera;
  return asks(cam) ? Title::allow_camera : Title::allow_microphone;
}

// The microphone cannot be had. Also used in a call, where a new try has failed.
Title blocked_title(const State& s, Cause cause) {
  if (asking_is_over(s, mic)) return Title::prompt_dismissed_twice;
  switch (cause) {  // no default: a new cause must be given its words
    case Cause::none: return Title::press_to_resume;
    case Cause::api_missing: return Title::not_supported;
    case Cause::insecure_page: return Title::page_not_secure;
    case Cause::frame_not_delegated:
    case Cause::opaque_origin: return Title::frame_blocked;
    case Cause::policy_header: return Title::site_blocked_itself;
    case Cause::request_held: return Title::prompt_waits_for_tab;
    case Cause::prompt_ignored: return Title::prompt_still_open;
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
    case Cause::app_not_permitted: return s.environment.in_app ? Title::app_blocks_microphone : Title::blocked_by_system;
    case Cause::reload_needed: return Title::reload_page;
    case Cause::browser_restart_needed: return Title::restart_browser_first;
    case Cause::no_device:
    case Cause::chosen_device_gone: return Title::no_microphone;
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
    case Cause::muted_by_browser:
    case Cause::capture_dead: return Title::cannot_hear_you;
    case Cause::hardware_muted: return Title::microphone_switched_off;
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
    case Cause::unknown: return Title::microphone_failed;
  }
  return Title::microphone_failed;
}

enum class CameraTrouble : std::uint8_t { missing, busy, blocked };

CameraTrouble camera_trouble(Cause cause) {
  if (cause == Cause::no_device || cause == Cause::device_removed || cause == Cause::chosen_device_gone) return CameraTrouble::missing;
  if (cause == Cause::device_busy || cause == Cause::taken || cause == Cause::device_failed || cause == Cause::camera_lost)
    return CameraTrouble::busy;
  return CameraTrouble::blocked;
}

// Held, and no sound comes of it. A mere guess is told to the host, and blames nobody's microphone on the screen.
bool cannot_be_heard(const State& s) {
  const Cause cause = cause_of(s, mic);
  const bool no_sound = cause == Cause::silent || cause == Cause::hardware_muted || cause == Cause::muted_by_browser ||
                        cause == Cause::interrupted || cause == Cause::backgrounded || cause == Cause::virtual_device ||
                        cause == Cause::capture_dead;
  return no_sound && confidence_of(s, mic) != Confidence::guess;
}

// Said once, after a block: the next time need not be like this one.
Title advice_title(Engine engine) {
  if (engine == Engine::chromium) return Title::allowed_again_chromium;
  return engine == Engine::gecko ? Title::allowed_again_firefox : Title::allowed_again;
}

Title live_title(const State& s) {
  if (s.awaiting.camera && s.prompting) return prompt_title(s);
  if (s.aside == Aside::recovery) return Title::answer_recovery;
  const Cause heard = cause_of(s, mic);
  if (heard == Cause::output_blocked) return Title::sound_blocked;
  if (s.muted) return heard == Cause::speaking_while_muted ? Title::speaking_while_muted : Title::microphone_muted;
  if (cannot_be_heard(s)) return blocked_title(s, heard);
  if (s.advising) return advice_title(s.environment.engine);
  if (!s.settings.camera) return Title::listening;
  if (s.camera.held()) return cause_of(s, cam) == Cause::none ? Title::in_call : Title::camera_frozen;
  if (s.awaiting.camera) return Title::in_call;
  const Cause cause = cause_of(s, cam);
  if (s.audio_only || cause == Cause::none) return Title::talking_without_camera;
  switch (camera_trouble(cause)) {
    case CameraTrouble::missing: return Title::camera_off_missing;
    case CameraTrouble::busy: return Title::camera_off_busy;
    case CameraTrouble::blocked: break;
  }
  return Title::camera_off_blocked;
}

Title interrupted_title(const State& s) {
  if (s.awaiting.microphone) return s.prompting ? prompt_title(s) : Title::resuming;
  if (s.aside == Aside::recovery) return Title::answer_recovery;
  const Evidence& seen = s.microphone.evidence;
  if (seen.loss_unexplained()) return Title::microphone_stopped;
  if (s.muted && seen.permission == Permission::granted) return Title::microphone_ready_muted;
  const Cause cause = cause_of(s, mic);
  // "taken" as a mere guess would blame another program; say only what is known.
  const bool a_mere_guess = confidence_of(s, mic) == Confidence::guess && cause == first_cause_of(s, mic);
  if (cause == Cause::none || a_mere_guess) return Title::microphone_stopped;
  return blocked_title(s, cause);
}

Title choosing_title(const State& s) {
  if (s.aside == Aside::recovery) return Title::answer_recovery;
  const Cause cause = cause_of(s, cam);
  if (cause == Cause::none) return Title::press_to_resume;
  return camera_trouble(cause) == CameraTrouble::blocked ? Title::camera_blocked_choose : Title::camera_unavailable_choose;
}

// Only a press that can lead somewhere is offered.
bool worth_another_try(Cause cause) {
  return cause != Cause::insecure_page && cause != Cause::api_missing && cause != Cause::policy_header &&
         cause != Cause::frame_not_delegated && cause != Cause::opaque_origin;
}

std::vector<Action> blocked_actions(const State& s) {
  const Cause cause = cause_of(s, mic);
  std::vector<Action> actions;
  const bool another_tab_helps = cause == Cause::frame_not_delegated || cause == Cause::opaque_origin;
  if (another_tab_helps) actions.push_back(Action::open_in_tab);
  if (cause == Cause::reload_needed) actions.push_back(Action::reload);
  // In a frame the browser may only seem to forbid it, so a likely verdict still leaves a try.
  const bool certain = confidence_of(s, mic) == Confidence::certain;
  const bool possible = s.environment.media_devices && s.environment.secure;
  if (possible && (worth_another_try(cause) || !certain) && !asking_is_over(s, mic)) {
    actions.push_back(Action::try_again);
    if (s.wanted().camera && (cause == Cause::dismissed || cause == Cause::denied)) actions.push_back(Action::audio_only);
  }
  actions.push_back(Action::open_chat);
  actions.push_back(Action::dismiss);
  return actions;
}

// Where the browser remembers a block, asking by itself leads nowhere; its recovery element does.
bool camera_needs_recovery(const State& s) {
  return recovery_of(s) != Recovery::none && s.camera.evidence.permission == Permission::denied;
}

std::vector<Action> live_actions(const State& s) {
  const Action voice = s.muted ? Action::unmute : Action::mute;
  std::vector<Action> actions;
  if (s.output_blocked) actions.push_back(Action::hear);
  if (!s.settings.camera) actions.push_back(voice);
  else if (s.camera.held()) actions.insert(actions.end(), {voice, Action::audio_only});
  else if (s.audio_only) actions.insert(actions.end(), {voice, Action::enable_camera});
  else if (camera_needs_recovery(s)) actions.insert(actions.end(), {Action::audio_only, voice});
  else actions.insert(actions.end(), {Action::enable_camera, Action::audio_only, voice});
  actions.insert(actions.end(), {Action::open_chat, Action::end});
  return actions;
}

// Nobody is rung for a site that has not asked; nobody is asked while something else is at hand.
std::vector<Action> resting_actions(const State& s) {
  if (s.ring.guided) return {Action::dismiss, Action::orb, Action::open_chat};
  const Notice notice = notice_of(s);
  if (notice == Notice::prompt || notice == Notice::blocked) return {Action::orb, Action::open_chat, Action::allow_notifications};
  return {Action::orb, Action::open_chat};
}

std::vector<Action> actions_of(const State& s) {
  switch (s.phase) {
    case Phase::starting: return {Action::orb, Action::open_chat};
    case Phase::idle:
    case Phase::ended: return resting_actions(s);
    case Phase::checking: return {Action::open_chat, Action::dismiss};
    case Phase::asking:  // the next step is in the browser's own prompt
      if (s.prompting && !s.prompt_unseen) return {Action::cannot_see_prompt, Action::open_chat, Action::dismiss};
      return {Action::open_chat, Action::dismiss};
    case Phase::choosing:
      if (camera_needs_recovery(s)) return {Action::audio_only, Action::open_chat, Action::dismiss};
      return {Action::audio_only, Action::enable_camera, Action::open_chat, Action::dismiss};
    case Phase::live: return live_actions(s);
    case Phase::interrupted: {
      if (asking_is_over(s, mic)) return {Action::open_chat, Action::end};
      const bool ready = s.muted && s.microphone.evidence.permission == Permission::granted;
      return {ready ? Action::unmute : Action::try_again, Action::open_chat, Action::end};
    }
    case Phase::blocked: return blocked_actions(s);
    case Phase::chatting: return {Action::back_to_voice, Action::dismiss};
  }
  return {Action::open_chat};
}

}  // namespace

std::optional<Capability> explained(const State& s) {
  if (s.in_flight()) return std::nullopt;
  switch (s.phase) {
    case Phase::blocked:
      return mic;
    case Phase::interrupted:
      if (title_of(s) == Title::microphone_ready_muted) return std::nullopt;  // nothing is wrong any more
      return mic;
    case Phase::choosing: return cam;
    case Phase::live:
      if (!s.muted && cannot_be_heard(s)) return mic;
      if (s.camera.held() && cause_of(s, cam) != Cause::none) return cam;
      if (s.missing().camera) return cam;
      return std::nullopt;
    case Phase::starting:
    case Phase::idle:
    case Phase::checking:
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

Recovery recovery_of(const State& s) {
  const Environment& e = s.environment;
  const auto mends = [&](Capability k) { return s.missing().has(k) && recoverable(asking_is_over(s, k) ? Cause::blocked_for_site : cause_of(s, k)); };
  const auto kind = explained(s);
  if (!kind || kind == Capability::notifications || e.in_app) return Recovery::none;
  // <usermedia> asks for both kinds, whatever it is told: no site that wants the microphone alone may ask for a camera.
  const bool both = e.recovers_usermedia && s.missing().both();
  if (mends(mic)) {
    if (both && (mends(cam) || !e.recovers_microphone)) return Recovery::usermedia;
    return e.recovers_microphone ? Recovery::microphone : Recovery::none;
  }
  if (!mends(cam)) return Recovery::none;
  // Before the call the microphone must follow without a question of its own.
  const bool voice_follows = s.microphone.held() || s.microphone.evidence.permission == Permission::granted;
  if (e.recovers_camera && voice_follows) return Recovery::camera;
  return both ? Recovery::usermedia : Recovery::none;
}

bool can_be_shown(const State& s, Capability k) {
  const Environment& e = s.environment;
  return e.engine == Engine::chromium && e.form == Form::desktop && s.device(k).evidence.permission == Permission::denied &&
         is_site_block(cause_of(s, k)) && s.missing().has(k);
}

Title title_of(const State& s) {
  if (s.ring.guided && (s.phase == Phase::idle || s.phase == Phase::ended)) {
    const bool impossible = !s.environment.notifications || !s.environment.secure;
    return impossible ? Title::notifications_unavailable : Title::notifications_blocked;
  }
  switch (s.phase) {
    case Phase::starting: return Title::getting_ready;
    case Phase::idle: return s.settings.camera ? Title::press_to_call : Title::press_to_talk;
    case Phase::checking: return Title::connecting;
    case Phase::asking: return prompt_title(s);
    case Phase::choosing: return choosing_title(s);
    case Phase::live: return live_title(s);
    case Phase::interrupted: return interrupted_title(s);
    case Phase::blocked: return s.aside == Aside::recovery ? Title::answer_recovery : blocked_title(s, cause_of(s, mic));
    case Phase::chatting: {
      const bool ready = s.microphone.evidence.permission == Permission::granted && cause_of(s, mic) == Cause::none;
      return ready ? Title::chatting_voice_ready : Title::chatting;
    }
    case Phase::ended: return Title::call_ended;
  }
  return Title::getting_ready;
}

Orb orb_of(const State& s) {
  switch (s.phase) {
    case Phase::starting: return Orb::starting;
    case Phase::idle: return Orb::idle;
    case Phase::checking: return Orb::checking;
    case Phase::asking: return Orb::asking;
    case Phase::choosing: return Orb::choosing;
    case Phase::live: return s.settings.camera && !s.camera.held() ? Orb::live_audio_only : Orb::live;
    case Phase::interrupted: return Orb::interrupted;
    case Phase::blocked: return Orb::blocked;
    case Phase::chatting: return Orb::chatting;
    case Phase::ended: return Orb::ended;
  }
  return Orb::starting;
}

Medium medium_of(const State& s, Capability k) {
  const Device& device = s.device(k);
  if (device.held()) return device.track == Track::muted || (k == mic && s.muted) ? Medium::muted : Medium::live;
  if (s.awaiting.has(k)) return Medium::asking;
  if (!s.wanted().has(k)) return Medium::off;
  if (s.in_call && device.evidence.loss != Loss::none) return Medium::lost;
  return cause_of(s, k) == Cause::none ? Medium::off : Medium::blocked;
}

Notice notice_of(const State& s) {
  if (!s.settings.notifications) return Notice::off;
  if (s.ring.permission == Permission::granted) return Notice::granted;
  return cause_of(s, Capability::notifications) == Cause::none || s.ring.permission != Permission::denied ? Notice::prompt : Notice::blocked;
}

bool asking_is_over(const State& s, Capability kind) {
  const Evidence& seen = s.device(kind).evidence;
  const bool last_one = seen.dismissals >= dismissals_before_embargo - 1 || seen.ignores >= ignores_before_embargo - 1;
  return s.environment.engine == Engine::chromium && last_one && seen.permission != Permission::granted && seen.permission != Permission::denied;
}

Message message_of(const State& s) {
  Message m{.state = orb_of(s), .texting = s.phase == Phase::chatting};
  m.microphone = medium_of(s, mic);
  m.camera = medium_of(s, cam);
  m.microphone_cause = s.microphone.told;
  m.camera_cause = s.camera.told;
  // What is merely noticed costs no sound: another default microphone, playback, a guess at a low level.
  m.heard = m.microphone == Medium::live && !cannot_be_heard(s);
  m.seen = m.camera == Medium::live && cause_of(s, cam) == Cause::none;
  return m;
}

// Help beside the steps: what leads there at once comes first, what only helps to find it comes last.
void offer_help(View& shown, const State& s, Way way) {
  std::vector<Action>& actions = shown.actions;
  const auto has = [&](Step step) { return std::find(shown.steps.begin(), shown.steps.end(), step) != shown.steps.end(); };
  if (has(Step::copy_link_instead)) {
    actions.insert(actions.begin(), Action::copy_link);
    if (way_out(s.environment) != WayOut::none) actions.insert(actions.begin(), Action::leave_app);
  }
  shown.link = settings_link(way, *shown.kind, s.environment);
  if (!shown.link.empty()) actions.insert(actions.begin() + 1, Action::open_settings);
  if (has(Step::type_settings_address)) {
    shown.address = settings_address(*shown.kind, s.environment);
    actions.push_back(Action::copy_address);
  }
  if (can_be_shown(s, *shown.kind)) actions.push_back(Action::show_where);
  shown.recovery = recovery_of(s);
  if (shown.recovery != Recovery::none) actions.insert(actions.begin(), Action::recover);
}

View view(const State& s) {
  View shown{.orb = orb_of(s), .title = title_of(s), .actions = actions_of(s)};
  shown.microphone = medium_of(s, mic);
  shown.camera = medium_of(s, cam);
  shown.notifications = notice_of(s);
  shown.browser = s.environment.browser;
  if (s.in_flight() && s.prompting) shown.pointer = prompt_edge(s.environment);
  if (s.aside == Aside::recovery) shown.pointer = Pointer::center;
  const auto guide = [&](Way way, Capability kind) {
    Guidance guidance = guidance_for(way, kind, s.environment);
    shown.steps = std::move(guidance.steps);
    shown.picture = guidance.picture;
    shown.kind = kind;
  };
  if (s.in_flight() && s.prompt_unseen) guide(Way::find_prompt, s.awaiting.microphone ? mic : cam);
  if (shown.title == Title::notifications_blocked) guide(Way::notify, Capability::notifications);
  if (shown.title == Title::notifications_unavailable) guide(Way::notify_missing, Capability::notifications);
  if (const auto kind = explained(s)) {
    // After two dismissals only the settings lead on, as after a block.
    const Cause cause = asking_is_over(s, *kind) ? Cause::blocked_for_site : cause_of(s, *kind);
    const Way way = way_of(cause, *kind, s.environment);
    guide(way, *kind);
    offer_help(shown, s, way);
  }
  return shown;
}

}  // namespace earshot
