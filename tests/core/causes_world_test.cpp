// Rows of the table that reports from the field and the engines' own sources have taught: each with its whole
// verdict.
#include "causes.hpp"

using namespace earshot;

namespace {

Environment of_version(Environment e, int version) {
  e.version = version;
  return e;
}
Environment without_media(Engine engine, int version) {
  Environment e = of_version(page_in(engine), version);
  e.media_devices = false;
  return e;
}
Environment web_view() {
  Environment e = phone(Engine::chromium, Os::android);
  e.in_app = true;
  return e;
}
const Environment firefox = of_version(page_in(Engine::gecko), 153);

Scene refused_and_read(const Environment& where, int elapsed_ms) {
  return refused(where, Permission::prompt, says::firefox_denied, elapsed_ms)
      .permission(mic, Permission::prompt);
}
Scene muted_for_long(Scene call, TrackId track) {
  return call.give(TrackMuted{track}).give(TimerFired{Timer::mute_lasts});
}
// The browser's question for a lost microphone ends, and nobody has answered it.
Scene cancelled_in_the_call(int elapsed_ms) {
  Scene scene = lost(in_voice_call(Engine::chromium), Permission::prompt).press(Action::try_again);
  return fail(scene, says::chromium_dismissed, elapsed_ms).permission(mic, Permission::prompt);
}

const Case cases[] = {
    {"a Firefox of today without mediaDevices: switched off",
     [] { return on_page(without_media(Engine::gecko, 153)); },
     {C::api_missing, likely, {C::stripped}, {K::no_media_devices}}},
    {"an old one",
     [] { return on_page(without_media(Engine::gecko, 20)); },
     {C::api_missing, certain, {}, {K::no_media_devices}}},
    {"stopped by a script of the page",
     [] {
       return in_voice_call(Engine::chromium).give(TrackStopped{1}).permission(mic, Permission::granted);
     },
     {C::off_by_site, certain, {}, {K::switched_by_site}}},
    {"lost, and the question for it was closed by nobody",
     [] { return cancelled_in_the_call(6); },
     {C::prompt_cancelled, likely, {C::dismissed}, {K::answered_by_nobody}}},
    {"lost, and closed by the visitor",
     [] { return cancelled_in_the_call(nobody_answers_ms); },
     {C::dismissed, certain, {}, {K::message_says_dismissed}}},
    {"asleep, and the permission is back at asking",
     [] {
       return lost(in_voice_call(Engine::chromium), Permission::prompt)
           .give(PageChanged{true, true, false, false, 60'000});
     },
     {C::grant_expired, likely, {C::reset}, {K::track_ended, K::permission_prompt, K::clock_jumped}}},
    {"stopped in Safari, or forgotten by it",
     [] { return lost(in_voice_call(Engine::webkit), Permission::prompt); },
     {C::grant_expired, likely, {C::reset}, {K::track_ended, K::permission_prompt}}},
    {"lost in Firefox while blocked",
     [] { return lost(in_voice_call(Engine::gecko), Permission::denied); },
     {C::blocked_for_site, likely, {C::taken, C::device_removed}, {K::track_ended, K::permission_denied}}},
    {"dismissed a second time on Android",
     [] {
       Scene scene =
           refused(phone(Engine::chromium, Os::android), Permission::prompt, says::chromium_dismissed);
       scene.permission(mic, Permission::prompt).press(Action::try_again);
       return fail(scene, says::chromium_dismissed).permission(mic, Permission::prompt);
     },
     {C::app_not_permitted, likely, {C::dismissed}, {K::message_says_dismissed, K::closed_twice_before}}},
    {"dismissed once on Android",
     [] {
       return refused(phone(Engine::chromium, Os::android), Permission::prompt, says::chromium_dismissed);
     },
     {C::dismissed, certain, {}, {K::message_says_dismissed}}},
    {"Firefox on Linux lists one and finds none",
     [] {
       return fail(on_page(firefox).give(DevicesRead{1, 1}).press(Action::orb), says::firefox_not_found, 9);
     },
     {C::no_device, likely, {C::device_failed}, {K::name_not_found}}},
    {"an Android app whose web view cannot read the microphone",
     [] { return refused(web_view(), Permission::unknown, says::chromium_audio, 80); },
     {C::app_not_permitted,
      likely,
      {C::device_busy, C::device_failed},
      {K::name_not_readable, K::inside_an_app}}},
    {"an app on a desk whose microphone cannot be read",
     [] {
       Environment e = page_in(Engine::chromium);
       e.in_app = true;
       return refused(e, Permission::unknown, says::chromium_audio, 80);
     },
     {C::device_busy, likely, {C::device_failed}, {K::name_not_readable}}},
    {"Firefox, before there could be a question",
     [] { return refused_and_read(firefox, no_question_ms - 1); },
     {C::prompt_cancelled,
      guess,
      {C::no_device, C::app_not_permitted},
      {K::name_not_allowed, K::answered_at_once}}},
    {"WebKit, faster than it shows a sheet, and not read since",
     [] { return refused(Engine::webkit, Permission::prompt, says::webkit_denied, 100); },
     {C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {K::name_not_allowed}}},
    {"Firefox on Android, without a dialog",
     [] { return refused_and_read(of_version(phone(Engine::gecko, Os::android), 153), 120); },
     {C::app_not_permitted,
      likely,
      {C::prompt_cancelled, C::blocked_for_site},
      {K::name_not_allowed, K::answered_at_once, K::permission_prompt}}},
    {"a TypeError in a browser of today: an extension has changed getUserMedia",
     [] {
       return refused(of_version(page_in(Engine::chromium), 150), Permission::prompt,
                      {"TypeError", "Cannot read properties of undefined (reading 'getUserMedia')"}, 2);
     },
     {C::stripped, guess, {C::unknown}, {K::name_not_supported}}},
    {"Firefox, before anybody could have answered",
     [] { return refused_and_read(firefox, no_question_ms); },
     {C::prompt_cancelled, likely, {C::denied}, {K::name_not_allowed, K::answered_by_nobody}}},
    {"Firefox, and nothing is blocked: \"Not now\"",
     [] { return refused_and_read(firefox, stored_answer_ms); },
     {C::dismissed, likely, {C::denied}, {K::name_not_allowed, K::permission_prompt}}},
    {"the same in a frame: one that may be asked was given the microphone",
     [] { return refused_and_read(of_version(framed(Engine::gecko), 153), 17); },
     {C::prompt_cancelled,
      guess,
      {C::no_device, C::app_not_permitted},
      {K::name_not_allowed, K::answered_at_once}}},
    {"Firefox, refused here and refused again: the tab's own block",
     [] {
       Scene scene = refused(firefox, Permission::prompt, says::firefox_denied, 2000);
       scene.permission(mic, Permission::denied).press(Action::try_again);
       return fail(scene, says::firefox_denied, at_once).permission(mic, Permission::denied);
     },
     {C::blocked_temporarily,
      likely,
      {C::blocked_for_site, C::managed_policy},
      {K::permission_denied, K::was_denied_before_asking}}},
    {"Firefox, blocked before, and nobody has answered here",
     [] { return refused(firefox, Permission::denied, says::firefox_denied, at_once); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::blocked_by_system},
      {K::permission_denied, K::was_denied_before_asking}}},
    {"a camera that Chromium mutes before its first picture",
     [] { return muted_for_long(in_video_call(Engine::chromium), 2); },
     {C::none, likely, {C::camera_not_started}, {K::track_muted, K::no_picture_yet}},
     Capability::camera},
    {"another app has the camera of a phone, and the voice goes on",
     [] { return muted_for_long(call_on(phone(Engine::webkit, Os::ios), true), 2); },
     {C::muted_by_browser, likely, {C::interrupted, C::camera_frozen, C::taken}, {K::track_muted}},
     Capability::camera},
    {"a phone call has both",
     [] { return muted_for_long(call_on(phone(Engine::webkit, Os::ios), true).give(TrackMuted{1}), 2); },
     {C::interrupted, likely, {C::muted_by_browser}, {K::track_muted}},
     Capability::camera},
    {"a program's sound in the place of a lost microphone",
     [] {
       return lost(in_voice_call(Engine::chromium)).opens({{mic, 2, true}});
     },
     {C::virtual_device, likely, {C::wrong_device}, {K::name_of_a_virtual_device}}},
    {"Firefox on Linux opens a monitor",
     [] {
       return arrived(Engine::gecko).press(Action::orb).opens({{mic, 1, true}});
     },
     {C::virtual_device, likely, {C::wrong_device}, {K::name_of_a_virtual_device}}},
    {"a sound from a program in Chromium may be a voice",
     [] {
       return arrived(Engine::chromium).press(Action::orb).opens({{mic, 1, true}});
     },
     {}},
};

}  // namespace

TEST_CASE("causes that the field has taught") { hold(cases); }
