// A page that is out of sight, asleep or without its sound for a while, and what becomes of its call.
#include "causes.hpp"

using namespace earshot;

namespace {

bool renewed(const Scene& scene) { return scene.ordered<Open>() != nullptr; }

}  // namespace

TEST_CASE("the sound is taken away for longer than a blip, and comes back") {
  Scene scene =
      call_on(phone(Engine::webkit, Os::ios)).give(AudioContextChanged{AudioContextState::interrupted, ""});
  CHECK(scene.orders(SetTimer{Timer::mute_lasts, 5000}));
  CHECK(scene.verdict() == Verdict{});
  scene.give(TimerFired{Timer::mute_lasts});
  CHECK(scene.shown().title == Title::microphone_interrupted);
  scene.give(AudioContextChanged{AudioContextState::running, ""});
  CHECK(scene.orders(CancelTimer{Timer::mute_lasts}));
  CHECK(scene.verdict() == Verdict{});
}

TEST_CASE("sound that comes back while the page is hidden is resumed when it is seen") {
  Scene scene = call_on(phone(Engine::webkit, Os::ios)).give(PageChanged{false, false});
  scene.give(AudioContextChanged{AudioContextState::interrupted, ""})
      .give(AudioContextChanged{AudioContextState::suspended, ""});
  CHECK_FALSE(scene.ordered<ResumeAudio>());
  CHECK(scene.give(PageChanged{true, true}).orders(ResumeAudio{}));
}

TEST_CASE("a track that ends while the page is away is opened again when that asks nobody") {
  SUBCASE("asleep on a desk: at once") {
    Scene scene = in_voice_call(Engine::chromium)
                      .give(PageChanged{true, true, false, false, 3'600'000})
                      .give(TrackEnded{1});
    CHECK(renewed(scene.permission(mic, Permission::granted)));
  }
  SUBCASE("put away on a phone: when it is seen again") {
    Scene scene = call_on(phone(Engine::webkit, Os::ios)).give(PageChanged{false, false});
    CHECK_FALSE(renewed(scene.give(TrackEnded{1}).permission(mic, Permission::granted)));
    CHECK(scene.verdict().cause == C::backgrounded);
    scene.give(PageChanged{true, true});
    CHECK(scene.orders(ReadPermission{Capability::microphone}));
    CHECK(renewed(scene));
  }
  SUBCASE("taken back while it was out of sight: on a press") {
    Scene scene = in_voice_call(Engine::chromium).give(PageChanged{false, false});
    CHECK(scene.orders(SetTimer{Timer::hidden_long, 300'000}));
    scene.give(TimerFired{Timer::hidden_long})
        .permission(mic, Permission::prompt)
        .give(TrackEnded{1})
        .permission(mic, Permission::prompt);
    CHECK(scene.verdict().cause == C::reset);  // what is in use does not run out
    scene.give(PageChanged{true, true});
    CHECK(scene.orders(CancelTimer{Timer::hidden_long}));
    CHECK_FALSE(renewed(scene));
    CHECK(scene.shown().title == Title::microphone_reset);
    CHECK(renewed(scene.press(Action::try_again)));
  }
}

TEST_CASE("a timer of an absence that is over says nothing") {
  Scene scene = in_voice_call(Engine::chromium).give(TimerFired{Timer::hidden_long});
  CHECK(scene.s.call.away == Away::none);
  Scene idle = arrived(Engine::chromium).give(PageChanged{false, false});
  CHECK_FALSE(idle.ordered<SetTimer>());
  CHECK(idle.give(TimerFired{Timer::hidden_long}).s.call.away == Away::none);
}
