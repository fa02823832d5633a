// WebKit names a device that does not start like a refusal, with words of its own; and a device of ours that
// is not there any more is not the only one.
#include "causes.hpp"

using namespace earshot;

TEST_CASE("WebKit's device that does not start is no other app's and no system's doing, in a call neither") {
  for (const char* message : {"No CoreAudioCaptureSource device", "No AVAudioSessionCaptureDevice device"}) {
    Scene scene = lost(call_on(page_in(Engine::webkit, Os::macos)));
    scene.fails("NotAllowedError", message, 200).permission(mic, Permission::granted);
    CHECK(scene.verdict() == Verdict{C::device_failed, likely, {C::device_busy}, {K::message_says_driver}});
    CHECK(scene.shown().title == Title::microphone_failed);
  }
  const says::Error no_size{"NotAllowedError", "Device has invalid width or height"};
  CHECK(camera_refused(phone(Engine::webkit, Os::ios), no_size, 200).verdict(cam).cause == C::device_failed);
}

TEST_CASE("unplugged is unplugged, whatever the next request fails of") {
  Scene scene = lost(call_on(page_in(Engine::webkit, Os::macos))).give(DevicesRead{0, 0, true});
  scene.fails("NotAllowedError", "No CoreAudioCaptureSource device", 200)
      .permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == C::device_removed);
}

TEST_CASE("the device that worked is gone too, and others are listed: nobody says that none was found") {
  Scene scene = in_voice_call(Engine::chromium).give(DevicesRead{2, 0, true, true, true});
  for (int n = 0; n < 2; ++n)
    fail(scene, says::chromium_not_found, 90)
        .permission(mic, Permission::granted)
        .give(TimerFired{Timer::try_later});
  scene.give(RequestFailed{scene.s.request, "OverconstrainedError", "", "deviceId", 9});
  CHECK(scene.verdict() ==
        Verdict{C::chosen_device_gone, likely, {C::device_failed, C::no_device}, {K::constraint_device_id}});
  CHECK(scene.shown().title == Title::microphone_failed);
  CHECK(scene.give(DevicesRead{0, 0, true}).shown().title == Title::no_microphone);
}
