// What a call begins, it ends: measuring, timers, buttons; and the next call starts with a clean slate.
#include "causes.hpp"

using namespace earshot;

TEST_CASE("voice and picture are measured while they are there, and no longer") {
  Scene scene = in_video_call(Engine::gecko);
  CHECK(scene.orders(WatchLevel{true}));
  CHECK(scene.orders(WatchFrames{true}));
  CHECK(scene.orders(SetTimer{Timer::steady, 10'000}));
  SUBCASE("to the end") {
    scene.press(Action::end);
    CHECK(scene.orders(WatchLevel{false}));
    CHECK(scene.orders(WatchFrames{false}));
    CHECK(scene.orders(CancelTimer{Timer::steady}));
  }
  SUBCASE("to the loss of each") {
    CHECK(scene.give(TrackEnded{1}).orders(WatchLevel{false}));
    CHECK(scene.orders(ReadPermission{Capability::microphone}));
    CHECK(scene.give(TrackEnded{2}).orders(WatchFrames{false}));
    CHECK(scene.orders(ReadPermission{Capability::camera}));
  }
  SUBCASE("to the chat") {
    scene.press(Action::open_chat);
    CHECK(scene.orders(WatchLevel{false}));
    CHECK(scene.orders(WatchFrames{false}));
  }
  SUBCASE("while the camera is off") {
    scene.press(Action::audio_only);
    CHECK(scene.orders(WatchFrames{false}));
    CHECK_FALSE(scene.ordered<WatchLevel>());
  }
}

TEST_CASE("a host that takes back its picture too has neither measured") {
  Scene scene;
  scene.s.settings.guard = scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)})
      .give(StreamAttached{voice_and_picture})
      .give(StreamDetached{});
  CHECK(scene.orders(WatchLevel{false}));
  CHECK(scene.orders(WatchFrames{false}));
}

TEST_CASE("nothing of an earlier call is left in the next one") {
  Scene scene = in_voice_call(Engine::webkit);
  scene.give(AudioContextChanged{AudioContextState::interrupted, ""}).give(TimerFired{Timer::mute_lasts});
  scene.give(OutputChanged{true}).give(PageChanged{true, true, false, false, 60'000}).press(Action::mute);
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == C::slept);

  scene.press(Action::end);
  CHECK(scene.verdict() == Verdict{});
  scene.press(Action::orb).opens(voice);
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.shown().title == Title::listening);
  CHECK_FALSE(scene.s.call.muted);
  CHECK(scene.s.call.audio == AudioContextState::running);
  scene.press(Action::mute);
  CHECK_FALSE(scene.ordered<ResumeAudio>());
  CHECK(lost(scene).verdict().cause == C::taken);  // not the sleep of the call before
}

TEST_CASE("an earlier call's chances are not this one's") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < most_resumptions; ++n)
    scene.give(TrackEnded{1}).permission(mic, Permission::granted).opens(voice);
  scene.press(Action::end).press(Action::orb).opens(voice).give(TrackEnded{1});
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
}

TEST_CASE("a press in the call gives a track that kept ending new chances") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < most_resumptions; ++n)
    scene.give(TrackEnded{1}).permission(mic, Permission::granted).opens(voice);
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  CHECK(scene.press(Action::try_again).ordered<Open>());
  scene.opens(voice).give(TrackEnded{1});
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
}

TEST_CASE("who is muted stays so on a fresh track") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.s.settings.guard = true;
  scene.give(StreamAttached{voice}).press(Action::mute).give(TrackEnded{1}).give(StreamAttached{{{mic, 7}}});
  CHECK(scene.orders(Enable{{.microphone = true}, false}));
  CHECK(scene.shown().microphone == Medium::muted);
}

TEST_CASE("an answer ends the coaching of its question, whatever it is") {
  Scene scene = arrived(Engine::gecko, true).press(Action::orb).give(TimerFired{Timer::prompt_ignored});
  CHECK(scene.shown().title == Title::prompt_still_open);
  fail(scene, says::firefox_not_found, 20'000);  // and on it goes, for the voice alone
  CHECK(scene.shown().title == Title::allow_microphone);
}

TEST_CASE("the way to notifications is closed by a call") {
  Scene scene;
  scene.s.settings.notifications = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)})
      .permission(Capability::notifications, Permission::denied);
  scene.press(Action::allow_notifications).press(Action::orb).opens(voice).press(Action::end);
  CHECK(scene.shown().title == Title::call_ended);
}

TEST_CASE("a microphone and a camera that are allowed while a choice is open start the call") {
  Scene scene = arrived(Engine::gecko, true).permission(cam, Permission::denied).press(Action::orb);
  CHECK(scene.shown().orb == Orb::choosing);
  // The visitor waits for the camera.
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.permission(cam, Permission::granted).orders(Open{1, {.microphone = true}}));
}

TEST_CASE("a stream without the microphone is not told as the visitor's trouble") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb).opens(picture);
  CHECK(scene.verdict(mic) == Verdict{C::unknown, guess, {}, {K::unknown_error}});
  CHECK_FALSE(scene.s.held().any());
}
