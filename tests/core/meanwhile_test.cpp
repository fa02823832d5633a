// Two things at once in a call: what one of them needs is not forgotten for the other.
#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

TEST_CASE("A microphone that ends while the camera is asked for comes back when the camera has its answer") {
  Scene scene = in_video_call(Engine::chromium);
  scene.press(Action::audio_only).press(Action::enable_camera);
  REQUIRE(scene.s.asking.kinds == just(cam));
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  REQUIRE(scene.s.phase == Phase::interrupted);
  scene.opens(picture);
  CHECK(scene.orders(Open{scene.s.request, just(mic)}));
  scene.opens(voice);
  CHECK(scene.s.phase == Phase::live);
}

TEST_CASE("A microphone that keeps ending is not opened for ever because a call was once steady") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < most_resumptions; ++n)
    scene.give(TrackEnded{1}).permission(mic, Permission::granted).opens(voice);
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  REQUIRE_FALSE(scene.s.in_flight());
  scene.give(TimerFired{Timer::steady});  // set while the track lived
  scene.permission(mic, Permission::granted);
  CHECK_FALSE(scene.s.in_flight());
}

TEST_CASE(
    "Firefox: granted, as it turns out, and behind another window: no arrow to a question that is not there") {
  Scene scene = arrived(Engine::gecko).press(Action::orb).give(PageChanged{true, false});
  CHECK(scene.shown().title == Title::allow_microphone);
  scene.permission(mic, Permission::granted);
  CHECK(scene.shown().title == Title::prompt_waits_for_focus);
  CHECK(scene.shown().pointer == Pointer::none);
  CHECK_FALSE(scene.give(PageChanged{true, true}).shown().title == Title::prompt_waits_for_focus);
  CHECK(scene.opens(voice).shown().orb == Orb::live);
}
