// Sound, and as good as none: said softly, so that somebody who only listens is not held up by it.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene quiet_call(double dbfs, const Environment& where = page_in(Engine::chromium, Os::windows)) {
  Scene scene = call_on(where);
  for (int ms = 0; ms < quiet_limit_ms; ms += 250) scene.give(Level{dbfs, true, 250});
  return scene;
}

}  // namespace

TEST_CASE("the input's volume is at nothing: that is said, the call stays live, and the far end is told") {
  const Scene scene = quiet_call(-85);
  CHECK(scene.shown().title == Title::hardly_heard);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().steps.front() == Step::turn_up_input);
  CHECK_FALSE(scene.offers(Action::try_again));  // the next capture would be as quiet
  CHECK(scene.verdict().cause == Cause::low_level);
  CHECK(scene.verdict().confidence == Confidence::likely);
}

TEST_CASE("a quiet room is left in peace, and so is whoever has made one sound") {
  CHECK(quiet_call(-70).shown().title == Title::listening);
  Scene scene = quiet_call(-85).give(Level{-50.0, true, 250});
  CHECK(scene.shown().title == Title::listening);
  for (int ms = 0; ms < 2 * quiet_limit_ms; ms += 250) scene.give(Level{-85.0, true, 250});
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("who only listens dismisses it, and hears no more of it") {
  Scene scene = quiet_call(-85);
  REQUIRE(scene.offers(Action::dismiss));
  scene.press(Action::dismiss).give(Level{-85.0, true, 250});
  CHECK(scene.shown().title == Title::listening);
  CHECK_FALSE(scene.offers(Action::dismiss));
}

TEST_CASE("a muted visitor, and a camera in trouble, come before it") {
  CHECK(quiet_call(-85).press(Action::mute).shown().title == Title::microphone_muted);
  Scene video = in_video_call(Engine::chromium);
  for (int ms = 0; ms < quiet_limit_ms; ms += 250) video.give(Level{-85.0, true, 250});
  video.give(TrackEnded{2}).permission(cam, Permission::denied);
  CHECK(video.shown().title == Title::camera_off_blocked);
}

TEST_CASE("on a phone there is no input volume to turn up") {
  const Scene scene = quiet_call(-85, phone(Engine::webkit, Os::ios));
  CHECK(scene.shown().title == Title::hardly_heard);
  CHECK(scene.shown().steps.front() == Step::speak_closer);
}
