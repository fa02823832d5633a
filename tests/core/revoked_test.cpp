#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

TEST_CASE("a microphone revoked in the call, with either of the two facts first") {
  for (const bool change_first : {true, false}) {
    CAPTURE(change_first);
    Scene scene = in_voice_call(Engine::chromium);
    if (change_first) scene.permission(mic, Permission::denied);
    scene.give(TrackEnded{1});
    CHECK(scene.orders(TellTrackReplaced{mic, 0}));
    CHECK(scene.shown().orb == Orb::interrupted);
    scene.permission(mic, Permission::denied);
    CHECK(scene.verdict().cause == Cause::revoked);
    CHECK(scene.shown().title == Title::microphone_revoked);
    CHECK(scene.shown().microphone == Medium::lost);
    CHECK(scene.offers(Action::open_chat));
    CHECK_FALSE(scene.shown().steps.empty());

    scene.permission(mic, Permission::granted);
    CHECK(scene.orders(Open{2, {.microphone = true}}));
    CHECK(scene.shown().title == Title::resuming);
    scene.opens(voice);
    CHECK(scene.orders(TellTrackReplaced{mic, 2}));
    CHECK(scene.shown().orb == Orb::live);
  }
}

TEST_CASE("a visitor who had muted is not unmuted by a permission") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.press(Action::mute)
      .permission(mic, Permission::denied)
      .give(TrackEnded{1})
      .permission(mic, Permission::denied);
  scene.permission(mic, Permission::granted);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().title == Title::microphone_ready_muted);
  CHECK(scene.shown().actions.front() == Action::unmute);
  CHECK(scene.press(Action::unmute).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("a permission reset in the call is asked for again only by a press") {
  Scene scene = in_voice_call(Engine::gecko);
  scene.permission(mic, Permission::prompt).give(TrackEnded{1}).permission(mic, Permission::prompt);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.verdict().cause == Cause::reset);
  CHECK(scene.shown().title == Title::microphone_reset);
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE("in Firefox a grant seen from a hidden tab may be another tab's: it waits until the page is seen") {
  Scene scene = in_voice_call(Engine::gecko);
  scene.permission(mic, Permission::prompt)
      .give(TrackEnded{1})
      .permission(mic, Permission::prompt)
      .give(PageChanged{false, false});
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.give(PageChanged{true, true}).ordered<Open>());
}

TEST_CASE("an unplugged microphone is waited for, and used when it comes back") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(TrackEnded{1}).give(DevicesRead{0, 0, true}).permission(mic, Permission::granted);
  CHECK(scene.verdict().cause == Cause::device_removed);
  CHECK(scene.shown().title == Title::microphone_unplugged);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.give(DevicesRead{1, 0, true}).orders(Open{2, {.microphone = true}}));
}

TEST_CASE("WebKit leaves an unplugged microphone's track live: the device list tells") {
  Scene scene = in_voice_call(Engine::webkit);
  scene.give(DevicesRead{0, 1, true});
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.shown().title == Title::microphone_unplugged);
}

TEST_CASE("a track that ends for no reason is opened again where nothing would be asked, but not for ever") {
  Scene scene = in_voice_call(Engine::chromium);
  int opened = 0;
  for (int n = 0; n < 10; ++n) {
    scene.give(TrackEnded{1}).permission(mic, Permission::granted);
    if (!scene.ordered<Open>()) break;
    ++opened;
    scene.opens(voice);
  }
  CHECK(opened == most_resumptions);
  CHECK(scene.shown().actions.front() == Action::try_again);

  SUBCASE("and a steady while gives it new chances") {
    scene.press(Action::try_again).opens(voice).give(TimerFired{Timer::steady}).give(TrackEnded{1});
    CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
  }
}

TEST_CASE("Chromium ends both tracks when one is blocked: the microphone comes back at once") {
  Scene scene = in_video_call(Engine::chromium);
  scene.permission(cam, Permission::denied).give(TrackEnded{2}).give(TrackEnded{1});
  scene.permission(cam, Permission::denied).permission(mic, Permission::granted);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  scene.opens({{mic, 3}});
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.shown().title == Title::camera_off_blocked);
}

TEST_CASE("the browser's own mute is told, and ends with it") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(TrackMuted{1});
  CHECK(scene.shown().microphone == Medium::muted);
  CHECK(scene.verdict().cause == Cause::none);  // a blip, so far
  scene.give(TimerFired{Timer::mute_lasts});
  CHECK(scene.verdict().cause == Cause::hardware_muted);
  CHECK(scene.shown().title == Title::microphone_switched_off);
  scene.give(TrackUnmuted{1});
  CHECK(scene.shown().title == Title::listening);
}

TEST_CASE("facts about tracks that nobody holds change nothing") {
  Scene scene = in_voice_call(Engine::chromium);
  const State before = scene.s;
  scene.give(TrackEnded{77}).give(TrackMuted{77}).give(RequestFailed{99, "NotAllowedError", "", "", 0});
  CHECK(scene.s == before);
}

TEST_CASE("a page taken back from the browser's cache listens only after a press") {
  Scene scene = in_voice_call(Engine::webkit);
  scene.give(PageChanged{true, true, false, true, 0}).give(TrackEnded{1});
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE("who comes back to the page finds the permission looked at again") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb);
  refused_by_visitor(scene).permission(mic, Permission::denied);
  scene.give(PageChanged{true, false});
  CHECK(scene.give(PageChanged{true, true}).orders(ReadPermission{Capability::microphone}));

  Scene healthy = in_voice_call(Engine::chromium);
  healthy.give(PageChanged{false, false});
  CHECK_FALSE(healthy.give(PageChanged{true, true}).ordered<ReadPermission>());
}

TEST_CASE("on a phone nothing is opened behind a hidden page") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.s.environment.form = Form::mobile;
  scene.permission(mic, Permission::denied).give(TrackEnded{1}).give(PageChanged{false, false});
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.give(PageChanged{true, true}).ordered<Open>());
}

TEST_CASE("allowing it again gives a track that kept ending new chances") {
  Scene scene = in_voice_call(Engine::chromium);
  for (int n = 0; n < most_resumptions; ++n)
    scene.give(TrackEnded{1}).permission(mic, Permission::granted).opens(voice);
  scene.give(TrackEnded{1});
  CHECK_FALSE(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.permission(mic, Permission::denied).permission(mic, Permission::granted).ordered<Open>());
}
