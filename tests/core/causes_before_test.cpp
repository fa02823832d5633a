// The cause table, first part: what can be known before anybody is asked, and while the browser's question is
// open.
#include "causes.hpp"

using namespace earshot;

namespace {

// The voice is asked for, and nobody answers.
Scene asking(Engine engine, Permission state = Permission::prompt) {
  return arrived(engine, false, state).press(Action::orb);
}

const Case before_asking[] = {
    {"a page without https",
     [] {
       return on_page({.secure = false, .media_devices = false, .engine = Engine::chromium},
                      Permission::denied);
     },
     {C::insecure_page, certain, {}, {K::not_secure}}},
    {"inside another app, without the API",
     [] { return on_page({.media_devices = false, .in_app = true}, Permission::unknown); },
     {C::app_not_permitted, likely, {C::api_missing}, {K::no_media_devices, K::inside_an_app}}},
    {"a browser without the API",
     [] { return on_page({.media_devices = false}, Permission::unknown); },
     {C::api_missing, certain, {}, {K::no_media_devices}}},
    {"a sandboxed frame in Chromium, before the first request",
     [] { return on_page({.top_level = false, .opaque_origin = true, .engine = Engine::chromium}); },
     {C::opaque_origin, certain, {}, {K::origin_is_null}}},
    {"a frame that Chromium knows to be without `allow`",
     [] {
       return on_page(
           {.top_level = false, .microphone_policy = Policy::forbidden, .engine = Engine::chromium},
           Permission::denied);
     },
     {C::frame_not_delegated, certain, {C::policy_header}, {K::policy_forbids, K::framed}}},
    {"a page whose own header forbids it",
     [] {
       return on_page({.microphone_policy = Policy::forbidden, .engine = Engine::chromium},
                      Permission::denied);
     },
     {C::policy_header, certain, {}, {K::policy_forbids}}},
    {"a sandboxed frame, by Chromium's error alone",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"SecurityError", "Invalid security origin"}, 1);
     },
     {C::opaque_origin, likely, {C::insecure_page}, {K::name_security}}},
    {"a sandboxed frame in Firefox",
     [] {
       return refused({.top_level = false, .opaque_origin = true, .engine = Engine::gecko},
                      Permission::prompt, says::firefox_denied, at_once);
     },
     {C::opaque_origin, likely, {C::frame_not_delegated}, {K::origin_is_null, K::name_not_allowed}}},
    {"a sandboxed frame in WebKit",
     [] {
       return refused({.top_level = false, .opaque_origin = true, .engine = Engine::webkit},
                      Permission::denied, says::webkit_denied, 700);
     },
     {C::opaque_origin, likely, {C::frame_not_delegated}, {K::origin_is_null, K::name_not_allowed}}},
    {"a page that told Safari to play sound only",
     [] {
       return refused(Engine::webkit, Permission::prompt,
                      {"InvalidStateError", "AudioSession category is not compatible with audio capture"},
                      at_once);
     },
     {C::audio_session_clash, certain, {}, {K::message_says_audio_session}}},
    {"a page that is being left, in WebKit",
     [] {
       return refused(Engine::webkit, Permission::prompt,
                      {"InvalidStateError", "Document is not fully active"}, at_once);
     },
     {C::page_inactive, likely, {}, {K::name_invalid_state}}},
    {"nothing is wrong on arrival", [] { return arrived(Engine::chromium); }, {C::none, certain, {}, {}}},
};

const Case question_open[] = {
    {"the tab is hidden",
     [] {
       return asking(Engine::chromium).give(PageChanged{false, false});
     },
     {C::request_held, likely, {C::prompt_ignored}, {K::page_hidden}}},
    {"the tab is hidden for long",
     [] {
       return asking(Engine::webkit).give(PageChanged{false, false}).give(TimerFired{Timer::prompt_ignored});
     },
     {C::request_held, likely, {C::prompt_ignored}, {K::page_hidden}}},
    {"Firefox waits for its window",
     [] {
       return asking(Engine::gecko).give(PageChanged{true, false}).give(TimerFired{Timer::prompt_ignored});
     },
     {C::request_held, likely, {C::prompt_ignored}, {K::page_unfocused, K::prompt_open_for_long}}},
    {"Chromium takes the focus away with its own bubble",
     [] {
       return asking(Engine::chromium).give(PageChanged{true, false}).give(TimerFired{Timer::prompt_ignored});
     },
     {C::prompt_ignored, likely, {C::request_held}, {K::prompt_open_for_long}}},
    {"Firefox has been in front all the time",
     [] { return asking(Engine::gecko).give(TimerFired{Timer::prompt_ignored}); },
     {C::prompt_ignored, likely, {C::request_held}, {K::prompt_open_for_long}}},
    {"granted in Chromium, and the sound server hangs",
     [] {
       Scene scene = asking(Engine::chromium, Permission::granted);
       return scene.give(TimerFired{Timer::prompt_expected}).give(TimerFired{Timer::prompt_ignored});
     },
     {C::no_answer,
      guess,
      {C::request_held, C::device_failed},
      {K::permission_granted, K::no_answer_for_long}}},
    {"denied in Chromium, and another question of this tab comes first",
     [] {
       Scene scene = asking(Engine::chromium, Permission::denied);
       return scene.give(TimerFired{Timer::prompt_expected}).give(TimerFired{Timer::prompt_ignored});
     },
     {C::no_answer, guess, {C::request_held}, {K::permission_denied, K::no_answer_for_long}}},
    {"granted in Firefox, whose window is behind another one",
     [] {
       Scene scene = arrived(Engine::gecko, false, Permission::granted);
       return scene.give(PageChanged{true, false}).press(Action::orb);
     },
     {C::request_held, likely, {C::prompt_ignored}, {K::page_unfocused}}},
    {"granted in Firefox, which asks all the same",
     [] {
       Scene scene = asking(Engine::gecko, Permission::granted);
       return scene.give(TimerFired{Timer::prompt_expected})
           .give(TimerFired{Timer::prompt_expected})
           .give(TimerFired{Timer::prompt_ignored});
     },
     {C::prompt_ignored, likely, {C::request_held}, {K::prompt_open_for_long}}},
    {"the question has just opened",
     [] {
       return asking(Engine::gecko).give(PageChanged{true, false});
     },
     {C::none, certain, {}, {}}},
};

}  // namespace

TEST_CASE("causes that are known before asking") { hold(before_asking); }
TEST_CASE("causes while the question is open") { hold(question_open); }

TEST_CASE("each kind has a policy of its own") {
  const Environment e{
      .microphone_policy = Policy::allowed, .camera_policy = Policy::forbidden, .engine = Engine::chromium};
  Scene scene;
  scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{e});
  CHECK(scene.verdict(mic) == Verdict{});
  CHECK(scene.verdict(cam) == Verdict{C::policy_header, certain, {}, {K::policy_forbids}});
}

TEST_CASE("of a camera that the site does not want, nothing is said") {
  const Scene scene =
      on_page({.secure = false, .camera_policy = Policy::forbidden, .engine = Engine::chromium});
  CHECK(scene.verdict(cam) == Verdict{});
}
