// No new call begins unseen, or from an old press: what opens by itself before a call opens while the page is
// visible and the visitor's wish is less than a minute old. Else the next press does it, and at once.
#include "causes.hpp"

using namespace earshot;

namespace {

const PageChanged hidden{false, false};
const PageChanged seen{true, true};
const TimerFired lapsed{Timer::press_lapses};

// Pressed, and refused from memory: the visitor goes to lift the block.
Scene blocked(Engine engine, bool video = false) {
  Scene scene = arrived(engine, video, Permission::denied);
  scene.press(Action::orb);
  if (scene.s.in_flight()) refused_by_visitor(scene);
  return scene;
}

bool began(const Scene& scene) { return scene.ordered<TellStream>() || scene.ordered<TellCleared>(); }

}  // namespace

TEST_CASE("a press is fresh for a minute, and each further press renews it") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  CHECK(scene.press(Action::orb).orders(SetTimer{Timer::press_lapses, 60'000}));
  scene.fails("NotAllowedError", "Permission denied", 3);
  CHECK(scene.press(Action::try_again).orders(SetTimer{Timer::press_lapses, 60'000}));
}

TEST_CASE("a block lifted while the page is hidden opens nothing; back in time, the call begins by itself") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    CAPTURE(name_of(engine));
    Scene scene = blocked(engine).give(hidden).permission(mic, Permission::granted);
    CHECK_FALSE(scene.ordered<Open>());
    scene.give(seen);
    CHECK(scene.ordered<Open>());
    CHECK(began(scene.opens(voice)));
  }
}

TEST_CASE("back too late, the press is offered, and it opens at once") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    CAPTURE(name_of(engine));
    Scene scene = blocked(engine).give(hidden).permission(mic, Permission::granted).give(lapsed).give(seen);
    CHECK_FALSE(scene.ordered<Open>());
    CHECK(scene.offers(Action::try_again));
    CHECK(scene.shown().title == Title::press_to_resume);
    CHECK(scene.press(Action::try_again).ordered<Open>());
    CHECK(began(scene.opens(voice)));
  }
}

TEST_CASE("a block lifted after more than a minute waits for a press, also in front of the visitor's eyes") {
  Scene scene = blocked(Engine::chromium).give(lapsed).permission(mic, Permission::granted);
  CHECK_FALSE(scene.ordered<Open>());
  CHECK(scene.press(Action::orb).ordered<Open>());
}

TEST_CASE("following the steps is a wish too: each press on them starts the minute again") {
  for (const Action action : {Action::show_where, Action::copy_address, Action::open_settings}) {
    CAPTURE(name_of(action));
    Scene scene = blocked(Engine::chromium);
    if (!scene.offers(action)) continue;
    scene.give(lapsed).press(action);
    CHECK(scene.orders(SetTimer{Timer::press_lapses, 60'000}));
  }
  Scene shown = blocked(Engine::chromium).give(lapsed).press(Action::show_where);
  CHECK(shown.orders(SetTimer{Timer::press_lapses, 60'000}));
}

TEST_CASE("a sleep, and the browser's cache, make a press old") {
  for (const PageChanged& away :
       {PageChanged{true, true, false, false, 600'000}, PageChanged{true, true, false, true, 0}}) {
    Scene scene = blocked(Engine::chromium).give(away).permission(mic, Permission::granted);
    CHECK_FALSE(scene.ordered<Open>());
    CHECK(scene.offers(Action::try_again));
  }
}

TEST_CASE("a stream that arrives while the page is hidden is closed, and no call begins") {
  for (const Permission before : {Permission::prompt, Permission::granted}) {
    Scene scene =
        arrived(Engine::chromium, false, before).press(Action::orb).permission(mic, Permission::granted);
    const Request request = scene.s.request;
    scene.give(hidden).opens(voice);
    CHECK(scene.orders(Close{request, just(mic)}));
    CHECK_FALSE(began(scene));
    CHECK(scene.offers(Action::try_again));
    scene.give(seen);
    CHECK(scene.ordered<Open>());
    CHECK(began(scene.opens({{mic, 3}})));
  }
}

TEST_CASE("both kinds are closed alike, and the host hears of neither") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb);
  scene.give(hidden).opens(voice_and_picture);
  CHECK(scene.orders(Close{1, {true, true}}));
  CHECK_FALSE(began(scene));
  CHECK_FALSE(scene.s.held().any());
}

TEST_CASE("who answers a question after minutes has answered now") {
  Scene scene =
      arrived(Engine::chromium).press(Action::orb).give(lapsed).permission(mic, Permission::granted);
  CHECK(began(scene.opens(voice)));
}

TEST_CASE("a request that was held while the page was hidden, and goes on long after, begins no call") {
  Scene scene = arrived(Engine::gecko, false, Permission::granted)
                    .press(Action::orb)
                    .give(hidden)
                    .give(lapsed)
                    .give(seen);
  CHECK(scene.opens(voice).orders(Close{1, just(mic)}));
  CHECK_FALSE(began(scene));
  CHECK(scene.offers(Action::try_again));
}

TEST_CASE("guard mode clears no way while the page is hidden: the host would open unseen") {
  Scene scene = arrived(Engine::chromium);
  scene.s.settings.guard = true;
  scene.press(Action::orb).permission(mic, Permission::granted).give(hidden).opens(voice);
  CHECK_FALSE(began(scene));
  CHECK(scene.orders(Close{1, just(mic)}));
}

TEST_CASE("the browser's own element: what it delivers to a hidden page is closed") {
  Scene scene = arrived(Engine::chromium, false, Permission::denied);
  scene.s.environment.recovers_microphone = true;
  scene.press(Action::orb).fails("NotAllowedError", "Permission denied", 3).press(Action::recover);
  scene.give(hidden).permission(mic, Permission::granted).give(RecoveryStreamed{voice, scene.s.request});
  CHECK_FALSE(began(scene));
  CHECK_FALSE(scene.s.held().any());
}

TEST_CASE("a device that failed leads to no request for the voice alone while the page is hidden") {
  Scene scene = arrived(Engine::chromium, true).press(Action::orb).give(hidden);
  scene.fails("NotFoundError", "Requested device not found", 90);
  CHECK_FALSE(scene.ordered<Open>());
}

TEST_CASE("a device plugged in long after the press waits for one") {
  Scene scene = arrived(Engine::chromium, false, Permission::granted);
  scene.give(DevicesRead{0, 0, true})
      .press(Action::orb)
      .fails("NotFoundError", "Requested device not found", 100);
  CHECK_FALSE(scene.give(lapsed).give(DevicesRead{1, 0, true}).ordered<Open>());
}

TEST_CASE("a call that has begun goes on out of sight: what was lost is had back") {
  Scene scene = in_voice_call(Engine::chromium)
                    .give(hidden)
                    .give(lapsed)
                    .give(TrackEnded{1})
                    .permission(mic, Permission::denied);
  CHECK(scene.permission(mic, Permission::granted).ordered<Open>());
  CHECK(scene.opens({{mic, 2}}).orders(TellTrackReplaced{mic, 2}));
}

TEST_CASE("what the host opens itself is the host's to begin") {
  Scene scene = arrived(Engine::chromium).give(hidden).give(StreamAttached{voice});
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE(
    "a guess that the browser asks is no answer: a slow or held request begins no call after the minute") {
  for (const Engine engine : {Engine::gecko, Engine::webkit}) {
    for (const Permission before : {Permission::granted, Permission::unknown}) {
      Scene scene =
          arrived(engine, false, before).press(Action::orb).give(TimerFired{Timer::prompt_expected});
      scene.give(hidden).give(lapsed).give(seen).opens(voice);
      CHECK_FALSE(began(scene));
      CHECK(scene.offers(Action::try_again));
    }
  }
  Scene early = arrived(Engine::chromium, false, Permission::unknown)
                    .press(Action::orb)
                    .permission(mic, Permission::granted)
                    .give(lapsed);
  CHECK_FALSE(began(early.opens(voice)));
}

TEST_CASE("a question that was answered by the settings while the page was hidden is not answered just now") {
  Scene scene = arrived(Engine::gecko)
                    .press(Action::orb)
                    .give(hidden)
                    .permission(mic, Permission::granted)
                    .give(lapsed)
                    .give(seen);
  CHECK_FALSE(began(scene.opens(voice)));
}

TEST_CASE("who answers after minutes is waited for on: without the camera the voice follows") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    Scene scene = arrived(engine, true).press(Action::orb).give(lapsed);
    scene.permission(mic, Permission::granted).permission(cam, Permission::granted);
    scene.fails("NotReadableError", "Could not start video source");
    CHECK(scene.orders(Open{2, {.microphone = true}}));
    CHECK(began(scene.opens(voice)));
  }
}

TEST_CASE("the camera's own dialog, answered after minutes: the voice follows") {
  Scene scene = arrived(Engine::chromium, true, Permission::granted);
  scene.permission(cam, Permission::denied);
  scene.s.environment.recovers_camera = scene.s.environment.recovers_microphone = true;
  scene.press(Action::orb).press(Action::recover).give(lapsed);
  scene.permission(cam, Permission::granted).give(RecoveryStreamed{picture, scene.s.request});
  REQUIRE(scene.ordered<Open>());
  CHECK(began(scene.opens(voice)));
}
