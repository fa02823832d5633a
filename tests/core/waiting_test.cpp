// A question that the browser has open is coached, not guessed at: no timer ends it, and it has one answer at
// most.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene asking(Engine engine, Permission state = Permission::prompt) {
  return arrived(engine, false, state).press(Action::orb);
}

}  // namespace

TEST_CASE(
    "a question is open: fifteen seconds pass before anything is said, and no timer ever takes it for an answer") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    Scene scene = asking(engine);
    CHECK(scene.orders(SetTimer{Timer::prompt_ignored, 15'000}));
    CHECK_FALSE(scene.ordered<TellVerdict>());
    for (int n = 0; n < 5; ++n) scene.give(TimerFired{Timer::prompt_ignored});
    CHECK(scene.shown().orb == Orb::asking);
    CHECK(scene.shown().title == Title::prompt_still_open);
    CHECK(scene.offers(Action::cannot_see_prompt));
    CHECK(scene.offers(Action::open_chat));
    CHECK(scene.opens(voice).orders(CancelTimer{Timer::prompt_ignored}));
    CHECK(scene.verdict() == Verdict{});
  }
}

TEST_CASE("hidden while it asks: it waits for the tab, and goes on when that is back") {
  Scene scene = asking(Engine::webkit).give(PageChanged{false, false});
  CHECK(scene.shown().title == Title::prompt_waits_for_tab);
  CHECK(scene.ordered<TellVerdict>());
  scene.give(PageChanged{true, true});
  CHECK(scene.shown().title == Title::allow_microphone);
  CHECK(scene.verdict() == Verdict{});
  CHECK_FALSE(scene.ordered<Open>());
}

TEST_CASE(
    "Firefox without the focus waits with its question; Chromium's own bubble takes the focus and means nothing") {
  Scene firefox =
      asking(Engine::gecko).give(PageChanged{true, false}).give(TimerFired{Timer::prompt_ignored});
  CHECK(firefox.shown().title == Title::prompt_waits_for_focus);
  CHECK(firefox.give(PageChanged{true, true}).shown().title == Title::prompt_still_open);
  Scene chromium =
      asking(Engine::chromium).give(PageChanged{true, false}).give(TimerFired{Timer::prompt_ignored});
  CHECK(chromium.shown().title == Title::prompt_still_open);
}

TEST_CASE("who cannot see the question is told where each browser has it, and the question stays open") {
  const std::pair<Environment, Step> where[] = {
      {page_in(Engine::chromium), Step::look_for_prompt_chromium},
      {page_in(Engine::gecko), Step::look_for_prompt_firefox},
      {page_in(Engine::webkit, Os::macos), Step::look_for_prompt_safari},
      {phone(Engine::chromium, Os::android), Step::look_for_prompt_phone},
  };
  for (const auto& [environment, step] : where) {
    Scene scene = on_page(environment).press(Action::orb).press(Action::cannot_see_prompt);
    CHECK(scene.shown().title == Title::prompt_unseen);
    CHECK(scene.advises(step));
    CHECK_FALSE(scene.offers(Action::cannot_see_prompt));
    CHECK(scene.offers(Action::open_chat));
    CHECK_FALSE(scene.ordered<Open>());
    CHECK(scene.shown().orb == Orb::asking);
    CHECK(scene.opens(voice).shown().title == Title::listening);
  }
}

TEST_CASE("\"I cannot see it\" where nothing is asked changes nothing") {
  for (const Action before : {Action::dismiss, Action::open_chat}) {
    Scene scene = arrived(Engine::chromium).press(before);
    const State state = scene.s;
    CHECK(scene.press(Action::cannot_see_prompt).s == state);
  }
  Scene live = in_voice_call(Engine::chromium);
  const State state = live.s;
  CHECK(live.press(Action::cannot_see_prompt).s == state);
}

TEST_CASE(
    "granted in Chromium and no answer: a device may hang, and nobody is sent to a corner of the window") {
  Scene scene = asking(Engine::chromium, Permission::granted);
  CHECK(scene.orders(SetTimer{Timer::prompt_expected, 1000}));
  scene.give(TimerFired{Timer::prompt_expected});
  CHECK(scene.orders(SetTimer{Timer::prompt_ignored, 15'000}));
  CHECK(scene.shown().orb == Orb::opening);
  CHECK(scene.shown().title == Title::opening_slowly);
  CHECK(scene.verdict() == Verdict{});
  scene.give(TimerFired{Timer::prompt_ignored});
  CHECK(scene.verdict().cause == C::no_answer);
  CHECK(scene.shown().title == Title::no_answer);
  CHECK(scene.offers(Action::try_again));
  CHECK(scene.offers(Action::reload));
  CHECK(scene.shown().pointer == Pointer::none);
  CHECK(scene.offers(Action::open_chat));
  CHECK_FALSE(scene.offers(Action::cannot_see_prompt));
  // Measured: after 30 seconds the request fails as if there were no device.
  CHECK(fail(scene, says::chromium_not_found, 30'000).verdict().cause == C::no_device);
}

TEST_CASE("granted in Firefox or WebKit and no answer: it may ask all the same, or wait for the tab") {
  for (const Engine engine : {Engine::gecko, Engine::webkit}) {
    Scene scene = asking(engine, Permission::granted).give(TimerFired{Timer::prompt_expected});
    CHECK(scene.orders(SetTimer{Timer::prompt_expected, 5'000}));
    CHECK(scene.shown().title == Title::opening_slowly);
    scene.give(TimerFired{Timer::prompt_expected});
    CHECK(scene.orders(SetTimer{Timer::prompt_ignored, 15'000}));
    CHECK(scene.shown().title == Title::allow_microphone);
    CHECK(scene.give(PageChanged{false, false}).shown().title == Title::prompt_waits_for_tab);
  }
}

TEST_CASE("a question that was opened for a picture in the call is coached there") {
  Scene scene = in_voice_call(Engine::gecko);
  scene.s.settings.camera = true;
  scene.permission(cam, Permission::prompt).press(Action::enable_camera);
  CHECK(scene.shown().title == Title::allow_camera);
  scene.give(TimerFired{Timer::prompt_ignored});
  CHECK(scene.shown().title == Title::prompt_still_open);
  CHECK(scene.shown().orb == Orb::live_audio_only);
  CHECK(scene.verdict(mic) == Verdict{});
}

TEST_CASE("a camera that is slow in a live call: the words are about the camera") {
  Environment mac = page_in(Engine::webkit, Os::macos);
  Scene scene;
  scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{mac}).permission(mic, Permission::granted).permission(cam, Permission::granted);
  scene.press(Action::orb).opens(voice).give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().title == Title::in_call);
  CHECK(scene.shown().pointer == Pointer::none);
  scene.give(TimerFired{Timer::prompt_expected});
  CHECK(scene.shown().title == Title::allow_camera);
  CHECK(scene.shown().microphone == Medium::live);
}
