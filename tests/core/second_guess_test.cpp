// A try made on the advice of an explanation, and the same again: then the next explanation is told.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene& fails_again(Scene& scene, says::Error error, int elapsed_ms = 60) {
  CHECK(scene.press(Action::try_again).ordered<Open>());
  // Read anew, and the same.
  return fail(scene, error, elapsed_ms).permission(mic, scene.s.microphone.seen.permission);
}

}  // namespace

TEST_CASE("on Windows: busy, then the privacy switch, then the device, and around again") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
  CHECK(scene.shown().title == Title::microphone_busy);
  CHECK(fails_again(scene, says::chromium_audio).verdict() ==
        Verdict{C::blocked_by_system,
                guess,
                {C::device_failed, C::device_busy},
                {K::name_not_readable, K::the_first_explanation_failed}});
  CHECK(scene.shown().title == Title::blocked_by_system);
  CHECK(fails_again(scene, says::chromium_audio).verdict() ==
        Verdict{C::device_failed,
                guess,
                {C::device_busy, C::blocked_by_system},
                {K::name_not_readable, K::the_first_explanation_failed}});
  CHECK(fails_again(scene, says::chromium_audio).verdict() ==
        Verdict{C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {K::name_not_readable}});
  CHECK(fails_again(scene, says::chromium_audio).verdict().cause == C::blocked_by_system);
}

TEST_CASE("the host is told of the second explanation as of the first") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
  fail(scene.press(Action::try_again), says::chromium_audio, 60);
  const TellVerdict* told = scene.ordered<TellVerdict>();
  REQUIRE(told);
  CHECK(told->kind == Capability::microphone);
  CHECK(scene.verdict().cause == C::blocked_by_system);
}

TEST_CASE(
    "a block that was not touched has its explanation told twice; then a rule for all sites is thought of, "
    "and only then an administrator") {
  Scene scene = refused(Engine::chromium, Permission::denied, says::chromium_denied, at_once);
  CHECK(fails_again(scene, says::chromium_denied, at_once).verdict().cause == C::blocked_for_site);
  CHECK(fails_again(scene, says::chromium_denied, at_once).verdict().cause == C::default_block);
  CHECK(scene.advises(Step::type_settings_address));
  CHECK(fails_again(scene, says::chromium_denied, at_once).verdict().cause == C::default_block);
  CHECK(fails_again(scene, says::chromium_denied, at_once).verdict().cause == C::managed_policy);
  CHECK(scene.shown().title == Title::blocked_by_administrator);
  const Cause next[] = {C::managed_policy,    C::embargoed,        C::embargoed,        C::blocked_by_system,
                        C::blocked_by_system, C::blocked_for_site, C::blocked_for_site, C::default_block};
  for (const Cause cause : next)
    CHECK(fails_again(scene, says::chromium_denied, at_once).verdict().cause == cause);
}

TEST_CASE("in Firefox nobody is told of a week that only Chromium has") {
  Scene scene = refused(Engine::gecko, Permission::denied, says::firefox_denied, at_once);
  for (int n = 0; n < 12; ++n)
    CHECK(fails_again(scene, says::firefox_denied, at_once).verdict().cause != C::embargoed);
}

TEST_CASE("on a Mac: switched on in the system, and the browser must be started anew") {
  Scene scene = refused(page_in(Engine::chromium, Os::macos), Permission::granted, says::chromium_system, 30);
  CHECK(scene.shown().title == Title::blocked_by_system);
  scene.give(PageChanged{false, false}).give(PageChanged{true, true});  // been to the settings
  CHECK(fails_again(scene, says::chromium_system, 30).verdict() ==
        Verdict{C::browser_restart_needed,
                guess,
                {C::device_failed, C::blocked_by_system},
                {K::message_says_system, K::the_first_explanation_failed}});
  CHECK(scene.shown().title == Title::microphone_failed);  // a guess: nobody says "allowed now"
  CHECK(scene.advises(Step::restart_browser));
}

TEST_CASE("allowed everywhere, and this page must be loaded anew: then a press does it") {
  Scene scene = refused(page_in(Engine::webkit, Os::macos), Permission::granted, says::webkit_denied, 600);
  CHECK_FALSE(scene.offers(Action::reload));
  CHECK(fails_again(scene, says::webkit_denied, 600).verdict().cause == C::reload_needed);
  CHECK(scene.shown().actions.front() == Action::reload);
  CHECK(scene.press(Action::reload).orders(Reload{}));
}

TEST_CASE("Firefox that lists a microphone and does not find it: the system first, then the device itself") {
  Scene scene = on_page(page_in(Engine::gecko, Os::windows), Permission::granted).give(DevicesRead{1, 0});
  fail(scene.press(Action::orb), says::firefox_not_found);
  CHECK(scene.verdict().cause == C::blocked_by_system);
  CHECK(fails_again(scene, says::firefox_not_found).verdict().cause == C::no_device);
  CHECK(scene.shown().title == Title::no_microphone);
}

TEST_CASE("what failed is forgotten when the permission changes") {
  Scene scene = refused(page_in(Engine::webkit, Os::macos), Permission::granted, says::webkit_denied, 600);
  fails_again(scene, says::webkit_denied, 600);
  CHECK(scene.verdict().cause == C::reload_needed);
  scene.permission(mic, Permission::denied).permission(mic, Permission::granted);
  fail(scene, says::webkit_denied, 600);
  CHECK_FALSE(scene.verdict().after_failed_tries());
  CHECK(scene.s.microphone.seen.tries.failed == 0);
}

TEST_CASE("what failed is forgotten when the microphone opens") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
  fails_again(scene, says::chromium_audio);
  scene.press(Action::try_again).opens(voice).press(Action::end).press(Action::orb);
  for (int n = 0; n < 2; ++n)  // we have just closed it ourselves
    fail(scene, says::chromium_audio, 200)
        .permission(mic, Permission::granted)
        .give(TimerFired{Timer::try_later});
  CHECK(fail(scene, says::chromium_audio, 200).verdict().cause == C::device_busy);
}

TEST_CASE("what failed is forgotten when something else fails") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
  fails_again(scene, says::chromium_audio);
  CHECK(fails_again(scene, says::chromium_not_found).verdict() ==
        Verdict{C::no_device, likely, {C::blocked_by_system}, {K::name_not_found}});
  CHECK(fails_again(scene, says::chromium_audio).verdict().cause == C::device_busy);
}

TEST_CASE("a person who says no again, or closes the question again, disproves nothing") {
  Scene firefox = refused(Engine::gecko, Permission::prompt, says::firefox_denied);
  for (int n = 0; n < 3; ++n)
    CHECK(fail(firefox.press(Action::try_again), says::firefox_denied).verdict().cause == C::denied);
  Scene chromium = refused(Engine::chromium, Permission::prompt, says::chromium_dismissed);
  CHECK(fail(chromium.press(Action::try_again), says::chromium_dismissed).verdict().cause == C::dismissed);
}

TEST_CASE("a first press on an idle page has followed nobody's advice") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_audio, 200);
  for (int n = 0; n < 3; ++n) {
    fail(scene.press(Action::dismiss).press(Action::orb), says::chromium_audio, 200);
    CHECK(scene.verdict().cause == C::device_busy);
  }
}

TEST_CASE("what opens by itself and fails is no visitor's try") {
  Scene scene =
      refused(page_in(Engine::chromium, Os::windows), Permission::granted, says::chromium_not_found, 100);
  scene.give(DevicesRead{0, 0}).give(DevicesRead{1, 0});
  fail(scene, says::chromium_not_found, 100);
  CHECK(scene.verdict().evidence == Few<Clue, 5>{K::name_not_found});
}

TEST_CASE("in a call a second explanation is told as well") {
  Scene scene = lost(call_on(page_in(Engine::chromium, Os::windows)));
  fail(scene, says::chromium_audio, 200);
  CHECK(scene.verdict().cause == C::taken);
  fails_again(scene, says::chromium_audio);
  CHECK(scene.verdict().cause == C::system_switched_off);
  CHECK(scene.shown().orb == Orb::interrupted);
  CHECK(scene.shown().title == Title::blocked_by_system);
}

TEST_CASE("on an iPhone, refused at once again and again: the next explanation's turn comes there, too") {
  const Environment iphone = phone(Engine::webkit, Os::ios);
  Scene scene = refused(iphone, Permission::prompt, says::webkit_denied, 40);
  scene.permission(mic, Permission::prompt);
  REQUIRE(scene.verdict().cause == C::blocked_by_system);
  fail(scene.press(Action::try_again), says::webkit_denied, 40);
  scene.permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::blocked_for_site);
  CHECK(scene.verdict().after_failed_tries());
}
