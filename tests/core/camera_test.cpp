#include "causes.hpp"

using namespace earshot;

TEST_CASE("a video call asks once for both") {
  Scene scene = arrived(Engine::chromium, true);
  scene.press(Action::orb);
  CHECK(scene.orders(Open{1, {true, true}}));
  CHECK(scene.shown().title == Title::allow_microphone_and_camera);
  scene.opens(voice_and_picture);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().title == Title::in_call);
}

TEST_CASE("where both are granted each gets a stream of its own, so that neither ends with the other") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  CHECK(scene.press(Action::orb).orders(Open{1, {.microphone = true}}));
  CHECK(scene.opens(voice).orders(Open{2, {.camera = true}}));
  CHECK(scene.opens(picture).orders(TellTrackReplaced{cam, 2}));
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("a camera blocked before the call is a choice: enable it, or audio only") {
  Scene scene = arrived(Engine::chromium, true);
  scene.permission(cam, Permission::denied).press(Action::orb);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().orb == Orb::choosing);
  CHECK(scene.shown().title == Title::camera_blocked_choose);
  CHECK(scene.offers(Action::enable_camera));
  CHECK(scene.advises(Step::chromium_turn_on_camera));

  SUBCASE("audio only starts the call with the microphone") {
    CHECK(scene.press(Action::audio_only).orders(Open{1, {.microphone = true}}));
    scene.opens(voice);
    CHECK(scene.shown().orb == Orb::live_audio_only);
    CHECK(scene.shown().title == Title::talking_without_camera);
  }
  SUBCASE("enabling it in the settings opens the way for both") {
    CHECK(scene.press(Action::enable_camera).orders(Open{1, {true, true}}));
    scene.fails("NotAllowedError", "Permission denied", 3);
    CHECK(scene.shown().orb == Orb::choosing);
    scene.permission(cam, Permission::granted);
    CHECK(scene.shown().title == Title::press_to_resume);
    CHECK(scene.press(Action::try_again).orders(Open{2, {true, true}}));
  }
  SUBCASE("with the microphone granted, an enabled camera starts the call by itself") {
    scene.permission(mic, Permission::granted).permission(cam, Permission::granted);
    CHECK(scene.ordered<Open>());
  }
}

TEST_CASE("Firefox says first that it failed and then which of the two was blocked") {
  Scene scene = arrived(Engine::gecko, true);
  scene.press(Action::orb);
  refused_by_visitor(scene);
  CHECK(scene.shown().orb == Orb::blocked);
  scene.permission(cam, Permission::denied);
  CHECK(scene.verdict(mic).cause == Cause::none);
  CHECK(scene.shown().orb == Orb::choosing);
}

TEST_CASE(
    "Chromium asks for the camera alone where the microphone is granted, and only the camera is refused") {
  Scene scene = arrived(Engine::chromium, true);
  scene.permission(mic, Permission::granted).press(Action::orb);
  CHECK(scene.shown().title == Title::allow_camera);
  scene.fails("NotAllowedError", "Permission dismissed");
  CHECK(scene.verdict(mic).cause == Cause::none);
  CHECK(scene.verdict(cam).cause == Cause::dismissed);
  CHECK(scene.shown().orb == Orb::choosing);
}

TEST_CASE("a missing camera never costs the microphone") {
  Scene scene = arrived(Engine::chromium, true);
  scene.press(Action::orb).fails("NotFoundError", "Requested device not found", 100);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  scene.opens(voice);
  CHECK(scene.shown().title == Title::camera_off_missing);
  CHECK(scene.verdict(cam).cause == Cause::no_device);
}

TEST_CASE("a missing microphone is found out, and the camera not blamed") {
  Scene scene = arrived(Engine::chromium, true);
  scene.press(Action::orb).fails("NotFoundError", "Requested device not found", 100);
  scene.fails("NotFoundError", "Requested device not found", 3);
  CHECK(scene.verdict(mic).cause == Cause::no_device);
  CHECK(scene.verdict(cam).cause == Cause::none);
  CHECK(scene.shown().orb == Orb::blocked);
}

TEST_CASE("a camera revoked in the call leaves the voice, and comes back when allowed") {
  Scene scene = in_video_call(Engine::webkit);
  scene.give(TrackEnded{2}).permission(cam, Permission::denied);
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.shown().title == Title::camera_off_blocked);
  CHECK(scene.shown().actions.front() == Action::enable_camera);
  CHECK(scene.shown().microphone == Medium::live);
  CHECK(scene.s.polling.kinds.camera);  // WebKit never says when it changes
  CHECK(scene.permission(cam, Permission::granted).orders(Open{2, {.camera = true}}));
  CHECK(scene.opens(picture).orders(TellTrackReplaced{cam, 2}));
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("who chose audio only is not filmed by a permission") {
  Scene scene = in_video_call(Engine::chromium);
  scene.press(Action::audio_only);
  CHECK(scene.orders(Close{1, {.camera = true}}));
  CHECK(scene.shown().title == Title::talking_without_camera);
  CHECK_FALSE(scene.permission(cam, Permission::granted).ordered<Open>());
  CHECK(scene.press(Action::enable_camera).orders(Open{2, {.camera = true}}));
}

TEST_CASE("a microphone lost in a video call leaves the picture, and the call") {
  Scene scene = in_video_call(Engine::webkit);
  scene.give(TrackEnded{1}).permission(mic, Permission::denied);
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK(scene.shown().camera == Medium::live);
  CHECK_FALSE(scene.ordered<Close>());
}

TEST_CASE("a forbidden camera does not stand in the way of the voice") {
  Scene scene;
  scene.s.settings.camera = true;
  Environment e = page_in(Engine::chromium);
  e.camera_policy = Policy::forbidden;
  scene.give(EnvironmentSeen{e}).permission(mic, Permission::prompt).press(Action::orb);
  CHECK(scene.shown().orb == Orb::choosing);
  CHECK(scene.press(Action::audio_only).orders(Open{1, {.microphone = true}}));
}

TEST_CASE("a camera whose prompt was closed twice is not asked for a third time, in a call neither") {
  Scene scene = arrived(Engine::chromium, true);
  scene.permission(mic, Permission::granted)
      .press(Action::orb)
      .fails("NotAllowedError", "Permission dismissed");
  scene.press(Action::audio_only).opens(voice);
  CHECK(scene.press(Action::enable_camera).ordered<Open>());
  scene.fails("NotAllowedError", "Permission dismissed");
  CHECK_FALSE(scene.press(Action::enable_camera).ordered<Open>());
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.advises(Step::chromium_turn_on_camera));
  CHECK(scene.permission(cam, Permission::granted).ordered<Open>());
}

TEST_CASE("a camera that is unplugged leaves the voice, and comes back when it is plugged in") {
  Scene scene = in_video_call(Engine::chromium)
                    .give(TrackEnded{2})
                    .give(DevicesRead{1, 0, true})
                    .permission(cam, Permission::granted);
  CHECK(scene.verdict(cam).cause == Cause::device_removed);
  CHECK(scene.shown().title == Title::camera_off_missing);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.give(DevicesRead{1, 1, true}).orders(Open{2, {.camera = true}}));
}

TEST_CASE("a page hidden from the start: the first picture may take its time once somebody looks") {
  for (const bool steady_before : {true, false}) {
    Scene scene = in_video_call(Engine::gecko).give(PageChanged{false, false});
    if (steady_before) scene.give(TimerFired{Timer::steady});
    scene.give(PageChanged{true, true});
    CHECK(scene.orders(SetTimer{Timer::steady, steady_ms}));
    for (int n = 0; n < 5; ++n) CHECK_FALSE(scene.give(Frames{2, 0, 2000}).ordered<Close>());
    CHECK(scene.verdict(cam) == Verdict{});
  }
}

TEST_CASE("a camera that is paused is told by what paused it") {
  const auto paused = [](Environment e) {
    Scene scene = call_on(e, true);
    return scene.give(TrackMuted{2}).give(TimerFired{Timer::mute_lasts});
  };
  Environment ipad = page_in(Engine::webkit, Os::ios);
  ipad.form = Form::tablet;
  CHECK(paused(ipad).shown().title == Title::camera_paused);
  CHECK(paused(ipad).advises(Step::browser_alone_on_screen));
  const Environment mac = page_in(Engine::webkit, Os::macos);
  CHECK(paused(mac).shown().title == Title::camera_paused_by_browser);
  CHECK(paused(mac).advises(Step::unmute_camera_in_browser));
  CHECK(paused(mac).offers(Action::try_again));
}

TEST_CASE("on a Chromebook a camera without a picture may be switched off by its own switch") {
  Scene scene = call_on(page_in(Engine::chromium, Os::chromeos), true);
  scene.give(Frames{2, 0, first_picture_ms});
  CHECK(scene.advises(Step::chromeos_physical_switch));
}

TEST_CASE("under the words about a mute there are no steps of the camera's") {
  Scene scene = in_video_call(Engine::chromium).give(TrackEnded{2}).permission(cam, Permission::denied);
  REQUIRE_FALSE(scene.shown().steps.empty());
  scene.press(Action::mute);
  CHECK(scene.shown().title == Title::microphone_muted);
  CHECK(scene.shown().steps.empty());
  CHECK(scene.offers(Action::enable_camera));
}

TEST_CASE("a headset that goes during a call on a phone is no matter of permissions") {
  Scene scene = call_on(phone(Engine::chromium, Os::android)).give(TrackEnded{1});
  scene.permission(mic, Permission::granted).fails("NotFoundError", "Requested device not found", 90);
  REQUIRE(scene.verdict().cause == Cause::device_removed);
  CHECK(scene.shown().steps == Steps{Step::press_try_again, Step::restart_device});
}
