// What we closed ourselves is not always to be had again at once: a headset that is not ready, a slow phone.
// It is tried again, and nobody else is blamed meanwhile.
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr DevicesRead default_moved{2, 1, true, true, true};

Scene moved_on(says::Error error = says::chromium_audio) {
  Scene scene = in_voice_call(Engine::chromium).give(Level{-40.0, true, 250}).give(default_moved);
  return fail(scene, error, 900).permission(mic, Permission::granted);
}

}  // namespace

TEST_CASE(
    "a new default that does not start: tried again after one second and after three, then the old one") {
  Scene scene = in_voice_call(Engine::chromium).give(default_moved);
  CHECK(scene.orders(Close{1, just(mic)}));
  CHECK(scene.orders(Open{2, just(mic)}));
  fail(scene, says::chromium_audio, 900);
  CHECK(scene.orders(SetTimer{Timer::try_later, reopen_soon_ms}));
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.shown().title == Title::resuming);
  CHECK(scene.shown().steps.empty());
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.give(TimerFired{Timer::try_later}).orders(Open{3, just(mic)}));
  fail(scene, says::chromium_audio, 900);
  CHECK(scene.orders(SetTimer{Timer::try_later, reopen_later_ms}));
  CHECK(scene.give(TimerFired{Timer::try_later}).orders(Open{4, just(mic), just(mic)}));
  SUBCASE("which starts") {
    CHECK(scene.opens(voice).shown().orb == Orb::live);
    CHECK(scene.verdict() == Verdict{});
  }
  SUBCASE("nor does that one: now it is said") {
    fail(scene, says::chromium_audio, 900).permission(mic, Permission::granted);
    CHECK_FALSE(scene.ordered<SetTimer>());
    CHECK(scene.verdict().cause == C::device_busy);
    CHECK(scene.offers(Action::try_again));
  }
}

TEST_CASE("whatever the device's trouble is called") {
  for (const says::Error& error : {says::chromium_audio, says::chromium_in_use, says::chromium_not_found,
                                   says::Error{"AbortError", "Timeout starting audio source"},
                                   says::Error{"NotReadableError", "socket"}})
    CHECK(moved_on(error).give(TimerFired{Timer::try_later}).orders(Open{3, just(mic)}));
}

TEST_CASE("a refusal is nobody's slow device, and is not repeated") {
  Scene scene = moved_on(says::chromium_denied);
  CHECK_FALSE(scene.s.put_off.any());
  CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
}

TEST_CASE("one that was never ours to close is not hammered") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted).press(Action::orb);
  fail(scene, says::chromium_audio, 60).permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == C::device_busy);
  CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
}

TEST_CASE("a camera switched off and on again on a slow phone") {
  Scene scene = call_on(phone(Engine::chromium, Os::android), true);
  scene.press(Action::audio_only).press(Action::enable_camera);
  fail(scene, says::chromium_video, 300);
  CHECK(scene.shown().title == Title::in_call);
  CHECK_FALSE(scene.permission(cam, Permission::granted).ordered<Open>());
  CHECK(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
}

TEST_CASE("hung up and called again at once: the same, while the press is young and the page is seen") {
  Scene scene = in_voice_call(Engine::chromium).press(Action::end).press(Action::orb);
  fail(scene, says::chromium_audio, 60).permission(mic, Permission::granted);
  CHECK(scene.shown().title == Title::connecting);
  SUBCASE("it is") { CHECK(scene.give(TimerFired{Timer::try_later}).orders(Open{3, just(mic)})); }
  SUBCASE("hidden meanwhile") {
    scene.give(PageChanged{false, false});
    CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
    CHECK(scene.shown().title == Title::press_to_resume);
  }
  SUBCASE("the visitor has thought better of it") {
    CHECK(scene.press(Action::dismiss).shown().orb == Orb::idle);
    CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
  }
  SUBCASE("or writes instead") {
    scene.press(Action::open_chat);
    CHECK(scene.orders(CancelTimer{Timer::try_later}));
    CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
  }
}

TEST_CASE("taken by another program; the visitor comes back, and it is free again") {
  Scene scene = in_voice_call(Engine::chromium).give(TrackEnded{1}).permission(mic, Permission::granted);
  fail(scene, says::chromium_audio, 80).permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == C::taken);
  scene.give(PageChanged{true, false});
  CHECK(scene.give(PageChanged{true, true}).ordered<Open>());
}

TEST_CASE("Apple's WebKit moves the track itself: nothing is opened for a new default; WebKitGTK does not") {
  for (const Os os : {Os::macos, Os::ios})
    CHECK_FALSE(call_on(page_in(Engine::webkit, os)).give(default_moved).ordered<Open>());
  CHECK(call_on(page_in(Engine::webkit, Os::linux)).give(default_moved).ordered<Open>());
}

TEST_CASE("a device that lived while the list lacked it: the list is no witness") {
  Scene scene = arrived(Engine::chromium).give(DevicesRead{0, 1}).press(Action::orb);
  scene.permission(mic, Permission::granted).opens(voice).give(DevicesRead{0, 1, true});
  hear(scene, -40.0, 1000);
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  CHECK(scene.ordered<Open>());
  CHECK(scene.verdict().cause != C::device_removed);
}

TEST_CASE("and one that lists it again is believed again") {
  Scene scene = arrived(Engine::chromium).give(DevicesRead{0, 1}).press(Action::orb);
  scene.permission(mic, Permission::granted).opens(voice).give(DevicesRead{1, 1, true});
  scene.give(TrackEnded{1}).give(DevicesRead{0, 1, true}).permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == C::device_removed);
}

TEST_CASE("granted, and cut off by nobody: one request more by itself, then another, and then a press") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted).press(Action::orb);
  for (const int ms : {reopen_soon_ms, reopen_later_ms}) {
    scene.fails("NotAllowedError", "Permission dismissed", 11);
    CHECK(scene.orders(SetTimer{Timer::try_later, ms}));
    CHECK(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
  }
  scene.fails("NotAllowedError", "Permission dismissed", 11);
  CHECK_FALSE(scene.ordered<SetTimer>());
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("what a side panel cannot ask is not asked again by itself") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  scene.fails("NotAllowedError", "Permission dismissed", 6).permission(mic, Permission::prompt);
  CHECK_FALSE(scene.give(TimerFired{Timer::try_later}).ordered<Open>());
}

TEST_CASE("guard mode: what the host said of its camera stays so when it attaches its microphone") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.s.settings.guard = true;
  scene.press(Action::orb).opens(voice_and_picture);
  scene.give(HostFailed{just(cam), "NotReadableError", "Could not start video source", ""});
  REQUIRE(scene.verdict(cam).cause == Cause::unknown);
  CHECK(scene.give(StreamAttached{voice}).verdict(cam).cause == Cause::unknown);
}
