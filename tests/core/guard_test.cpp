// Guard mode: the host's own call software opens the media. Earshot clears the way before it, watches what it
// is given, and has a fresh track for it when one is lost. Never two captures of one microphone at once.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene guarding(Engine engine, bool video = false, Permission state = Permission::prompt) {
  Scene scene;
  scene.s.settings.guard = true;
  scene.s.settings.camera = video;
  scene.give(EnvironmentSeen{page_in(engine)}).permission(mic, state);
  if (video) scene.permission(cam, state);
  return scene.give(DevicesRead{1, video ? 1 : 0});
}

Scene cleared(Engine engine) {
  return guarding(engine).press(Action::orb).permission(mic, Permission::granted).opens(voice);
}

const TrackRefs hosts_voice{{mic, 11}};
const TrackRefs hosts_picture{{cam, 12}};

Scene attached(Engine engine) { return cleared(engine).give(StreamAttached{hosts_voice}); }

}  // namespace

TEST_CASE("a press asks, verifies and releases; then it is the host's turn") {
  Scene scene = guarding(Engine::chromium).press(Action::orb);
  CHECK(scene.orders(Open{1, {.microphone = true}}));
  scene.permission(mic, Permission::granted).opens(voice);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.orders(TellCleared{{.microphone = true}}));
  CHECK(scene.orders(SetTimer{Timer::host_expected, 10'000}));
  CHECK_FALSE(scene.ordered<TellStream>());
  CHECK_FALSE(scene.s.held().any());
  CHECK(scene.shown().orb == Orb::opening);
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("the microphone is free before the host hears that it may open it") {
  const Scene scene = cleared(Engine::gecko);
  const auto at = [&](const Effect& effect) {
    return std::find(scene.effects.begin(), scene.effects.end(), effect) - scene.effects.begin();
  };
  CHECK(at(Close{1, {.microphone = true}}) < at(TellCleared{{.microphone = true}}));
}

TEST_CASE("for both kinds one request does, also where nothing is asked") {
  Scene scene = guarding(Engine::chromium, true, Permission::granted);
  CHECK(scene.press(Action::orb).orders(Open{1, {true, true}}));
  CHECK(scene.opens(voice_and_picture).orders(TellCleared{{true, true}}));
  CHECK(scene.orders(Close{1, {true, true}}));
}

TEST_CASE("without a camera the way is cleared for the voice") {
  Scene scene = guarding(Engine::chromium, true).press(Action::orb);
  fail(scene, says::chromium_not_found, 90);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  CHECK(scene.opens(voice).orders(TellCleared{{.microphone = true}}));
}

TEST_CASE("what is in the way is explained like anywhere") {
  Scene scene = guarding(Engine::chromium).press(Action::orb).permission(mic, Permission::denied);
  fail(scene, says::chromium_denied);
  CHECK_FALSE(scene.ordered<TellCleared>());
  CHECK(scene.shown().title == Title::microphone_denied);
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.opens(voice).ordered<TellCleared>());
}

TEST_CASE("the host opens its media: they are watched, and belong to the host") {
  Scene scene = attached(Engine::chromium);
  CHECK(scene.orders(CancelTimer{Timer::host_expected}));
  CHECK(scene.orders(WatchLevel{true}));
  CHECK(scene.shown().orb == Orb::live);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(hear(scene, zeros, silence_limit_ms).verdict().cause == C::silent);
}

TEST_CASE("picture and voice may come one after the other") {
  Scene scene = guarding(Engine::chromium, true).press(Action::orb).opens(voice_and_picture);
  scene.give(StreamAttached{hosts_voice});
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.give(StreamAttached{hosts_picture}).orders(WatchFrames{true}));
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("a host that opened without asking us first is watched all the same") {
  Scene scene = guarding(Engine::chromium).give(StreamAttached{hosts_voice});
  CHECK(scene.shown().orb == Orb::live);
  CHECK_FALSE(scene.ordered<Open>());
}

TEST_CASE("lost in the settings and allowed again: the host is handed a fresh track, without a press") {
  Scene scene = attached(Engine::chromium).give(TrackEnded{11});
  CHECK(scene.orders(TellTrackReplaced{mic, 0}));
  CHECK(scene.permission(mic, Permission::denied).verdict().cause == C::revoked);
  scene.permission(mic, Permission::granted);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  scene.opens({{mic, 13}});
  CHECK(scene.orders(TellTrackReplaced{mic, 2}));
  CHECK_FALSE(scene.ordered<TellCleared>());
  CHECK_FALSE(scene.ordered<Close>());
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE(
    "a dead capture of the host's is never closed by itself; a press opens it anew, and ends the old one first") {
  Scene scene = attached(Engine::gecko).give(TrackMuted{11}).give(TrackUnmuted{11});
  hear(scene, zeros, dead_capture_ms);
  CHECK_FALSE(scene.ordered<Close>());
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.verdict().cause == C::capture_dead);
  scene.press(Action::try_again);
  const auto at = [&](const Effect& effect) {
    return std::find(scene.effects.begin(), scene.effects.end(), effect) - scene.effects.begin();
  };
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  CHECK(at(Close{0, {.microphone = true}}) < at(Open{2, {.microphone = true}}));
}

TEST_CASE("never two: a stream of ours that opens after the host's is closed") {
  Scene scene = guarding(Engine::gecko).press(Action::orb).give(StreamAttached{hosts_voice});
  scene.opens(voice);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.s.microphone.track.id == 11);
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("never two: a second stream of the host's is not taken in beside the first") {
  Scene scene = attached(Engine::gecko).give(StreamAttached{{{mic, 14}}});
  CHECK(scene.orders(Close{0, {.microphone = true}}));
  CHECK(scene.s.microphone.track.id == 11);
}

TEST_CASE("the host takes its stream back: it goes on, unwatched") {
  Scene scene = attached(Engine::chromium).give(StreamDetached{});
  CHECK_FALSE(scene.ordered<Close>());
  CHECK(scene.orders(WatchLevel{false}));
  CHECK_FALSE(scene.s.held().any());
  CHECK(scene.shown().orb == Orb::idle);
  const State after = scene.s;
  CHECK(scene.give(TrackEnded{11}).s == after);
  CHECK(scene.give(StreamDetached{}).s == after);
  CHECK(scene.give(StreamAttached{hosts_voice}).shown().orb == Orb::live);
}

TEST_CASE("a host that hangs up takes the fresh track with it") {
  Scene scene =
      attached(Engine::chromium).give(TrackEnded{11}).permission(mic, Permission::granted).opens({{mic, 13}});
  scene.give(StreamDetached{});
  CHECK_FALSE(scene.s.held().any());
  CHECK(scene.shown().orb == Orb::idle);
}

TEST_CASE("a host that hangs up while its microphone is lost is not handed another one") {
  Scene scene = attached(Engine::chromium)
                    .give(TrackEnded{11})
                    .permission(mic, Permission::denied)
                    .give(StreamDetached{});
  CHECK(scene.shown().orb == Orb::idle);
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
}

TEST_CASE("the end, and the chat, stop the host's tracks too") {
  for (const Action last : {Action::end, Action::open_chat})
    CHECK(attached(Engine::chromium).press(last).orders(Close{0, {.microphone = true}}));
}

TEST_CASE("a host that never comes is waited for ten seconds, and comes late all the same") {
  Scene scene = cleared(Engine::chromium).give(TimerFired{Timer::host_expected});
  CHECK(scene.shown().orb == Orb::idle);
  CHECK(scene.press(Action::orb).ordered<Open>());  // and a press clears the way anew

  Scene late =
      cleared(Engine::chromium).give(TimerFired{Timer::host_expected}).give(StreamAttached{hosts_voice});
  CHECK(late.shown().orb == Orb::live);
  CHECK_FALSE(late.ordered<CancelTimer>());
}

TEST_CASE("who leaves while the host is expected is not called back by a timer") {
  for (const Action leave : {Action::dismiss, Action::end, Action::open_chat}) {
    Scene scene = cleared(Engine::chromium).press(leave);
    CHECK(scene.orders(CancelTimer{Timer::host_expected}));
    const Orb orb = scene.shown().orb;
    CHECK(scene.give(TimerFired{Timer::host_expected}).shown().orb == orb);
  }
}

TEST_CASE("a stream that the host attaches after the visitor left is closed") {
  Scene scene = attached(Engine::chromium).press(Action::end).give(StreamAttached{hosts_voice});
  CHECK(scene.orders(Close{0, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::ended);
}

TEST_CASE("permission taken away between clearing and opening is told") {
  Scene scene = cleared(Engine::chromium).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == C::blocked_for_site);
  CHECK_FALSE(scene.ordered<Open>());
}

// What the host turned off stays off. Only a track that ended by itself is had back.
TEST_CASE("a host that goes on without its camera is not handed another one") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    Scene scene = guarding(engine, true, Permission::granted).give(StreamAttached{{{mic, 11}, {cam, 12}}});
    scene.give(StreamDetached{}).give(StreamAttached{{{mic, 13}}});
    CHECK_FALSE(scene.ordered<Open>());
    CHECK_FALSE(scene.permission(cam, Permission::granted).ordered<Open>());
    CHECK_FALSE(scene.give(DevicesRead{1, 1, true}).ordered<Open>());
    CHECK_FALSE(scene.give(PageChanged{false, false}).give(PageChanged{true, true}).ordered<Open>());
    CHECK(scene.shown().camera == Medium::off);
    CHECK_FALSE(scene.offers(Action::enable_camera));
  }
}

TEST_CASE("a host that attaches the voice alone wants no camera, also after a press that asked for both") {
  Scene alone = guarding(Engine::chromium, true, Permission::granted).give(StreamAttached{hosts_voice});
  CHECK_FALSE(alone.ordered<Open>());
  Scene pressed = guarding(Engine::chromium, true)
                      .press(Action::orb)
                      .opens(voice_and_picture)
                      .give(StreamAttached{hosts_voice});
  CHECK_FALSE(pressed.ordered<Open>());
  CHECK_FALSE(pressed.give(MediaSessionActed{MediaSessionAction::togglecamera}).ordered<Open>());
  CHECK_FALSE(
      pressed.give(TrackEnded{11}).permission(mic, Permission::granted).orders(Open{2, {true, true}}));
}

TEST_CASE("a camera of the host's that ended by itself is had back; with the voice lost too, both are") {
  Scene scene =
      guarding(Engine::chromium, true, Permission::granted).give(StreamAttached{{{mic, 11}, {cam, 12}}});
  scene.give(TrackEnded{12}).permission(cam, Permission::granted);
  CHECK(scene.orders(Open{1, {.camera = true}}));
  scene.opens({{cam, 14}});
  CHECK(scene.orders(TellTrackReplaced{cam, 1}));
  scene.give(TrackEnded{11}).permission(mic, Permission::granted);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
}

TEST_CASE("the next call of the same host begins with nothing owed") {
  Scene scene = guarding(Engine::chromium, true, Permission::granted)
                    .give(StreamAttached{{{mic, 11}, {cam, 12}}})
                    .press(Action::end);
  scene.press(Action::orb).opens(voice_and_picture).give(StreamAttached{hosts_voice});
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().camera == Medium::off);
}

TEST_CASE("a camera that is not in the host's call is not offered, whatever the visitor chose before") {
  Scene scene = guarding(Engine::chromium, true, Permission::granted)
                    .give(StreamAttached{{{mic, 11}, {cam, 12}}})
                    .press(Action::audio_only);
  CHECK(scene.offers(Action::enable_camera));
  scene.give(StreamDetached{}).give(StreamAttached{{{mic, 13}}});
  CHECK_FALSE(scene.offers(Action::enable_camera));
}
