#include "core/diagnose.hpp"
#include "core/showing.hpp"

namespace earshot {
namespace {

bool camera_needs_recovery(const State& s) {
  return s.camera.evidence.permission == Permission::denied && recovery_of(s) != Recovery::none;
}

std::vector<Action> live_actions(const State& s) {
  const Action voice = s.muted ? Action::unmute : Action::mute;
  std::vector<Action> actions;
  if (s.output_blocked) actions.push_back(Action::hear);
  const bool with_camera = !s.settings.guard || s.lent.camera;  // in guard mode the host may have none in its call
  if (!s.settings.camera || !with_camera) actions.push_back(voice);
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
    case Phase::opening: return {Action::open_chat, Action::dismiss};
    case Phase::asking:  // the next step is in the browser's own prompt
      if (s.prompting && !s.prompt_unseen) return {Action::cannot_see_prompt, Action::open_chat, Action::dismiss};
      return {Action::open_chat, Action::dismiss};
    case Phase::choosing: return choosing_actions(camera_needs_recovery(s));
    case Phase::live: return live_actions(s);
    case Phase::interrupted: {
      if (asking_is_over(s, mic)) return {Action::open_chat, Action::end};
      const bool ready = s.muted && s.microphone.evidence.permission == Permission::granted;
      return {ready ? Action::unmute : Action::try_again, Action::open_chat, Action::end};
    }
    case Phase::blocked: return blocked_actions(s, cause_of(s, mic), confidence_of(s, mic));
    case Phase::chatting: return {Action::back_to_voice, Action::dismiss};
  }
  return {Action::open_chat};
}

}  // namespace

Orb orb_of(const State& s) {
  switch (s.phase) {
    case Phase::starting: return Orb::starting;
    case Phase::idle: return Orb::idle;
    case Phase::opening: return Orb::opening;
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

View view(const State& s) {
  View shown{.orb = orb_of(s), .title = title_of(s), .actions = actions_of(s)};
  shown.microphone = medium_of(s, mic);
  shown.camera = medium_of(s, cam);
  shown.notifications = notice_of(s);
  shown.browser = s.environment.browser;
  if (s.in_flight() && s.prompting) shown.pointer = prompt_edge(s.environment);
  if (s.recovering()) shown.pointer = Pointer::center;
  if (s.in_flight() && s.prompt_unseen) explain(shown, s, Cause::prompt_ignored, s.awaiting.microphone ? mic : cam);
  if (shown.title == Title::notifications_blocked) explain(shown, s, Cause::blocked_for_site, Capability::notifications);
  if (shown.title == Title::notifications_unavailable) explain(shown, s, Cause::api_missing, Capability::notifications);
  // After two dismissals only the settings lead on, as after a block.
  if (const auto kind = explained(s)) explain(shown, s, cause_to_mend(s, *kind), *kind);
  return shown;
}

}  // namespace earshot
