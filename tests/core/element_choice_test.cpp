// Which of the browser's recovery elements helps, for as long as its answer is awaited, and where help stands
// among the presses.
#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

namespace {

Scene page(Permission microphone, Permission camera, bool singles, bool both) {
  Scene scene = arrived(Engine::chromium, true);
  scene.s.environment.recovers_microphone = scene.s.environment.recovers_camera = singles;
  scene.s.environment.recovers_usermedia = both;
  scene.permission(mic, microphone).permission(cam, camera).press(Action::orb);
  if (scene.s.in_flight())
    scene.fails("NotAllowedError", "Permission denied", 5)
        .permission(mic, microphone)
        .permission(cam, camera);
  return scene;
}

Scene blocked_voice() {
  Scene scene = arrived(Engine::chromium);
  scene.s.environment.recovers_microphone = true;
  refused_by_visitor(scene.press(Action::orb));
  return scene.permission(mic, Permission::denied);
}

}  // namespace

TEST_CASE("only the microphone is blocked: its own element, or the one for both where there is no other") {
  CHECK(page(Permission::denied, Permission::granted, true, true).shown().recovery == Recovery::microphone);
  CHECK(page(Permission::denied, Permission::granted, false, true).shown().recovery == Recovery::usermedia);
}

TEST_CASE("the camera's element is for a page whose voice follows without a question") {
  CHECK(page(Permission::granted, Permission::denied, true, false).shown().recovery == Recovery::camera);
  CHECK(page(Permission::prompt, Permission::denied, true, false).shown().recovery == Recovery::none);
  CHECK(page(Permission::prompt, Permission::denied, true, true).shown().recovery == Recovery::usermedia);
}

TEST_CASE("inside another app no element is shown, whatever it claims to have") {
  Scene scene = arrived(Engine::chromium);
  scene.s.environment.recovers_microphone = true;
  scene.press(Action::orb)
      .fails("NotAllowedError", "Permission dismissed")
      .permission(mic, Permission::prompt);
  REQUIRE(scene.shown().recovery == Recovery::microphone);
  scene.s.environment.in_app = true;
  CHECK(scene.shown().recovery == Recovery::none);
}

TEST_CASE("the element for both is no way to the voice where the site has turned the camera off") {
  Scene call = in_video_call(Engine::chromium);
  call.s.environment.recovers_usermedia = true;
  Scene lost = call;
  lost.give(TrackEnded{2}).permission(cam, Permission::denied);
  lost.give(TrackEnded{1}).permission(mic, Permission::denied);
  CHECK(lost.shown().recovery == Recovery::usermedia);
  call.give(TrackStopped{2}).give(TrackEnded{1}).permission(mic, Permission::denied);
  CHECK(call.shown().recovery == Recovery::none);
}

TEST_CASE("the element that was pressed stays, also when another would now be chosen") {
  Scene scene = page(Permission::denied, Permission::granted, true, true).press(Action::recover);
  scene.permission(cam, Permission::denied);
  CHECK(scene.shown().recovery == Recovery::microphone);
}

TEST_CASE("what was allowed meanwhile is used as soon as the element has said its last word") {
  Scene unusable = blocked_voice().press(Action::recover).permission(mic, Permission::granted);
  unusable.give(RecoveryFailed{mic, unusable.s.request, "InvalidStateError", ""});
  CHECK(unusable.ordered<Open>() != nullptr);

  Scene empty = blocked_voice().press(Action::recover).permission(mic, Permission::granted);
  empty.give(RecoveryStreamed{{}, empty.s.request});
  CHECK(empty.ordered<Open>() != nullptr);
}

TEST_CASE("media said twice are held once, and not closed") {
  Scene scene = blocked_voice().press(Action::recover).give(RecoveryStreamed{voice});
  const RecoveryStreamed again{voice, scene.s.request};
  CHECK(scene.give(again).ordered<Close>() == nullptr);
}

TEST_CASE("media that came another way, or that nobody wants any more, end the wait for the element") {
  Scene guarded = blocked_voice();
  guarded.s.settings.guard = true;
  guarded.press(Action::recover).give(StreamAttached{voice});
  CHECK(guarded.shown().title != Title::answer_recovery);

  Scene call = in_video_call(Engine::chromium);
  call.s.environment.recovers_camera = true;
  call.give(TrackEnded{2}).permission(cam, Permission::denied).press(Action::recover);
  REQUIRE(call.shown().title == Title::answer_recovery);
  call.press(Action::audio_only);
  CHECK(call.shown().title != Title::answer_recovery);
}

TEST_CASE("a recovered camera that waits for its microphone goes dark when its visitor turns away") {
  Scene scene = page(Permission::granted, Permission::denied, true, false)
                    .press(Action::recover)
                    .give(RecoveryStreamed{picture});
  REQUIRE(scene.s.camera.held());
  scene.press(Action::dismiss);
  CHECK(scene.ordered<Close>() != nullptr);
  CHECK(!scene.s.camera.held());
}

TEST_CASE("a host that attaches its camera first has not pressed anything") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  CHECK(scene.give(StreamAttached{picture}).ordered<Open>() == nullptr);
}

TEST_CASE("help stands beside the first press, not behind the last") {
  Scene windows = arrived(Engine::chromium);
  windows.s.environment.os = Os::windows;
  windows.press(Action::orb).fails("NotReadableError", "Could not start audio source");
  CHECK(windows.shown().actions ==
        Actions{Action::try_again, Action::open_settings, Action::open_chat, Action::dismiss});

  Scene never_asked = arrived(Engine::chromium, false, Permission::denied);
  never_asked.s.settings.remember = true;  // so it is known that nobody has been asked here
  never_asked.press(Action::orb).fails("NotAllowedError", "Permission denied", 5);
  REQUIRE(never_asked.advises(Step::type_settings_address));
  CHECK(never_asked.shown().actions[1] == Action::copy_address);

  Scene old_phone = arrived(Engine::webkit);
  old_phone.s.environment.os = Os::ios;
  old_phone.s.environment.os_version = 16;
  old_phone.s.environment.in_app = true;
  old_phone.press(Action::orb).fails("NotAllowedError", "", 5);
  REQUIRE(old_phone.advises(Step::copy_link_instead));
  CHECK(!old_phone.offers(Action::leave_app));
}
