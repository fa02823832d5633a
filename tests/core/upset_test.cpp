// A capture that may have died behind flags that look well: only samples tell, and it is captured anew,
// without a press, where nothing would be asked. Blips are waited out.
#include "causes.hpp"

using namespace earshot;

namespace {

// After what the system does to a microphone in between.
Scene& interrupted(Scene& scene) {
  return scene.give(TrackMuted{scene.s.microphone.track.id}).give(TrackUnmuted{scene.s.microphone.track.id});
}

Scene dead(Scene scene) { return hear(interrupted(scene), zeros, dead_capture_ms); }

bool renewed(const Scene& scene) { return scene.ordered<Open>() != nullptr; }

}  // namespace

TEST_CASE("a mute is believed after five seconds, and a blip is nobody's business") {
  Scene scene = in_voice_call(Engine::gecko);
  CHECK(scene.give(TrackMuted{1}).orders(SetTimer{Timer::mute_lasts, 5000}));
  CHECK(scene.shown().microphone == Medium::muted);
  CHECK_FALSE(scene.ordered<TellVerdict>());
  CHECK(scene.give(TrackUnmuted{1}).orders(CancelTimer{Timer::mute_lasts}));
  CHECK(scene.verdict() == Verdict{});
  // A timer that was already on its way.
  CHECK_FALSE(scene.give(TimerFired{Timer::mute_lasts}).ordered<TellVerdict>());
}

TEST_CASE("one track's unmute does not end the other's wait") {
  Scene scene = in_video_call(Engine::gecko).give(TrackMuted{1}).give(TrackMuted{2}).give(TrackUnmuted{1});
  CHECK_FALSE(scene.ordered<CancelTimer>());
  scene.give(TimerFired{Timer::mute_lasts});
  CHECK(scene.verdict(mic) == Verdict{});
  CHECK(scene.verdict(cam).cause == C::muted_by_browser);
}

TEST_CASE("a mute said twice, or an unmute of what was not muted, orders nothing") {
  Scene scene = in_voice_call(Engine::gecko).give(TrackMuted{1});
  CHECK(scene.give(TrackMuted{1}).effects.empty());
  scene.give(TrackUnmuted{1});
  CHECK(scene.give(TrackUnmuted{1}).effects.empty());
}

TEST_CASE("after an interruption, two seconds of zeros: the old capture ends before the new one begins") {
  Scene scene = in_voice_call(Engine::webkit);
  hear(interrupted(scene), zeros, 1750);
  CHECK_FALSE(renewed(scene));
  hear(scene, zeros, 250);
  const Effects orders = scene.effects;
  const auto at = [&](const Effect& effect) {
    return std::find(orders.begin(), orders.end(), effect) - orders.begin();
  };
  CHECK(at(Close{1, {.microphone = true}}) < at(TellTrackReplaced{mic, 0}));
  CHECK(at(TellTrackReplaced{mic, 0}) < at(Open{2, {.microphone = true}}));
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  CHECK(scene.shown().title == Title::resuming);
  CHECK(scene.opens({{mic, 3}}).orders(TellTrackReplaced{mic, 2}));
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("one sample that is not zero shows that it lives") {
  Scene scene = in_voice_call(Engine::webkit);
  hear(interrupted(scene), -75.0, 250);
  CHECK_FALSE(renewed(hear(scene, zeros, 6000)));
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("zeros that prove nothing renew nothing") {
  Scene scene = in_voice_call(Engine::webkit);
  interrupted(scene);
  for (int n = 0; n < 40; ++n) CHECK_FALSE(renewed(scene.give(Level{zeros, false, 250})));
}

TEST_CASE("a microphone that was silent from the start is told, not renewed for ever") {
  Scene scene = in_voice_call(Engine::webkit);
  CHECK_FALSE(renewed(hear(scene, zeros, 60'000)));
  CHECK(scene.verdict().cause == C::silent);
}

TEST_CASE("a dead capture is not renewed behind the visitor's back") {
  SUBCASE("not while muted, and at once afterwards") {
    Scene scene = in_voice_call(Engine::webkit);
    interrupted(scene).press(Action::mute);
    CHECK_FALSE(renewed(hear(scene, zeros, 4000)));  // the track is switched off: zeros are its duty
    scene.press(Action::unmute);
    CHECK_FALSE(renewed(scene));
    CHECK(renewed(hear(scene, zeros, dead_capture_ms)));
  }
  SUBCASE("on a phone not out of sight") {
    Scene scene = call_on(phone(Engine::webkit, Os::ios));
    interrupted(scene).give(PageChanged{false, false});
    CHECK_FALSE(renewed(hear(scene, zeros, 4000)));
    CHECK(renewed(scene.give(PageChanged{true, true})));
  }
  SUBCASE("not where the browser would ask") {
    Scene scene = in_voice_call(Engine::webkit).permission(mic, Permission::prompt);
    CHECK_FALSE(renewed(dead(scene)));
  }
  SUBCASE("not while another request is on its way") {
    Scene scene = in_voice_call(Engine::gecko);
    scene.s.settings.camera = true;
    scene.permission(cam, Permission::prompt).press(Action::enable_camera);
    CHECK_FALSE(renewed(dead(scene)));
  }
  SUBCASE("not after the call") {
    Scene scene = in_voice_call(Engine::webkit);
    interrupted(scene).press(Action::end);
    CHECK_FALSE(renewed(hear(scene, zeros, 4000)));
  }
}

TEST_CASE("three times at most, until the call was steady for a while") {
  Scene scene = in_voice_call(Engine::webkit);
  int renewals = 0;
  for (int n = 0; n < 10; ++n) {
    scene = dead(scene);
    if (!renewed(scene)) break;
    ++renewals;
    scene.opens(voice);
  }
  CHECK(renewals == most_resumptions);
  CHECK(scene.shown().title == Title::cannot_hear_you);
  CHECK(scene.orders(SetTimer{Timer::steady, 10'000}) == false);
  scene.give(TimerFired{Timer::steady});
  CHECK(renewed(hear(scene, zeros, 250)));
}

TEST_CASE("what a capture may not survive: a sleep, a freeze, a phone call by way of the sound") {
  for (const PageChanged& back : {PageChanged{true, true, false, false, 60'000}, PageChanged{true, true}}) {
    Scene scene = in_voice_call(Engine::gecko);
    hear(scene, -30.0, 1000);
    if (back.slept_ms == 0) scene.give(PageChanged{false, false, true});  // frozen
    scene.give(back);
    CHECK(scene.orders(SetTimer{Timer::steady, 10'000}));
    CHECK(renewed(hear(scene, zeros, dead_capture_ms)));
  }
  Scene scene = in_voice_call(Engine::webkit);
  hear(scene, -30.0, 1000).give(AudioContextChanged{AudioContextState::interrupted, "play-and-record"});
  scene.give(AudioContextChanged{AudioContextState::suspended, "play-and-record"});
  CHECK(scene.orders(ResumeAudio{}));
  scene.give(AudioContextChanged{AudioContextState::running, "play-and-record"});
  CHECK(renewed(hear(scene, zeros, dead_capture_ms)));
}

TEST_CASE("a tab that was only out of sight, or a nap of nine seconds, upsets nothing") {
  for (const PageChanged& away : {PageChanged{false, false}, PageChanged{true, true, false, false, 9000}}) {
    Scene scene = in_voice_call(Engine::gecko);
    hear(scene, -30.0, 1000).give(away).give(PageChanged{true, true});
    CHECK_FALSE(renewed(hear(scene, zeros, 6000)));
    CHECK(scene.verdict() == Verdict{});
  }
}

TEST_CASE("a picture that freezes is captured anew, at most three times, and told where that does not help") {
  Scene scene = in_video_call(Engine::webkit).give(Frames{2, 30, 1000});
  CHECK_FALSE(renewed(scene.give(Frames{2, 0, 3750})));
  int renewals = 0;
  for (; renewed(scene.give(Frames{2, 0, 4000})); ++renewals) {
    CHECK(scene.orders(TellTrackReplaced{cam, 0}));
    CHECK(scene.shown().orb == Orb::live_audio_only);
    CHECK(scene.shown().title == Title::in_call);
    scene.opens(picture).give(Frames{2, 30, 1000});
  }
  CHECK(renewals == most_resumptions);
  CHECK(scene.shown().title == Title::camera_frozen);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.give(Frames{2, 1, 2000}).verdict(cam) == Verdict{});  // it has thawed by itself
}

TEST_CASE("a picture that freezes where the browser would ask is told, and nothing is opened") {
  Scene scene = in_video_call(Engine::gecko).permission(cam, Permission::prompt).give(Frames{2, 30, 1000});
  CHECK_FALSE(renewed(scene.give(Frames{2, 0, 4000})));
  CHECK(scene.shown().title == Title::camera_frozen);
}

TEST_CASE("no pictures from a page out of sight, or from a camera that the system has muted, renew nothing") {
  Scene scene = in_video_call(Engine::gecko);
  for (int n = 0; n < 9; ++n) CHECK_FALSE(renewed(scene.give(Frames{2, 0, 2000, false})));
  CHECK(scene.verdict(cam) == Verdict{});
  Scene muted = in_video_call(Engine::gecko).give(TrackMuted{2}).give(TimerFired{Timer::mute_lasts});
  CHECK_FALSE(renewed(muted.give(Frames{2, 0, 4000})));
  CHECK(muted.verdict(cam).cause == C::muted_by_browser);
}

TEST_CASE("each mute is waited for anew") {
  Scene scene = in_voice_call(Engine::gecko)
                    .give(TrackMuted{1})
                    .give(TimerFired{Timer::mute_lasts})
                    .give(TrackUnmuted{1});
  CHECK(scene.give(TrackMuted{1}).verdict() == Verdict{});

  const AudioContextChanged taken{AudioContextState::interrupted, ""}, back{AudioContextState::running, ""};
  Scene sound = in_voice_call(Engine::webkit).give(taken).give(TimerFired{Timer::mute_lasts}).give(back);
  CHECK(sound.give(taken).verdict() == Verdict{});
  sound.give(TimerFired{Timer::mute_lasts});
  const State before = sound.s;
  CHECK(sound.give(taken).s == before);  // said twice
  CHECK(sound.effects.empty());
}

TEST_CASE("zeros from before an interruption do not count after it") {
  Scene scene = in_voice_call(Engine::webkit);
  hear(scene, zeros, 1500);
  CHECK_FALSE(renewed(hear(interrupted(scene), zeros, 1750)));
  CHECK(renewed(hear(scene, zeros, 250)));
}
