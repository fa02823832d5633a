// What the host or the system had off, or a page was muted for, is not opened by itself: a press does it, and
// a press for the voice is none for the camera.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene& lose(Scene& scene, TrackId track, MediaKind kind) {
  return scene.give(TrackEnded{track}).permission(kind, Permission::granted);
}

}  // namespace

TEST_CASE("a microphone that the site had muted, and that ends, comes back with a press") {
  Scene scene = in_voice_call(Engine::chromium).give(TrackSwitched{1, false});
  CHECK_FALSE(lose(scene, 1, mic).ordered<Open>());
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<Open>());
  CHECK_FALSE(scene.give(PageChanged{false, false}).give(PageChanged{true, true}).ordered<Open>());
  CHECK(scene.press(Action::try_again).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("nor does a camera that the host had off, whichever mode it is") {
  for (Scene scene : {in_video_call(Engine::chromium), guarded_call(Engine::chromium, voice_and_picture)}) {
    CHECK_FALSE(lose(scene.give(TrackSwitched{2, false}), 2, cam).ordered<Open>());
    CHECK(scene.press(Action::enable_camera).ordered<Open>());
  }
}

TEST_CASE("one that was on is had back") {
  Scene scene = in_voice_call(Engine::chromium).give(TrackSwitched{1, false}).give(TrackSwitched{1, true});
  CHECK(lose(scene, 1, mic).ordered<Open>());
}

TEST_CASE("a press for the voice is none for the camera that the site stopped") {
  Scene scene = in_video_call(Engine::chromium).give(TrackStopped{2});
  scene.give(TrackEnded{1}).permission(mic, Permission::prompt);
  CHECK(scene.press(Action::try_again).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("in a new call the camera is asked for again") {
  Scene scene = in_video_call(Engine::chromium).give(TrackStopped{2}).press(Action::end);
  CHECK(scene.press(Action::orb).opens({{mic, 3}}).orders(Open{3, {.camera = true}}));
}

TEST_CASE("iOS: what was muted for long and then ends waits for a press, in case of a phone call") {
  Scene scene = in_voice_call(Engine::webkit);
  scene.s.environment = page_in(Engine::webkit, Os::ios);
  scene.give(TrackMuted{1}).give(TimerFired{Timer::mute_lasts});
  CHECK_FALSE(lose(scene, 1, mic).ordered<Open>());
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE(
    "Safari: nothing is opened by itself beside a camera that the browser muted, which that would unmute") {
  Scene scene = in_video_call(Engine::webkit).give(TrackMuted{2});
  CHECK_FALSE(lose(scene, 1, mic).ordered<Open>());
  CHECK(scene.give(TrackUnmuted{2}).ordered<Open>());
}

TEST_CASE(
    "guard mode: who chose to talk without the camera, and turns it on with the host's own button, has it on") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture).press(Action::audio_only);
  CHECK_FALSE(scene.give(StreamAttached{{{cam, 3}}}).ordered<Close>());
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().camera == Medium::live);
}

TEST_CASE("guard mode: a camera that comes after the host has hung up is closed, and the call is over") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture);
  CHECK(lose(scene, 2, cam).ordered<Open>());
  scene.give(TrackStopped{1});
  CHECK(scene.orders(SetTimer{Timer::host_expected, scene.s.settings.host_wait_ms}));
  CHECK(scene.opens({{cam, 3}}).orders(Close{1, {.camera = true}}));
  CHECK(scene.give(TimerFired{Timer::host_expected}).shown().orb == Orb::idle);
}

TEST_CASE("guard mode: a kit that mutes by stopping, and then stops its camera too, has hung up") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture);
  scene.give(TrackStopped{1}).give(TimerFired{Timer::host_expected});
  CHECK(scene.shown().orb == Orb::interrupted);
  scene.give(TrackStopped{2}).give(TimerFired{Timer::host_expected});
  CHECK(scene.shown().orb == Orb::idle);
}

TEST_CASE("guard mode: a lost microphone waits for a press, whatever the host does to its camera") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture);
  scene.give(TrackEnded{1}).permission(mic, Permission::prompt).give(TrackStopped{2});
  CHECK_FALSE(scene.ordered<SetTimer>());
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE(
    "guard mode: a host that has hung up, and our own camera in the place of one that was lost: the call is over") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture);
  lose(scene, 2, cam).opens({{cam, 3}});
  scene.give(TrackStopped{1}).give(TimerFired{Timer::host_expected});
  CHECK(scene.shown().orb == Orb::idle);
  CHECK(scene.orders(Close{1, {.camera = true}}));
}

TEST_CASE("guard mode: a kit that mutes by stopping, and whose camera ends: the wait begins again") {
  Scene scene = guarded_call(Engine::chromium, voice_and_picture);
  scene.give(TrackStopped{1}).give(TimerFired{Timer::host_expected});
  lose(scene, 2, cam).give(TimerFired{Timer::host_expected});
  CHECK(scene.shown().orb == Orb::idle);
}

TEST_CASE("guard mode: what the host stopped, wants again and cannot have has words and a press") {
  Scene scene = guarded_call(Engine::chromium, voice);
  scene.give(TrackStopped{1})
      .give(HostFailed{just(mic), "NotReadableError", "Could not start audio source", ""});
  CHECK(scene.verdict().cause == C::device_busy);
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("muted by the site, and the camera lost: its words and its press are there") {
  Scene scene = in_video_call(Engine::chromium).give(TrackSwitched{1, false});
  scene.give(TrackEnded{2}).permission(cam, Permission::denied);
  CHECK(scene.shown().title == Title::muted_by_site);
  CHECK(scene.offers(Action::enable_camera));
  CHECK_FALSE(scene.offers(Action::mute));
  CHECK_FALSE(scene.shown().steps.empty());
}
