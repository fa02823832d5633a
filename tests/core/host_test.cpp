// What the site's own scripts do to a call: they mute, stop and bring tracks, and their own request fails.
// What they turned off is not turned on by us.
#include "causes.hpp"

using namespace earshot;

TEST_CASE("the site's own mute is seen, in both modes, and our button does not undo it") {
  for (Scene scene : {in_voice_call(Engine::chromium), guarded_call(Engine::chromium)}) {
    const TrackId track = scene.s.microphone.track.id;
    scene.give(TrackSwitched{track, false});
    CHECK(scene.verdict() == Verdict{C::off_by_site, certain, {}, {K::switched_by_site}});
    CHECK(scene.shown().title == Title::muted_by_site);
    CHECK(scene.shown().microphone == Medium::muted);
    CHECK_FALSE(scene.offers(Action::mute));
    CHECK_FALSE(scene.offers(Action::unmute));
    CHECK_FALSE(scene.ordered<LogVerdict>());
    CHECK_FALSE(message_of(scene.s, diagnose(scene.s)).heard);
    CHECK_FALSE(hear(scene, zeros, 60'000).ordered<Close>());
    scene.give(TrackSwitched{track, true});
    CHECK(scene.verdict() == Verdict{});
    CHECK(scene.offers(Action::mute));
  }
}

TEST_CASE("whoever is muted here and unmuted by the site's button is heard") {
  Scene scene = in_voice_call(Engine::chromium).press(Action::mute).give(TrackSwitched{1, true});
  CHECK(scene.shown().title == Title::listening);
  CHECK_FALSE(scene.ordered<Enable>());
}

TEST_CASE("a track that the site stops is not opened by itself: a press does it") {
  Scene scene = in_voice_call(Engine::chromium).give(TrackStopped{1});
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK(scene.shown().title == Title::stopped_by_site);
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<Open>());
  CHECK_FALSE(scene.give(PageChanged{false, false}).give(PageChanged{true, true}).ordered<Open>());
  CHECK(scene.press(Action::try_again).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("a camera that the site stops costs nobody's voice, and comes back with a press") {
  Scene scene = in_video_call(Engine::chromium).give(TrackStopped{2}).permission(cam, Permission::granted);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.shown().title == Title::talking_without_camera);
  CHECK(scene.press(Action::enable_camera).orders(Open{2, {.camera = true}}));
}

TEST_CASE("guard: a camera that the host stops is the host's to bring again") {
  Scene scene = guarded_call(Engine::chromium).give(TrackStopped{12}).permission(cam, Permission::granted);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK_FALSE(scene.offers(Action::enable_camera));
  scene.give(StreamAttached{{{cam, 13}}});
  CHECK(scene.s.camera.held());
}

TEST_CASE("guard: a microphone that the host stops is its mute, until it brings one again or has hung up") {
  Scene scene = guarded_call(Engine::chromium);
  scene.s.settings.host_wait_ms = 30'000;
  scene.give(TrackStopped{11});
  CHECK(scene.orders(SetTimer{Timer::host_expected, 30'000}));
  CHECK(scene.shown().title == Title::stopped_by_site);
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK_FALSE(scene.press(Action::orb).ordered<Open>());
  SUBCASE("again") {
    scene.give(StreamAttached{{{mic, 13}}});
    CHECK(scene.orders(CancelTimer{Timer::host_expected}));
    CHECK(scene.shown().orb == Orb::live);
  }
  SUBCASE("with its camera the call goes on") {
    scene.give(TimerFired{Timer::host_expected});
    CHECK(scene.shown().title == Title::stopped_by_site);
    CHECK_FALSE(scene.ordered<Close>());
  }
  SUBCASE("hung up") {
    scene.give(TrackStopped{12}).give(TimerFired{Timer::host_expected});
    CHECK(scene.shown().orb == Orb::idle);
    CHECK(scene.shown().actions.front() == Action::orb);
  }
}

TEST_CASE("guard in Safari: a track that ends may have made way for another one of the host's") {
  Scene scene = guarded_call(Engine::webkit, {{mic, 11}}).give(TrackEnded{11});
  CHECK(scene.orders(SetTimer{Timer::try_later, host_switches_ms}));
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  SUBCASE("it has") {
    scene.give(StreamAttached{{{mic, 13}}});
    CHECK(scene.orders(CancelTimer{Timer::try_later}));
    CHECK_FALSE(scene.ordered<Open>());
    CHECK(scene.s.microphone.track.id == 13);
  }
  SUBCASE("it has not") {
    scene.give(TimerFired{Timer::try_later});
    CHECK(scene.orders(Open{1, {.microphone = true}}));
  }
}

TEST_CASE("guard elsewhere: a track that ended by itself is had back at once") {
  Scene scene = guarded_call(Engine::chromium).give(TrackEnded{12});
  CHECK(scene.permission(cam, Permission::granted).orders(Open{1, {.camera = true}}));
}

TEST_CASE("guard: the host's own request fails, and the table reads it like one of ours") {
  Scene scene;
  scene.s.settings.guard = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)}).permission(mic, Permission::granted);
  scene.press(Action::orb).opens(voice);
  REQUIRE(scene.s.host_turn);
  SUBCASE("a busy microphone, long after ours was closed") {
    scene.give(TimerFired{Timer::host_expected})
        .give(HostFailed{just(mic), "NotReadableError", "Could not start audio source", ""});
    CHECK(scene.verdict().cause == C::device_busy);
    CHECK(scene.shown().title == Title::microphone_busy);
    CHECK(scene.offers(Action::try_again));
  }
  SUBCASE("right after ours was closed: it may need a moment, and no other app is blamed") {
    scene.give(HostFailed{just(mic), "NotReadableError", "Could not start audio source", ""});
    CHECK(scene.orders(CancelTimer{Timer::host_expected}));
    CHECK(scene.verdict() ==
          Verdict{C::unknown, likely, {C::device_failed, C::device_busy}, {K::closed_by_us}});
    CHECK(scene.shown().title == Title::microphone_failed);
    CHECK(scene.advises(Step::press_try_again));
    fail(scene.press(Action::try_again), says::chromium_audio, 60);
    CHECK(scene.verdict().cause == C::device_busy);
  }
  SUBCASE("an error of its own") {
    scene.give(HostFailed{just(mic), "Error", "the kit has no token", ""});
    CHECK(scene.verdict().cause == C::unknown);
  }
  SUBCASE("of a camera that this site does not want") {
    scene.give(HostFailed{just(cam), "NotFoundError", "", ""});
    CHECK(scene.s.host_turn);
  }
}

TEST_CASE("outside guard mode the host has nothing to report") {
  Scene scene = in_voice_call(Engine::chromium).give(HostFailed{just(mic), "NotReadableError", "", ""});
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.effects.empty());
}
