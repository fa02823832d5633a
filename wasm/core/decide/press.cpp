// What each press means, in every phase. A press is the only thing that may lead to a prompt.
#include "core/decide/diagnose.hpp"
#include "core/decide/explained.hpp"
#include "core/decide/remedy.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

void press_camera(Turn& t) {
  t.s.visit.audio_only = false;
  if (t.s.phase != Phase::idle && t.s.phase != Phase::ended && t.s.phase != Phase::chatting) ask(t, true);
}

void press_audio_only(Turn& t) {
  State& s = t.s;
  if (!s.settings.camera) return;
  s.visit.audio_only = true;
  if (s.recovering() && !s.recovers().microphone) s.aside = Aside::none;  // nobody wants that camera now
  if (s.camera.held()) {
    close_kinds(t, just(cam));
    s.camera.seen.reopening = Reopening::released;  // it may be wanted back at once
    t.order(TellTrackReplaced{cam, 0});
  }
  if (s.phase == Phase::choosing || s.phase == Phase::blocked) ask(t);
}

void press_dismiss(Turn& t) {
  State& s = t.s;
  if (s.phase == Phase::live) {
    // The visitor knows now; who only listens is as quiet.
    if (s.told.title == Title::hearing_nothing) s.call.hears_nothing = false;
    else if (s.told.title == Title::far_end_echo) s.call.far_end = FarEnd::ready;
    else if (s.told.title == Title::hardly_heard) s.microphone.track.audible = true;
    else if (s.missing().camera)
      s.visit.audio_only = true;  // closing the words about the camera accepts them
    return;
  }
  if (s.phase == Phase::interrupted || s.phase == Phase::starting) return;
  lapse(t);
  if (s.phase == Phase::chatting) t.order(CloseChat{});
  end_host_turn(t);
  s.notifications.guided = false;
  s.aside = Aside::none;
  close_kinds(t, s.held());  // a recovered camera may be waiting for its microphone
  s.visit.audio_only = false;
  s.phase = Phase::idle;
}

void press_orb(Turn& t) {
  switch (t.s.phase) {
    case Phase::live:
      if (held_up(t.s, diagnose(t.s))) return open_anew(t);
      return press_mute(t, !t.s.call.muted);
    case Phase::opening:
    case Phase::asking: return;  // the browser's own prompt is the place to press now
    case Phase::starting:
    case Phase::idle:
    case Phase::choosing:
    case Phase::interrupted:
    case Phase::blocked:
    case Phase::chatting:
    case Phase::ended: return ask(t);
  }
}

}  // namespace

void press_mute(Turn& t, bool muted) {
  State& s = t.s;
  if (!s.call.begun || s.call.muted == muted) return;
  s.call.muted = muted;
  s.call.hears_nothing = false;  // now the words say this
  s.microphone.track.speaking_ms = 0;
  if (!s.microphone.held()) {
    if (!muted) ask(t);  // a press is a wish to be heard
    return;
  }
  t.order(Enable{just(mic), !muted});
  if (!muted) pursue(t);
}

void press(Turn& t, Action action) {
  State& s = t.s;
  resume_audio(t);  // a press is what the sound of a page may be waiting for
  switch (action) {
    case Action::orb: return press_orb(t);
    case Action::try_again:
      if (s.phase == Phase::live) return open_anew(t);
      return ask(t, s.phase == Phase::choosing);
    case Action::back_to_voice:
      if (s.phase == Phase::chatting) ask(t);
      return;
    case Action::audio_only: return press_audio_only(t);
    case Action::enable_camera: return press_camera(t);
    case Action::mute: return press_mute(t, true);
    case Action::unmute: return press_mute(t, false);
    case Action::open_chat:
      if (s.phase != Phase::chatting) leave_call(t, Phase::chatting);
      t.order(OpenChat{});  // also when it is open: its connection may have failed
      return;
    case Action::end:
      if (s.phase == Phase::chatting) t.order(CloseChat{});
      leave_call(t, Phase::ended);
      s.visit.audio_only = false;
      return;
    case Action::dismiss: return press_dismiss(t);
    case Action::reload: t.order(Reload{}); return;
    case Action::open_in_tab: t.order(OpenTab{}); return;
    case Action::cannot_see_prompt: s.asking.looked_for = s.in_flight() && s.asking.prompting; return;
    case Action::allow_notifications: return press_notifications(t);
    case Action::recover: return recover(t);
    case Action::show_where: return reveal(t);
    case Action::open_settings:
      if (const std::string_view link = link_of(s, diagnose(s)); !link.empty()) {
        t.order(OpenLink{link});
        wish(t);
      }
      return;
    case Action::copy_address:
      if (const std::string_view address = address_of(s, diagnose(s)); !address.empty()) {
        t.order(Copy{address});
        wish(t);
      }
      return;
    case Action::copy_link: t.order(Copy{""}); return;
    case Action::leave_app:
      if (const WayOut way = way_out(s.environment); way != WayOut::none) t.order(LeaveApp{way});
      return;
    case Action::cannot_hear: s.call.hears_nothing = hearing_may_be_explained(s, diagnose(s)); return;
    case Action::hear:           // resumed above
    case Action::switch_device:  // offered by no view yet
    case Action::copy_report: return;
  }
}

}  // namespace earshot
