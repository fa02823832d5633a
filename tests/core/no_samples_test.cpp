// Sound that is not there is three things: zeros, no samples at all, and a program's sound in the place of a
// voice.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene& starve(Scene& scene, int ms) {
  for (int passed = 0; passed < ms; passed += 250) scene.give(Level{zeros, true, 250, false, true});
  return scene;
}

}  // namespace

TEST_CASE("no samples at all: opened anew after six seconds, as Bluetooth may need five") {
  Scene scene = in_voice_call(Engine::chromium);
  hear(scene, -40.0, 2000);
  CHECK_FALSE(starve(scene, starved_limit_ms - 250).ordered<Open>());
  CHECK(scene.verdict() == Verdict{});
  starve(scene, 250);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  CHECK(scene.opens(voice).verdict() == Verdict{});
}

TEST_CASE("no samples where another question would come: said, and a press leads on") {
  Scene scene = in_voice_call(Engine::chromium).permission(mic, Permission::prompt);
  CHECK_FALSE(starve(scene, starved_limit_ms).ordered<Open>());
  CHECK(scene.verdict() == Verdict{C::capture_dead, likely, {C::taken, C::device_removed}, {K::no_samples}});
  CHECK(scene.shown().title == Title::cannot_hear_you);
  CHECK(scene.press(Action::try_again).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("zeros after no samples, or samples after zeros, are each counted for themselves") {
  Scene scene = in_voice_call(Engine::chromium);
  hear(scene, -40.0, 1000);
  for (int n = 0; n < 4; ++n) hear(starve(scene, 5000), zeros, 250);
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("Firefox on Linux without a loudspeaker: named, and nothing is opened anew") {
  Scene scene = in_voice_call(Engine::gecko).give(DevicesRead{1, 0, true, true, false, 0});
  hear(scene, -40.0, 1000);
  hear(scene, zeros, sound_lost_ms);
  CHECK(scene.verdict() ==
        Verdict{C::no_output, likely, {C::silent}, {K::exact_silence, K::no_output_listed}});
  CHECK(scene.shown().title == Title::no_output);
  CHECK(scene.advises(Step::connect_output));
  CHECK_FALSE(scene.offers(Action::try_again));
  scene.give(PageChanged{true, true, false, false, 60'000});
  CHECK_FALSE(hear(scene, zeros, 20'000).ordered<Close>());
  scene.give(DevicesRead{1, 0, true, true, false, 1});
  CHECK(hear(scene, -40.0, 250).verdict() == Verdict{});
}

TEST_CASE("in a call its silence is not exact, and it is forgotten when an output is back") {
  Scene scene = in_voice_call(Engine::gecko).give(DevicesRead{1, 0, true, true, false, 0});
  CHECK(hear(scene, -97.7, silence_limit_ms).verdict().cause == C::no_output);
  CHECK(scene.give(DevicesRead{1, 0, true, true, false, 1}).verdict() == Verdict{});
  CHECK(hear(scene, -97.7, 2000).verdict() == Verdict{});
}

TEST_CASE("a source that never gives a sample is opened anew three times, and no more") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < 10; ++n) {
    starve(scene, starved_limit_ms);
    if (scene.s.in_flight()) starve(scene.opens(voice), 250);
    scene.give(TimerFired{Timer::steady});
  }
  CHECK(scene.s.request == 1 + most_resumptions);
  CHECK(scene.shown().title == Title::cannot_hear_you);
}

TEST_CASE("a list that says nothing of outputs proves nothing") {
  Scene scene = in_voice_call(Engine::gecko).give(DevicesRead{1, 0, true});
  CHECK(hear(scene, zeros, silence_limit_ms).verdict().cause == C::silent);
}

TEST_CASE(
    "a loudspeaker's monitor in the place of a microphone that was lost is no voice, though it has sound") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(TrackEnded{1}).permission(mic, Permission::granted).opens({{mic, 2, true}});
  hear(scene, -30.0, 1000);
  CHECK(scene.verdict().cause == C::virtual_device);
  CHECK(scene.shown().title == Title::virtual_microphone);
  CHECK_FALSE(message_of(scene.s, diagnose(scene.s)).heard);
}

TEST_CASE("a program that was the microphone before may be it again") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).opens({{mic, 1, true}});
  hear(scene, -30.0, 250).give(TrackEnded{1}).permission(mic, Permission::granted).opens({{mic, 2, true}});
  CHECK(hear(scene, -30.0, 1000).verdict() == Verdict{});
}

TEST_CASE("Firefox on Linux opens a monitor where there is no microphone: said at once") {
  Scene scene = arrived(Engine::gecko, false, Permission::granted).press(Action::orb).opens({{mic, 1, true}});
  CHECK(scene.verdict().cause == C::virtual_device);
}

TEST_CASE("an output is back after a sleep without one: what was doubted then closes nothing") {
  Scene scene = in_voice_call(Engine::gecko);
  hear(scene, -40.0, 250).give(DevicesRead{1, 0, true, true, false, 0});
  scene.give(PageChanged{true, true, false, false, 15'000});
  hear(scene, zeros, 1000).give(DevicesRead{1, 0, true, true, false, 1});
  for (int n = 0; n < 16; ++n) CHECK_FALSE(scene.give(Level{zeros, true, 250}).ordered<Close>());
  CHECK(scene.verdict() == Verdict{});
}
