// What the far end is told, so that nobody waits for an answer that cannot come.
#include "causes.hpp"

using namespace earshot;

namespace {

struct Sent {
  const char* name;
  Scene (*facts)();
  Message message;
};

constexpr auto live = Medium::live;
constexpr auto lost_one = Medium::lost;

const Sent states[] = {
    {"nobody has pressed yet", [] { return arrived(Engine::chromium); }, {.state = Orb::idle}},
    {"the question is open",
     [] { return arrived(Engine::chromium).press(Action::orb); },
     {.state = Orb::asking, .microphone = Medium::asking}},
    {"granted, and opening",
     [] { return arrived(Engine::chromium, false, Permission::granted).press(Action::orb); },
     {.state = Orb::opening, .microphone = Medium::asking}},
    {"talking",
     [] { return in_voice_call(Engine::chromium); },
     {.state = Orb::live, .heard = true, .microphone = live}},
    {"talking and seen",
     [] { return in_video_call(Engine::chromium); },
     {.state = Orb::live, .heard = true, .seen = true, .microphone = live, .camera = live}},
    {"without a picture, by choice",
     [] { return in_video_call(Engine::chromium).press(Action::audio_only); },
     {.state = Orb::live_audio_only, .heard = true, .microphone = live}},
    {"muted",
     [] { return in_voice_call(Engine::chromium).press(Action::mute); },
     {.state = Orb::live, .microphone = Medium::muted}},
    {"muted by the system",
     [] { return in_voice_call(Engine::gecko).give(TrackMuted{1}); },
     {.state = Orb::live, .microphone = Medium::muted}},
    {"muted by the system for long",
     [] { return in_voice_call(Engine::gecko).give(TrackMuted{1}).give(TimerFired{Timer::mute_lasts}); },
     {.state = Orb::interrupted, .microphone = Medium::muted, .microphone_cause = C::muted_by_browser}},
    {"muted by the site's own button",
     [] {
       return in_voice_call(Engine::chromium).give(TrackSwitched{1, false});
     },
     {.state = Orb::live, .microphone = Medium::muted, .microphone_cause = C::off_by_site}},
    {"silent after sound was heard",
     [] {
       Scene scene = in_voice_call(Engine::chromium);
       hear(scene, -40.0, 1000);
       return hear(scene, zeros, sound_lost_ms);
     },
     {.state = Orb::live, .microphone = live, .microphone_cause = C::silent}},
    {"silent",
     [] {
       Scene scene = in_voice_call(Engine::chromium);
       return hear(scene, zeros, silence_limit_ms);
     },
     {.state = Orb::live, .microphone = live, .microphone_cause = C::silent}},
    {"a picture that stands still",
     [] {
       return in_video_call(Engine::gecko)
           .permission(cam, Permission::prompt)
           .give(Frames{2, 30, 1000})
           .give(Frames{2, 0, 4000});
     },
     {.state = Orb::live,
      .heard = true,
      .microphone = live,
      .camera = live,
      .camera_cause = C::camera_frozen}},
    {"taken away",
     [] { return lost(in_voice_call(Engine::chromium), Permission::denied); },
     {.state = Orb::interrupted, .microphone = lost_one, .microphone_cause = C::revoked}},
    {"the camera is gone, the voice goes on",
     [] { return in_video_call(Engine::webkit).give(TrackEnded{2}).permission(cam, Permission::denied); },
     {.state = Orb::live_audio_only,
      .heard = true,
      .microphone = live,
      .camera = lost_one,
      .camera_cause = C::revoked}},
    {"refused",
     [] { return refused(Engine::chromium, Permission::denied, says::chromium_denied, at_once); },
     {.state = Orb::blocked, .microphone = Medium::blocked, .microphone_cause = C::blocked_for_site}},
    {"the camera is blocked, a choice is open",
     [] { return arrived(Engine::chromium, true).permission(cam, Permission::denied).press(Action::orb); },
     {.state = Orb::choosing, .camera = Medium::blocked, .camera_cause = C::blocked_for_site}},
    {"writing",
     [] { return in_voice_call(Engine::chromium).press(Action::open_chat); },
     {.state = Orb::chatting, .texting = true}},
    {"over", [] { return in_voice_call(Engine::chromium).press(Action::end); }, {.state = Orb::ended}},
    {"the far end cannot be played here: the visitor is heard",
     [] { return in_voice_call(Engine::webkit).give(OutputChanged{true}); },
     {.state = Orb::live, .heard = true, .microphone = live, .microphone_cause = C::output_blocked}},
};

}  // namespace

static Message message_now(const State& state) { return message_of(state, diagnose(state)); }

TEST_CASE("the far end's message in every state") {
  for (const Sent& told : states) {
    const std::string name = told.name;
    CAPTURE(name);
    CHECK(message_now(told.facts().s) == told.message);
  }
}

TEST_CASE("the message goes out when it changes, and only then") {
  Scene scene = in_voice_call(Engine::chromium);
  CHECK(scene.orders(TellMessage{message_now(scene.s)}));
  CHECK_FALSE(hear(scene, -30.0, 1000).ordered<TellMessage>());
  CHECK_FALSE(scene.give(DevicesRead{2, 0, true}).ordered<TellMessage>());
  CHECK(scene.press(Action::mute).orders(TellMessage{message_now(scene.s)}));
}

TEST_CASE("a loss whose reason is not read yet is told without one, and then with it") {
  Scene scene = in_voice_call(Engine::chromium).give(TrackEnded{1});
  CHECK(scene.orders(TellMessage{{.state = Orb::interrupted, .microphone = lost_one}}));
  scene.permission(mic, Permission::denied);
  CHECK(scene.orders(
      TellMessage{{.state = Orb::interrupted, .microphone = lost_one, .microphone_cause = C::revoked}}));
}

TEST_CASE("a mere guess at a low level costs nobody the word \"heard\"") {
  Scene scene = in_voice_call(Engine::chromium);
  CHECK(message_now(hear(scene, -70.0, 20'000).s) ==
        Message{.state = Orb::live, .heard = true, .microphone = live, .microphone_cause = C::low_level});
}
