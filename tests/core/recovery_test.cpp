// The browser's own recovery element, and the quiet request that brings its crossed-out icon back.
#include <doctest/doctest.h>
#include "core/decide/remedy.hpp"
#include "scene.hpp"

using namespace earshot;
using C = Cause;

namespace {

struct Elements {
  bool microphone = false, camera = false, usermedia = false;
};
constexpr Elements voice_element{.microphone = true};
constexpr Elements all{true, true, true};

Scene with_elements(Elements elements, bool video = false, Permission state = Permission::prompt) {
  Scene scene = arrived(Engine::chromium, video, state);
  scene.s.environment.recovers_microphone = elements.microphone;
  scene.s.environment.recovers_camera = elements.camera;
  scene.s.environment.recovers_usermedia = elements.usermedia;
  return scene;
}

// The visitor has just pressed "Never allow".
Scene blocked(Elements elements, bool video = false) {
  Scene scene = with_elements(elements, video);
  refused_by_visitor(scene.press(Action::orb));
  scene.permission(mic, Permission::denied);
  if (video) scene.permission(cam, Permission::denied);
  return scene;
}

Action first_action(const Scene& scene) { return scene.shown().actions[0]; }

}  // namespace

TEST_CASE("blocked: the element comes first, and its stream is the call") {
  Scene scene = blocked(voice_element);
  CHECK(scene.s.phase == Phase::blocked);
  CHECK(scene.shown().recovery == Recovery::microphone);
  CHECK(first_action(scene) == Action::recover);
  CHECK(scene.advises(Step::chromium_open_site_controls));

  const Request before = scene.s.request;
  scene.press(Action::recover);
  CHECK(scene.orders(Recover{before + 1, just(mic)}));
  CHECK(scene.ordered<Open>() == nullptr);
  const View asking = scene.shown();
  CHECK(asking.title == Title::answer_recovery);
  CHECK(asking.recovery == Recovery::microphone);  // its node stays where it is
  CHECK(asking.orb == Orb::blocked);
  CHECK(asking.pointer == Pointer::center);

  scene.permission(mic, Permission::granted);
  CHECK(scene.ordered<Open>() == nullptr);           // the element's own media follow
  CHECK(scene.shown().recovery == asking.recovery);  // and the card stays as it is
  CHECK(first_action(scene) == Action::recover);
  CHECK(scene.shown().steps == asking.steps);
  CHECK(scene.shown().title == asking.title);
  scene.give(RecoveryStreamed{voice, scene.s.request});
  CHECK(scene.ordered<Open>() == nullptr);
  CHECK(scene.ordered<TellStream>() != nullptr);
  CHECK(scene.s.phase == Phase::live);
  CHECK(scene.s.microphone.track.request == before + 1);
  CHECK(scene.shown().title == Title::allowed_again_chromium);
}

TEST_CASE("the stream may come before the news of the permission") {
  Scene scene = blocked(voice_element).press(Action::recover).give(RecoveryStreamed{voice});
  CHECK(scene.s.phase == Phase::live);
  scene.permission(mic, Permission::granted);
  CHECK(scene.s.phase == Phase::live);
  CHECK(scene.ordered<Open>() == nullptr);
}

TEST_CASE("a dialog that is closed leaves the words as they were; a question that is closed counts as one") {
  Scene scene = blocked(voice_element).press(Action::recover);
  scene.give(RecoveryCancelled{mic, scene.s.request});
  CHECK(scene.s.phase == Phase::blocked);
  CHECK(scene.shown().title == Title::microphone_denied);
  CHECK(first_action(scene) == Action::recover);

  Scene closed = with_elements(voice_element);
  closed.press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  closed.permission(mic, Permission::prompt);
  CHECK(first_action(closed) == Action::recover);
  closed.press(Action::recover).give(RecoveryCancelled{mic, closed.s.request});
  CHECK(closed.verdict().cause == C::dismissed);
  CHECK(closed.s.microphone.seen.unanswered.dismissals == 1);  // Chromium counts only its bubbles
}

TEST_CASE(
    "a click that the browser refused silently costs nothing: the next one works, and so does everything else") {
  Scene scene = blocked(voice_element).press(Action::recover);
  scene.press(Action::recover);
  CHECK(scene.ordered<Recover>() == nullptr);  // the same press still waits for its answer
  scene.press(Action::try_again);
  CHECK(scene.ordered<Open>() != nullptr);
  CHECK(scene.s.aside == Aside::none);

  Scene elsewhere = blocked(voice_element)
                        .press(Action::recover)
                        .permission(mic, Permission::granted);  // in the site controls
  elsewhere.give(TimerFired{Timer::recovery_expected});
  CHECK(elsewhere.orders(Open{elsewhere.s.request, just(mic)}));
}

TEST_CASE("an answer that nobody waits for any more is closed") {
  Scene scene = blocked(voice_element).press(Action::recover);
  const Request pressed = scene.s.request;
  scene.press(Action::open_chat).give(RecoveryStreamed{voice, pressed});
  CHECK(scene.orders(Close{pressed, just(mic)}));
  CHECK(!scene.s.held().any());

  Scene never = blocked(voice_element).give(RecoveryStreamed{voice});
  CHECK(never.ordered<Close>() != nullptr);
  CHECK(never.s.phase == Phase::blocked);
}

TEST_CASE("an element that this page may not use is not offered again") {
  Scene scene = blocked(voice_element).press(Action::recover);
  scene.give(RecoveryFailed{mic, scene.s.request, "InvalidStateError", "The permission element is disabled"});
  CHECK(scene.shown().recovery == Recovery::none);
  CHECK(first_action(scene) == Action::try_again);

  // Only that click was refused: too soon after the card was drawn, or made by a script.
  for (
      const char* reason :
      {"The permission element is disabled due to: being recently attached to layout tree, intersection with viewport changed.",
       "The permission element activation must be triggered by a user gesture."}) {
    Scene early = blocked(voice_element).press(Action::recover);
    early.give(RecoveryFailed{mic, early.s.request, "InvalidStateError", reason});
    CHECK(early.shown().recovery == Recovery::microphone);
    CHECK(early.shown().title == Title::microphone_denied);
    CHECK(early.press(Action::recover).ordered<Recover>() != nullptr);
  }

  Scene unplugged = blocked(voice_element).press(Action::recover);
  unplugged.give(RecoveryFailed{mic, unplugged.s.request, "NotFoundError", "Requested device not found"});
  CHECK(unplugged.verdict().cause == C::no_device);
}

TEST_CASE("a microphone alone never asks for a camera") {
  CHECK(blocked({.usermedia = true}).shown().recovery == Recovery::none);
  CHECK(blocked(all).shown().recovery == Recovery::microphone);
}

TEST_CASE("a video call with both blocked: one element for both where there is one") {
  Scene scene = blocked(all, true);
  CHECK(scene.shown().recovery == Recovery::usermedia);
  scene.press(Action::recover).permission(cam, Permission::granted).permission(mic, Permission::granted);
  CHECK(scene.shown().recovery == Recovery::usermedia);
  CHECK(first_action(scene) == Action::recover);
  scene.give(RecoveryStreamed{voice_and_picture});
  CHECK(scene.s.phase == Phase::live);
  CHECK(scene.s.held().both());

  CHECK(blocked({.microphone = true, .camera = true}, true).shown().recovery == Recovery::microphone);
}

TEST_CASE("the camera alone is blocked: its element, and the voice follows by itself") {
  Scene scene = with_elements(all, true, Permission::granted);
  scene.permission(cam, Permission::denied).press(Action::orb);
  REQUIRE(scene.s.phase == Phase::choosing);
  CHECK(scene.shown().recovery == Recovery::camera);
  CHECK(first_action(scene) == Action::recover);
  CHECK(!scene.offers(Action::enable_camera));  // it could only fail
  CHECK(scene.offers(Action::audio_only));

  scene.press(Action::recover).give(RecoveryStreamed{picture});
  CHECK(scene.orders(Open{scene.s.request, just(mic)}));
  scene.opens(voice);
  CHECK(scene.s.phase == Phase::live);
  CHECK(scene.s.held().both());

  Scene alone = with_elements(all, true, Permission::granted);
  alone.permission(cam, Permission::denied)
      .press(Action::orb)
      .press(Action::recover)
      .give(RecoveryStreamed{picture});
  alone.fails("NotFoundError", "Requested device not found");
  CHECK(!alone.s.held().any());  // no light burns for a call that did not begin
}

TEST_CASE("in the call: revoked, recovered, and the far end gets the new track") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.s.environment.recovers_microphone = true;
  scene.give(TrackEnded{1}).permission(mic, Permission::denied);
  REQUIRE(scene.s.phase == Phase::interrupted);
  CHECK(first_action(scene) == Action::recover);
  scene.press(Action::recover);
  CHECK(scene.s.phase == Phase::interrupted);
  scene.give(RecoveryStreamed{{{mic, 7}}, scene.s.request});
  CHECK(scene.orders(TellTrackReplaced{mic, scene.s.request}));
  CHECK(scene.s.phase == Phase::live);
}

TEST_CASE("guard mode: the recovered media only clear the way, unless the call is on") {
  Scene scene = blocked(voice_element);
  scene.s.settings.guard = true;
  scene.press(Action::recover).give(RecoveryStreamed{voice, scene.s.request});
  CHECK(scene.ordered<TellCleared>() != nullptr);
  CHECK(scene.ordered<Close>() != nullptr);
}

TEST_CASE("where nothing can be recovered, no element is offered") {
  Scene busy = with_elements(all);
  busy.press(Action::orb).fails("NotReadableError", "Could not start audio source");
  CHECK(busy.shown().recovery == Recovery::none);
  Scene none = with_elements(all);
  none.press(Action::orb).fails("NotFoundError", "Requested device not found");
  CHECK(none.shown().recovery == Recovery::none);
  Scene app = blocked(all);
  app.s.environment.in_app = true;
  CHECK(app.shown().recovery == Recovery::none);
}

TEST_CASE("the crossed-out icon comes back when the visitor asks where it is") {
  Scene scene = blocked({});
  CHECK(scene.offers(Action::show_where));
  const View before = scene.shown();
  scene.press(Action::show_where);
  CHECK(scene.orders(Open{scene.s.request, just(mic)}));
  CHECK(scene.shown() == before);
  scene.fails("NotAllowedError", "Permission denied", 3);
  CHECK(scene.shown() == before);
  CHECK(scene.ordered<Open>() == nullptr);
  CHECK(scene.s.microphone.seen.tries.failed == 0);  // it was no try

  scene.press(Action::show_where).opens(voice);  // lifted a moment before
  CHECK(scene.s.phase == Phase::live);

  Scene dismissed = with_elements({});
  dismissed.press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  dismissed.permission(mic, Permission::prompt).press(Action::show_where);
  CHECK(dismissed.ordered<Open>() == nullptr);  // it would ask
  CHECK(!blocked({}).press(Action::dismiss).offers(Action::show_where));
}

TEST_CASE("how to stay allowed is said once, for a while, and only after a block") {
  Scene scene = blocked(voice_element).press(Action::recover).give(RecoveryStreamed{voice});
  CHECK(scene.shown().title == Title::allowed_again_chromium);
  CHECK(scene.ordered<Announce>()->title == Title::announce_live);  // it stands there to be read
  CHECK(scene.orders(SetTimer{Timer::advice_read, 12'000}));
  scene.give(TimerFired{Timer::advice_read});
  CHECK(scene.shown().title == Title::listening);
  scene.give(TrackEnded{1})
      .permission(mic, Permission::denied)
      .permission(mic, Permission::granted)
      .opens({{mic, 9}});
  CHECK(scene.s.phase == Phase::live);
  CHECK(scene.shown().title == Title::listening);

  CHECK(in_voice_call(Engine::chromium).shown().title == Title::listening);
  Scene muted =
      blocked(voice_element).press(Action::recover).give(RecoveryStreamed{voice}).press(Action::mute);
  CHECK(muted.shown().title == Title::microphone_muted);
}

TEST_CASE(
    "two closed questions: Chromium would block the site at the third, but its element asks without counting") {
  Scene scene = with_elements(voice_element);
  for (int n = 0; n < 2; ++n)
    scene.press(n == 0 ? Action::orb : Action::try_again)
        .fails("NotAllowedError", "Permission dismissed")
        .permission(mic, Permission::prompt);
  CHECK(scene.shown().title == Title::prompt_dismissed_twice);
  CHECK(!scene.offers(Action::try_again));
  CHECK(first_action(scene) == Action::recover);
}

TEST_CASE("help beside the steps: the system's settings, the browser's address, a way out of an app") {
  Scene windows = arrived(Engine::chromium);
  windows.s.environment.os = Os::windows;
  windows.press(Action::orb).fails("NotReadableError", "Could not start audio source");
  CHECK(windows.shown().link == "ms-settings:privacy-microphone");
  CHECK(windows.offers(Action::open_settings));
  windows.press(Action::open_settings);
  CHECK(windows.orders(OpenLink{"ms-settings:privacy-microphone"}));

  Scene safari = arrived(Engine::webkit);
  safari.s.environment.os = Os::macos;
  CHECK(settings_link(Remedy::system, mic, safari.s.environment).empty());
  Environment chrome = page_in(Engine::chromium, Os::macos);
  CHECK(settings_link(Remedy::system, cam, chrome) ==
        "x-apple.systempreferences:com.apple.settings.PrivacySecurity.extension?Privacy_Camera");
  chrome.os_version = 12;
  CHECK(settings_link(Remedy::system, mic, chrome) ==
        "x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone");

  Scene app = arrived(Engine::chromium);
  app.s.environment.os = Os::android;
  app.s.environment.form = Form::mobile;
  app.s.environment.in_app = true;
  app.press(Action::orb).fails("NotAllowedError", "Permission denied", 3).permission(mic, Permission::denied);
  CHECK(app.advises(Step::open_in_browser));
  CHECK(first_action(app) == Action::leave_app);
  CHECK(app.offers(Action::copy_link));
  app.press(Action::leave_app);
  CHECK(app.orders(LeaveApp{WayOut::intent}));
  CHECK(app.press(Action::copy_link).orders(Copy{""}));
}
