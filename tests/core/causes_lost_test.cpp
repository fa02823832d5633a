// The cause table, second part: how a track that we had can go away.
#include "causes.hpp"

using namespace earshot;

namespace {

// Lost, although nothing stands in the way; the new request that follows by itself is answered with an error.
Scene lost_then_refused(const Environment& environment, says::Error error, int elapsed_ms = 40) {
  Scene scene = lost(call_on(environment));
  return fail(scene, error, elapsed_ms).permission(mic, Permission::granted);
}

Scene long_hidden_call() {
  return in_voice_call(Engine::chromium).give(PageChanged{false, false}).give(TimerFired{Timer::hidden_long});
}

// Denied for long, then the track ended for another reason, and then the visitor pressed.
Scene blocked_then_lost(const Environment& environment, says::Error error, int elapsed_ms) {
  Scene scene = call_on(environment).permission(mic, Permission::denied).give(TimerFired{Timer::withdrawal});
  scene.give(TrackEnded{1}).permission(mic, Permission::denied).press(Action::try_again);
  return fail(scene, error, elapsed_ms).permission(mic, Permission::denied);
}

const Case cases[] = {
    {"a block of old is what stands in the way now",
     [] { return blocked_then_lost(page_in(Engine::chromium), says::chromium_denied, at_once); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::device_removed},
      {K::track_ended, K::permission_denied, K::answered_at_once}}},
    {"unplugged, and the visitor refuses the next one",
     [] {
       Scene scene = lost(call_on(page_in(Engine::gecko))).give(DevicesRead{1, 0, true, false});
       scene.permission(mic, Permission::prompt).press(Action::try_again);
       return fail(scene, says::firefox_denied).permission(mic, Permission::denied);
     },
     {C::denied,
      likely,
      {C::blocked_for_site, C::blocked_temporarily, C::device_removed},
      {K::track_ended, K::name_not_allowed, K::permission_denied}}},
    {"WebKit refuses without a sheet: the system's switch",
     [] {
       Scene scene = lost(call_on(page_in(Engine::webkit, Os::macos)), Permission::prompt);
       return fail(scene.press(Action::try_again), says::webkit_denied, 40)
           .permission(mic, Permission::prompt);
     },
     {C::system_switched_off,
      likely,
      {C::denied, C::blocked_for_site},
      {K::track_ended, K::name_not_allowed, K::answered_at_once}}},
    {"Firefox on Android: Android's own permission",
     [] { return lost_then_refused(phone(Engine::gecko, Os::android), says::firefox_denied); },
     {C::app_not_permitted, likely, {C::denied, C::blocked_for_site}, {K::track_ended, K::name_not_allowed}}},
    {"WebKit's list is empty, and its track lives on",
     [] {
       return in_voice_call(Engine::webkit).give(DevicesRead{0, 0, true});
     },
     {C::device_removed, certain, {}, {K::device_list_empty}}},
    {"switched off in the system: Chromium says so",
     [] { return lost_then_refused(page_in(Engine::chromium, Os::macos), says::chromium_system); },
     {C::system_switched_off, certain, {}, {K::track_ended, K::message_says_system}}},
    {"blocked in the settings",
     [] { return lost(in_voice_call(Engine::chromium), Permission::denied); },
     {C::revoked, certain, {}, {K::track_ended, K::permission_denied}}},
    {"set back to asking, and the new question closed",
     [] {
       Scene scene = lost(in_voice_call(Engine::chromium), Permission::prompt);
       return fail(scene.press(Action::try_again), says::chromium_dismissed);
     },
     {C::dismissed, certain, {}, {K::message_says_dismissed}}},
    {"unplugged, and no other is there",
     [] {
       return fail(lost(in_voice_call(Engine::chromium)).give(DevicesRead{0, 0}), says::chromium_not_found,
                   20);
     },
     {C::device_removed, certain, {}, {K::track_ended, K::device_list_empty}}},
    {"unplugged, and Firefox has another",
     [] {
       return lost(in_voice_call(Engine::gecko).give(DevicesRead{1, 0, true, false}));
     },
     {C::device_removed, certain, {}, {K::track_ended, K::device_list_lacks_it}}},
    {"Chromium finds no other either",
     [] { return lost_then_refused(page_in(Engine::chromium), says::chromium_not_found); },
     {C::device_removed, likely, {C::system_switched_off}, {K::track_ended, K::name_not_found}}},
    {"switched off in the system: Firefox lists it and does not find it",
     [] { return lost_then_refused(page_in(Engine::gecko, Os::macos), says::firefox_not_found); },
     {C::system_switched_off,
      likely,
      {C::device_removed},
      {K::track_ended, K::name_not_found, K::device_list_has_it}}},
    {"on Windows the privacy switch looks like another program",
     [] { return lost_then_refused(page_in(Engine::chromium, Os::windows), says::chromium_audio, 200); },
     {C::taken, likely, {C::system_switched_off, C::device_failed}, {K::track_ended, K::name_not_readable}}},
    {"another program has it now",
     [] { return lost_then_refused(page_in(Engine::chromium), says::chromium_audio, 200); },
     {C::taken, likely, {C::device_failed}, {K::track_ended, K::name_not_readable}}},
    {"another program has it now, and Chromium is sure",
     [] { return lost_then_refused(page_in(Engine::chromium), says::chromium_in_use, 200); },
     {C::taken, likely, {C::device_failed}, {K::track_ended, K::name_not_readable}}},
    {"Firefox cannot start it again",
     [] {
       return lost_then_refused(page_in(Engine::gecko), {"AbortError", "Starting audioinput failed"}, 300);
     },
     {C::taken, likely, {C::device_failed}, {K::track_ended, K::name_not_readable}}},
    {"Chromium cannot start it in time",
     [] {
       return lost_then_refused(page_in(Engine::chromium), {"AbortError", "Timeout starting video source"},
                                10'000);
     },
     {C::device_failed, likely, {C::device_busy}, {K::message_says_timeout}}},
    {"the driver fails",
     [] {
       return lost_then_refused(page_in(Engine::chromium), {"NotReadableError", "Audio device socket error"},
                                300);
     },
     {C::device_failed, likely, {C::device_busy}, {K::message_says_driver}}},
    {"Firefox asks for what it calls granted, and the visitor says no",
     [] { return lost_then_refused(page_in(Engine::gecko), says::firefox_denied, after_a_while); },
     {C::denied,
      likely,
      {C::blocked_temporarily, C::blocked_for_site, C::device_removed},
      {K::track_ended, K::name_not_allowed}}},
    {"the tab was long out of sight: a grant that is in use does not run out",
     [] { return lost(long_hidden_call(), Permission::prompt); },
     {C::reset, likely, {C::grant_expired}, {K::track_ended, K::permission_prompt}}},
    {"set back to asking",
     [] { return lost(in_voice_call(Engine::gecko), Permission::prompt); },
     {C::reset, likely, {C::grant_expired}, {K::track_ended, K::permission_prompt}}},
    {"switched off in the system: allowed, and still refused",
     [] { return lost_then_refused(page_in(Engine::chromium, Os::macos), says::chromium_denied); },
     {C::system_switched_off,
      likely,
      {C::reload_needed},
      {K::track_ended, K::permission_granted, K::name_not_allowed}}},
    {"taken away in a browser that tells no permissions",
     [] {
       Scene scene = on_page(phone(Engine::webkit, Os::ios), Permission::unknown);
       scene.press(Action::orb)
           .opens(voice)
           .give(TrackEnded{1})
           .permission(mic, Permission::unknown)
           .press(Action::try_again);
       return fail(scene, says::webkit_denied);
     },
     {C::revoked, likely, {C::system_switched_off, C::denied}, {K::track_ended, K::name_not_allowed}}},
    {"the computer slept",
     [] {
       return lost_while_muted(
           in_voice_call(Engine::chromium).give(PageChanged{true, true, false, false, 60'000}));
     },
     {C::slept, likely, {C::taken, C::device_removed}, {K::track_ended, K::clock_jumped}}},
    {"the browser froze the page",
     [] {
       return lost_while_muted(in_voice_call(Engine::chromium).give(PageChanged{false, false, true}));
     },
     {C::frozen, likely, {C::taken}, {K::track_ended, K::page_was_frozen}}},
    {"a phone put the page away",
     [] {
       return lost(call_on(phone(Engine::webkit, Os::ios)).give(PageChanged{false, false}));
     },
     {C::backgrounded, likely, {C::interrupted, C::taken}, {K::track_ended, K::page_hidden}}},
    {"the camera, for no reason given",
     [] {
       Scene scene = in_video_call(Engine::gecko);
       return scene.give(PageChanged{false, false}).give(TrackEnded{2}).permission(cam, Permission::granted);
     },
     {C::camera_lost, guess, {C::taken, C::device_removed, C::system_switched_off}, {K::track_ended}},
     Capability::camera},
    {"the microphone, for no reason given",
     [] { return lost_while_muted(in_voice_call(Engine::chromium)); },
     {C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {K::track_ended}}},
    {"while it is opened again, the loss explains nothing more",
     [] { return lost(in_voice_call(Engine::chromium)); },
     {C::none, certain, {}, {}}},
};

}  // namespace

TEST_CASE("causes of a loss during the call") { hold(cases); }

TEST_CASE("where the page has been explains the camera's loss too") {
  Scene scene = in_video_call(Engine::gecko);
  scene.give(PageChanged{true, true, false, false, 60'000}).give(PageChanged{false, false});
  scene.give(TrackEnded{2}).permission(cam, Permission::granted);
  CHECK(scene.verdict(cam) ==
        Verdict{C::slept, likely, {C::taken, C::device_removed}, {K::track_ended, K::clock_jumped}});
}

TEST_CASE("a short look at another tab, a nap of a second or a hidden page on a desk explain no loss") {
  for (const PageChanged& harmless :
       {PageChanged{false, false}, PageChanged{true, true, false, false, 5000}}) {
    Scene scene = lost_while_muted(in_voice_call(Engine::chromium).give(harmless));
    CHECK(scene.verdict().cause == C::taken);
    CHECK(scene.verdict().confidence == guess);
  }
}

TEST_CASE("who came back before it was lost long ago is not explained by that absence") {
  Scene scene = in_voice_call(Engine::chromium);
  scene.give(PageChanged{true, true, false, false, 60'000}).give(TimerFired{Timer::steady});
  CHECK(lost_while_muted(scene).verdict().cause == C::taken);
}
