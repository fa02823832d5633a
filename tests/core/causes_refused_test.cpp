// The cause table, third part: what a refusal says, and what a permission says before anybody asks.
#include "causes.hpp"

using namespace earshot;

namespace {

// The permission changes while the prompt is open, as Chromium's does before it rejects.
Scene denied_in_the_prompt(Engine engine, says::Error error, int elapsed_ms) {
  Scene scene = arrived(engine);
  scene.press(Action::orb).permission(mic, Permission::denied);
  return fail(scene, error, elapsed_ms);
}

// Allowed in the settings after a block, which opens by itself, and refused all the same.
Scene allowed_anew_and_refused(Engine engine) {
  Scene scene = refused(engine, Permission::denied,
                        engine == Engine::gecko ? says::firefox_denied : says::chromium_denied, at_once);
  scene.permission(mic, Permission::granted);
  return fail(scene, engine == Engine::gecko ? says::firefox_denied : says::chromium_denied, at_once)
      .permission(mic, Permission::granted);
}

const Case message_tells[] = {
    {"by the system, on a Mac",
     [] { return refused(page_in(Engine::chromium, Os::macos), Permission::granted, says::chromium_system); },
     {C::blocked_by_system,
      certain,
      {C::browser_restart_needed, C::device_failed},
      {K::message_says_system}}},
    {"by the system, elsewhere, whatever the permission says",
     [] {
       return refused(page_in(Engine::chromium, Os::chromeos), Permission::denied, says::chromium_system);
     },
     {C::blocked_by_system, certain, {C::device_failed}, {K::message_says_system}}},
    {"without a press",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"NotAllowedError", "No transient activation"},
                      at_once);
     },
     {C::gesture_needed, certain, {}, {K::message_says_gesture}}},
    {"WebKit, unasked, after a denial",
     [] {
       Scene scene = refused(Engine::webkit, Permission::prompt, says::webkit_denied);
       scene.permission(mic, Permission::denied).permission(mic, Permission::granted);
       return scene.give(RequestFailed{scene.s.request, says::webkit_denied.name, says::webkit_denied.message,
                                       "", 2, false});
     },
     {C::gesture_needed, likely, {C::blocked_by_system}, {K::name_not_allowed, K::no_press}}},
    {"closed twice, and then denied: the third one was closed in another tab",
     [] {
       Scene scene = refused(Engine::chromium, Permission::prompt, says::chromium_dismissed);
       fail(scene.press(Action::try_again), says::chromium_dismissed);
       return scene.permission(mic, Permission::denied);
     },
     {C::embargoed, certain, {}, {K::message_says_dismissed, K::permission_denied}}},
    {"\"dismissed\", and yet denied: blocked in the settings meanwhile, or closed on earlier visits",
     [] { return denied_in_the_prompt(Engine::chromium, says::chromium_dismissed, 4000); },
     {C::blocked_for_site, likely, {C::embargoed}, {K::message_says_dismissed, K::permission_denied}}},
    {"closed three times, asked once more",
     [] {
       return returning(Engine::chromium, Permission::denied, {mic, true, 3, 0});
     },
     {C::embargoed, certain, {}, {K::dismissed_three_times, K::permission_denied}}},
    {"left open four times",
     [] {
       return returning(Engine::chromium, Permission::denied, {mic, false, 0, 4});
     },
     {C::embargoed, likely, {C::blocked_for_site}, {K::ignored_four_times, K::permission_denied}}},
    {"closed",
     [] { return refused(Engine::chromium, Permission::prompt, says::chromium_dismissed); },
     {C::dismissed, certain, {}, {K::message_says_dismissed}}},
    {"closed twice on earlier visits",
     [] {
       return returning(Engine::chromium, Permission::prompt, {mic, true, 2, 0});
     },
     {C::dismissed, certain, {}, {K::closed_twice_before}}},
    {"left open three times on earlier visits",
     [] {
       return returning(Engine::chromium, Permission::prompt, {mic, false, 0, 3});
     },
     {C::prompt_ignored, certain, {}, {K::ignored_three_times}}},
    {"without a word",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"NotAllowedError", ""}, at_once);
     },
     {C::abuse_block, likely, {C::managed_policy}, {K::name_not_allowed, K::message_is_unusual}}},
    {"switched off from afar",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"NotAllowedError", "Killswitch on"}, at_once);
     },
     {C::abuse_block, likely, {C::managed_policy}, {K::name_not_allowed, K::message_is_unusual}}},
    {"in words that nobody knows yet",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"NotAllowedError", "Capture is restricted here"},
                      at_once);
     },
     {C::denied, guess, {C::blocked_for_site, C::abuse_block}, {K::name_not_allowed, K::message_is_unusual}}},
};

const Case bare[] = {
    {"WebKit refuses without a sheet, and says denied: a stored answer",
     [] {
       Scene scene = refused(page_in(Engine::webkit, Os::macos), Permission::prompt, says::webkit_denied, 40);
       return scene.permission(mic, Permission::denied);
     },
     {C::blocked_for_site,
      likely,
      {C::denied, C::default_block, C::blocked_by_system},
      {K::permission_denied, K::answered_at_once}}},
    {"inside another app",
     [] {
       return refused({.engine = Engine::webkit, .os = Os::ios, .form = Form::mobile, .in_app = true},
                      Permission::unknown, says::webkit_denied);
     },
     {C::app_not_permitted,
      likely,
      {C::blocked_for_site, C::denied},
      {K::name_not_allowed, K::inside_an_app}}},
    {"granted to the site, but Android keeps it from the browser",
     [] {
       return refused(phone(Engine::chromium, Os::android), Permission::granted, says::chromium_denied,
                      at_once);
     },
     {C::app_not_permitted,
      likely,
      {C::blocked_by_system, C::reload_needed},
      {K::name_not_allowed, K::permission_granted}}},
    {"granted a moment ago, and this page does not know yet",
     [] { return allowed_anew_and_refused(Engine::gecko); },
     {C::reload_needed,
      likely,
      {C::blocked_by_system},
      {K::name_not_allowed, K::permission_granted, K::was_denied_a_moment_ago}}},
    {"granted, and Firefox asks all the same",
     [] { return refused(Engine::gecko, Permission::granted, says::firefox_denied); },
     {C::denied,
      likely,
      {C::blocked_for_site},
      {K::name_not_allowed, K::answered_after_a_while, K::permission_granted}}},
    {"granted, and Firefox remembers a no for this tab",
     [] { return refused(Engine::gecko, Permission::granted, says::firefox_denied, at_once); },
     {C::blocked_temporarily,
      likely,
      {C::blocked_for_site, C::reload_needed},
      {K::name_not_allowed, K::permission_granted, K::answered_at_once}}},
    {"granted all along",
     [] {
       return refused(page_in(Engine::chromium, Os::macos), Permission::granted, says::chromium_denied, 60);
     },
     {C::blocked_by_system,
      likely,
      {C::reload_needed, C::browser_restart_needed, C::abuse_block},
      {K::name_not_allowed, K::permission_granted}}},
    {"a frame that is shown no devices",
     [] {
       Scene scene = on_page(framed(Engine::webkit)).give(DevicesRead{0, 0});
       return fail(scene.press(Action::orb), says::webkit_denied, 900);
     },
     {C::frame_not_delegated,
      likely,
      {C::blocked_for_site},
      {K::framed, K::name_not_allowed, K::device_list_empty}}},
    {"a frame that is refused at once",
     [] { return refused(framed(Engine::gecko), Permission::prompt, says::firefox_denied, 10); },
     {C::frame_not_delegated,
      likely,
      {C::blocked_for_site},
      {K::framed, K::name_not_allowed, K::answered_at_once}}},
    {"a frame that was denied before it asked",
     [] { return refused(framed(Engine::webkit), Permission::denied, says::webkit_denied, 900); },
     {C::frame_not_delegated,
      likely,
      {C::blocked_for_site},
      {K::framed, K::permission_denied, K::was_denied_before_asking}}},
    {"denied before asking, to somebody who never answered",
     [] {
       return fail(returning(Engine::chromium, Permission::denied, {mic, false, 0, 0}).press(Action::orb),
                   says::chromium_denied, at_once);
     },
     {C::default_block,
      likely,
      {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {K::permission_denied, K::was_denied_before_asking, K::never_answered_here}}},
    {"denied before asking in Chromium",
     [] { return refused(Engine::chromium, Permission::denied, says::chromium_denied, at_once); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system},
      {K::permission_denied, K::was_denied_before_asking}}},
    {"denied before asking in Firefox, which blocks nobody for a week",
     [] { return refused(Engine::gecko, Permission::denied, says::firefox_denied, at_once); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::blocked_by_system},
      {K::permission_denied, K::was_denied_before_asking}}},
    {"WebKit, faster than it shows a sheet",
     [] {
       return refused(Engine::webkit, Permission::prompt, says::webkit_denied, 100)
           .permission(mic, Permission::prompt);
     },
     {C::blocked_by_system,
      likely,
      {C::blocked_for_site, C::denied},
      {K::name_not_allowed, K::answered_at_once, K::permission_prompt}}},
    {"WebKit has one text for everything",
     [] { return refused(Engine::webkit, Permission::prompt, says::webkit_denied, 2800); },
     {C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {K::name_not_allowed}}},
    {"just now, by somebody who took the time",
     [] { return denied_in_the_prompt(Engine::chromium, says::chromium_denied, after_a_while); },
     {C::denied, certain, {}, {K::name_not_allowed, K::answered_after_a_while, K::permission_denied}}},
    {"denied, and faster than anybody reads",
     [] { return denied_in_the_prompt(Engine::chromium, says::chromium_denied, at_once); },
     {C::blocked_for_site,
      likely,
      {C::denied, C::default_block, C::managed_policy},
      {K::permission_denied, K::answered_at_once}}},
    {"Firefox remembers a no for this tab",
     [] { return refused(Engine::gecko, Permission::prompt, says::firefox_denied, at_once); },
     {C::blocked_temporarily,
      likely,
      {C::blocked_for_site, C::no_device},
      {K::name_not_allowed, K::answered_at_once}}},
    {"Chromium would have asked, and something was faster",
     [] { return refused(Engine::chromium, Permission::prompt, says::chromium_denied, at_once); },
     {C::stripped,
      guess,
      {C::abuse_block, C::blocked_by_system},
      {K::name_not_allowed, K::permission_prompt, K::answered_at_once}}},
    {"after a while, the permission not read yet",
     [] { return refused(Engine::gecko, Permission::prompt, says::firefox_denied); },
     {C::denied, likely, {C::blocked_for_site}, {K::name_not_allowed, K::answered_after_a_while}}},
    {"at once, by a browser that tells no permissions",
     [] { return refused(Engine::chromium, Permission::unknown, says::chromium_denied, at_once); },
     {C::blocked_for_site, guess, {C::denied, C::stripped}, {K::name_not_allowed, K::answered_at_once}}},
    {"an error with a new name",
     [] {
       return refused(Engine::chromium, Permission::prompt, {"SomethingNewError", "nobody knows"});
     },
     {C::unknown, guess, {}, {K::unknown_error}}},
    {"a stream without what was asked for",
     [] { return arrived(Engine::chromium).press(Action::orb).opens({}); },
     {C::unknown, guess, {}, {K::unknown_error}}},
};

const Case not_asked_yet[] = {
    {"a frame",
     [] { return on_page(framed(Engine::gecko), Permission::denied); },
     {C::frame_not_delegated, likely, {C::blocked_for_site}, {K::framed, K::permission_denied}}},
    {"somebody who never answered",
     [] {
       return returning(Engine::chromium, Permission::denied, {mic, false, 0, 0});
     },
     {C::default_block,
      likely,
      {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {K::permission_denied, K::never_answered_here}}},
    {"somebody who once did",
     [] {
       return returning(Engine::chromium, Permission::denied, {mic, true, 0, 0});
     },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system},
      {K::permission_denied}}},
    {"nobody knows",
     [] { return arrived(Engine::chromium, false, Permission::denied); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system},
      {K::permission_denied}}},
    {"nobody knows, and the browser blocks nobody for a week",
     [] { return arrived(Engine::webkit, false, Permission::denied); },
     {C::blocked_for_site,
      likely,
      {C::default_block, C::managed_policy, C::blocked_by_system},
      {K::permission_denied}}},
};

}  // namespace

TEST_CASE("causes of a refusal whose message tells") { hold(message_tells); }
TEST_CASE("causes of a refusal that says only \"not allowed\"") { hold(bare); }
TEST_CASE("causes of a permission that is denied before anybody asks") { hold(not_asked_yet); }

TEST_CASE("a frame that was given the microphone is blocked like any page") {
  Environment e = framed(Engine::chromium);
  e.microphone_policy = Policy::allowed;
  CHECK(on_page(e, Permission::denied).verdict().cause == C::blocked_for_site);
  CHECK(refused(e, Permission::denied, says::chromium_denied, at_once).verdict().cause ==
        C::blocked_for_site);
  CHECK(refused(e, Permission::prompt, says::chromium_denied, at_once).verdict().cause == C::stripped);
}

TEST_CASE("while a track lives or an answer is awaited, a permission that reads \"denied\" is no news") {
  CHECK(in_voice_call(Engine::gecko).permission(mic, Permission::denied).verdict() == Verdict{});
}
