// Ten minutes of people about whose microphone nothing is to be said. Levels as the glue tells them, four a
// second.
#include <random>
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr int span_ms = 250, ten_minutes_ms = 600'000;
using Level_of = std::optional<double>;  // in dBFS; none: exact zeros

struct Person {
  std::mt19937 chance;
  int left_ms = 0;
  bool loud = true;

  double between(double least, double most) {
    return std::uniform_real_distribution<double>{least, most}(chance);
  }
  // Takes turns: loud for so long, then the other for so long.
  void turn(double loud_s, double other_s) {
    left_ms -= span_ms;
    if (left_ms > 0) return;
    loud = !loud;
    left_ms = static_cast<int>(between(0.25, loud ? loud_s : other_s) * 1000);
  }
};

Level_of gated_speech(Person& person) {
  person.turn(4.0, 3.0);
  return person.loud ? Level_of{person.between(-50, -20)} : std::nullopt;
}
// Says a few words, and listens for long behind the gate.
Level_of gated_listener(Person& person) {
  person.turn(1.5, 60.0);
  return person.loud ? Level_of{person.between(-50, -30)} : std::nullopt;
}
Level_of listener(Person& person) { return person.between(-72, -61); }
Level_of keyboard(Person& person) {
  person.turn(0.5, 2.0);
  return person.loud ? person.between(-38, -22) : person.between(-75, -64);
}

// What the visitor is told besides "go ahead", and what was closed.
struct Said {
  int alarms = 0, closed = 0;
};
Said ten_minutes_of(Level_of (*level)(Person&), std::uint32_t seed, Engine engine) {
  Person person{std::mt19937{seed}};
  Scene scene = in_voice_call(engine);
  // The gate shows itself with the first words.
  for (int n = 0; level == gated_listener && n < 3; ++n) hear(hear(scene, -40.0, 750), zeros, 500);
  Said said;
  for (int passed = 0; passed < ten_minutes_ms; passed += span_ms) {
    scene.give(Level{level(person), true, span_ms});
    if (passed == 10'000) scene.give(TimerFired{Timer::steady});
    said.alarms += title_of(scene.s, diagnose(scene.s)) != Title::listening ? 1 : 0;
    said.closed += scene.ordered<Close>() ? 1 : 0;
  }
  return said;
}

}  // namespace

TEST_CASE("ten minutes of gated speech, of a listener, of a keyboard: nothing is said, nothing is closed") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit})
    for (const auto level : {gated_speech, gated_listener, listener, keyboard})
      for (std::uint32_t seed = 1; seed <= 5; ++seed) {
        CAPTURE(seed);
        const Said said = ten_minutes_of(level, seed, engine);
        CHECK(said.alarms == 0);
        CHECK(said.closed == 0);
      }
}

TEST_CASE("the same, and a mute key, a phone call, a sleep or minutes in the background between") {
  for (const std::uint32_t seed : {1u, 2u, 3u}) {
    Person person{std::mt19937{seed}};
    Scene scene = in_voice_call(Engine::webkit);
    for (int passed = 0; passed < 60'000; passed += span_ms)
      scene.give(Level{gated_speech(person), true, span_ms});
    scene.give(TrackMuted{1}).give(TimerFired{Timer::mute_lasts}).give(TrackUnmuted{1});
    CHECK_FALSE(hear(scene, zeros, 20'000).ordered<Close>());
    scene.give(PageChanged{true, true, false, false, 60'000});
    CHECK_FALSE(hear(scene, zeros, 20'000).ordered<Close>());
    scene.give(PageChanged{false, false}).give(TimerFired{Timer::hidden_long}).give(PageChanged{true, true});
    CHECK_FALSE(hear(scene, zeros, 20'000).ordered<Close>());
    CHECK(scene.shown().title == Title::listening);
  }
}

TEST_CASE("exact zeros after speech, without a gate: said after ten seconds, and one sound clears it") {
  for (const Engine engine : {Engine::chromium, Engine::gecko, Engine::webkit}) {
    Scene scene = in_voice_call(engine);
    hear(scene, -38.0, 15'000);
    hear(scene, zeros, sound_lost_ms - span_ms);
    CHECK(scene.verdict() == Verdict{});
    hear(scene, zeros, span_ms);
    CHECK(scene.verdict() == Verdict{C::silent,
                                     likely,
                                     {C::hardware_muted, C::interrupted, C::device_busy},
                                     {K::exact_silence, K::sound_before}});
    CHECK(scene.shown().title == Title::cannot_hear_you);
    CHECK(scene.offers(Action::try_again));
    CHECK_FALSE(message_of(scene.s, diagnose(scene.s)).heard);
    CHECK_FALSE(scene.ordered<Close>());
    CHECK(hear(scene, -50.0, span_ms).verdict() == Verdict{});
    CHECK(message_of(scene.s, diagnose(scene.s)).heard);
  }
}

TEST_CASE("zeros that mean nothing do not count: another's mute, a hidden page, a context that sleeps") {
  Scene scene = in_voice_call(Engine::gecko);
  hear(scene, -38.0, 2000);
  for (int n = 0; n < 100; ++n) scene.give(Level{zeros, false, span_ms});
  CHECK(scene.verdict() == Verdict{});
}
