#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

TEST_CASE("the chat is one press away from everywhere, and closes the media") {
  Scene scene = in_video_call(Engine::chromium);
  scene.press(Action::open_chat);
  CHECK(scene.orders(Close{1, {true, true}}));
  CHECK(scene.orders(OpenChat{}));
  CHECK(scene.shown().orb == Orb::chatting);
  scene.press(Action::back_to_voice);
  CHECK(scene.orders(CloseChat{}));
  CHECK(scene.ordered<Open>());
}

TEST_CASE("a stream that opens after the visitor left for the chat is closed") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).press(Action::open_chat).opens(voice);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::chatting);
}

TEST_CASE("a stream that nobody ever asked for is closed") {
  Scene scene = arrived(Engine::chromium);
  scene.give(RequestOpened{7, voice});
  CHECK(scene.orders(Close{7, {.microphone = true}}));
}

TEST_CASE("who comes back while the prompt is still open waits for that answer") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).press(Action::open_chat).press(Action::back_to_voice);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().orb == Orb::asking);
  scene.opens(voice);
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("an answer said twice does not close the call") {
  Scene scene = in_voice_call(Engine::chromium);
  const State before = scene.s;
  scene.give(RequestOpened{1, voice});
  CHECK(scene.s == before);
  CHECK(scene.effects.empty());
}

TEST_CASE("a refusal that comes after the visitor has left is kept for the verdict only") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb)
      .press(Action::dismiss)
      .permission(mic, Permission::denied)
      .fails("NotAllowedError", "Permission denied");
  CHECK(scene.shown().orb == Orb::idle);
  CHECK(scene.verdict().cause == Cause::denied);
}

TEST_CASE("a stream without the microphone is no call") {
  Scene scene = arrived(Engine::chromium, true);
  scene.press(Action::orb).opens(picture);
  CHECK(scene.orders(Close{1, {.camera = true}}));
  CHECK(scene.shown().orb == Orb::blocked);
}

TEST_CASE("who turns the camera off in a call has it closed, and the host is told") {
  Scene scene = in_video_call(Engine::chromium).press(Action::audio_only);
  CHECK(scene.orders(TellTrackReplaced{cam, 0}));
  CHECK(scene.orders(Close{1, {.camera = true}}));
}

TEST_CASE("a call without a camera has none to turn off") {
  Scene scene = in_voice_call(Engine::chromium);
  const State before = scene.s;
  CHECK(scene.press(Action::audio_only).s == before);
}

TEST_CASE(
    "closing the words about a lost camera accepts them; closing anything else of a call does not leave it") {
  Scene scene = in_video_call(Engine::webkit)
                    .give(TrackEnded{2})
                    .permission(cam, Permission::denied)
                    .press(Action::dismiss);
  CHECK(scene.shown().title == Title::talking_without_camera);
  CHECK_FALSE(scene.permission(cam, Permission::granted).ordered<Open>());

  Scene lost = in_voice_call(Engine::webkit)
                   .give(TrackEnded{1})
                   .permission(mic, Permission::denied)
                   .press(Action::dismiss);
  CHECK(lost.shown().orb == Orb::interrupted);
  CHECK(Scene{}.press(Action::dismiss).shown().orb == Orb::starting);
}

TEST_CASE("the chat is closed by closing it, and by the end") {
  for (const Action last : {Action::dismiss, Action::end})
    CHECK(arrived(Engine::chromium).press(Action::open_chat).press(last).orders(CloseChat{}));
}

TEST_CASE("a choice of voice only lasts for one call") {
  for (const Action last : {Action::dismiss, Action::end}) {
    Scene scene = arrived(Engine::chromium, true)
                      .permission(cam, Permission::denied)
                      .press(Action::orb)
                      .press(Action::audio_only);
    CHECK(scene.orders(Open{1, {.microphone = true}}));
    scene.press(last)
        .permission(cam, Permission::prompt)
        .press(Action::orb)
        .fails("NotAllowedError", "Permission dismissed");
    CHECK(scene.press(Action::try_again).orders(Open{2, {true, true}}));
  }
}
