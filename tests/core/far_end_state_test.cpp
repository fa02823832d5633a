// What the host says of the far end, and that the visitor hears nothing of it: words, and nothing else.
#include "causes.hpp"

using namespace earshot;

TEST_CASE("nobody is told to go ahead and talk before the far end is there") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.press(Action::orb).give(FarEndReported{FarEnd::connecting}).opens(voice);
  CHECK(scene.shown().title == Title::far_end_connecting);
  CHECK_FALSE(scene.offers(Action::cannot_hear));
  CHECK(scene.give(FarEndReported{FarEnd::ready}).shown().title == Title::listening);
}

TEST_CASE("trouble comes before it, and it is forgotten with the call") {
  Scene scene = in_voice_call(Engine::chromium).give(FarEndReported{FarEnd::connecting});
  CHECK(scene.press(Action::mute).shown().title == Title::microphone_muted);
  scene.press(Action::unmute).give(TrackEnded{1}).permission(mic, Permission::denied);
  CHECK(scene.shown().title == Title::microphone_revoked);
  scene.press(Action::end).permission(mic, Permission::granted).press(Action::orb).opens(voice);
  CHECK(scene.s.call.far_end == FarEnd::ready);
}

TEST_CASE("a far end that does not come has an end, and the chat is named") {
  Scene scene = in_voice_call(Engine::chromium).give(FarEndReported{FarEnd::connecting});
  CHECK(scene.orders(SetTimer{Timer::far_end_late, far_end_late_ms}));
  scene.give(TimerFired{Timer::far_end_late});
  CHECK(scene.shown().title == Title::far_end_late);
  CHECK(scene.shown().steps == Steps{Step::write_meanwhile});
  CHECK(scene.give(FarEndReported{FarEnd::ready}).orders(CancelTimer{Timer::far_end_late}));
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("who was told to wait is not called quiet, and a kit that hangs up says nothing of the next call") {
  Scene scene = in_voice_call(Engine::chromium).give(FarEndReported{FarEnd::connecting});
  for (int ms = 0; ms < quiet_limit_ms; ms += 250) scene.give(Level{-82.0, true, 250});
  CHECK(scene.give(FarEndReported{FarEnd::ready}).shown().title == Title::listening);
  scene.press(Action::end).give(FarEndReported{FarEnd::connecting});
  CHECK(scene.s.call.far_end == FarEnd::ready);
}

TEST_CASE("an echo: headphones, until the host or the visitor says that it is over") {
  Scene scene = in_voice_call(Engine::gecko).give(FarEndReported{FarEnd::echo});
  CHECK(scene.shown().title == Title::far_end_echo);
  CHECK(scene.shown().steps == Steps{Step::use_headphones});
  CHECK(scene.shown().orb == Orb::live);
  Scene dismissed = scene;
  CHECK(dismissed.press(Action::dismiss).shown().title == Title::listening);
  CHECK(scene.give(FarEndReported{FarEnd::ready}).shown().title == Title::listening);
}

TEST_CASE("who hears nothing finds help in the call, and leaves it again") {
  Scene scene = in_voice_call(Engine::chromium);
  REQUIRE(scene.offers(Action::cannot_hear));
  scene.press(Action::cannot_hear);
  CHECK(scene.shown().title == Title::hearing_nothing);
  CHECK(scene.advises(Step::turn_up_volume));
  CHECK(scene.advises(Step::check_tab_muted));
  CHECK(scene.offers(Action::mute));
  CHECK_FALSE(scene.offers(Action::cannot_hear));
  CHECK(scene.press(Action::dismiss).shown().title == Title::listening);
  Scene iphone = call_on(phone(Engine::webkit, Os::ios)).press(Action::cannot_hear);
  CHECK(iphone.shown().steps == Steps{Step::turn_up_volume, Step::ios_silent_switch});
}

TEST_CASE("where playback is refused a press helps more") {
  Scene scene = in_voice_call(Engine::webkit).give(OutputChanged{true});
  CHECK(scene.offers(Action::hear));
  CHECK_FALSE(scene.offers(Action::cannot_hear));
}

TEST_CASE("while nobody hears the visitor, that is what is explained, and no press leads elsewhere") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int ms = 0; ms < silence_limit_ms; ms += 250) scene.give(Level{std::nullopt, true, 250});
  REQUIRE(scene.shown().title == Title::cannot_hear_you);
  CHECK_FALSE(scene.offers(Action::cannot_hear));
}

TEST_CASE("what happens meanwhile comes before what the visitor does not hear") {
  const Scene helped = in_voice_call(Engine::chromium).press(Action::cannot_hear);
  CHECK(Scene{helped}.press(Action::mute).shown().title == Title::microphone_muted);
  Scene lost = helped;
  lost.give(TrackEnded{1}).permission(mic, Permission::granted).opens(voice);
  CHECK(lost.shown().title == Title::listening);
}

TEST_CASE("before a call the press does nothing") {
  Scene scene = arrived(Engine::chromium);
  const State state = scene.s;
  CHECK(scene.press(Action::cannot_hear).s == state);
}

TEST_CASE("nobody is told to go ahead and talk where nobody on the page has taken the stream") {
  for (const bool video : {false, true}) {
    Scene scene = video ? in_video_call(Engine::chromium) : in_voice_call(Engine::chromium);
    scene.give(FarEndReported{FarEnd::connecting}).give(FarEndReported{FarEnd::untaken});
    CHECK(scene.orders(CancelTimer{Timer::far_end_late}));
    CHECK(scene.shown().title == Title::nobody_listens);
    CHECK(scene.orders(Announce{Title::nobody_listens, Urgency::polite}));
    CHECK(scene.shown().steps.size() == 0);
    CHECK(scene.offers(Action::open_chat));
    CHECK(scene.offers(Action::end));
    CHECK_FALSE(scene.offers(Action::cannot_hear));
    // A script that comes later takes it after all.
    scene.give(FarEndReported{FarEnd::ready});
    CHECK(scene.shown().title == (video ? Title::in_call : Title::listening));
  }
}

TEST_CASE("a camera in trouble does not hide that nobody listens; a lost microphone does") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.press(Action::orb).opens(voice_and_picture).give(TrackEnded{2}).permission(cam, Permission::denied);
  REQUIRE(scene.shown().title == Title::camera_off_blocked);
  scene.give(FarEndReported{FarEnd::untaken});
  CHECK(scene.shown().title == Title::nobody_listens);
  CHECK(scene.shown().steps.size() == 0);
  scene.give(TrackEnded{1}).permission(mic, Permission::denied);
  CHECK(scene.shown().title == Title::microphone_revoked);
}
