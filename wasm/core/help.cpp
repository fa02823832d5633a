// What helps with the one trouble that is being explained: steps, a picture, and presses that lead there at once.
#include <algorithm>
#include "core/diagnose.hpp"
#include "core/showing.hpp"

namespace earshot {
namespace {

// Only a press that can lead somewhere is offered.
bool worth_another_try(Cause cause) {
  return cause != Cause::insecure_page && cause != Cause::api_missing && cause != Cause::policy_header &&
         cause != Cause::frame_not_delegated && cause != Cause::opaque_origin;
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

Cause cause_to_mend(const State& s, Capability k) {
  // Lifted a moment ago by the element, whose media are on their way: the card stays as it is, or the element would be lost.
  const bool just_lifted = s.recovering() && cause_of(s, k) == Cause::none;
  return just_lifted || asking_is_over(s, k) ? Cause::blocked_for_site : cause_of(s, k);
}

// It stays in the card until its media are there: out of the page, <usermedia> would never hand them over.
static Recovery pressed_element(const State& s) {
  switch (s.aside) {
    case Aside::usermedia: return Recovery::usermedia;
    case Aside::microphone: return Recovery::microphone;
    case Aside::camera: return Recovery::camera;
    case Aside::none:
    case Aside::reveal: break;
  }
  return Recovery::none;
}

Recovery recovery_for(const State& s, Capability kind, Cause cause) {
  const Environment& e = s.environment;
  if (s.recovering()) return pressed_element(s);
  if (kind == Capability::notifications || e.in_app || !recoverable(cause) || !s.missing().has(kind)) return Recovery::none;
  // <usermedia> asks for both kinds, whatever it is told: no site that wants the microphone alone may ask for a camera.
  const bool both = e.recovers_usermedia && s.missing().both();
  if (kind == mic) {
    if (both && (!e.recovers_microphone || recoverable(cause_to_mend(s, cam)))) return Recovery::usermedia;
    return e.recovers_microphone ? Recovery::microphone : Recovery::none;
  }
  // Before the call the microphone must follow without a question of its own.
  const bool voice_follows = s.microphone.held() || s.microphone.evidence.permission == Permission::granted;
  if (e.recovers_camera && voice_follows) return Recovery::camera;
  return both ? Recovery::usermedia : Recovery::none;
}

Recovery recovery_of(const State& s) {
  const auto kind = explained(s);
  return kind ? recovery_for(s, *kind, cause_to_mend(s, *kind)) : Recovery::none;
}

bool can_be_shown(const State& s, Capability k, Cause cause) {
  const Environment& e = s.environment;
  return e.engine == Engine::chromium && e.form == Form::desktop && !e.standalone && s.device(k).evidence.permission == Permission::denied &&
         is_site_block(cause) && s.missing().has(k);
}

bool asking_is_over(const State& s, Capability kind) {
  const Evidence& seen = s.device(kind).evidence;
  const bool last_one = seen.dismissals >= dismissals_before_embargo - 1 || seen.ignores >= ignores_before_embargo - 1;
  return s.environment.engine == Engine::chromium && last_one && seen.permission != Permission::granted && seen.permission != Permission::denied;
}

std::vector<Action> blocked_actions(const State& s, Cause cause, Confidence confidence) {
  std::vector<Action> actions;
  const bool another_tab_helps = cause == Cause::frame_not_delegated || cause == Cause::opaque_origin;
  if (another_tab_helps) actions.push_back(Action::open_in_tab);
  if (cause == Cause::reload_needed) actions.push_back(Action::reload);
  // In a frame the browser may only seem to forbid it, so a likely verdict still leaves a try.
  const bool possible = s.environment.media_devices && s.environment.secure;
  if (possible && (worth_another_try(cause) || confidence != Confidence::certain) && !asking_is_over(s, mic)) {
    actions.push_back(Action::try_again);
    if (s.wanted().camera && (cause == Cause::dismissed || cause == Cause::denied)) actions.push_back(Action::audio_only);
  }
  actions.push_back(Action::open_chat);
  actions.push_back(Action::dismiss);
  return actions;
}

// Where the browser remembers a block, asking by itself leads nowhere; its recovery element does.
std::vector<Action> choosing_actions(bool recovers) {
  if (recovers) return {Action::audio_only, Action::open_chat, Action::dismiss};
  return {Action::audio_only, Action::enable_camera, Action::open_chat, Action::dismiss};
}

namespace {

// A step that speaks of a button names the one that is there, and none where there is none.
void name_the_button(View& shown, bool try_again, bool enable_camera) {
  const auto step = std::find(shown.steps.begin(), shown.steps.end(), Step::press_try_again);
  if (step == shown.steps.end() || try_again) return;
  if (enable_camera) *step = Step::press_turn_on_camera;
  else shown.steps.erase(step);
}

}  // namespace

// What leads there at once comes first, what only helps to find it comes last.
void explain(View& shown, const State& s, Cause cause, Capability kind) {
  const Way way = way_of(cause, kind, s.environment);
  Guidance guidance = guidance_for(way, kind, s.environment);
  shown.steps = std::move(guidance.steps);
  shown.picture = guidance.picture;
  shown.kind = kind;
  if (kind == Capability::notifications) return;
  std::vector<Action>& actions = shown.actions;
  const auto advised = [&](Step step) { return std::find(shown.steps.begin(), shown.steps.end(), step) != shown.steps.end(); };
  const auto offered = [&](Action action) { return std::find(actions.begin(), actions.end(), action) != actions.end(); };
  if (advised(Step::copy_link_instead)) {
    actions.insert(actions.begin(), Action::copy_link);
    if (way_out(s.environment) != WayOut::none) actions.insert(actions.begin(), Action::leave_app);
  }
  if (way == Way::own_tab && !offered(Action::open_in_tab)) actions.insert(actions.begin(), Action::open_in_tab);
  shown.link = settings_link(way, kind, s.environment);
  if (!shown.link.empty()) actions.insert(actions.begin() + 1, Action::open_settings);
  if (advised(Step::type_settings_address)) {
    shown.address = settings_address(kind, s.environment);
    actions.insert(actions.begin() + 1, Action::copy_address);
  }
  name_the_button(shown, offered(Action::try_again), offered(Action::enable_camera));
  const bool drawn = shown.picture == Picture::chromium_left_chip;  // it is pressed on the drawing
  if (drawn && can_be_shown(s, kind, cause)) actions.push_back(Action::show_where);
  shown.recovery = recovery_for(s, kind, cause);
  if (shown.recovery != Recovery::none && way == Way::ask_again) {  // the element asks again by itself: one way, not two
    shown.steps.clear();
    shown.picture = Picture::none;
  }
  if (shown.recovery != Recovery::none) actions.insert(actions.begin(), Action::recover);
}

View card_for(Cause cause, Capability kind, const Environment& e) {
  State s;
  s.environment = e;
  s.settings.camera = kind == cam;
  s.phase = kind == cam ? Phase::choosing : Phase::blocked;
  if (is_site_block(cause)) s.device(kind).evidence.permission = Permission::denied;
  if (kind == cam) s.microphone.evidence.permission = Permission::granted;
  View shown{.orb = orb_of(s), .browser = e.browser};
  if (kind == cam) {
    shown.title = choosing_title(cause);
    shown.actions = choosing_actions(is_site_block(cause) && recovery_for(s, kind, cause) != Recovery::none);
  } else {
    shown.title = blocked_title(s, cause);
    shown.actions = blocked_actions(s, cause, Confidence::certain);
  }
  explain(shown, s, cause, kind);
  return shown;
}

}  // namespace earshot
