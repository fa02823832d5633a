// A device that comes is noticed also where another one is listed; a list alone takes away no live track from
// Apple's WebKit.
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr DevicesRead another_one{1, 0, true, false};
constexpr DevicesRead two{2, 0, true};

Scene unplugged(Engine engine) {
  Scene scene = in_voice_call(engine).give(DevicesRead{1, 0, true});
  scene.give(TrackEnded{1}).permission(mic, Permission::granted).give(another_one);
  if (!scene.s.in_flight()) scene.press(Action::try_again);
  return fail(scene, says::chromium_not_found, 9).permission(mic, Permission::granted);
}

}  // namespace

TEST_CASE("a new microphone in the call, where only another one was listed: taken by itself") {
  Scene scene = unplugged(Engine::chromium);
  CHECK(scene.shown().title == Title::microphone_unplugged);
  SUBCASE("the one that was in use is back") { CHECK(scene.give(DevicesRead{1, 0, true}).ordered<Open>()); }
  SUBCASE("one more") { CHECK(scene.give(DevicesRead{2, 0, true, false}).ordered<Open>()); }
  SUBCASE("none came") { CHECK_FALSE(scene.give(another_one).ordered<Open>()); }
}

TEST_CASE("a new microphone where only another one was listed, and Firefox would ask: a press does it") {
  Scene scene = unplugged(Engine::gecko).give(DevicesRead{2, 0, true, false});
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("busy, and a second microphone is plugged in: in a call, or soon after the press, it is tried") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  fail(scene.press(Action::orb), says::chromium_audio, 60).permission(mic, Permission::granted);
  REQUIRE(scene.verdict().cause == C::device_busy);
  SUBCASE("soon") { CHECK(scene.give(two).ordered<Open>()); }
  SUBCASE("much later, a press leads on") {
    CHECK_FALSE(scene.give(TimerFired{Timer::press_lapses}).give(two).ordered<Open>());
    CHECK(scene.shown().title == Title::press_to_resume);
    CHECK(scene.offers(Action::try_again));
  }
  SUBCASE("the same list again proves nothing") {
    CHECK_FALSE(scene.give(DevicesRead{1, 0, true}).ordered<Open>());
  }
}

TEST_CASE("Apple's WebKit: a list without microphones closes none that lives, of the host's least of all") {
  for (const Os os : {Os::macos, Os::ios}) {
    Scene ours = call_on(page_in(Engine::webkit, os));
    hear(ours, -40.0, 250).give(DevicesRead{0, 1, true});
    CHECK_FALSE(ours.ordered<Close>());
    CHECK(ours.verdict() == Verdict{});
    Scene lent = on_page(page_in(Engine::webkit, os), Permission::granted);
    lent.s.settings.guard = true;
    CHECK_FALSE(lent.give(StreamAttached{voice}).give(DevicesRead{0, 1, true}).ordered<Close>());
  }
}
