// Evidence that almost fits a row of the cause table: with one part of it missing, that row must not be
// the verdict.
#include "causes.hpp"

using namespace earshot;

namespace {

constexpr Remembered never{mic, false, 0, 0};

// A new request is on its way in place of a lost track.
Scene replacing(Scene call) { return lost(std::move(call)); }

const Case nothing_wrong[] = {
    {"the visitor's own mute, which Safari shows as the browser's",
     [] {
       return in_voice_call(Engine::webkit)
           .press(Action::mute)
           .give(TrackMuted{1})
           .give(TimerFired{Timer::mute_lasts});
     },
     {}},
    {"a phone out of sight, and heard",
     [] {
       return call_on(phone(Engine::chromium, Os::android)).give(PageChanged{false, false});
     },
     {}},
    {"closed twice, in a browser that counts nothing",
     [] {
       return returning(Engine::gecko, Permission::prompt, {mic, true, 2, 3});
     },
     {}},
    {"closed twice, and allowed since",
     [] {
       return returning(Engine::chromium, Permission::granted, {mic, true, 2, 0});
     },
     {}},
    {"left open three times, and allowed since",
     [] {
       return returning(Engine::chromium, Permission::granted, {mic, true, 0, 3});
     },
     {}},
    {"a sandboxed frame that has not asked yet",
     [] { return on_page({.top_level = false, .opaque_origin = true, .engine = Engine::gecko}); },
     {}},
    {"inside an app, not asked yet",
     [] { return on_page({.engine = Engine::webkit, .os = Os::ios, .in_app = true}, Permission::unknown); },
     {}},
    {"Firefox on Android, not asked yet", [] { return on_page(phone(Engine::gecko, Os::android)); }, {}},
    {"Firefox on a Mac, not asked yet", [] { return on_page(page_in(Engine::gecko, Os::macos)); }, {}},
    {"granted on Android, not asked yet",
     [] { return on_page(phone(Engine::chromium, Os::android), Permission::granted); },
     {}},
    {"a frame without devices, not asked yet",
     [] {
       return on_page(framed(Engine::webkit)).give(DevicesRead{0, 0});
     },
     {}},
    {"somebody who was never asked, and may be",
     [] { return returning(Engine::chromium, Permission::prompt, never); },
     {}},
    {"in use although the list lacks it",
     [] {
       return in_voice_call(Engine::gecko).give(DevicesRead{1, 0, true, false});
     },
     {}},
    {"long out of sight, and live",
     [] {
       return in_voice_call(Engine::webkit)
           .give(PageChanged{false, false})
           .give(TimerFired{Timer::hidden_long})
           .permission(mic, Permission::prompt);
     },
     {}},
    {"no network, and no call",
     [] {
       return arrived(Engine::chromium).give(NetworkTested{false, false, false});
     },
     {}},
    {"only a relay is reached",
     [] {
       return in_voice_call(Engine::chromium).give(NetworkTested{false, true, false});
     },
     {}},
    {"only UDP is open",
     [] {
       return in_voice_call(Engine::chromium).give(NetworkTested{true, false, true});
     },
     {}},
    {"a cable in software that carries a voice",
     [] {
       Scene scene =
           arrived(Engine::chromium, false, Permission::granted).press(Action::orb).opens({{mic, 1, true}});
       return hear(scene, -30.0, 30'000);
     },
     {}},
    {"slept, and replaced",
     [] {
       return replacing(in_voice_call(Engine::chromium).give(PageChanged{true, true, false, false, 60'000}));
     },
     {}},
    {"frozen, and replaced",
     [] {
       return replacing(in_voice_call(Engine::chromium).give(PageChanged{false, false, true}));
     },
     {}},
    {"put away on a phone, and replaced when seen",
     [] {
       return lost(call_on(phone(Engine::webkit, Os::ios)).give(PageChanged{false, false}))
           .give(PageChanged{true, true});
     },
     {}},
    {"a grant for one time is over, and the browser asks anew",
     [] {
       Scene scene = in_voice_call(Engine::chromium)
                         .give(PageChanged{false, false})
                         .give(TimerFired{Timer::hidden_long});
       return lost(scene, Permission::prompt).give(PageChanged{true, true}).press(Action::try_again);
     },
     {}},
    {"replaced while the system has the sound",
     [] {
       Scene scene = in_voice_call(Engine::webkit)
                         .give(AudioContextChanged{AudioContextState::interrupted, ""})
                         .give(TimerFired{Timer::mute_lasts});
       return replacing(scene);
     },
     {C::interrupted, likely, {C::taken}, {K::track_ended, K::sound_taken_by_system}}},
    {"replaced while the far end may not be played",
     [] { return replacing(in_voice_call(Engine::webkit).give(OutputChanged{true})); },
     {}},
};

const Case something_else[] = {
    {"a camera that is muted while the visitor has muted the voice",
     [] {
       return in_video_call(Engine::gecko)
           .press(Action::mute)
           .give(TrackMuted{2})
           .give(TimerFired{Timer::mute_lasts});
     },
     {C::muted_by_browser, likely, {C::camera_frozen, C::taken}, {K::track_muted}},
     Capability::camera},
    {"closed three times, and the week is over",
     [] {
       return returning(Engine::chromium, Permission::prompt, {mic, true, 3, 0});
     },
     {C::dismissed, certain, {}, {K::closed_twice_before}}},
    {"left open four times, and the week is over",
     [] {
       return returning(Engine::chromium, Permission::prompt, {mic, false, 0, 4});
     },
     {C::prompt_ignored, certain, {}, {K::ignored_three_times}}},
    {"closed twice, and blocked since",
     [] {
       return returning(Engine::chromium, Permission::denied, {mic, true, 2, 0});
     },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system},
      {K::permission_denied}}},
    {"granted in Safari, which opens nothing for a hidden page",
     [] {
       return arrived(Engine::webkit, false, Permission::granted)
           .press(Action::orb)
           .give(PageChanged{false, false});
     },
     {C::request_held, likely, {C::prompt_ignored}, {K::page_hidden}}},
    {"lost for no reason, on Windows",
     [] { return lost_while_muted(call_on(page_in(Engine::chromium, Os::windows))); },
     {C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {K::track_ended}}},
    {"lost while long out of sight, and still granted",
     [] {
       return lost_while_muted(in_voice_call(Engine::chromium)
                                   .give(PageChanged{false, false})
                                   .give(TimerFired{Timer::hidden_long}));
     },
     {C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {K::track_ended}}},
    {"Chromium on Android finds no microphone",
     [] {
       return refused(phone(Engine::chromium, Os::android), Permission::granted, says::chromium_not_found,
                      90);
     },
     {C::app_not_permitted,
      likely,
      {C::no_device, C::device_failed},
      {K::name_not_found, K::every_phone_has_one}}},
    {"Chromium on Android finds no camera",
     [] { return camera_refused(phone(Engine::chromium, Os::android), says::chromium_not_found, 90); },
     {C::app_not_permitted,
      likely,
      {C::no_device, C::device_failed},
      {K::name_not_found, K::every_phone_has_one}},
     Capability::camera},
    {"Chromium on a Mac finds no microphone",
     [] {
       return refused(page_in(Engine::chromium, Os::macos), Permission::granted, says::chromium_not_found,
                      90);
     },
     {C::no_device, likely, {C::blocked_by_system}, {K::name_not_found}}},
    {"refused on Android by a person",
     [] {
       Scene scene = on_page(phone(Engine::chromium, Os::android));
       return fail(scene.press(Action::orb).permission(mic, Permission::denied), says::chromium_denied);
     },
     {C::denied, certain, {}, {K::name_not_allowed, K::answered_after_a_while, K::permission_denied}}},
    {"allowed anew, then set back to asking, then refused by a person",
     [] {
       Scene scene = arrived(Engine::chromium, false, Permission::denied)
                         .permission(mic, Permission::granted)
                         .permission(mic, Permission::prompt);
       return fail(scene.press(Action::orb), says::chromium_denied);
     },
     {C::denied, likely, {C::blocked_for_site}, {K::name_not_allowed, K::answered_after_a_while}}},
    {"WebKit's page of its own without devices",
     [] {
       return fail(on_page(page_in(Engine::webkit)).give(DevicesRead{0, 0}).press(Action::orb),
                   says::webkit_denied);
     },
     {C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {K::name_not_allowed}}},
    {"a frame in Firefox whose visitor says no",
     [] {
       return refused(framed(Engine::gecko), Permission::prompt, says::firefox_denied)
           .permission(mic, Permission::denied);
     },
     {C::denied, certain, {}, {K::name_not_allowed, K::answered_after_a_while, K::permission_denied}}},
    {"a frame that is denied, and whose request is on its way",
     [] { return on_page(framed(Engine::gecko), Permission::denied).press(Action::orb); },
     {}},
    {"denied to somebody who never answered, and the request on its way",
     [] { return returning(Engine::chromium, Permission::denied, never).press(Action::orb); },
     {}},
    {"denied in Chromium, and the request on its way: another question may come first",
     [] { return arrived(Engine::chromium, false, Permission::denied).press(Action::orb); },
     {}},
    {"denied in Firefox, and the request on its way",
     [] { return arrived(Engine::gecko, false, Permission::denied).press(Action::orb); },
     {}},
    {"denied at once while the question was to open, to somebody who never answered",
     [] {
       Scene scene = returning(Engine::chromium, Permission::prompt, never)
                         .press(Action::orb)
                         .permission(mic, Permission::denied);
       return fail(scene, says::chromium_denied, at_once);
     },
     {C::blocked_for_site,
      likely,
      {C::denied, C::default_block, C::managed_policy},
      {K::permission_denied, K::answered_at_once}}},
    {"refused at once by a browser that nobody knows",
     [] { return refused(Engine::other, Permission::prompt, says::chromium_denied, at_once); },
     {C::blocked_for_site, guess, {C::denied, C::stripped}, {K::name_not_allowed, K::answered_at_once}}},
};

}  // namespace

TEST_CASE("evidence that almost fits, and nothing is wrong") { hold(nothing_wrong); }
TEST_CASE("evidence that almost fits one cause, and is another") { hold(something_else); }

TEST_CASE("with no path for the sound and a microphone that is silent, the nearer trouble is named") {
  Scene scene = in_voice_call(Engine::chromium).give(NetworkTested{false, false, false});
  CHECK(hear(scene, zeros, silence_limit_ms).verdict().cause == C::silent);
}
