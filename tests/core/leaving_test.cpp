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
  scene.press(Action::orb).press(Action::dismiss).permission(mic, Permission::denied).fails("NotAllowedError", "Permission denied");
  CHECK(scene.shown().orb == Orb::idle);
  CHECK(scene.verdict().cause == Cause::denied);
}

TEST_CASE("a stream without the microphone is no call") {
  Scene scene = arrived(Engine::chromium, true);
  scene.press(Action::orb).opens(picture);
  CHECK(scene.orders(Close{1, {.camera = true}}));
  CHECK(scene.shown().orb == Orb::blocked);
}
