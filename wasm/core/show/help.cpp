// What helps with the one trouble that is being explained: steps, a picture, and presses that lead there at
// once.
#include <algorithm>
#include "core/show/guidance.hpp"
#include "core/show/view_parts.hpp"

namespace earshot {
namespace {

// Only a press that can lead somewhere is offered.
bool worth_another_try(Cause cause) {
  return cause != Cause::insecure_page && cause != Cause::api_missing && cause != Cause::policy_header &&
         cause != Cause::frame_not_delegated && cause != Cause::opaque_origin;
}

}  // namespace

Actions blocked_actions(const State& s, const Verdict& microphone) {
  const Cause cause = microphone.cause;
  Actions actions;
  const bool another_tab_helps = cause == Cause::frame_not_delegated || cause == Cause::opaque_origin;
  // A side panel or another page that cannot show a prompt.
  const bool cannot_ask = cause == Cause::prompt_cancelled && s.environment.engine == Engine::chromium;
  if (another_tab_helps || cannot_ask) actions.push_back(Action::open_in_tab);
  if (cause == Cause::reload_needed) actions.push_back(Action::reload);
  // In a frame the browser may only seem to forbid it, so a likely verdict still leaves a try.
  const bool possible = s.environment.media_devices && s.environment.secure;
  if (possible && (worth_another_try(cause) || microphone.confidence != Confidence::certain) &&
      !asking_is_over(s, mic)) {
    actions.push_back(Action::try_again);
    // Both were asked for at once, and it may have been the camera's fault.
    const Observations& seen = s.microphone.seen;
    const bool perhaps_the_camera = seen.answer.combined && seen.permission != Permission::denied;
    if (s.wanted().camera && (perhaps_the_camera || cause == Cause::dismissed || cause == Cause::denied))
      actions.push_back(Action::audio_only);
  }
  actions.push_back(Action::open_chat);
  actions.push_back(Action::dismiss);
  return actions;
}

// Where the browser remembers a block, asking by itself leads nowhere; its recovery element does.
Actions choosing_actions(Cause camera, bool recovers) {
  if (recovers || site_forbids(camera)) return {Action::audio_only, Action::open_chat, Action::dismiss};
  return {Action::audio_only, Action::enable_camera, Action::open_chat, Action::dismiss};
}

namespace {

void guide(View& shown, Remedy remedy, Capability kind, const Environment& environment) {
  const Guidance guidance = guidance_for(remedy, kind, environment);
  shown.steps = guidance.steps;
  shown.picture = guidance.picture;
  shown.kind = kind;
}

// A step that speaks of a button names the one that is there, and none where there is none.
void name_the_button(View& shown, bool try_again, bool enable_camera, bool reload) {
  if (!reload) shown.steps.remove(Step::press_reload);
  if (try_again) return;
  shown.steps.remove(Step::macos_not_in_list);
  if (enable_camera) shown.steps.replace(Step::press_try_again, Step::press_turn_on_camera);
  else shown.steps.remove(Step::press_try_again);
}

// Where there are several microphones, the one that gives nothing need not be the one to speak into.
void name_the_others(View& shown) {
  constexpr std::size_t most = 4;
  if (shown.steps.size() < most) shown.steps.push_back(Step::choose_other_microphone);
  else shown.steps.replace_last(Step::choose_other_microphone);
}

}  // namespace

bool explain_far_end(View& shown, const State& s) {
  Remedy remedy = Remedy::none;
  if (shown.title == Title::hearing_nothing) remedy = Remedy::hear_far_end;
  if (shown.title == Title::far_end_echo) remedy = Remedy::echo;
  if (shown.title == Title::far_end_late) remedy = Remedy::write;
  if (remedy == Remedy::none) return false;
  shown.steps = guidance_for(remedy, Capability::microphone, s.environment).steps;
  return true;
}

void explain_notifications(View& shown, const State& s, Cause cause) {
  const Remedy remedy = remedy_of(cause, Capability::notifications, s.environment);
  guide(shown, remedy, Capability::notifications, s.environment);
}

// What leads there at once comes first, what only helps to find it comes last.
void explain(View& shown, const State& s, const Verdicts& v, Cause cause, MediaKind kind) {
  const Remedy remedy = remedy_of(cause, capability_of(kind), s.environment);
  guide(shown, remedy, capability_of(kind), s.environment);
  Actions& actions = shown.actions;
  if (shown.steps.has(Step::copy_link_instead)) {
    actions.insert(0, Action::copy_link);
    if (way_out(s.environment) != WayOut::none) actions.insert(0, Action::leave_app);
  }
  if (shown.steps.has(Step::open_page_in_tab) && !actions.has(Action::open_in_tab))
    actions.insert(0, Action::open_in_tab);
  shown.link = settings_link(remedy, kind, s.environment);
  if (!shown.link.empty()) actions.insert(1, Action::open_settings);
  shown.address = settings_address(remedy, kind, s.environment);
  if (!shown.address.empty()) actions.insert(1, Action::copy_address);
  if (remedy == Remedy::silence && kind == mic && s.visit.several_microphones) name_the_others(shown);
  if (cause == Cause::prompt_cancelled) shown.picture = Picture::none;  // nobody has seen it
  name_the_button(shown, actions.has(Action::try_again), actions.has(Action::enable_camera),
                  actions.has(Action::reload));
  const bool drawn = shown.picture == Picture::chromium_left_chip;  // it is pressed on the drawing
  if (drawn && can_be_shown(s, kind, cause)) actions.push_back(Action::show_where);
  shown.recovery = recovery_for(s, v, kind, cause);
  // The element asks again by itself: one way, not two.
  if (shown.recovery != Recovery::none && remedy == Remedy::ask_again) {
    shown.steps = {};
    shown.picture = Picture::none;
  }
  if (shown.recovery != Recovery::none) actions.insert(0, Action::recover);
}

View card_for(Cause cause, MediaKind kind, const Environment& e) {
  State s;
  s.environment = e;
  s.settings.camera = kind == cam;
  s.phase = kind == cam ? Phase::choosing : Phase::blocked;
  if (is_site_block(cause)) s.device(kind).seen.permission = Permission::denied;
  if (kind == cam) s.microphone.seen.permission = Permission::granted;
  Verdicts v;
  (kind == cam ? v.camera : v.microphone).cause = cause;
  View shown{.orb = orb_of(s, v), .browser = e.browser};
  if (kind == cam) {
    shown.title = choosing_title(cause);
    shown.actions =
        choosing_actions(cause, is_site_block(cause) && recovery_for(s, v, kind, cause) != Recovery::none);
  } else {
    shown.title = blocked_title(s, cause);
    shown.actions = blocked_actions(s, v.microphone);
  }
  explain(shown, s, v, cause, kind);
  return shown;
}

}  // namespace earshot
