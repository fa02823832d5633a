// Facts out of order, said twice, about tracks and requests that nobody knows, from clocks that run
// backwards: defined and harmless.
#include <limits>
#include "causes.hpp"

using namespace earshot;

namespace {

Scene every_phase(int n) {
  switch (n) {
    case 0: return {};
    case 1: return arrived(Engine::webkit, true);
    case 2: return arrived(Engine::webkit, true, Permission::granted).press(Action::orb);
    case 3: return arrived(Engine::webkit, true).press(Action::orb);
    case 4: return arrived(Engine::webkit, true).permission(cam, Permission::denied).press(Action::orb);
    case 5: return in_video_call(Engine::webkit);
    case 6: return lost(in_video_call(Engine::webkit), Permission::denied);
    case 7: return refused_by_visitor(arrived(Engine::webkit, true).press(Action::orb));
    case 8: return in_video_call(Engine::webkit).press(Action::open_chat);
    case 9: return in_video_call(Engine::webkit).press(Action::end);
    default: return in_video_call(Engine::gecko).press(Action::mute);
  }
}
constexpr int phases = 11;

// Nothing of this can be meant for anybody.
const Fact strangers[] = {
    TrackEnded{77},
    TrackMuted{77},
    TrackUnmuted{77},
    TrackEnded{0},
    TrackMuted{0},
    Frames{77, 0, 9000},
    Frames{0, 0, 9000},
    RequestFailed{99, "NotAllowedError", "Permission denied", "", 3},
    RequestFailed{0, "NotFoundError", "", "", 3},
    RecoveryStreamed{{}},
    StreamAttached{{}},
    ChatChanged{ChatState::open},
    StreamDetached{},
};

}  // namespace

TEST_CASE("facts about tracks and requests that nobody knows change nothing, in any phase") {
  for (int n = 0; n < phases; ++n) {
    for (const Fact& fact : strangers) {
      CAPTURE(n);
      CAPTURE(fact.index());
      Scene scene = every_phase(n);
      const State before = scene.s;
      CHECK(scene.give(fact).s == before);
    }
  }
}

TEST_CASE("an answer to an older request is not the newest one's") {
  Scene scene = in_voice_call(Engine::chromium)
                    .permission(mic, Permission::denied)
                    .give(TrackEnded{1})
                    .permission(mic, Permission::granted);
  REQUIRE(scene.s.request == 2);
  const State before = scene.s;
  CHECK(scene.give(RequestFailed{1, "NotAllowedError", "Permission denied", "", 3}).s == before);
  scene.give(RequestOpened{1, {{mic, 5}}});
  CHECK(scene.s == before);
  CHECK(scene.orders(Close{1, {.microphone = true}}));
  CHECK(scene.give(RequestOpened{2, {{mic, 6}}}).shown().orb == Orb::live);
}

TEST_CASE("a failure said twice counts once") {
  Scene scene = arrived(Engine::chromium).press(Action::orb);
  const RequestFailed closed{1, "NotAllowedError", "Permission dismissed", "", 3000};
  const State once = scene.give(closed).s;
  CHECK(once.microphone.seen.unanswered.dismissals == 1);
  CHECK(scene.give(closed).s == once);
}

TEST_CASE("the end of a track said twice, or a mute of a track that has ended, changes nothing more") {
  Scene scene = in_voice_call(Engine::gecko).give(TrackEnded{1});
  const State before = scene.s;
  CHECK(scene.give(TrackEnded{1}).s == before);
  CHECK(scene.give(TrackMuted{1}).s == before);
  CHECK(scene.give(TrackUnmuted{1}).s == before);
  CHECK(scene.effects.empty());
}

TEST_CASE("a permission read twice is told once") {
  Scene scene = lost(in_voice_call(Engine::chromium), Permission::denied);
  const State before = scene.s;
  for (int n = 0; n < 3; ++n) CHECK(scene.permission(mic, Permission::denied).effects.empty());
  CHECK(scene.s == before);
}

TEST_CASE("every fact may come before the environment, and then the page still gets ready") {
  const Fact early[] = {PermissionRead{Capability::microphone, Permission::granted},
                        DevicesRead{1, 1, true},
                        PageChanged{true, false},
                        PageChanged{true, true},
                        TimerFired{Timer::steady},
                        TimerFired{Timer::mute_lasts},
                        Level{zeros, true, 250},
                        RequestOpened{1, voice},
                        Remembered{mic, true, 3, 4},
                        StreamAttached{voice},
                        OutputChanged{true},
                        MediaSessionActed{MediaSessionAction::togglemicrophone},
                        NotificationsAnswered{Permission::denied, 5},
                        NetworkTested{false, false, false},
                        AudioContextChanged{AudioContextState::interrupted, ""}};
  Scene scene;
  for (const Fact& fact : early) {
    CAPTURE(fact.index());
    scene.give(fact);
    CHECK_FALSE(scene.ordered<Open>());
    CHECK_FALSE(scene.s.held().any());
    CHECK(scene.shown().orb == Orb::starting);
  }
  scene.give(EnvironmentSeen{page_in(Engine::chromium)});
  CHECK(scene.shown().orb == Orb::idle);
  CHECK(scene.press(Action::orb).opens(voice).shown().orb == Orb::live);
}

TEST_CASE("spans of a clock that runs backwards, or stands, or leaps, add nothing and overflow nothing") {
  constexpr int most = std::numeric_limits<int>::max();
  for (const int span : {0, -1, -60'000, std::numeric_limits<int>::min()}) {
    Scene scene = in_video_call(Engine::gecko);
    scene.s.settings.hear_while_muted = true;
    for (int n = 0; n < 50; ++n) scene.give(Level{zeros, true, span}).give(Frames{2, 0, span});
    scene.give(PageChanged{true, true, false, false, span});
    CHECK(scene.verdict(mic) == Verdict{});
    CHECK(scene.verdict(cam) == Verdict{});
    CHECK(scene.s.call.away == Away::none);
    scene.press(Action::mute);
    for (int n = 0; n < 50; ++n) scene.give(Level{-10.0, true, span, true});
    CHECK(scene.verdict(mic) == Verdict{});
  }
  Scene scene = in_video_call(Engine::gecko)
                    .permission(cam, Permission::prompt)
                    .give(Level{zeros, true, most})
                    .give(Frames{2, 0, most});
  CHECK(scene.verdict(mic).cause == C::silent);
  CHECK(scene.verdict(cam).cause == C::camera_not_started);
  CHECK(scene.s.microphone.track.silent_ms == sound_lost_ms);
  CHECK(scene.s.camera.track.stalled_ms == first_picture_ms);
}

TEST_CASE("a rejection before its request, by the clock, was answered at once") {
  CHECK(refused(Engine::gecko, Permission::prompt, says::firefox_denied, -100)
            .permission(mic, Permission::prompt)
            .verdict()
            .cause == C::prompt_cancelled);
}

TEST_CASE("pictures that are fewer than none are none") {
  CHECK(in_video_call(Engine::gecko)
            .permission(cam, Permission::prompt)
            .give(Frames{2, 30, 1000})
            .give(Frames{2, -3, 4000})
            .verdict(cam)
            .cause == C::camera_frozen);
}

TEST_CASE("frames of the microphone's track are no pictures") {
  Scene scene = in_video_call(Engine::gecko);
  const State before = scene.s;
  CHECK(scene.give(Frames{1, 0, 9000}).s == before);
}

TEST_CASE("timers that were not set, or were cancelled, decide nothing") {
  for (int n = 0; n < phases; ++n) {
    for (std::size_t t = 0; t < count_of<Timer>(); ++t) {
      const auto timer = static_cast<Timer>(t);
      CAPTURE(n);
      CAPTURE(name_of(timer));
      Scene scene = every_phase(n);
      const Orb before = scene.shown().orb;
      scene.give(TimerFired{timer});
      const bool asks_after_all = timer == Timer::prompt_expected && before == Orb::opening;
      if (!asks_after_all) CHECK(scene.shown().orb == before);
      CHECK_FALSE(scene.ordered<Open>());
      CHECK_FALSE(scene.ordered<Close>());
    }
  }
}

TEST_CASE("a stream that holds the same kind twice is one microphone; the other is closed") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).opens({{mic, 1}, {mic, 2}});
  CHECK(scene.s.microphone.track.id == 1);
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("a camera in the answer to a request for a voice is closed") {
  Scene scene = arrived(Engine::chromium).press(Action::orb).opens(voice_and_picture);
  CHECK(scene.orders(Close{1, {.camera = true}}));
  CHECK_FALSE(scene.s.camera.held());
  CHECK(scene.shown().orb == Orb::live);
}

TEST_CASE("the wait for a question that was answered long ago changes nothing") {
  for (const Timer timer : {Timer::prompt_expected, Timer::prompt_ignored}) {
    Scene scene = in_voice_call(Engine::gecko);
    const State before = scene.s;
    CHECK(scene.give(TimerFired{timer}).s == before);
  }
  Scene asking = arrived(Engine::gecko).press(Action::orb);
  const State before = asking.s;
  CHECK(asking.give(TimerFired{Timer::prompt_expected}).s == before);
}
