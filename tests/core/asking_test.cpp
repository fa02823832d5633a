// When the browser may be made to ask, and when never again: a question too many costs the site a week in
// Chromium.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene remembering(Engine engine, bool video = false) {
  Scene scene;
  scene.s.settings.remember = true;
  scene.s.settings.camera = video;
  return scene.give(EnvironmentSeen{page_in(engine)});
}

Scene& dismissed(Scene& scene) {
  return fail(scene, says::chromium_dismissed).permission(mic, Permission::prompt);
}

}  // namespace

TEST_CASE(
    "a device that is missing or busy does not cost the other kind: the same press goes on, for the voice alone") {
  const says::Error device_troubles[] = {says::chromium_not_found,
                                         says::chromium_video,
                                         says::chromium_in_use,
                                         says::webkit_no_device,
                                         {"AbortError", "Timeout starting video source"},
                                         {"OverconstrainedError", ""}};
  for (const says::Error& trouble : device_troubles) {
    const std::string message = trouble.message;
    CAPTURE(message);
    Scene scene = arrived(Engine::chromium, true).press(Action::orb);
    fail(scene, trouble, 100);
    CHECK(scene.orders(Open{2, {.microphone = true}}));
    CHECK(scene.verdict(mic) == Verdict{});  // nobody knows yet which of the two it was
    CHECK(scene.opens(voice).shown().orb == Orb::live_audio_only);
    CHECK(scene.verdict(mic) == Verdict{});
    CHECK_FALSE(scene.ordered<Open>());  // the camera waits for a press
  }
}

TEST_CASE("a driver of the camera that fails does not cost the voice either") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  CHECK(fail(scene, {"NotReadableError", "Failed to access video capture device"}, 100)
            .orders(Open{2, {.microphone = true}}));
}

TEST_CASE("a camera that the system forbids does not cost the voice: macOS says it of both") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  CHECK(fail(scene, says::chromium_system, 20).orders(Open{2, {.microphone = true}}));
  CHECK(scene.offers(Action::audio_only));
  CHECK(scene.opens(voice).shown().orb == Orb::live_audio_only);
  CHECK(scene.verdict(cam).cause == C::blocked_by_system);
}

TEST_CASE("a microphone that the system forbids is not asked for once more by the same press") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  CHECK_FALSE(fail(scene, says::chromium_system, 20).ordered<Open>());
}

TEST_CASE("after a no, or a closed question, nothing is asked without a press") {
  for (const bool video : {false, true}) {
    for (const says::Error& no :
         {says::chromium_denied, says::chromium_dismissed,
          says::Error{"SecurityError", "Invalid security origin"}, says::Error{"SomethingNewError", ""}}) {
      Scene scene = arrived(Engine::chromium, video).press(Action::orb);
      CHECK_FALSE(fail(scene, no).ordered<Open>());
      CHECK_FALSE(scene.permission(mic, Permission::prompt).ordered<Open>());
      CHECK_FALSE(scene.give(DevicesRead{2, 2}).ordered<Open>());
      CHECK_FALSE(scene.give(PageChanged{true, false}).give(PageChanged{true, true}).ordered<Open>());
    }
  }
}

TEST_CASE("the retry for the voice is made once: when it fails too, the visitor is told") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  fail(scene, says::chromium_not_found, 100);
  CHECK_FALSE(fail(scene, says::chromium_denied).ordered<Open>());
  CHECK(scene.shown().orb == Orb::blocked);
}

TEST_CASE(
    "before Chromium's third closed question the widget stops by itself, and a lifted block starts anew") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  dismissed(scene).press(Action::try_again);
  dismissed(scene);
  CHECK(scene.verdict().cause == C::dismissed);
  CHECK(scene.shown().title == Title::prompt_dismissed_twice);
  CHECK_FALSE(scene.offers(Action::try_again));
  CHECK_FALSE(scene.press(Action::orb).ordered<Open>());

  scene.permission(mic, Permission::denied).permission(mic, Permission::prompt);  // "Reset permission"
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.press(Action::try_again).ordered<Open>());
}

TEST_CASE("Firefox and WebKit count no closed questions: there one may ask as often as it is pressed") {
  for (const Engine engine : {Engine::gecko, Engine::webkit}) {
    Scene scene = arrived(engine).press(Action::orb);
    for (int n = 0; n < 5; ++n) CHECK(refused_by_visitor(scene).press(Action::try_again).ordered<Open>());
  }
}

TEST_CASE("with the site's consent closed questions are counted across visits, and it stops in time") {
  Scene first =
      remembering(Engine::chromium).give(Remembered{mic, false, 0, 0}).permission(mic, Permission::prompt);
  first.press(Action::orb);
  CHECK(first.orders(Remember{mic, false, 0, 1}));  // open: ignored, unless an answer comes
  fail(first, says::chromium_dismissed);
  CHECK(first.orders(Remember{mic, true, 1, 0}));

  Scene second =
      remembering(Engine::chromium).give(Remembered{mic, true, 1, 0}).permission(mic, Permission::prompt);
  CHECK(second.press(Action::orb).ordered<Open>());
  fail(second, says::chromium_dismissed);
  CHECK(second.orders(Remember{mic, true, 2, 0}));

  Scene third =
      remembering(Engine::chromium).give(Remembered{mic, true, 2, 0}).permission(mic, Permission::prompt);
  CHECK_FALSE(third.press(Action::orb).ordered<Open>());
  CHECK(third.shown().title == Title::prompt_dismissed_twice);
  CHECK(third.verdict() == Verdict{C::dismissed, certain, {}, {K::closed_twice_before}});
  CHECK(third.shown().actions.front() == Action::open_chat);
  CHECK(third.advises(Step::chromium_turn_on_microphone));
}

TEST_CASE("questions left without an answer are counted across visits, and it stops before the fourth") {
  for (int visit = 0; visit < 3; ++visit) {
    Scene scene = remembering(Engine::chromium)
                      .give(Remembered{mic, false, 0, visit})
                      .permission(mic, Permission::prompt);
    CHECK(scene.press(Action::orb).ordered<Open>());
    CHECK(scene.orders(Remember{mic, false, 0, visit + 1}));  // and the visitor closes the tab
  }
  Scene last =
      remembering(Engine::chromium).give(Remembered{mic, false, 0, 3}).permission(mic, Permission::prompt);
  CHECK_FALSE(last.press(Action::orb).ordered<Open>());
  CHECK(last.verdict() == Verdict{C::prompt_ignored, certain, {}, {K::ignored_three_times}});
  CHECK_FALSE(last.offers(Action::try_again));
}

TEST_CASE("an answer takes the provisional count back") {
  Scene scene = remembering(Engine::chromium)
                    .give(Remembered{mic, false, 0, 2})
                    .permission(mic, Permission::prompt)
                    .press(Action::orb);
  CHECK(scene.orders(Remember{mic, false, 0, 3}));
  SUBCASE("a yes forgets everything but that somebody answered") {
    CHECK(scene.opens(voice).orders(Remember{mic, true, 0, 0}));
  }
  SUBCASE("a closed question") {
    CHECK(fail(scene, says::chromium_dismissed).orders(Remember{mic, true, 1, 2}));
  }
  SUBCASE("a no") {
    scene.permission(mic, Permission::denied);
    CHECK(fail(scene, says::chromium_denied).orders(Remember{mic, true, 0, 2}));
  }
}

TEST_CASE("each kind is remembered by itself") {
  Scene scene = remembering(Engine::chromium, true).give(Remembered{cam, true, 2, 0});
  scene.permission(mic, Permission::prompt).permission(cam, Permission::prompt).press(Action::orb);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.shown().orb == Orb::choosing);
  CHECK(scene.press(Action::audio_only).orders(Open{1, {.microphone = true}}));
}

TEST_CASE("where nothing would be asked, or nobody counts, nothing is remembered as ignored") {
  for (const Engine engine : {Engine::gecko, Engine::webkit}) {
    Scene scene = remembering(engine).permission(mic, Permission::prompt).press(Action::orb);
    CHECK_FALSE(scene.ordered<Remember>());
  }
  Scene granted = remembering(Engine::chromium).permission(mic, Permission::granted).press(Action::orb);
  CHECK_FALSE(granted.ordered<Remember>());
}

TEST_CASE("counts from a storage that somebody wrote into are taken within their limits") {
  Scene scene = remembering(Engine::chromium).give(Remembered{mic, true, 9999, 9999});
  CHECK(scene.s.microphone.seen.unanswered.dismissals == dismissals_before_embargo);
  CHECK(scene.s.microphone.seen.unanswered.ignores == ignores_before_embargo);
  scene.give(Remembered{mic, false, -5, -5});
  CHECK(scene.s.microphone.seen.unanswered.dismissals == dismissals_before_embargo);
}

TEST_CASE(
    "without the site's consent nothing is believed of earlier visits, and nothing kept for later ones") {
  Scene scene;
  scene.give(EnvironmentSeen{page_in(Engine::chromium)})
      .give(Remembered{mic, true, 2, 3})
      .permission(mic, Permission::prompt);
  CHECK(scene.verdict() == Verdict{});
  CHECK(scene.press(Action::orb).ordered<Open>());
  CHECK_FALSE(scene.ordered<Remember>());
  CHECK_FALSE(fail(scene, says::chromium_dismissed).ordered<Remember>());
  CHECK_FALSE(scene.press(Action::try_again).opens(voice).ordered<Remember>());
}

TEST_CASE("questions once left open are forgotten when the site is allowed, and may be asked again") {
  Scene scene = returning(Engine::chromium, Permission::prompt, {mic, false, 0, 3})
                    .permission(mic, Permission::granted);
  CHECK(scene.permission(mic, Permission::prompt).press(Action::orb).ordered<Open>());
}

TEST_CASE("a question for both kinds that was closed counts against the one that stood in the way") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  fail(scene, says::chromium_dismissed);
  CHECK(scene.s.microphone.seen.unanswered.dismissals == 1);
  scene.permission(cam, Permission::denied);  // read anew: it was the camera
  CHECK(scene.s.microphone.seen.unanswered.dismissals == 0);
  CHECK(scene.verdict(mic) == Verdict{});
}
