// The browser's own buttons, the sound of the page, and who talks behind a mute.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene press_outside(Scene scene, MediaSessionAction action) { return scene.give(MediaSessionActed{action}); }

Scene listening_behind_the_mute(bool consent) {
  Scene scene;
  scene.s.settings.hear_while_muted = consent;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)})
      .permission(mic, Permission::granted)
      .press(Action::orb)
      .opens(voice);
  return scene;
}

Scene& speaks(Scene& scene, int ms) {
  for (int passed = 0; passed < ms; passed += 250) scene.give(Level{-25.0, true, 250, true});
  return scene;
}

}  // namespace

TEST_CASE("the browser's buttons show what is heard and seen, from the first to the last moment of a call") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  CHECK_FALSE(scene.ordered<SetMediaSession>());
  CHECK(scene.permission(mic, Permission::granted)
            .permission(cam, Permission::granted)
            .opens(voice_and_picture)
            .orders(SetMediaSession{true, true, true}));
  CHECK(scene.press(Action::mute).orders(SetMediaSession{true, false, true}));
  CHECK(scene.press(Action::unmute).orders(SetMediaSession{true, true, true}));
  CHECK(scene.press(Action::audio_only).orders(SetMediaSession{true, true, false}));
  CHECK(scene.give(TrackEnded{1}).orders(SetMediaSession{true, false, false}));
  CHECK(scene.press(Action::end).orders(SetMediaSession{false, false, false}));
}

TEST_CASE("a host that keeps its own media session is left alone") {
  Scene scene = arrived(Engine::chromium);
  scene.s.settings.media_session = false;
  scene.press(Action::orb).permission(mic, Permission::granted).opens(voice);
  CHECK_FALSE(scene.ordered<SetMediaSession>());
  CHECK_FALSE(scene.press(Action::mute).ordered<SetMediaSession>());
  CHECK_FALSE(scene.press(Action::end).ordered<SetMediaSession>());
}

TEST_CASE("the browser's microphone button mutes and unmutes") {
  Scene scene = press_outside(in_voice_call(Engine::chromium), MediaSessionAction::togglemicrophone);
  CHECK(scene.orders(Enable{{.microphone = true}, false}));
  CHECK(scene.shown().title == Title::microphone_muted);
  scene = press_outside(scene, MediaSessionAction::togglemicrophone);
  CHECK(scene.orders(Enable{{.microphone = true}, true}));
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("the browser's camera button takes the picture away, and brings back what asks nobody") {
  Scene scene = press_outside(in_video_call(Engine::chromium), MediaSessionAction::togglecamera);
  CHECK(scene.orders(Close{1, {.camera = true}}));
  CHECK(scene.shown().title == Title::talking_without_camera);
  CHECK(press_outside(scene, MediaSessionAction::togglecamera).orders(Open{2, {.camera = true}}));
  CHECK_FALSE(press_outside(scene.permission(cam, Permission::prompt), MediaSessionAction::togglecamera)
                  .ordered<Open>());
}

TEST_CASE("the browser's hang-up button ends the call") {
  Scene scene = press_outside(in_voice_call(Engine::chromium), MediaSessionAction::hangup);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.shown().orb == Orb::ended);
}

TEST_CASE("the browser's buttons never lead to a question, and mean nothing outside a call") {
  for (const auto action :
       {MediaSessionAction::togglemicrophone, MediaSessionAction::togglecamera, MediaSessionAction::hangup}) {
    Scene idle = arrived(Engine::chromium, true);
    CHECK(press_outside(idle, action).s == idle.s);
    if (action == MediaSessionAction::hangup) continue;
    const Scene interrupted = lost(in_voice_call(Engine::gecko), Permission::prompt);
    CHECK_FALSE(press_outside(interrupted, action).ordered<Open>());
  }
}

TEST_CASE("playback that the browser refuses is told at once, and any press sets it going") {
  Scene scene = in_voice_call(Engine::webkit).give(OutputChanged{true});
  CHECK(scene.shown().title == Title::sound_blocked);
  CHECK(scene.shown().actions.front() == Action::hear);
  CHECK(scene.shown().orb == Orb::live);
  CHECK_FALSE(scene.ordered<ResumeAudio>());  // without a press the browser would refuse again
  CHECK(scene.press(Action::hear).orders(ResumeAudio{}));
  scene.give(OutputChanged{false});
  CHECK(scene.shown().title == Title::listening);
  CHECK_FALSE(scene.offers(Action::hear));
  CHECK_FALSE(scene.press(Action::hear).ordered<ResumeAudio>());
}

TEST_CASE("any press resumes a context that the browser has suspended") {
  Scene scene = in_voice_call(Engine::webkit).give(AudioContextChanged{AudioContextState::suspended, ""});
  CHECK_FALSE(scene.ordered<ResumeAudio>());
  CHECK(scene.press(Action::mute).orders(ResumeAudio{}));
}

TEST_CASE("playback before a call, or after it, is no affair of the call") {
  Scene scene = arrived(Engine::webkit).give(OutputChanged{true});
  CHECK(scene.s == arrived(Engine::webkit).s);
  Scene over = in_voice_call(Engine::webkit).give(OutputChanged{true}).press(Action::end);
  CHECK_FALSE(over.s.call.output_blocked);
  CHECK(over.press(Action::orb).opens(voice).verdict() == Verdict{});
}

TEST_CASE("with the site's consent, who talks behind a mute is told") {
  Scene scene = listening_behind_the_mute(true);
  CHECK(scene.orders(WatchLevel{true, true}));
  speaks(scene.press(Action::mute), 750);
  CHECK(scene.verdict() == Verdict{});  // a cough
  speaks(scene, 250);
  CHECK(scene.shown().title == Title::speaking_while_muted);
  CHECK(scene.shown().actions.front() == Action::unmute);
  CHECK(scene.shown().microphone == Medium::muted);

  SUBCASE("for some seconds") {
    for (int n = 0; n < 20; ++n) scene.give(Level{-80.0, true, 250, true});
    CHECK(scene.shown().title == Title::microphone_muted);
  }
  SUBCASE("until unmuted") {
    scene.press(Action::unmute);
    CHECK(scene.shown().title == Title::listening);
    CHECK(scene.verdict() == Verdict{});
  }
}

TEST_CASE("without it nobody listens behind a mute, whatever is measured") {
  Scene scene = listening_behind_the_mute(false);
  CHECK(scene.orders(WatchLevel{true, false}));
  const State muted = scene.press(Action::mute).s;
  CHECK(speaks(scene, 3000).s == muted);
}

TEST_CASE("what is measured on one side of the mute does not count on the other") {
  Scene scene = listening_behind_the_mute(true);
  const State unmuted = scene.s;
  CHECK(speaks(scene, 3000).s == unmuted);
  scene.press(Action::mute);
  CHECK(hear(scene, zeros, 6000).verdict() == Verdict{});  // a muted track's own zeros
}

TEST_CASE("what was said behind an earlier mute is not held against the next") {
  Scene scene = listening_behind_the_mute(true).press(Action::mute);
  speaks(scene, 2000).press(Action::unmute).press(Action::mute);
  CHECK(scene.shown().title == Title::microphone_muted);
}

TEST_CASE("muting twice, or outside a call, does nothing") {
  Scene scene = in_voice_call(Engine::chromium).press(Action::mute);
  CHECK(scene.press(Action::mute).effects.empty());
  Scene idle = arrived(Engine::chromium);
  const State before = idle.s;
  for (const Action action : {Action::mute, Action::unmute}) CHECK(idle.press(action).s == before);
}
