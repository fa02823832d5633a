// Answers that nobody gave, questions that are not the browser's own, requests that never end.
#include "causes.hpp"

using namespace earshot;

namespace {

Environment firefox(int version, Os os = Os::linux) {
  Environment e = page_in(Engine::gecko, os);
  e.version = version;
  return e;
}

Scene& wait_long(Scene& scene) {
  return scene.give(TimerFired{Timer::prompt_expected}).give(TimerFired{Timer::prompt_ignored});
}

}  // namespace

TEST_CASE("dismissed within milliseconds was dismissed by no person: not counted, and another tab can ask") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  fail(scene, says::chromium_dismissed, 6).permission(mic, Permission::prompt);
  CHECK(scene.verdict() == Verdict{C::prompt_cancelled, likely, {C::dismissed}, {K::answered_by_nobody}});
  CHECK(scene.s.microphone.seen.unanswered.dismissals == 0);
  CHECK(scene.offers(Action::open_in_tab));
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("Firefox from 151: refused, and the permission still says prompt: nothing is blocked") {
  Scene scene = refused(firefox(153), Permission::prompt, says::firefox_denied, 2000);
  CHECK_FALSE(scene.ordered<TellVerdict>());  // the permission tells more in a moment
  scene.permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::dismissed);
  CHECK(scene.ordered<TellVerdict>());
  CHECK(scene.offers(Action::try_again));
  CHECK_FALSE(scene.advises(Step::firefox_remove_block));
}

TEST_CASE("Firefox from 151: in a tenth of a second another frame asked, or fullscreen began") {
  Scene scene = refused(firefox(153), Permission::prompt, says::firefox_denied, 110)
                    .permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::prompt_cancelled);
  CHECK_FALSE(scene.advises(Step::firefox_or_reload));
}

TEST_CASE("Firefox to 150 hides a block of the tab behind prompt") {
  Scene scene = refused(firefox(150), Permission::prompt, says::firefox_denied, 110)
                    .permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::blocked_temporarily);
}

TEST_CASE("Firefox from 151: refused here before, and again at once: the tab's own block") {
  Scene scene = refused(firefox(153), Permission::prompt, says::firefox_denied, 2000);
  scene.permission(mic, Permission::denied).press(Action::try_again);
  fail(scene, says::firefox_denied, 4).permission(mic, Permission::denied);
  CHECK(scene.verdict().cause == C::blocked_temporarily);
  CHECK_FALSE(scene.offers(Action::reload));
}

TEST_CASE("resistFingerprinting: a missing microphone is a refusal before any question") {
  Scene scene =
      refused(firefox(153), Permission::prompt, says::firefox_denied, 17).permission(mic, Permission::prompt);
  CHECK(scene.verdict().alternatives.has(C::no_device));
}

TEST_CASE("after the browser's Allow the system asks: no arrow to a question that is gone") {
  for (const Os os : {Os::macos, Os::android})
    for (const Engine engine : {Engine::chromium, Engine::gecko}) {
      Scene scene = on_page(page_in(engine, os)).press(Action::orb).permission(mic, Permission::granted);
      CHECK(scene.shown().title == Title::opening_slowly);
      CHECK(scene.shown().pointer == Pointer::none);
      scene.give(TimerFired{Timer::prompt_ignored});
      CHECK(scene.shown().title == Title::no_answer);
      CHECK(scene.shown().pointer == Pointer::none);
      CHECK_FALSE(scene.offers(Action::reload));
      CHECK(scene.opens(voice).shown().orb == Orb::live);
    }
}

TEST_CASE("of two kinds, both must be allowed before it can be the system's turn") {
  Scene scene = on_page(page_in(Engine::chromium, Os::macos));
  scene.s.settings.camera = true;
  scene.permission(cam, Permission::prompt).press(Action::orb).permission(cam, Permission::granted);
  CHECK(scene.s.asking.prompting);
  CHECK_FALSE(scene.permission(mic, Permission::granted).s.asking.prompting);
}

TEST_CASE("where no system asks, a permission that changes while the question is open changes nothing") {
  for (const Permission state : {Permission::granted, Permission::denied}) {
    Scene scene = arrived(Engine::chromium).press(Action::orb).permission(mic, state);
    CHECK(scene.verdict() == Verdict{});
    CHECK(scene.shown().title == Title::allow_microphone);
    CHECK(scene.shown().pointer == Pointer::top_left);
    CHECK_FALSE(scene.ordered<Open>());
    CHECK(scene.opens(voice).shown().title == Title::listening);
  }
}

TEST_CASE("pressed while blocked, behind another question of the tab: that one is to be answered") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied).press(Action::orb);
  wait_long(scene);
  CHECK(scene.shown().title == Title::no_answer);
  CHECK(scene.offers(Action::try_again));
  CHECK_FALSE(scene.offers(Action::reload));
}

TEST_CASE(
    "a request that never ends is given up with a press; should it end after all, its stream is closed") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted).press(Action::orb);
  CHECK_FALSE(scene.press(Action::try_again).ordered<Open>());  // it may still come
  wait_long(scene).press(Action::try_again);
  CHECK(scene.orders(Open{2, just(mic)}));
  CHECK(scene.give(RequestOpened{1, {{mic, 7}}}).orders(Close{1, just(mic)}));
  CHECK(scene.opens({{mic, 8}}).shown().orb == Orb::live);
}

TEST_CASE("a question that is open for long is not given up: another press waits for its answer") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).give(TimerFired{Timer::prompt_ignored});
  CHECK_FALSE(scene.press(Action::orb).ordered<Open>());
  CHECK_FALSE(scene.offers(Action::reload));
  CHECK_FALSE(scene.offers(Action::open_in_tab));
}

TEST_CASE("Firefox's window is behind another one: a click on the page, and no arrow, until it is in front") {
  Scene scene = in_voice_call(Engine::gecko).give(PageChanged{true, false}).give(TrackEnded{1});
  scene.permission(mic, Permission::granted).give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().title == Title::prompt_waits_for_focus);
  CHECK(scene.shown().pointer == Pointer::none);
  scene.give(PageChanged{true, true});
  CHECK(scene.orders(SetTimer{Timer::prompt_expected, prompt_expected_ms}));
  CHECK(scene.shown().title == Title::resuming);
}

TEST_CASE("in a frame the focus says nothing of the window") {
  Scene scene = on_page(framed(Engine::gecko), Permission::granted).give(PageChanged{true, false});
  CHECK(scene.press(Action::orb).shown().title == Title::connecting);
}

TEST_CASE(
    "WebKit: what was refused for want of a press is blocked where the permission says so a moment later") {
  Scene scene = arrived(Engine::webkit).press(Action::orb);
  scene.give(RequestFailed{1, says::webkit_denied.name, says::webkit_denied.message, "", 30, false});
  CHECK(scene.verdict().cause == C::gesture_needed);
  CHECK(scene.permission(mic, Permission::denied).verdict().cause != C::gesture_needed);
}

TEST_CASE("WebKit: refused twice by a person is refused twice, and nothing is blocked") {
  Scene scene = refused(Engine::webkit, Permission::prompt, says::webkit_denied, 2800);
  scene.permission(mic, Permission::prompt).press(Action::try_again);
  fail(scene, says::webkit_denied, 2900).permission(mic, Permission::prompt);
  CHECK(scene.verdict().cause == C::denied);
}

TEST_CASE(
    "WebKit asks once in a press: where a camera is missing or forbidden, the next press is for the voice") {
  Scene scene = arrived(Engine::webkit, true).press(Action::orb);
  SUBCASE("missing") {
    fail(scene, says::webkit_no_device, 50);
    fail(scene, says::webkit_denied, 3800).permission(mic, Permission::prompt);
  }
  SUBCASE("forbidden by the system, in a person's words") {
    fail(scene, says::webkit_denied, 40)
        .permission(mic, Permission::prompt)
        .permission(cam, Permission::prompt);
    CHECK(scene.offers(Action::audio_only));
  }
  CHECK(scene.press(Action::try_again).ordered<Open>()->kinds == just(mic));
}

TEST_CASE(
    "the element: two sorts of refusal. One is over with the next click, the other is where it stands") {
  const auto on = [](std::initializer_list<const char*> messages) {
    Scene scene = arrived(Engine::chromium, false, Permission::denied);
    scene.s.environment.recovers_microphone = true;
    fail(scene.press(Action::orb), says::chromium_denied, at_once).permission(mic, Permission::denied);
    for (const char* message : messages)
      scene.press(Action::recover).give(RecoveryFailed{mic, scene.s.request, "InvalidStateError", message});
    return scene;
  };
  const char* const passing[] = {
      "A permission request is already in progress.",
      "The permission element is not registered in the browser process.",
      "The permission element is not fully initialized.",
      "The permission element is disabled due to: an attribute changed",
      "The permission element is disabled due to: intersection with viewport changed.",
      "The permission element is disabled due to: being recently attached to layout tree"};
  for (const char* message : passing) CHECK(on({message, message, message}).offers(Action::recover));
  const char* const standing[] = {
      "The permission element is disabled due to: intersection occluded or distorted.",
      "The permission element is disabled due to: intersection out of viewport or clipped.",
      "The permission element is disabled due to: having invalid style."};
  for (const char* message : standing) {
    CHECK(on({message}).offers(Action::recover));
    Scene twice = on({message, message});
    CHECK_FALSE(twice.offers(Action::recover));
    CHECK_FALSE(twice.shown().steps.empty());
  }
}

TEST_CASE(
    "the element's question that a double click or a look into another tab closes is not a person's no") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  scene.s.environment.recovers_microphone = true;
  fail(scene, says::chromium_dismissed).permission(mic, Permission::prompt).press(Action::recover);
  SUBCASE("a double click") { scene.give(RecoveryCancelled{mic, scene.s.request, 34}); }
  SUBCASE("hidden") {
    scene.give(PageChanged{false, false}).give(RecoveryCancelled{mic, scene.s.request, 4000});
  }
  CHECK(scene.verdict().cause == C::prompt_cancelled);
  CHECK(scene.s.microphone.seen.unanswered.dismissals == 1);
}

TEST_CASE("inside an app that never answers there is a way out of it, and the next press asks anew") {
  Scene scene;
  Environment web_view = phone(Engine::chromium, Os::android);
  web_view.in_app = true;
  scene.give(EnvironmentSeen{web_view}).permission(mic, Permission::unknown).press(Action::orb);
  CHECK_FALSE(scene.offers(Action::leave_app));
  scene.give(TimerFired{Timer::prompt_ignored});
  CHECK(scene.shown().actions.front() == Action::leave_app);
  CHECK(scene.offers(Action::open_chat));
  CHECK(scene.press(Action::dismiss).press(Action::orb).orders(Open{2, {.microphone = true}}));
  CHECK(scene.give(RequestOpened{1, voice}).orders(Close{1, {.microphone = true}}));
}
