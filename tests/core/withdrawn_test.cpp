// What ended a track is what changed just before it or after it; what had been so for long did not.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene said_long_ago(Engine engine, Permission state) {
  return in_voice_call(engine).permission(mic, state).give(TimerFired{Timer::withdrawal});
}

}  // namespace

TEST_CASE("taken away a moment before the end, or after it: that was why") {
  for (const Engine engine : {Engine::chromium, Engine::webkit}) {
    Scene before = in_voice_call(engine).permission(mic, Permission::denied);
    CHECK(before.orders(SetTimer{Timer::withdrawal, withdrawal_ms}));
    CHECK(before.give(TrackEnded{1}).permission(mic, Permission::denied).verdict().cause == C::revoked);
    CHECK(lost(in_voice_call(engine), Permission::denied).verdict().cause == C::revoked);
  }
  CHECK(lost(in_voice_call(Engine::chromium), Permission::prompt).verdict().cause == C::reset);
}

TEST_CASE("said long before the end: something else was it") {
  CHECK(lost(said_long_ago(Engine::chromium, Permission::prompt), Permission::prompt).verdict().cause ==
        C::taken);
  CHECK(lost(said_long_ago(Engine::chromium, Permission::denied), Permission::denied).verdict().cause ==
        C::blocked_for_site);  // which stands in the way now
  Scene unplugged = said_long_ago(Engine::gecko, Permission::denied).give(DevicesRead{1, 0, true, false});
  CHECK(lost(unplugged, Permission::denied).verdict().cause == C::device_removed);
}

TEST_CASE("in Firefox a block never ends a track") {
  CHECK(lost(in_voice_call(Engine::gecko), Permission::denied).verdict().cause == C::blocked_for_site);
}

TEST_CASE("a web view always says prompt: nothing was reset there") {
  Environment app = phone(Engine::chromium, Os::android);
  app.in_app = true;
  CHECK(lost(call_on(app), Permission::prompt).verdict().cause == C::taken);
}

TEST_CASE("a grant for one time ends with the computer's sleep, which is noticed after it") {
  Scene scene = in_voice_call(Engine::chromium).permission(mic, Permission::prompt);
  scene.give(TrackEnded{1}).permission(mic, Permission::prompt);
  scene.give(PageChanged{true, true, false, false, 3'600'000});
  CHECK(scene.verdict().cause == C::grant_expired);
}

TEST_CASE("the permission changes while the track lives: nothing is said, nothing is closed") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    Scene scene = in_voice_call(engine);
    for (const Permission state : {Permission::prompt, Permission::denied, Permission::granted}) {
      CHECK_FALSE(scene.permission(mic, state).ordered<Close>());
      CHECK(scene.verdict() == Verdict{});
      CHECK(scene.shown().title == Title::listening);
    }
  }
}
