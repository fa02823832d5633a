#include <doctest/doctest.h>
#include "scene.hpp"

using namespace earshot;

TEST_CASE("a dismissed prompt is explained and can be tried again") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  CHECK(scene.verdict().cause == Cause::dismissed);
  CHECK(scene.shown().title == Title::prompt_dismissed);
  CHECK(scene.shown().actions.front() == Action::try_again);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE("before Chromium's third dismissal the widget stops asking and says why") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).fails("NotAllowedError", "Permission dismissed");
  scene.press(Action::try_again).fails("NotAllowedError", "Permission dismissed");
  CHECK(scene.shown().title == Title::prompt_dismissed_twice);
  CHECK_FALSE(scene.offers(Action::try_again));
  CHECK(scene.shown().actions.front() == Action::open_chat);
  CHECK(scene.advises(Step::chromium_turn_on_microphone));
  for (const Action action : {Action::orb, Action::try_again})
    CHECK_FALSE(scene.press(action).ordered<Open>());

  SUBCASE("and resumes by itself once the site's own switch is turned on") {
    scene.permission(mic, Permission::granted);
    CHECK(scene.orders(Open{3, {.microphone = true}}));
  }
}

TEST_CASE("closed once, and denied: blocked; only who has counted three speaks of Chromium's week") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb)
      .permission(mic, Permission::denied)
      .fails("NotAllowedError", "Permission dismissed");
  CHECK(scene.verdict().cause == Cause::blocked_for_site);
  CHECK(scene.verdict().alternatives[0] == Cause::embargoed);
  CHECK(scene.shown().title == Title::microphone_blocked);
}

TEST_CASE("a denial just now, in the words of each engine") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    CAPTURE(name_of(engine));
    Scene scene = arrived(engine);
    scene.press(Action::orb);
    if (engine == Engine::chromium) scene.permission(mic, Permission::denied);  // before the rejection
    refused_by_visitor(scene);
    CHECK_FALSE(scene.ordered<Open>());
    if (engine == Engine::gecko) scene.permission(mic, Permission::denied);  // after it
    CHECK(scene.verdict().cause == Cause::denied);
    CHECK(scene.shown().orb == Orb::blocked);
    CHECK(scene.shown().title == Title::microphone_denied);
    CHECK(scene.offers(Action::open_chat));
    CHECK_FALSE(scene.shown().steps.empty());
  }
}

TEST_CASE("a stored block is known before anybody asks, and a press explains it") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  CHECK(scene.verdict().cause == Cause::blocked_for_site);
  CHECK(scene.shown().orb == Orb::idle);
  scene.press(Action::orb);
  CHECK(scene.ordered<Open>());  // cannot prompt, and brings back Chromium's crossed-out icon
  scene.fails("NotAllowedError", "Permission denied", 3);
  CHECK(scene.shown().title == Title::microphone_blocked);
  CHECK(scene.verdict().evidence[0] == Clue::permission_denied);
  CHECK(scene.shown().steps == Steps{Step::chromium_open_site_controls, Step::chromium_turn_on_microphone,
                                     Step::chromium_no_switch});
  CHECK(scene.shown().picture == Picture::chromium_left_chip);
}

TEST_CASE("a block that is lifted starts the call by itself") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.press(Action::orb)
      .fails("NotAllowedError", "Permission denied", 3)
      .permission(mic, Permission::granted);
  CHECK(scene.orders(Open{2, {.microphone = true}}));
  scene.opens(voice);
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("a block that becomes a question waits for a press") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.press(Action::orb)
      .fails("NotAllowedError", "Permission denied", 3)
      .permission(mic, Permission::prompt);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().title == Title::press_to_resume);
  CHECK(scene.shown().actions.front() == Action::try_again);
}

TEST_CASE("Firefox's temporary block hides behind \"prompt\"") {
  Scene scene = arrived(Engine::gecko);
  scene.press(Action::orb)
      .fails("NotAllowedError",
             "The request is not allowed by the user agent or the platform in the current context.", 4);
  CHECK(scene.verdict().cause == Cause::blocked_temporarily);
  CHECK(scene.shown().title == Title::microphone_blocked_in_tab);
}

TEST_CASE("the operating system's block is told from the site's") {
  Scene chromium = arrived(Engine::chromium, false, Permission::granted);
  chromium.press(Action::orb).fails("NotAllowedError", "Permission denied by system");
  CHECK(chromium.verdict().cause == Cause::blocked_by_system);
  CHECK(chromium.verdict().confidence == Confidence::certain);
  CHECK(chromium.shown().title == Title::blocked_by_system);

  Scene any = arrived(Engine::webkit, false, Permission::granted);
  any.press(Action::orb).fails("NotAllowedError", "");
  CHECK(any.verdict().cause == Cause::blocked_by_system);
  CHECK(any.verdict().confidence == Confidence::likely);

  Scene firefox = arrived(Engine::gecko, false, Permission::granted);  // the list still has the microphone
  firefox.s.environment.os = Os::macos;
  firefox.press(Action::orb).fails("NotFoundError", "The object can not be found here.");
  CHECK(firefox.verdict().cause == Cause::blocked_by_system);
}

TEST_CASE("on Windows a busy microphone and the privacy switch look the same, and the steps say both") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.s.environment.os = Os::windows;
  scene.s.environment.os_version = 11;
  scene.press(Action::orb).fails("NotReadableError", "Could not start audio source");
  CHECK(scene.verdict().cause == Cause::device_busy);
  CHECK(scene.verdict().alternatives[0] == Cause::blocked_by_system);
  CHECK(scene.advises(Step::close_other_apps));
  CHECK(scene.advises(Step::windows_turn_on_desktop_apps));
}

TEST_CASE("a missing microphone, in the words of each engine") {
  const auto cause = [](Engine engine, const char* name, const char* message) {
    Scene scene = arrived(engine);
    scene.give(DevicesRead{0, 0}).press(Action::orb).fails(name, message, 100);
    CHECK(scene.shown().title == Title::no_microphone);
    CHECK(scene.advises(Step::plug_in_microphone));
    return scene.verdict().cause;
  };
  CHECK(cause(Engine::chromium, "NotFoundError", "Requested device not found") == Cause::no_device);
  CHECK(cause(Engine::gecko, "NotFoundError", "The object can not be found here.") == Cause::no_device);
  CHECK(cause(Engine::webkit, "OverconstrainedError", "Invalid constraint") == Cause::no_device);
}

TEST_CASE("a microphone that is plugged in is used at once where nothing needs to be asked") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.give(DevicesRead{0, 0}).press(Action::orb).fails("NotFoundError", "Requested device not found", 100);
  scene.give(DevicesRead{1, 0});
  CHECK(scene.ordered<Open>());

  Scene unasked = arrived(Engine::chromium);
  unasked.give(DevicesRead{0, 0})
      .press(Action::orb)
      .fails("NotFoundError", "Requested device not found", 100);
  unasked.give(DevicesRead{1, 0});
  CHECK_FALSE(unasked.ordered<Open>());
  CHECK(unasked.shown().title == Title::press_to_resume);
}

TEST_CASE("a busy microphone is said to be busy") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.press(Action::orb).fails("NotReadableError", "Could not start audio source", 200);
  CHECK(scene.shown().title == Title::microphone_busy);
  CHECK(scene.advises(Step::close_other_apps));
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE(
    "in WebKit a refusal without a sheet is a stored one; after a sheet it may be an answer or a setting") {
  const auto refused_after = [](int ms) {
    Scene scene = arrived(Engine::webkit).press(Action::orb);
    return scene.fails("NotAllowedError", "because the user denied permission", ms)
        .permission(mic, Permission::denied);
  };
  CHECK(refused_after(100).verdict().cause == Cause::blocked_for_site);
  CHECK(refused_after(100).verdict().confidence == Confidence::likely);
  CHECK(refused_after(400).verdict().cause == Cause::denied);
  CHECK(refused_after(400).verdict().confidence == Confidence::likely);
  CHECK(refused_after(400).verdict().alternatives[0] == Cause::blocked_for_site);
}

TEST_CASE("after a denial WebKit wants a press, even where it has been allowed since") {
  Scene scene = arrived(Engine::webkit);
  refused_by_visitor(scene.press(Action::orb)).permission(mic, Permission::denied);
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
  scene.give(
      RequestFailed{scene.s.request, "NotAllowedError", "because the user denied permission", "", 2, false});
  CHECK(scene.verdict().cause == Cause::gesture_needed);
  CHECK(scene.shown().title == Title::press_to_resume);
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE("an unknown error is not given a false name") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb).fails("SomethingNewError", "nobody knows");
  CHECK(scene.verdict().cause == Cause::unknown);
  CHECK(scene.verdict().confidence == Confidence::guess);
  CHECK(scene.shown().title == Title::microphone_failed);
}
