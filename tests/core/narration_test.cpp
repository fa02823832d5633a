#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

namespace {

template <class Order>
int count(const Effects& effects) {
  return static_cast<int>(std::count_if(effects.begin(), effects.end(),
                                        [](const Effect& e) { return std::holds_alternative<Order>(e); }));
}

}  // namespace

TEST_CASE("a loss and its reason come as two facts and are announced once") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(TrackEnded{1});
  CHECK(count<Announce>(scene.effects) == 0);
  CHECK(count<TellVerdict>(scene.effects) == 0);
  scene.permission(mic, Permission::denied);
  CHECK(scene.orders(Announce{Title::microphone_revoked, Urgency::assertive}));
  CHECK(count<TellVerdict>(scene.effects) == 1);
  CHECK(count<LogVerdict>(scene.effects) == 1);
  scene.permission(mic, Permission::denied);
  CHECK(scene.effects.empty());
}

TEST_CASE("a loss whose reason is known already has its words at once") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.permission(mic, Permission::denied).give(TrackEnded{1});
  CHECK(scene.orders(Announce{Title::microphone_revoked, Urgency::assertive}));
  CHECK(scene.permission(mic, Permission::denied).effects.empty());
}

TEST_CASE("nothing is announced before anybody has pressed") {
  Scene scene;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)});
  CHECK_FALSE(scene.ordered<Announce>());
  CHECK_FALSE(scene.permission(mic, Permission::denied).ordered<Announce>());
}

TEST_CASE("the console is left alone where the site asks for silence; the host still hears") {
  Scene scene;
  scene.s.settings.log = false;
  scene.s.settings.verdicts_at_once = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)}).permission(mic, Permission::denied);
  CHECK_FALSE(scene.ordered<LogVerdict>());
  CHECK(scene.ordered<TellVerdict>());
}

// Most visitors never press; what one of them has blocked some other day is no news of theirs.
TEST_CASE("a block of an earlier visit is silent before somebody wants to talk or to write, and whole then") {
  for (const Action first : {Action::orb, Action::open_chat}) {
    Scene scene;
    scene.s.settings.camera = true;
    scene.give(EnvironmentSeen{page_in(Engine::chromium)}).permission(mic, Permission::denied);
    CHECK(count<TellVerdict>(scene.effects) + count<LogVerdict>(scene.effects) == 0);
    scene.permission(cam, Permission::denied);
    CHECK(count<TellVerdict>(scene.effects) + count<LogVerdict>(scene.effects) == 0);
    CHECK(scene.verdict().cause == Cause::blocked_for_site);  // whoever asks is answered
    scene.press(first);
    if (first == Action::orb) scene.fails("NotAllowedError", "Permission denied", 3);
    CHECK(scene.s.told.microphone == Cause::blocked_for_site);
    CHECK(scene.s.told.camera == Cause::blocked_for_site);
    // From now on every change is told, also where a press begins.
    scene.press(Action::dismiss).permission(mic, Permission::prompt);
    CHECK(scene.s.phase == Phase::idle);
    CHECK(count<TellVerdict>(scene.effects) == 1);
    CHECK(scene.s.told.microphone == Cause::none);
  }
}

TEST_CASE("nothing is told of a block that is gone before anybody pressed") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.permission(mic, Permission::granted);
  CHECK(count<TellVerdict>(scene.effects) == 0);
  CHECK(count<TellVerdict>(scene.press(Action::orb).opens(voice).effects) == 0);
}

TEST_CASE("a site that asks for verdicts at once gets them with the first look") {
  Scene scene;
  scene.s.settings.verdicts_at_once = true;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)}).permission(mic, Permission::denied);
  CHECK(count<TellVerdict>(scene.effects) == 1);
  CHECK(count<LogVerdict>(scene.effects) == 1);
}

TEST_CASE("what the page itself gets wrong is told with the first look: it stands in every visitor's way") {
  Environment insecure = page_in(Engine::chromium);
  insecure.secure = insecure.media_devices = false;
  Environment forbidden = page_in(Engine::chromium);
  forbidden.microphone_policy = Policy::forbidden;
  for (const Environment& environment : {insecure, forbidden}) {
    Scene scene;
    scene.give(EnvironmentSeen{environment}).permission(mic, Permission::denied);
    CHECK(scene.s.told.microphone == scene.verdict().cause);
    CHECK(scene.s.told.microphone != Cause::none);
  }
}

TEST_CASE("a verdict names what it rests on") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.press(Action::orb).fails("NotAllowedError", "Permission denied", 3);
  const Verdict verdict = scene.verdict();
  CHECK(verdict.evidence == Few<Clue, 5>{Clue::permission_denied, Clue::was_denied_before_asking});
}

TEST_CASE("permissions are polled only where no event comes, and only while it matters") {
  Scene healthy = in_voice_call(Engine::webkit);
  CHECK_FALSE(healthy.s.polling.kinds.microphone);

  Scene blocked = arrived(Engine::webkit);
  blocked.press(Action::orb).fails("NotAllowedError", "denied");
  CHECK(blocked.orders(WatchPermission{Capability::microphone, 1000}));
  CHECK(blocked.give(PageChanged{false, false}).orders(WatchPermission{Capability::microphone, 0}));
  CHECK(blocked.give(PageChanged{true, true}).orders(WatchPermission{Capability::microphone, 1000}));

  Scene chromium = arrived(Engine::chromium);
  chromium.press(Action::orb).fails("NotAllowedError", "Permission denied");
  CHECK_FALSE(chromium.ordered<WatchPermission>());
}

TEST_CASE("the host is told of every state, and of each once") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  CHECK(scene.orders(TellState{Orb::asking, Medium::asking, Medium::off, Notice::off}));
  scene.permission(mic, Permission::granted).opens(voice);
  CHECK(scene.orders(TellState{Orb::live, Medium::live, Medium::off, Notice::off}));
  CHECK(scene.press(Action::mute).orders(TellState{Orb::live, Medium::muted, Medium::off, Notice::off}));
  CHECK_FALSE(scene.press(Action::mute).ordered<TellState>());
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<TellState>());
}

TEST_CASE("that nothing is wrong is told when it is known, not while an answer is awaited") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  scene.press(Action::try_again).permission(mic, Permission::granted);
  CHECK_FALSE(scene.ordered<TellVerdict>());
  CHECK(scene.opens(voice).ordered<TellVerdict>());
}

// The microphone is open then, and a loudspeaker carries the screen reader's voice to the far end.
TEST_CASE("at the start of a call as little is said as is true, once") {
  Scene scene = in_voice_call(Engine::chromium);
  CHECK(scene.shown().title == Title::listening);
  CHECK(scene.orders(Announce{Title::announce_live, Urgency::polite}));
  CHECK(count<Announce>(scene.effects) == 1);
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<Announce>());
  CHECK(in_video_call(Engine::gecko).orders(Announce{Title::announce_live, Urgency::polite}));
}

TEST_CASE("how to stay allowed stands there to be read, and is not said into the open microphone") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).fails("NotAllowedError", "Permission denied");
  scene.permission(mic, Permission::granted).opens(voice);
  CHECK(scene.shown().title == Title::allowed_again_chromium);
  CHECK(scene.orders(Announce{Title::announce_live, Urgency::polite}));
  CHECK_FALSE(scene.give(TimerFired{Timer::advice_read}).ordered<Announce>());
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("muting is said; whoever unmutes is told nothing, and what was said of the mute is gone") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < 2; ++n) {
    CHECK(scene.press(Action::mute).orders(Announce{Title::microphone_muted, Urgency::polite}));
    CHECK(scene.press(Action::unmute).orders(Announce{Title::announce_live, Urgency::off}));
    CHECK(count<Announce>(scene.effects) == 1);
  }
  SUBCASE("with a button outside of the page too") {
    scene.give(MediaSessionActed{MediaSessionAction::togglemicrophone});
    CHECK(scene.orders(Announce{Title::microphone_muted, Urgency::polite}));
    scene.give(MediaSessionActed{MediaSessionAction::togglemicrophone});
    CHECK(scene.orders(Announce{Title::announce_live, Urgency::off}));
  }
  SUBCASE("but whom the site unmutes has pressed nothing here, and hears that somebody listens") {
    scene.press(Action::mute).give(TrackSwitched{1, false});
    CHECK(scene.give(TrackSwitched{1, true}).orders(Announce{Title::announce_live, Urgency::polite}));
  }
}

TEST_CASE("trouble in a call has all its words, and its end none for somebody who was heard all along") {
  Scene scene = in_voice_call(Engine::chromium).give(OutputChanged{true});
  CHECK(scene.orders(Announce{Title::sound_blocked, Urgency::polite}));
  CHECK(scene.give(OutputChanged{false}).orders(Announce{Title::announce_live, Urgency::off}));
  SUBCASE("also when it waits behind a mute") {
    scene.press(Action::mute).give(OutputChanged{true}).press(Action::unmute);
    CHECK(scene.shown().title == Title::sound_blocked);
    CHECK_FALSE(scene.orders(Announce{Title::announce_live, Urgency::off}));
  }
  SUBCASE("and a microphone that came back") {
    scene.give(TrackEnded{1}).permission(mic, Permission::denied).permission(mic, Permission::granted);
    CHECK(scene.opens(voice).orders(Announce{Title::announce_live, Urgency::polite}));
  }
}

TEST_CASE("a camera that the visitor turns off is not spoken of; one that is lost is") {
  Scene scene = in_video_call(Engine::chromium).press(Action::audio_only);
  CHECK(scene.shown().title == Title::talking_without_camera);
  CHECK_FALSE(scene.ordered<Announce>());
  Scene lost = in_video_call(Engine::chromium);
  lost.give(TrackEnded{2}).permission(cam, Permission::denied);
  CHECK(lost.orders(Announce{Title::camera_off_blocked, Urgency::polite}));
}
