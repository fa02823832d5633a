#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

TEST_CASE("a visitor who was never asked presses, allows, talks and hangs up") {
  Scene scene = arrived(Engine::chromium);
  CHECK(scene.shown().title == Title::press_to_talk);

  scene.press(Action::orb);
  CHECK(scene.orders(Open{1, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::asking);
  CHECK(scene.shown().title == Title::allow_microphone);
  CHECK(scene.shown().pointer == Pointer::top_left);

  scene.opens(voice);
  CHECK(scene.orders(TellStream{1, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().title == Title::listening);

  scene.press(Action::end);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::ended);
  CHECK(scene.shown().actions.front() == Action::orb);
}

TEST_CASE("a granted microphone opens without the words about a prompt") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.press(Action::orb);
  CHECK(scene.shown().orb == Orb::opening);
  CHECK(scene.shown().title == Title::connecting);
}

TEST_CASE(
    "where \"granted\" still prompts, the words follow when no answer comes, and the arrow after them") {
  Scene scene = arrived(Engine::gecko, false, Permission::granted);
  scene.press(Action::orb).give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().title == Title::opening_slowly);  // a headset may take that long
  CHECK(scene.shown().pointer == Pointer::none);
  scene.give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().pointer == Pointer::top_left);
  CHECK(scene.shown().orb == Orb::asking);
  CHECK(scene.shown().title == Title::allow_microphone);
}

TEST_CASE("a prompt that stays open for long is pointed at again, and nothing else happens") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).give(TimerFired{Timer::prompt_ignored});
  CHECK(scene.shown().title == Title::prompt_still_open);
  CHECK(scene.verdict().cause == Cause::prompt_ignored);
  CHECK_FALSE(scene.ordered<Open>());
}

TEST_CASE("a prompt in a hidden tab is said to wait there") {
  Scene scene = arrived(Engine::gecko);
  scene.press(Action::orb).give(PageChanged{false, false});
  CHECK(scene.shown().title == Title::prompt_waits_for_tab);
  CHECK(scene.verdict().cause == Cause::request_held);
}

TEST_CASE("a second press while the prompt is open asks nothing twice") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).press(Action::orb);
  CHECK_FALSE(scene.ordered<Open>());
}

TEST_CASE("muting keeps the call and the track, and says so") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.press(Action::mute);
  CHECK(scene.orders(Enable{{.microphone = true}, false}));
  CHECK(scene.shown().title == Title::microphone_muted);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().microphone == Medium::muted);
  scene.press(Action::orb);
  CHECK(scene.orders(Enable{{.microphone = true}, true}));
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("exact silence is noticed, and one sound clears it") {
  Scene scene = in_voice_call(Engine::gecko);
  for (int n = 0; n < silence_limit_ms / 250; ++n) scene.give(Level{std::nullopt, true, 250});
  CHECK(scene.verdict().cause == Cause::silent);
  CHECK(scene.verdict().alternatives[0] == Cause::device_busy);  // only Chromium refuses a busy microphone
  CHECK(scene.shown().title == Title::cannot_hear_you);
  CHECK(scene.shown().orb == Orb::live);
  scene.give(Level{-52.0, true, 250});
  CHECK(scene.verdict().cause == Cause::none);
}

TEST_CASE("zeros from a suspended context or a hidden page prove nothing") {
  Scene scene = in_voice_call(Engine::gecko);
  for (int n = 0; n < 40; ++n) scene.give(Level{std::nullopt, false, 250});
  CHECK(scene.verdict().cause == Cause::none);
}
