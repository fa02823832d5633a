// The cause table, last part: granted, open, and still not heard or seen. And nothing wrong at all.
#include "causes.hpp"

using namespace earshot;

namespace {

Scene& muted_for_long(Scene& scene, TrackId track) {
  return scene.give(TrackMuted{track}).give(TimerFired{Timer::mute_lasts});
}
Scene& muted_for_long(Scene&& scene, TrackId track) { return muted_for_long(scene, track); }

// Where the browser would ask, nothing is captured anew.
Scene frozen_picture(Engine engine) {
  return in_video_call(engine)
      .permission(cam, Permission::prompt)
      .give(Frames{2, 30, 1000})
      .give(Frames{2, 0, 2000})
      .give(Frames{2, 0, 2000});
}

// A microphone whose name is known for a cable in software.
Scene on_a_cable() {
  return arrived(Engine::chromium, false, Permission::granted).press(Action::orb).opens({{mic, 1, true}});
}

Scene heard(Engine engine, std::optional<double> dbfs, int ms) {
  Scene scene = in_voice_call(engine);
  return hear(scene, dbfs, ms);
}

Scene talks_while_muted() {
  Scene scene = in_voice_call(Engine::chromium);
  scene.s.settings.hear_while_muted = true;
  scene.press(Action::mute);
  for (int n = 0; n < 4; ++n) scene.give(Level{-20.0, true, 250, true});
  return scene;
}

const Case cases[] = {
    {"a phone whose page is out of sight",
     [] {
       return call_on(phone(Engine::webkit, Os::ios)).give(PageChanged{false, false}).give(TrackMuted{1});
     },
     {C::backgrounded, likely, {C::interrupted}, {K::track_muted, K::page_hidden}}},
    {"a phone call on a phone",
     [] { return muted_for_long(call_on(phone(Engine::webkit, Os::ios)), 1); },
     {C::interrupted, likely, {C::muted_by_browser}, {K::track_muted}}},
    {"a camera muted in Chromium",
     [] {
       return muted_for_long(in_video_call(Engine::chromium).give(Frames{2, 30, 1000}), 2);
     },
     {C::camera_frozen, likely, {C::taken}, {K::track_muted}},
     Capability::camera},
    {"a camera muted in Firefox or Safari",
     [] { return muted_for_long(in_video_call(Engine::gecko), 2); },
     {C::muted_by_browser, likely, {C::camera_frozen, C::taken}, {K::track_muted}},
     Capability::camera},
    {"a microphone muted in Chromium: a switch or the system",
     [] { return muted_for_long(in_voice_call(Engine::chromium), 1); },
     {C::hardware_muted, likely, {C::muted_by_browser, C::interrupted}, {K::track_muted}}},
    {"a microphone muted in Firefox: its own button",
     [] { return muted_for_long(in_voice_call(Engine::gecko), 1); },
     {C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {K::track_muted}}},
    {"a microphone muted in Safari: its own button",
     [] { return muted_for_long(in_voice_call(Engine::webkit), 1); },
     {C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {K::track_muted}}},
    {"the sound is somebody else's",
     [] {
       return in_voice_call(Engine::webkit)
           .give(AudioContextChanged{AudioContextState::interrupted, ""})
           .give(TimerFired{Timer::mute_lasts});
     },
     {C::interrupted, likely, {}, {K::sound_taken_by_system}}},
    {"a picture that stands still",
     [] { return frozen_picture(Engine::gecko); },
     {C::camera_frozen, likely, {C::taken, C::muted_by_browser}, {K::no_new_pictures}},
     Capability::camera},
    {"after an interruption, flags that look well and zeros, and renewing it has not helped",
     [] {
       Scene scene = in_voice_call(Engine::webkit);
       for (int n = 0; n <= most_resumptions; ++n) {
         hear(scene.give(TrackMuted{1}).give(TrackUnmuted{1}), zeros, 2000);
         if (scene.ordered<Open>()) scene.opens(voice);
       }
       return scene;
     },
     {C::capture_dead, likely, {C::silent, C::taken}, {K::exact_silence, K::was_upset}}},
    {"zeros from a cable in software",
     [] {
       Scene scene = on_a_cable();
       return hear(scene, zeros, silence_limit_ms);
     },
     {C::virtual_device,
      likely,
      {C::silent, C::wrong_device},
      {K::exact_silence, K::name_of_a_virtual_device}}},
    {"zeros in Firefox, where a busy microphone gives them too",
     [] { return heard(Engine::gecko, zeros, silence_limit_ms); },
     {C::silent,
      likely,
      {C::device_busy, C::hardware_muted, C::wrong_device, C::blocked_by_system},
      {K::exact_silence}}},
    {"zeros in Safari, where a busy microphone gives them too",
     [] { return heard(Engine::webkit, zeros, silence_limit_ms); },
     {C::silent,
      likely,
      {C::device_busy, C::hardware_muted, C::wrong_device, C::blocked_by_system},
      {K::exact_silence}}},
    {"zeros in Chromium",
     [] { return heard(Engine::chromium, zeros, silence_limit_ms); },
     {C::silent, likely, {C::hardware_muted, C::wrong_device, C::blocked_by_system}, {K::exact_silence}}},
    {"words behind one's own mute",
     [] { return talks_while_muted(); },
     {C::speaking_while_muted, certain, {}, {K::speech_behind_mute}}},
    {"the system has moved on to another microphone",
     [] {
       return in_voice_call(Engine::gecko).give(DevicesRead{2, 0, true, true, true});
     },
     {C::default_changed, certain, {}, {K::default_is_another}}},
    {"no way out for the sound",
     [] {
       return in_voice_call(Engine::chromium).give(NetworkTested{false, false, false});
     },
     {C::network_blocked, likely, {}, {K::network_closed}}},
    {"the far end may not be played",
     [] { return in_voice_call(Engine::webkit).give(OutputChanged{true}); },
     {C::output_blocked, certain, {}, {K::playback_refused}}},
    {"a cable in software that hums",
     [] {
       Scene scene = on_a_cable();
       return hear(scene, -80.0, 20'000);
     },
     {C::virtual_device,
      guess,
      {C::wrong_device, C::low_level},
      {K::never_above_a_whisper, K::name_of_a_virtual_device}}},
    {"as good as silent: the input's volume is at nothing",
     [] { return heard(Engine::chromium, -85.0, 20'000); },
     {C::low_level, likely, {C::wrong_device, C::hardware_muted}, {K::as_good_as_silent}}},
    {"never above a whisper, and there are others",
     [] {
       Scene scene = in_voice_call(Engine::chromium);
       scene.give(DevicesRead{3, 0, true});
       return hear(scene, -70.0, 20'000);
     },
     {C::wrong_device, guess, {C::low_level, C::none}, {K::never_above_a_whisper, K::others_are_there}}},
    {"never above a whisper",
     [] { return heard(Engine::chromium, -70.0, 20'000); },
     {C::low_level, guess, {C::none}, {K::never_above_a_whisper}}},
    {"a voice", [] { return heard(Engine::chromium, -30.0, 20'000); }, {C::none, certain, {}, {}}},
};

}  // namespace

TEST_CASE("causes of not being heard or seen while all is granted") { hold(cases); }

TEST_CASE("none of these is said a moment too early") {
  CHECK(heard(Engine::gecko, zeros, 4750).verdict() == Verdict{});
  CHECK(heard(Engine::chromium, -70.0, 19'750).verdict() == Verdict{});
  CHECK(in_video_call(Engine::gecko).give(Frames{2, 0, 3900}).verdict(cam) == Verdict{});
  CHECK(in_voice_call(Engine::webkit).give(TrackMuted{1}).verdict() == Verdict{});
  CHECK(
      in_voice_call(Engine::webkit).give(AudioContextChanged{AudioContextState::interrupted, ""}).verdict() ==
      Verdict{});
}

TEST_CASE("a hidden page on a desk is not backgrounded by its muted track") {
  Scene scene = in_voice_call(Engine::webkit);
  CHECK(scene.give(PageChanged{false, false}).give(TrackMuted{1}).verdict() == Verdict{});
}

TEST_CASE("what concerns the microphone's sound is not blamed on the camera") {
  Scene scene = in_video_call(Engine::webkit);
  scene.give(AudioContextChanged{AudioContextState::interrupted, ""})
      .give(TimerFired{Timer::mute_lasts})
      .give(OutputChanged{true});
  CHECK(scene.verdict(mic).cause == C::interrupted);
  CHECK(scene.verdict(cam) == Verdict{});
}
