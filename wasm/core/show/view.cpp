#include "core/show/guidance.hpp"
#include "core/show/view_parts.hpp"

namespace earshot {
namespace {

bool camera_needs_recovery(const State& s, const Verdicts& v) {
  return s.camera.seen.permission == Permission::denied && recovery_of(s, v) != Recovery::none;
}

// A track that is held and gives nothing: a press opens it anew, whatever the browser asks then.
bool can_be_opened_anew(const State& s, const Verdicts& v) {
  const auto kind = explained(s, v);
  const bool busy = s.busy() && !may_be_abandoned(s);
  if (!kind || busy || !s.device(*kind).held() || asking_is_over(s, *kind)) return false;
  const Cause cause = v.of(*kind).cause;
  // What the next one would be as well.
  return cause != Cause::off_by_site && cause != Cause::no_output && cause != Cause::low_level;
}

// The system forbids the camera, and the same press asks for the microphone alone.
bool goes_on_without_camera(const State& s) {
  return s.asking.prompting && !s.asking.looked_for && s.asking.kinds == just(mic) && s.wanted().camera &&
         s.camera.seen.answer.refusal == Refusal::by_system;
}

// The next step is in the browser's own prompt, if there is one. Where no answer comes, and no question can
// be open any more, leaving the page costs none.
Actions waiting_actions(const State& s) {
  const bool may_be_asked =
      system_may_ask(s.environment) || s.microphone.seen.permission != Permission::granted;
  const bool app_is_silent = s.asking.ignored.any() && way_out(s.environment) != WayOut::none;
  Actions actions;
  if (s.given_up_on()) actions.push_back(Action::try_again);
  if (s.given_up_on() && !may_be_asked) actions.push_back(Action::reload);
  if (app_is_silent) actions.push_back(Action::leave_app);
  else if (s.asking.prompting && !s.asking.looked_for) actions.push_back(Action::cannot_see_prompt);
  if (goes_on_without_camera(s)) actions.push_back(Action::audio_only);
  actions.push_back(Action::open_chat);
  actions.push_back(Action::dismiss);
  return actions;
}

Actions interrupted_actions(const State& s) {
  const bool taken_back = s.settings.guard && !s.call.lent.microphone;  // the host's to bring again
  const bool ready = s.call.muted && s.microphone.seen.permission == Permission::granted;
  Actions actions;
  // The camera's question is open: no press of ours goes on before it is answered.
  if (s.asking.prompting && !s.asking.kinds.microphone && !may_be_abandoned(s)) {
    if (!s.asking.looked_for) actions.push_back(Action::cannot_see_prompt);
  } else if (!asking_is_over(s, mic) && !taken_back) {
    actions.push_back(ready ? Action::unmute : Action::try_again);
  }
  actions.push_back(Action::open_chat);
  actions.push_back(Action::end);
  return actions;
}

Actions live_actions(const State& s, const Verdicts& v) {
  const Action voice = s.call.muted ? Action::unmute : Action::mute;
  Actions actions;
  if (s.call.output_blocked) actions.push_back(Action::hear);
  if (can_be_opened_anew(s, v)) actions.push_back(Action::try_again);
  // In guard mode the host may have none in its call.
  const bool with_camera = s.settings.camera && (!s.settings.guard || s.call.lent.camera) &&
                           s.environment.camera_policy != Policy::forbidden;
  const bool lacks_camera = with_camera && s.missing().camera;
  if (lacks_camera && !camera_needs_recovery(s, v)) actions.push_back(Action::enable_camera);
  if (lacks_camera) actions.push_back(Action::audio_only);
  // By the site's own button: ours would not undo that.
  if (!s.microphone.track.off_by_host) actions.push_back(voice);
  if (with_camera && !lacks_camera)
    actions.push_back(s.camera.held() ? Action::audio_only : Action::enable_camera);
  actions.push_back(Action::open_chat);
  actions.push_back(Action::end);
  if (may_be_dismissed(title_of(s, v))) actions.push_back(Action::dismiss);
  if (!s.call.hears_nothing && hearing_may_be_explained(s, v)) actions.push_back(Action::cannot_hear);
  return actions;
}

// Nobody is rung for a site that has not asked; nobody is asked while something else is at hand.
Actions resting_actions(const State& s, const Verdicts& v) {
  if (s.notifications.guided) return {Action::dismiss, Action::orb, Action::open_chat};
  const Notice notice = notice_of(s, v);
  if (notice == Notice::prompt || notice == Notice::blocked)
    return {Action::orb, Action::open_chat, Action::allow_notifications};
  return {Action::orb, Action::open_chat};
}

Actions actions_of(const State& s, const Verdicts& v) {
  switch (s.phase) {
    case Phase::starting: return {Action::orb, Action::open_chat};
    case Phase::idle:
    case Phase::ended: return resting_actions(s, v);
    case Phase::opening:
    case Phase::asking: return waiting_actions(s);
    case Phase::choosing: return choosing_actions(v.camera.cause, camera_needs_recovery(s, v));
    case Phase::live: return live_actions(s, v);
    case Phase::interrupted: return interrupted_actions(s);
    case Phase::blocked: return blocked_actions(s, v.microphone);
    case Phase::chatting: return {Action::back_to_voice, Action::dismiss};
  }
  return {Action::open_chat};
}

}  // namespace

Orb orb_of(const State& s, const Verdicts& v) {
  switch (s.phase) {
    case Phase::starting: return Orb::starting;
    case Phase::idle: return Orb::idle;
    case Phase::opening: return Orb::opening;
    case Phase::asking: return Orb::asking;
    case Phase::choosing: return Orb::choosing;
    case Phase::live:
      if (held_up(s, v)) return Orb::interrupted;
      return s.settings.camera && !s.camera.held() ? Orb::live_audio_only : Orb::live;
    case Phase::interrupted: return Orb::interrupted;
    case Phase::blocked: return Orb::blocked;
    case Phase::chatting: return Orb::chatting;
    case Phase::ended: return Orb::ended;
  }
  return Orb::starting;
}

Medium medium_of(const State& s, const Verdicts& v, MediaKind k) {
  const Device& device = s.device(k);
  if (device.held())
    return device.track.state == TrackState::muted || device.track.off_by_host || (k == mic && s.call.muted)
               ? Medium::muted
               : Medium::live;
  if (s.asking.kinds.has(k)) return Medium::asking;
  if (!s.wanted().has(k)) return Medium::off;
  if (s.call.begun && device.seen.lost.how != Loss::none) return Medium::lost;
  return v.of(k).cause == Cause::none ? Medium::off : Medium::blocked;
}

Notice notice_of(const State& s, const Verdicts& v) {
  if (!s.settings.notifications) return Notice::off;
  if (s.notifications.permission == Permission::granted) return Notice::granted;
  return v.notifications.cause == Cause::none || s.notifications.permission != Permission::denied
             ? Notice::prompt
             : Notice::blocked;
}

Message message_of(const State& s, const Verdicts& v) {
  Message m{.state = orb_of(s, v), .texting = s.phase == Phase::chatting};
  m.microphone = medium_of(s, v, mic);
  m.camera = medium_of(s, v, cam);
  // As the host heard it; before it has heard of anything, what a look says.
  const bool early = s.phase == Phase::idle && !s.visit.begun;
  m.microphone_cause = early ? v.microphone.cause : s.told.microphone;
  m.camera_cause = early ? v.camera.cause : s.told.camera;
  // What is merely noticed costs no sound: another default microphone, playback, a guess at a low level.
  m.heard = m.microphone == Medium::live && !cannot_be_heard(v);
  m.seen = m.camera == Medium::live && v.camera.cause == Cause::none;
  return m;
}

View view(const State& s, const Verdicts& v) {
  View shown{.orb = orb_of(s, v), .title = title_of(s, v), .actions = actions_of(s, v)};
  shown.microphone = medium_of(s, v, mic);
  shown.camera = medium_of(s, v, cam);
  shown.notifications = notice_of(s, v);
  shown.browser = s.environment.browser;
  if (s.in_flight() && s.asking.prompting && !s.asking.unfocused) shown.pointer = prompt_edge(s.environment);
  if (s.recovering()) shown.pointer = Pointer::center;
  if (s.in_flight() && s.asking.looked_for)
    explain(shown, s, v, Cause::prompt_ignored, s.asking.kinds.microphone ? mic : cam);
  if (shown.title == Title::notifications_blocked) explain_notifications(shown, s, Cause::blocked_for_site);
  if (shown.title == Title::notifications_unavailable) explain_notifications(shown, s, Cause::api_missing);
  if (shown.title == Title::no_answer && !s.asking.looked_for)
    explain(shown, s, v, Cause::no_answer, s.asking.kinds.microphone ? mic : cam);
  if (shown.title == Title::nobody_listens || explain_far_end(shown, s)) return shown;
  // After two dismissals only the settings lead on, as after a block.
  if (const auto kind = explained(s, v)) explain(shown, s, v, cause_to_mend(s, v, *kind), *kind);
  return shown;
}

}  // namespace earshot
