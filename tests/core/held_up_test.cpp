// A microphone that is held and gives nothing is not live to the eye, and there is a press that opens it
// anew.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene muted_for_long(Scene call) { return call.give(TrackMuted{1}).give(TimerFired{Timer::mute_lasts}); }

}  // namespace

TEST_CASE("muted for longer than a blip: orb, words and the far end agree, and every press is there") {
  for (const Environment& where : {page_in(Engine::chromium, Os::windows), page_in(Engine::gecko),
                                   page_in(Engine::webkit, Os::macos), phone(Engine::webkit, Os::ios)}) {
    Scene scene = call_on(where).give(TrackMuted{1});
    CHECK(scene.shown().orb == Orb::live);  // perhaps a blip
    scene.give(TimerFired{Timer::mute_lasts});
    CHECK(scene.shown().orb == Orb::interrupted);
    CHECK(scene.shown().title != Title::listening);
    CHECK_FALSE(message_of(scene.s, diagnose(scene.s)).heard);
    CHECK(message_of(scene.s, diagnose(scene.s)).state == Orb::interrupted);
    CHECK(scene.offers(Action::try_again));
    CHECK(scene.offers(Action::open_chat));
    CHECK(scene.offers(Action::end));
    scene.give(TrackUnmuted{1});
    CHECK(scene.shown().orb == Orb::live);
    CHECK(message_of(scene.s, diagnose(scene.s)).heard);
  }
}

TEST_CASE("the visitor's own mute is no hold-up") {
  Scene scene = muted_for_long(in_voice_call(Engine::webkit).press(Action::mute));
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.shown().title == Title::microphone_muted);
}

TEST_CASE("a press on the orb or on Try again opens it anew: the old capture ends first") {
  for (const Action action : {Action::orb, Action::try_again}) {
    Scene scene = muted_for_long(in_voice_call(Engine::webkit)).press(action);
    CHECK(scene.orders(Close{1, just(mic)}));
    CHECK(scene.orders(Open{2, just(mic)}));
    CHECK(scene.opens(voice).shown().title == Title::listening);
  }
}

TEST_CASE("silent from the start: a way back") {
  Scene scene = in_voice_call(Engine::chromium);
  hear(scene, zeros, silence_limit_ms);
  CHECK(scene.offers(Action::try_again));
  CHECK(scene.press(Action::try_again).orders(Open{2, just(mic)}));
}

TEST_CASE("a camera that stays dark after a phone call: a way back for it, and no words about microphones") {
  Scene scene = call_on(phone(Engine::webkit, Os::ios), true).give(Frames{2, 30, 1000});
  scene.give(TrackMuted{1}).give(TrackMuted{2}).give(TimerFired{Timer::mute_lasts});
  CHECK(scene.verdict(cam).cause == C::interrupted);
  scene.give(TrackUnmuted{1});
  hear(scene, -40.0, 1000);
  CHECK(scene.verdict(cam).cause == C::muted_by_browser);
  CHECK_FALSE(scene.advises(Step::check_mute_switch));
  CHECK_FALSE(scene.advises(Step::end_other_call));
  CHECK(scene.press(Action::try_again).ordered<Open>());
  CHECK(scene.s.microphone.held());
}

TEST_CASE("in the middle of a phone call nothing is opened by itself; when the sound is back, it is") {
  Scene scene = call_on(phone(Engine::webkit, Os::ios));
  scene.give(TrackMuted{1}).give(AudioContextChanged{AudioContextState::interrupted, ""});
  scene.give(TimerFired{Timer::mute_lasts}).give(TrackEnded{1});
  CHECK_FALSE(scene.orders(WatchLevel{false}));  // its context tells when the call is over
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.verdict().cause == C::interrupted);
  CHECK(scene.shown().title == Title::microphone_interrupted);
  scene.give(AudioContextChanged{AudioContextState::running, ""});
  CHECK(scene.ordered<Open>());
}

TEST_CASE(
    "WebKit may have forgotten a grant while all was muted: it is read before anything is opened anew") {
  Scene scene = call_on(phone(Engine::webkit, Os::ios)).give(TrackMuted{1});
  CHECK(scene.orders(SetTimer{Timer::mute_ages, mute_ages_ms}));
  scene.give(TimerFired{Timer::mute_lasts}).give(TimerFired{Timer::mute_ages}).give(TrackUnmuted{1});
  CHECK(scene.orders(ReadPermission{Capability::microphone}));
  CHECK_FALSE(hear(scene, zeros, dead_capture_ms).ordered<Close>());
  SUBCASE("forgotten: the track is kept, and a press asks") {
    scene.permission(mic, Permission::prompt);
    CHECK_FALSE(hear(scene, zeros, 5000).ordered<Close>());
    CHECK(scene.offers(Action::try_again));
  }
  SUBCASE("not forgotten") { CHECK(scene.permission(mic, Permission::granted).ordered<Open>()); }
}

TEST_CASE("Safari mutes the page for another tab: nothing of ours is muted, closed or opened by that") {
  Scene scene = call_on(page_in(Engine::webkit, Os::macos), true);
  scene.give(MediaSessionActed{MediaSessionAction::togglecamera});
  CHECK_FALSE(scene.ordered<Close>());
  scene.give(MediaSessionActed{MediaSessionAction::togglemicrophone}).give(TrackMuted{1}).give(TrackMuted{2});
  CHECK_FALSE(scene.s.call.muted);
  CHECK(scene.give(TimerFired{Timer::mute_lasts}).verdict().cause == C::muted_by_browser);
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("Safari's button unmutes whoever muted here") {
  Scene scene = call_on(page_in(Engine::webkit, Os::macos)).press(Action::mute);
  scene.give(MediaSessionActed{MediaSessionAction::togglemicrophone, true});
  CHECK_FALSE(scene.s.call.muted);
}

TEST_CASE("the first picture takes its time: nothing is closed, and later it is said") {
  Scene scene = in_video_call(Engine::chromium);
  for (int passed = 0; passed < first_picture_ms - 2000; passed += 2000)
    CHECK_FALSE(scene.give(Frames{2, 0, 2000}).ordered<Close>());
  CHECK(scene.give(TrackMuted{2}).give(TimerFired{Timer::mute_lasts}).shown().title == Title::in_call);
  scene.give(Frames{2, 0, 2000});
  CHECK(scene.verdict(cam) ==
        Verdict{C::camera_not_started, likely, {C::taken, C::camera_frozen}, {K::no_picture_yet}});
  CHECK(scene.shown().title == Title::camera_not_started);
  CHECK_FALSE(scene.ordered<Close>());
  CHECK(scene.offers(Action::try_again));
  CHECK(scene.give(TrackUnmuted{2}).give(Frames{2, 5, 2000}).shown().title == Title::in_call);
}
