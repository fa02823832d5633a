// The system moves on to another default microphone: a headset was plugged in, or chosen in its settings.
#include "causes.hpp"

using namespace earshot;

namespace {

bool renewed(const Scene& scene) { return scene.ordered<Open>() != nullptr; }

}  // namespace

TEST_CASE(
    "the system moves on to another microphone: Chromium and WebKit are taken along, once, without a press") {
  for (const Engine engine : {Engine::chromium, Engine::webkit}) {
    Scene scene = in_voice_call(engine).give(DevicesRead{2, 0, true, true, true});
    CHECK(scene.orders(Close{1, {.microphone = true}}));
    CHECK(scene.orders(Open{2, {.microphone = true}}));
    scene.opens({{mic, 3}});
    CHECK(scene.verdict() == Verdict{});
    CHECK_FALSE(renewed(scene.give(DevicesRead{2, 0, true})));
  }
}

TEST_CASE("another default microphone waits for the end of the visitor's mute") {
  Scene scene = in_voice_call(Engine::chromium).press(Action::mute).give(DevicesRead{2, 0, true, true, true});
  CHECK_FALSE(renewed(scene));
  CHECK(renewed(scene.press(Action::unmute)));
}

TEST_CASE(
    "Firefox would ask for the other microphone, and a host chooses its own: they are told, and nothing is opened") {
  Scene firefox = in_voice_call(Engine::gecko).give(DevicesRead{2, 0, true, true, true});
  CHECK_FALSE(renewed(firefox));
  CHECK(firefox.verdict().cause == C::default_changed);
  CHECK(firefox.ordered<TellVerdict>());
  CHECK(firefox.shown().title == Title::listening);

  Scene guarded = arrived(Engine::chromium, false, Permission::granted);
  guarded.s.settings.guard = true;
  guarded.give(StreamAttached{voice}).give(DevicesRead{2, 0, true, true, true});
  CHECK_FALSE(renewed(guarded));
  CHECK(guarded.verdict().cause == C::default_changed);
}
