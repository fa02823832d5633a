// The camera's request, or its trouble, stands in the way of the voice.
#include "causes.hpp"

using namespace earshot;

namespace {

// Its camera ended, and the request for another is not answered.
Scene with_hanging_camera() {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.press(Action::orb).opens(voice).opens(picture);
  scene.give(TrackEnded{2}).permission(cam, Permission::granted);
  return scene.give(TimerFired{Timer::prompt_expected}).give(TimerFired{Timer::prompt_ignored});
}

}  // namespace

TEST_CASE("a camera that never comes does not keep a lost microphone from coming back") {
  Scene scene = with_hanging_camera();
  scene.give(TrackEnded{1}).permission(mic, Permission::granted);
  CHECK(scene.orders(Open{4, {.microphone = true}}));
  CHECK(scene.give(RequestOpened{3, {{cam, 5}}}).orders(Close{3, {.camera = true}}));
  CHECK(scene.opens({{mic, 6}}).shown().orb != Orb::interrupted);
}

TEST_CASE("nor a dead one from being opened anew, by itself or with a press") {
  Scene scene = with_hanging_camera();
  scene.give(Level{std::nullopt, true, starved_limit_ms, false, true});
  CHECK(scene.orders(Open{4, {.microphone = true}}));
}

TEST_CASE(
    "a camera that somebody was to answer for, and nobody did: the press that is offered opens the voice") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.press(Action::orb).opens(voice).opens(picture);
  scene.give(TrackEnded{2}).permission(cam, Permission::granted).give(TimerFired{Timer::prompt_expected});
  scene.permission(cam, Permission::prompt).give(TimerFired{Timer::prompt_ignored});
  scene.give(Level{std::nullopt, true, starved_limit_ms, false, true});
  REQUIRE(scene.offers(Action::try_again));
  scene.press(Action::try_again);
  REQUIRE(scene.ordered<Open>());
  CHECK(scene.ordered<Open>()->kinds == just(mic));
}

TEST_CASE("lost before the camera is given up: it comes back with that, or with a press at once") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    CAPTURE(name_of(engine));
    Scene scene = arrived(engine, true, Permission::granted).press(Action::orb);
    if (engine == Engine::gecko) scene.opens(voice_and_picture);
    else scene.opens(voice).opens(picture);
    scene.give(TrackEnded{2}).permission(cam, Permission::granted);
    REQUIRE(scene.s.asking.kinds.camera);
    scene.give(TrackEnded{1}).permission(mic, Permission::granted);
    Scene pressed = scene;
    pressed.press(Action::try_again);
    REQUIRE(pressed.ordered<Open>());
    CHECK(pressed.ordered<Open>()->kinds == just(mic));
    for (const Timer timer : {Timer::prompt_expected, Timer::prompt_expected, Timer::prompt_ignored})
      if (!scene.ordered<Open>()) scene.give(TimerFired{timer});
    REQUIRE(scene.ordered<Open>());
    CHECK(scene.ordered<Open>()->kinds == just(mic));
  }
}

TEST_CASE("inside an app that never answers for the camera, the voice is a press away") {
  Environment web_view = phone(Engine::chromium, Os::android);
  web_view.in_app = true;
  Scene scene;
  scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{web_view})
      .permission(mic, Permission::granted)
      .permission(cam, Permission::prompt);
  scene.press(Action::orb).opens(voice).press(Action::enable_camera).give(TimerFired{Timer::prompt_ignored});
  scene.give(TrackEnded{1}).permission(mic, Permission::prompt);
  CHECK(scene.offers(Action::try_again));
  scene.press(Action::try_again);
  REQUIRE(scene.ordered<Open>());
  CHECK(scene.ordered<Open>()->kinds == just(mic));
}

TEST_CASE("before that is known, the camera's request goes first") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.press(Action::orb).opens(voice).opens(picture);
  scene.give(TrackEnded{2}).permission(cam, Permission::granted);
  CHECK_FALSE(scene.give(TrackEnded{1}).permission(mic, Permission::granted).ordered<Open>());
}

TEST_CASE("one request for both, and an error without a meaning: the voice alone is a press away") {
  for (const says::Error& error :
       {says::Error{"UnknownError", ""}, says::Error{"OperationError", ""},
        says::Error{"NotSupportedError", ""}, says::Error{"TypeError", "A required constraint."},
        says::Error{"NotAllowedError", ""}}) {
    CAPTURE(error.name);
    for (const Engine engine : {Engine::chromium, Engine::webkit}) {
      Scene scene = arrived(engine, true).press(Action::orb);
      scene.fails(error.name, error.message);
      CHECK(scene.offers(Action::audio_only));
    }
  }
}

TEST_CASE(
    "guard mode: the host's request for both fails: of the voice nothing is known, and it is a press away") {
  for (const says::Error& error :
       {says::Error{"NotAllowedError", "Permission denied by system"},
        says::Error{"NotReadableError", "Could not start video source"}, says::Error{"NotFoundError", ""}}) {
    CAPTURE(error.name);
    Scene scene = arrived(Engine::chromium, true, Permission::granted);
    scene.s.settings.guard = true;
    scene.give(HostFailed{{true, true}, error.name, error.message, ""});
    CHECK(scene.verdict() == Verdict{});
    CHECK(scene.verdict(cam).confidence != certain);
    CHECK(scene.offers(Action::audio_only));
  }
}

TEST_CASE("macOS says it of both: of the camera, which was never asked for alone, it is not certain") {
  Scene scene = arrived(Engine::chromium, true);
  scene.s.environment.os = Os::macos;
  scene.press(Action::orb).fails("NotAllowedError", "Permission denied by system", 20);
  scene.fails("NotAllowedError", "Permission denied by system", 20);
  CHECK(scene.verdict().confidence == certain);
  CHECK(scene.verdict(cam) ==
        Verdict{C::blocked_by_system, likely, {C::browser_restart_needed}, {K::message_says_system}});
}

TEST_CASE("who comes back within a minute of the press finds a device that was busy tried once more") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted).press(Action::orb);
  scene.fails("NotReadableError", "Could not start audio source").permission(mic, Permission::granted);
  CHECK(scene.give(PageChanged{false, false}).give(PageChanged{true, true}).ordered<Open>());

  Scene later = arrived(Engine::chromium, false, Permission::granted).press(Action::orb);
  later.fails("NotReadableError", "Could not start audio source").permission(mic, Permission::granted);
  later.give(PageChanged{false, false}).give(TimerFired{Timer::press_lapses});
  CHECK_FALSE(later.give(PageChanged{true, true}).ordered<Open>());
}

TEST_CASE("while the camera's question is open, it is what a lost microphone waits for") {
  Scene scene = arrived(Engine::gecko, true).press(Action::orb);
  fail(scene, says::firefox_unreadable).opens(voice).permission(mic, Permission::granted);
  scene.press(Action::enable_camera).give(TrackEnded{1}).permission(mic, Permission::granted);
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK(scene.shown().title == Title::allow_camera);
  CHECK(scene.shown().actions == Actions{Action::cannot_see_prompt, Action::open_chat, Action::end});
  CHECK(scene.opens(picture).ordered<Open>());
}

TEST_CASE("guard mode: a site that wants the microphone alone, and whose host reports both") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.s.settings.guard = true;
  scene.give(HostFailed{{true, true}, "NotAllowedError", "Permission denied by system", ""});
  CHECK(scene.verdict().cause != C::blocked_by_system);
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("macOS: forbidden for both, and the microphone alone opens: it is the camera") {
  Scene scene = arrived(Engine::chromium, true);
  scene.s.environment.os = Os::macos;
  fail(scene.press(Action::orb), says::chromium_system, 20).opens(voice);
  CHECK(scene.verdict(cam).cause == C::blocked_by_system);
  CHECK(scene.verdict(cam).confidence == certain);
}

TEST_CASE("Safari: who refuses in the call has refused, and nothing was reset") {
  Scene scene = in_voice_call(Engine::webkit).give(TrackEnded{1}).permission(mic, Permission::prompt);
  fail(scene.press(Action::try_again), says::webkit_denied, 2800).permission(mic, Permission::prompt);
  CHECK(scene.verdict() ==
        Verdict{C::denied, likely, {C::blocked_for_site}, {K::track_ended, K::name_not_allowed}});
}
