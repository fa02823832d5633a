// Firefox 151 and newer: where the permission reads "prompt" after a refusal nothing is blocked, in a call
// and in a frame too. And a prompt that nobody was shown is no test of the advice that was given.
#include "causes.hpp"

using namespace earshot;

namespace {

Environment firefox(bool top_level = true) {
  Environment e = page_in(Engine::gecko);
  e.version = 153;
  e.top_level = top_level;
  return e;
}

// Lost in the call, asked for again with a press, and refused after so long; nothing reads "denied".
Scene refused_again(int elapsed_ms) {
  Scene scene = lost(call_on(firefox()), Permission::prompt);
  return fail(scene.press(Action::try_again), says::firefox_denied, elapsed_ms)
      .permission(mic, Permission::prompt);
}

// Both kinds are asked for at once.
Scene both_refused(int elapsed_ms) {
  Scene scene;
  scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{firefox()})
      .permission(mic, Permission::prompt)
      .permission(cam, Permission::prompt);
  fail(scene.press(Action::orb), says::firefox_denied, elapsed_ms);
  return scene.permission(mic, Permission::prompt).permission(cam, Permission::prompt);
}

}  // namespace

TEST_CASE("refused again in the call, and nothing is blocked: no block is to be removed") {
  CHECK(refused_again(2000).verdict() ==
        Verdict{C::dismissed, likely, {C::prompt_cancelled}, {K::track_ended, K::permission_prompt}});
  CHECK(refused_again(110).verdict() ==
        Verdict{C::prompt_cancelled, likely, {C::dismissed}, {K::track_ended, K::answered_by_nobody}});
  CHECK(refused_again(17).verdict() == Verdict{C::device_removed,
                                               guess,
                                               {C::prompt_cancelled},
                                               {K::track_ended, K::name_not_allowed, K::answered_at_once}});
  for (const int elapsed_ms : {17, 110, 2000}) {
    CHECK_FALSE(refused_again(elapsed_ms).advises(Step::firefox_remove_block));
    CHECK(refused_again(elapsed_ms).offers(Action::try_again));
  }
}

TEST_CASE("refused again in the call, and blocked for this tab: the block is named") {
  Scene scene = refused_again(2000).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == C::denied);
  CHECK(scene.advises(Step::firefox_remove_block));
}

TEST_CASE("a track that ends while \"prompt\" was read all along: unplugged, as far as one can guess") {
  Scene scene = call_on(firefox()).permission(mic, Permission::prompt).give(TimerFired{Timer::withdrawal});
  CHECK(lost(scene, Permission::prompt).verdict() ==
        Verdict{C::device_removed, guess, {C::revoked, C::taken}, {K::track_ended, K::permission_prompt}});
}

TEST_CASE("resistFingerprinting: a missing device is thought of for both kinds too, which take longer") {
  for (const int elapsed_ms : {17, 117, no_question_for_both_ms - 1})
    for (const MediaKind k : media_kinds)
      CHECK(both_refused(elapsed_ms).verdict(k).alternatives.has(C::no_device));
  CHECK(both_refused(no_question_for_both_ms).verdict().confidence == likely);
}

TEST_CASE("a frame that may be asked, or where a person has answered, was given the microphone") {
  SUBCASE("another frame asked") {
    Scene scene = refused(firefox(false), Permission::prompt, says::firefox_denied, 110);
    CHECK(scene.permission(mic, Permission::prompt).verdict().cause == C::prompt_cancelled);
  }
  SUBCASE("refused by a person, and again by the browser") {
    Scene scene = refused(firefox(false), Permission::prompt, says::firefox_denied, 2500);
    scene.permission(mic, Permission::denied).press(Action::try_again);
    CHECK(fail(scene, says::firefox_denied, at_once).permission(mic, Permission::denied).verdict().cause ==
          C::blocked_temporarily);
  }
  SUBCASE("asked and answered, then blocked") {
    Scene scene = refused(firefox(false), Permission::prompt, says::firefox_denied, 2500);
    CHECK(scene.permission(mic, Permission::prompt).permission(mic, Permission::denied).verdict().cause !=
          C::frame_not_delegated);
  }
  SUBCASE("nobody ever was") {
    Scene scene = refused(firefox(false), Permission::denied, says::firefox_denied, 2500);
    CHECK(scene.permission(mic, Permission::denied).verdict().cause == C::frame_not_delegated);
    CHECK(fail(scene.press(Action::try_again), says::firefox_denied, at_once).verdict().cause ==
          C::frame_not_delegated);
  }
}

TEST_CASE("Chrome's side panel: a prompt that cannot be shown stays the explanation, and a tab the way out") {
  Scene scene = refused(Engine::chromium, Permission::prompt, says::chromium_dismissed, 6);
  for (int n = 0; n < 4; ++n) {
    CHECK(scene.verdict().cause == C::prompt_cancelled);
    CHECK(scene.offers(Action::open_in_tab));
    fail(scene.press(Action::try_again), says::chromium_dismissed, 6).permission(mic, Permission::prompt);
  }
}
