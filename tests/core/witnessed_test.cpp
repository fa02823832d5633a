// What was seen beats what is said: a permission that was queried may be another tab's, last week's, or
// nobody's.
#include "causes.hpp"

using namespace earshot;

TEST_CASE("Firefox's no for this tab outlives its \"prompt\"") {
  Environment old = page_in(Engine::gecko);
  old.version = 150;
  Scene scene = refused(old, Permission::prompt, says::firefox_denied);
  CHECK(scene.orders(ReadPermission{Capability::microphone}));
  scene.permission(mic, Permission::prompt);  // the reading that was ordered: before version 151 it says so
  CHECK(scene.verdict().cause == C::denied);
  CHECK(scene.shown().title == Title::microphone_denied);

  CHECK(scene.press(Action::try_again).ordered<Open>());
  fail(scene, says::firefox_denied, at_once).permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::blocked_temporarily);
  CHECK(scene.shown().title == Title::microphone_blocked_in_tab);
}

TEST_CASE(
    "Firefox's no for this tab, read as \"denied\", is lifted when the visitor clears it in the panel") {
  Scene scene =
      refused(Engine::gecko, Permission::prompt, says::firefox_denied).permission(mic, Permission::denied);
  CHECK(scene.verdict() ==
        Verdict{
            C::denied, certain, {}, {K::name_not_allowed, K::answered_after_a_while, K::permission_denied}});
  scene.permission(mic, Permission::prompt);
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.shown().title == Title::press_to_resume);
}

TEST_CASE("Firefox's \"prompt\" after a grant for one time: the living track is believed") {
  Scene scene = in_voice_call(Engine::gecko).permission(mic, Permission::prompt);
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("Firefox's \"prompt\" after a grant for one time: the next call asks on its press") {
  Scene scene = in_voice_call(Engine::gecko).press(Action::end).permission(mic, Permission::prompt);
  CHECK(scene.press(Action::orb).ordered<Open>());
  CHECK(scene.shown().orb == Orb::asking);
}

TEST_CASE("Firefox's \"granted\" that still asks: the words follow, and a no is a person's no") {
  Scene scene = arrived(Engine::gecko, false, Permission::granted).press(Action::orb);
  CHECK(scene.shown().orb == Orb::opening);
  scene.give(TimerFired{Timer::prompt_expected}).give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().orb == Orb::asking);
  fail(scene, says::firefox_denied);  // the permission still reads "granted"
  CHECK(scene.verdict() == Verdict{C::denied,
                                   likely,
                                   {C::blocked_for_site},
                                   {K::name_not_allowed, K::answered_after_a_while, K::permission_granted}});
  scene.permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == C::denied);
  CHECK(scene.verdict().confidence == certain);
}

TEST_CASE("Firefox's \"granted\" that is refused at once: this tab has a no of its own") {
  Scene scene = refused(Engine::gecko, Permission::granted, says::firefox_denied, at_once);
  CHECK(scene.verdict() == Verdict{C::blocked_temporarily,
                                   likely,
                                   {C::blocked_for_site, C::reload_needed},
                                   {K::name_not_allowed, K::permission_granted, K::answered_at_once}});
}

TEST_CASE("Safari's \"prompt\" hides a stored no until it is asked") {
  Scene scene = arrived(Engine::webkit);
  CHECK(scene.verdict() == Verdict{});
  fail(scene.press(Action::orb), says::webkit_denied, 800).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == C::denied);
  CHECK(scene.verdict().alternatives[0] == C::blocked_for_site);
  CHECK(scene.s.polling.kinds.microphone);
}

TEST_CASE("Safari asks again after a no, on a press") {
  Scene scene =
      refused(Engine::webkit, Permission::prompt, says::webkit_denied).permission(mic, Permission::denied);
  CHECK(scene.shown().actions.front() == Action::try_again);
  CHECK(scene.press(Action::try_again).ordered<Open>());
  CHECK(scene.shown().orb == Orb::asking);
  CHECK(scene.opens(voice).shown().orb == Orb::live);
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("Chromium's third closed question says \"dismissed\" and is a week without any") {
  Scene scene = arrived(Engine::chromium);
  scene.press(Action::orb);
  scene.s.settings.remember = true;  // two more, in another tab
  scene.give(Remembered{mic, true, 2, 0});
  fail(scene.permission(mic, Permission::denied), says::chromium_dismissed)
      .permission(mic, Permission::denied);
  CHECK(scene.verdict() ==
        Verdict{C::embargoed, certain, {}, {K::message_says_dismissed, K::permission_denied}});
  CHECK(scene.shown().title == Title::blocked_for_a_week);
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());  // its own switch lifts it
}

TEST_CASE("a stream is better proof than a query: WebKit may go on saying \"denied\" of what it has opened") {
  Scene scene = arrived(Engine::webkit, false, Permission::denied).press(Action::orb).opens(voice);
  CHECK(scene.shown().orb == Orb::live);
  CHECK(scene.permission(mic, Permission::denied).verdict() == Verdict{});
}

TEST_CASE("an error that comes before the permission's news is read again with it") {
  Scene scene = refused(Engine::gecko, Permission::prompt, says::firefox_denied);
  CHECK(scene.verdict().confidence == likely);
  CHECK(scene.permission(mic, Permission::denied).verdict().confidence == certain);
}

TEST_CASE("a block that was lifted long ago does not ask for a reload") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied)
                    .permission(mic, Permission::granted)
                    .permission(mic, Permission::denied);
  scene.permission(mic, Permission::prompt).permission(mic, Permission::granted);
  CHECK(fail(scene.press(Action::orb), says::chromium_denied, 60).verdict().cause == C::blocked_by_system);
}
