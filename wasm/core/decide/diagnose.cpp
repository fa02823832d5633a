#include "core/decide/diagnose.hpp"

namespace earshot {
namespace {

using C = Cause;
constexpr auto certain = Confidence::certain;
constexpr auto likely = Confidence::likely;
constexpr auto guess = Confidence::guess;

// clang-format off
#define WHEN(...) []([[maybe_unused]] const Look& at) { return __VA_ARGS__; }

// Read from the top: the first row that fits is the verdict. Shared evidence is said through the alternatives.
constexpr auto table = std::to_array<Reading>({
    // Before asking
    {WHEN(!at.environment().secure), C::insecure_page, certain, {}, {Clue::not_secure}},
    {WHEN(!at.environment().media_devices && at.environment().in_app),
     C::app_not_permitted, likely, {C::api_missing}, {Clue::no_media_devices, Clue::inside_an_app}},
    {WHEN(!at.environment().media_devices && at.environment().of_today()),  // switched off: Lockdown Mode, about:config
     C::api_missing, likely, {C::stripped}, {Clue::no_media_devices}},
    {WHEN(!at.environment().media_devices), C::api_missing, certain, {}, {Clue::no_media_devices}},
    {WHEN(at.environment().opaque_origin && at.engine(Engine::chromium)),
     C::opaque_origin, certain, {}, {Clue::origin_is_null}},
    {WHEN(at.policy_forbids() && !at.environment().top_level),
     C::frame_not_delegated, certain, {C::policy_header}, {Clue::policy_forbids, Clue::framed}},
    {WHEN(at.policy_forbids()),
     C::policy_header, certain, {}, {Clue::policy_forbids}},
    {WHEN(at.refused(Refusal::security)),  // Chromium: "Invalid security origin"
     C::opaque_origin, likely, {C::insecure_page}, {Clue::name_security}},
    {WHEN(at.bare() && at.environment().opaque_origin),  // Firefox and WebKit
     C::opaque_origin, likely, {C::frame_not_delegated}, {Clue::origin_is_null, Clue::name_not_allowed}},
    {WHEN(at.refused(Refusal::audio_session)),  // Safari
     C::audio_session_clash, certain, {}, {Clue::message_says_audio_session}},
    {WHEN(at.refused(Refusal::inactive)), C::page_inactive, likely, {}, {Clue::name_invalid_state}},

    // A prompt without an answer
    {WHEN(at.awaited() && at.hidden() && !at.answered_unseen()),
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_hidden}},
    {WHEN(at.unfocused()),  // Firefox: nothing is asked or opened before its window is in front
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_unfocused}},
    {WHEN(at.ignored() && !at.state.page.focused && at.engine(Engine::gecko)),
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_unfocused, Clue::prompt_open_for_long}},
    {WHEN(at.ignored() && !at.prompting() && at.denied()),  // another question of this tab comes first
     C::no_answer, guess, {C::request_held}, {Clue::permission_denied, Clue::no_answer_for_long}},
    {WHEN(at.ignored() && !at.prompting()),  // that, the system's question, or a sound server that hangs
     C::no_answer, guess, {C::request_held, C::device_failed},
      {Clue::permission_granted, Clue::no_answer_for_long}},
    {WHEN(at.ignored()),
     C::prompt_ignored, likely, {C::request_held}, {Clue::prompt_open_for_long}},

    // Lost during the call
    {WHEN(at.stopped() && at.refused(Refusal::none)), C::off_by_site, certain, {}, {Clue::switched_by_site}},
    {WHEN(at.device_gone()),  // WebKit: the track stays live
     C::device_removed, certain, {}, {Clue::device_list_empty}},
    {WHEN(at.lost() && at.refused(Refusal::by_system)),
     C::system_switched_off, certain, {}, {Clue::track_ended, Clue::message_says_system}},
    {WHEN(at.withdrawn() && at.denied() && !at.engine(Engine::gecko)),  // there "denied" ends no track
     C::revoked, certain, {}, {Clue::track_ended, Clue::permission_denied}},
    {WHEN(at.lost() && at.to_be_asked() && at.refused(Refusal::cancelled)),
     C::prompt_cancelled, likely, {C::dismissed}, {Clue::answered_by_nobody}},
    {WHEN(at.lost() && at.to_be_asked() && at.refused(Refusal::dismissed)),
     C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {WHEN(at.lost() && at.bare() && at.denied() && (at.engine(Engine::gecko) || !at.at_once())),
     // whatever ended it
     C::denied, likely, {C::blocked_for_site, C::blocked_temporarily, C::device_removed},
      {Clue::track_ended, Clue::name_not_allowed, Clue::permission_denied}},
    {WHEN(at.lost() && at.bare() && at.denied()),
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::device_removed},
      {Clue::track_ended, Clue::permission_denied, Clue::answered_at_once}},
    {WHEN(at.lost() && at.listed(Devices::absent)),
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_empty}},
    {WHEN(at.lost() && at.listed(Devices::others)),
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_lacks_it}},
    {WHEN(at.lost() && at.refused(Refusal::not_found) && at.engine(Engine::gecko) &&
          at.listed(Devices::present)),
     C::system_switched_off, likely, {C::device_removed},
      {Clue::track_ended, Clue::name_not_found, Clue::device_list_has_it}},
    {WHEN(at.lost() && at.refused(Refusal::not_found)),
     C::device_removed, likely, {C::system_switched_off}, {Clue::track_ended, Clue::name_not_found}},
    {WHEN(at.refused(Refusal::driver)),
     C::device_failed, likely, {C::device_busy}, {Clue::message_says_driver}},
    {WHEN(at.refused(Refusal::timed_out)),
     C::device_failed, likely, {C::device_busy}, {Clue::message_says_timeout}},
    {WHEN(at.lost() && at.refused(Refusal::not_readable) && at.on(Os::windows)),
     // as before a call
     C::taken, likely, {C::system_switched_off, C::device_failed},
      {Clue::track_ended, Clue::name_not_readable}},
    {WHEN(at.lost() && at.device_trouble()),
     C::taken, likely, {C::device_failed}, {Clue::track_ended, Clue::name_not_readable}},
    {WHEN(at.lost() && at.bare() && at.nothing_blocked() && at.fleeting()),
     // resistFingerprinting speaks so of a microphone that was unplugged
     C::device_removed, guess, {C::prompt_cancelled},
      {Clue::track_ended, Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.lost() && at.bare() && at.nothing_blocked() && at.at_once()),
     C::prompt_cancelled, likely, {C::dismissed}, {Clue::track_ended, Clue::answered_by_nobody}},
    {WHEN(at.lost() && at.bare() && at.nothing_blocked()),  // "Not now"
     C::dismissed, likely, {C::prompt_cancelled}, {Clue::track_ended, Clue::permission_prompt}},
    {WHEN(at.lost() && at.bare() && at.to_be_asked() && at.engine(Engine::webkit) && at.at_once()),
     // no sheet was shown
     C::system_switched_off, likely, {C::denied, C::blocked_for_site},
      {Clue::track_ended, Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.lost() && at.bare() && at.to_be_asked() && at.engine(Engine::webkit) && !at.at_once()),
     C::denied, likely, {C::blocked_for_site}, {Clue::track_ended, Clue::name_not_allowed}},
    {WHEN(at.lost() && at.bare() && at.engine(Engine::gecko) && at.on(Os::android)),  // Android's own permission
     C::app_not_permitted, likely, {C::denied, C::blocked_for_site},
      {Clue::track_ended, Clue::name_not_allowed}},
    {WHEN(at.lost() && at.bare() && at.engine(Engine::gecko)),  // whatever the permission says
     C::denied, likely, {C::blocked_temporarily, C::blocked_for_site, C::device_removed},
      {Clue::track_ended, Clue::name_not_allowed}},
    {WHEN(at.withdrawn() && at.to_be_asked() && at.away(Away::slept)),
     // Chromium: a one-time grant ends with the computer's sleep
     C::grant_expired, likely, {C::reset},
      {Clue::track_ended, Clue::permission_prompt, Clue::clock_jumped}},
    {WHEN(at.withdrawn() && at.to_be_asked() && at.engine(Engine::webkit)),
     // stopped in Safari, or forgotten by it
     C::grant_expired, likely, {C::reset}, {Clue::track_ended, Clue::permission_prompt}},
    {WHEN(at.withdrawn() && at.to_be_asked()),
     C::reset, likely, {C::grant_expired}, {Clue::track_ended, Clue::permission_prompt}},
    {WHEN(at.lost() && at.granted() && at.bare()),
     C::system_switched_off, likely, {C::reload_needed},
      {Clue::track_ended, Clue::permission_granted, Clue::name_not_allowed}},
    {WHEN(at.lost() && at.bare()),  // a browser that tells no permissions
     C::revoked, likely, {C::system_switched_off, C::denied}, {Clue::track_ended, Clue::name_not_allowed}},
    {WHEN(at.lost() && at.away(Away::slept)),
     C::slept, likely, {C::taken, C::device_removed}, {Clue::track_ended, Clue::clock_jumped}},
    {WHEN(at.lost() && at.away(Away::frozen)),
     C::frozen, likely, {C::taken}, {Clue::track_ended, Clue::page_was_frozen}},
    {WHEN(at.lost() && at.microphone() && at.state.call.audio == AudioContextState::interrupted),
     C::interrupted, likely, {C::taken}, {Clue::track_ended, Clue::sound_taken_by_system}},
    {WHEN(at.lost() && at.away(Away::hidden)),
     C::backgrounded, likely, {C::interrupted, C::taken}, {Clue::track_ended, Clue::page_hidden}},
    {WHEN(at.lost() && at.denied()),  // whatever ended it, this stands in the way now
     C::blocked_for_site, likely, {C::taken, C::device_removed}, {Clue::track_ended, Clue::permission_denied}},
    {WHEN(at.lost() && at.to_be_asked() && at.engine(Engine::gecko)),
     // with resistFingerprinting no list tells; and Firefox takes no device away for another program
     C::device_removed, guess, {C::revoked, C::taken}, {Clue::track_ended, Clue::permission_prompt}},
    {WHEN(at.lost() && at.camera()),
     C::camera_lost, guess, {C::taken, C::device_removed, C::system_switched_off}, {Clue::track_ended}},
    {WHEN(at.lost()),
     C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {Clue::track_ended}},

    // Refused, and the message says why
    {WHEN(at.refused(Refusal::by_system) && at.combined()),  // macOS says it of both where it forbids one
     C::blocked_by_system, likely, {C::browser_restart_needed}, {Clue::message_says_system}},
    {WHEN(at.refused(Refusal::by_system) && at.on(Os::macos)),
     C::blocked_by_system, certain, {C::browser_restart_needed, C::device_failed}, {Clue::message_says_system}},
    {WHEN(at.refused(Refusal::by_system)),
     C::blocked_by_system, certain, {C::device_failed}, {Clue::message_says_system}},
    {WHEN(at.refused(Refusal::gesture)), C::gesture_needed, certain, {}, {Clue::message_says_gesture}},
    {WHEN(at.refused(Refusal::unpressed)),  // WebKit, after a denial
     C::gesture_needed, likely, {C::blocked_by_system}, {Clue::name_not_allowed, Clue::no_press}},
    {WHEN(at.refused(Refusal::dismissed) && at.denied() && at.dismissed_twice()),  // the third, elsewhere perhaps
     C::embargoed, certain, {}, {Clue::message_says_dismissed, Clue::permission_denied}},
    {WHEN(at.refused(Refusal::dismissed) && at.denied()),
     // blocked in the settings while it was asked; or the third, and the others on earlier visits
     C::blocked_for_site, likely, {C::embargoed},
      {Clue::message_says_dismissed, Clue::permission_denied}},
    {WHEN(at.dismissed_to_the_end() && at.quiet_and_denied()),
     C::embargoed, certain, {}, {Clue::dismissed_three_times, Clue::permission_denied}},
    {WHEN(at.ignored_to_the_end() && at.quiet_and_denied()),
     C::embargoed, likely, {C::blocked_for_site}, {Clue::ignored_four_times, Clue::permission_denied}},
    {WHEN(at.refused(Refusal::dismissed) && at.on(Os::android) && at.seen().unanswered.dismissals > 1),
     // Chrome says so where Android's own question was refused
     C::app_not_permitted, likely, {C::dismissed}, {Clue::message_says_dismissed, Clue::closed_twice_before}},
    {WHEN(at.refused(Refusal::dismissed)), C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {WHEN(at.refused(Refusal::cancelled)), C::prompt_cancelled, likely, {C::dismissed}, {Clue::answered_by_nobody}},
    {WHEN(at.dismissed_too_often() && !at.held()),
     C::dismissed, certain, {}, {Clue::closed_twice_before}},
    {WHEN(at.ignored_too_often() && !at.held()),
     C::prompt_ignored, certain, {}, {Clue::ignored_three_times}},
    {WHEN(at.refused(Refusal::switched_off)),  // Chromium: no text, or "Killswitch on"
     C::abuse_block, likely, {C::managed_policy}, {Clue::name_not_allowed, Clue::message_is_unusual}},
    {WHEN(at.refused(Refusal::unusual)),  // a text that this version does not know
     C::denied, guess, {C::blocked_for_site, C::abuse_block},
      {Clue::name_not_allowed, Clue::message_is_unusual}},

    // The device
    {WHEN(at.refused(Refusal::second_microphone)),
     C::second_microphone, certain, {}, {Clue::message_says_second_microphone}},
    {WHEN(at.refused(Refusal::chosen_device)),  // or its id is another since the site's data was deleted
     C::chosen_device_gone, likely, {C::device_failed, C::no_device}, {Clue::constraint_device_id}},
    {WHEN(at.device_trouble() && at.just_let_go()),  // it may need a moment more
     C::unknown, likely, {C::device_failed, C::device_busy}, {Clue::closed_by_us}},
    {WHEN(at.refused(Refusal::not_found) && at.mobile()),
     // the system's own permission for the browser, or for the app around the page
     C::app_not_permitted, likely, {C::no_device, C::device_failed},
      {Clue::name_not_found, Clue::every_phone_has_one}},
    {WHEN(at.refused(Refusal::not_found) && at.engine(Engine::gecko) && at.listed(Devices::present) &&
          at.on(Os::linux)),
     // no such block there; resistFingerprinting always lists one of each
     C::no_device, likely, {C::device_failed}, {Clue::name_not_found}},
    {WHEN(at.refused(Refusal::not_found) && at.engine(Engine::gecko) && at.listed(Devices::present)),
     // Firefox hides a system block so
     C::blocked_by_system, likely, {C::no_device, C::browser_restart_needed},
      {Clue::name_not_found, Clue::device_list_has_it}},
    {WHEN(at.refused(Refusal::not_found) && at.engine(Engine::gecko) && at.on(Os::macos)),
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {WHEN(at.refused(Refusal::not_found) && at.engine(Engine::chromium)),
     // Chromium looks for a device before it looks at permission. A sandboxed or remote one finds none.
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {WHEN(at.refused(Refusal::not_found)),
     C::no_device, likely, {C::device_failed}, {Clue::name_not_found}},
    {WHEN(at.refused(Refusal::in_use)),
     C::device_busy, certain, {C::device_failed}, {Clue::message_says_in_use}},
    {WHEN(at.refused(Refusal::not_readable) && at.environment().in_app && at.on(Os::android)),
     // the app lacks MODIFY_AUDIO_SETTINGS
     C::app_not_permitted, likely, {C::device_busy, C::device_failed},
      {Clue::name_not_readable, Clue::inside_an_app}},
    {WHEN(at.refused(Refusal::not_readable) && at.on(Os::windows)),
     // the privacy switch looks the same
     C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {Clue::name_not_readable}},
    {WHEN(at.refused(Refusal::not_readable)),
     C::device_busy, likely, {C::device_failed}, {Clue::name_not_readable}},
    {WHEN(at.refused(Refusal::aborted)), C::device_busy, likely, {C::device_failed}, {Clue::name_abort}},
    {WHEN(at.refused(Refusal::overconstrained)),
     C::constraint_unmet, likely, {C::chosen_device_gone}, {Clue::name_overconstrained}},
    {WHEN(at.refused(Refusal::not_supported) && at.environment().of_today()),  // an extension breaks it
     C::stripped, guess, {C::unknown}, {Clue::name_not_supported}},
    {WHEN(at.refused(Refusal::not_supported)), C::api_missing, likely, {}, {Clue::name_not_supported}},

    // Refused with a bare "not allowed"
    {WHEN(at.bare() && at.environment().in_app),
     C::app_not_permitted, likely, {C::blocked_for_site, C::denied},
      {Clue::name_not_allowed, Clue::inside_an_app}},
    {WHEN(at.bare() && at.granted() && at.on(Os::android)),
     C::app_not_permitted, likely, {C::blocked_by_system, C::reload_needed},
      {Clue::name_not_allowed, Clue::permission_granted}},
    {WHEN(at.bare() && at.engine(Engine::gecko) && at.on(Os::android) && at.at_once() && at.to_be_asked()),
     // no dialog was shown: Android's own permission for Firefox
     C::app_not_permitted, likely, {C::prompt_cancelled, C::blocked_for_site},
      {Clue::name_not_allowed, Clue::answered_at_once, Clue::permission_prompt}},
    {WHEN(at.bare() && at.nothing_blocked() && at.fleeting()),
     // resistFingerprinting speaks so of a missing microphone
     C::prompt_cancelled, guess, {C::no_device, C::app_not_permitted},
      {Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.bare() && at.nothing_blocked() && at.at_once()),
     // another frame asks, or fullscreen began
     C::prompt_cancelled, likely, {C::denied}, {Clue::name_not_allowed, Clue::answered_by_nobody}},
    {WHEN(at.bare() && at.nothing_blocked() && !at.at_once()),  // "Not now"
     C::dismissed, likely, {C::denied}, {Clue::name_not_allowed, Clue::permission_prompt}},
    {WHEN(at.bare() && at.granted() && at.engine(Engine::gecko) && !at.at_once()),
     // it asks all the same
     C::denied, likely, {C::blocked_for_site},
      {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_granted}},
    {WHEN(at.bare() && at.granted() && at.granted_anew()),
     C::reload_needed, likely, {C::blocked_by_system},
      {Clue::name_not_allowed, Clue::permission_granted, Clue::was_denied_a_moment_ago}},
    {WHEN(at.bare() && at.granted() && at.engine(Engine::gecko)),
     C::blocked_temporarily, likely, {C::blocked_for_site, C::reload_needed},
      {Clue::name_not_allowed, Clue::permission_granted, Clue::answered_at_once}},
    {WHEN(at.bare() && at.granted()),
     C::blocked_by_system, likely, {C::reload_needed, C::browser_restart_needed, C::abuse_block},
      {Clue::name_not_allowed, Clue::permission_granted}},
    {WHEN(at.bare() && at.policy_unsaid() && at.listed(Devices::absent)),
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::name_not_allowed, Clue::device_list_empty}},
    {WHEN(at.bare() && at.maybe_undelegated() && at.at_once()),
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.bare() && at.maybe_undelegated() && at.denied_before()),
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::permission_denied, Clue::was_denied_before_asking}},
    {WHEN(at.bare() && at.denied_before() && at.shows_tab_blocks() && at.answered_here()),
     // for this tab and an hour; only what the visitor does there lifts it
     C::blocked_temporarily, likely, {C::blocked_for_site, C::managed_policy},
      {Clue::permission_denied, Clue::was_denied_before_asking}},
    {WHEN(at.bare() && at.denied_before() && at.never_asked()),
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {Clue::permission_denied, Clue::was_denied_before_asking, Clue::never_answered_here}},
    {WHEN(at.bare() && at.denied_before() && at.engine(Engine::chromium)),
     C::blocked_for_site, likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied, Clue::was_denied_before_asking}},
    {WHEN(at.bare() && at.denied_before()),
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::blocked_by_system},
      {Clue::permission_denied, Clue::was_denied_before_asking}},
    {WHEN(at.bare() && at.engine(Engine::webkit) && at.at_once() && at.reads_prompt()),
     // no sheet was shown: the system forbids it, of two kinds perhaps one
     C::blocked_by_system, likely, {C::blocked_for_site, C::denied},
      {Clue::name_not_allowed, Clue::answered_at_once, Clue::permission_prompt}},
    {WHEN(at.bare() && at.engine(Engine::webkit) && at.at_once() && at.denied()),  // stored: no press asks any more
     C::blocked_for_site, likely, {C::denied, C::default_block, C::blocked_by_system},
      {Clue::permission_denied, Clue::answered_at_once}},
    {WHEN(at.bare() && at.engine(Engine::webkit)),
     // one text for all
     C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {Clue::name_not_allowed}},
    {WHEN(at.bare() && at.denied() && !at.at_once()),
     C::denied, certain, {}, {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_denied}},
    {WHEN(at.bare() && at.denied()),
     C::blocked_for_site, likely, {C::denied, C::default_block, C::managed_policy},
      {Clue::permission_denied, Clue::answered_at_once}},
    {WHEN(at.bare() && at.engine(Engine::gecko) && at.at_once()),
     // hides behind "prompt"; resistFingerprinting speaks so of a missing microphone
     C::blocked_temporarily, likely, {C::blocked_for_site, C::no_device}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.bare() && at.engine(Engine::chromium) && at.to_be_asked() && at.at_once()),
     C::stripped, guess, {C::abuse_block, C::blocked_by_system},
      {Clue::name_not_allowed, Clue::permission_prompt, Clue::answered_at_once}},
    {WHEN(at.bare() && !at.at_once()),
     C::denied, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_after_a_while}},
    {WHEN(at.bare()),
     C::blocked_for_site, guess, {C::denied, C::stripped}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {WHEN(at.refused(Refusal::other)), C::unknown, guess, {}, {Clue::unknown_error}},

    // Not asked yet, and blocked already
    {WHEN(at.quiet_and_denied() && at.maybe_undelegated()),
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied}},
    {WHEN(at.quiet_and_denied() && at.never_asked()),
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {Clue::permission_denied, Clue::never_answered_here}},
    {WHEN(at.quiet_and_denied() && at.engine(Engine::chromium)),
     C::blocked_for_site, likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied}},
    {WHEN(at.quiet_and_denied()),
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::blocked_by_system},
      {Clue::permission_denied}},

    // Granted, and still not heard or seen
    {WHEN(at.held() && at.track().off_by_host), C::off_by_site, certain, {}, {Clue::switched_by_site}},
    {WHEN(at.muted_now() && at.mobile() && at.hidden()),
     C::backgrounded, likely, {C::interrupted}, {Clue::track_muted, Clue::page_hidden}},
    {WHEN(at.muted_for_long() && at.camera() && !at.track().pictured && !at.never_pictured() &&
          at.engine(Engine::chromium)),
     C::none, likely, {C::camera_not_started}, {Clue::track_muted, Clue::no_picture_yet}},
    {WHEN(at.muted_for_long() && at.camera() && at.mobile() && !at.both_muted()),
     // another app has the camera, or stands beside the browser
     C::muted_by_browser, likely, {C::interrupted, C::camera_frozen, C::taken}, {Clue::track_muted}},
    {WHEN(at.never_pictured()),
     C::camera_not_started, likely, {C::taken, C::camera_frozen}, {Clue::no_picture_yet}},
    {WHEN(at.muted_for_long() && at.mobile()),
     C::interrupted, likely, {C::muted_by_browser}, {Clue::track_muted}},
    {WHEN(at.muted_for_long() && at.camera() && at.engine(Engine::chromium)),
     // Chromium has no button that would mute a camera
     C::camera_frozen, likely, {C::taken}, {Clue::track_muted}},
    {WHEN(at.muted_for_long() && at.camera()),
     C::muted_by_browser, likely, {C::camera_frozen, C::taken}, {Clue::track_muted}},
    {WHEN(at.muted_for_long() && at.engine(Engine::chromium)),
     // follows the sound system's mute
     C::hardware_muted, likely, {C::muted_by_browser, C::interrupted}, {Clue::track_muted}},
    {WHEN(at.muted_for_long()),
     C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {Clue::track_muted}},
    {WHEN(at.sound_taken()),
     C::interrupted, likely, {}, {Clue::sound_taken_by_system}},
    {WHEN(at.without_pictures()),
     C::camera_frozen, likely, {C::taken, C::muted_by_browser}, {Clue::no_new_pictures}},
    {WHEN(at.held() && at.track().stands_in),  // a loudspeaker's monitor, as a rule: the far end's own voice
     C::virtual_device, likely, {C::wrong_device}, {Clue::name_of_a_virtual_device}},
    {WHEN(at.held() && at.is_virtual() && at.microphone() && at.engine(Engine::gecko) && at.on(Os::linux)),
     C::virtual_device, likely, {C::wrong_device}, {Clue::name_of_a_virtual_device}},
    {WHEN(at.starved()),
     C::capture_dead, likely, {C::taken, C::device_removed}, {Clue::no_samples}},
    {WHEN((at.silent() || at.sound_lost() || at.dead()) && at.no_output()),
     // Firefox measures nothing without an output; a new capture would be as silent
     C::no_output, likely, {C::silent}, {Clue::exact_silence, Clue::no_output_listed}},
    {WHEN(at.dead()),
     C::capture_dead, likely, {C::silent, C::taken}, {Clue::exact_silence, Clue::was_upset}},
    {WHEN(at.silent() && at.is_virtual()),
     C::virtual_device, likely, {C::silent, C::wrong_device},
      {Clue::exact_silence, Clue::name_of_a_virtual_device}},
    {WHEN(at.silent() && !at.engine(Engine::chromium)),
     // only Chromium fails when busy
     C::silent, likely, {C::device_busy, C::hardware_muted, C::wrong_device, C::blocked_by_system},
      {Clue::exact_silence}},
    {WHEN(at.silent()),
     C::silent, likely, {C::hardware_muted, C::wrong_device, C::blocked_by_system}, {Clue::exact_silence}},
    {WHEN(at.sound_lost()),
     C::silent, likely, {C::hardware_muted, C::interrupted, C::device_busy},
      {Clue::exact_silence, Clue::sound_before}},
    {WHEN(at.speaks_behind_mute()),
     C::speaking_while_muted, certain, {}, {Clue::speech_behind_mute}},
    {WHEN(at.held() && at.track().default_changed),
     C::default_changed, certain, {}, {Clue::default_is_another}},
    {WHEN(at.held() && at.state.visit.network == Network::blocked),
     C::network_blocked, likely, {}, {Clue::network_closed}},
    {WHEN(at.held() && at.microphone() && at.state.call.output_blocked),
     C::output_blocked, certain, {}, {Clue::playback_refused}},
    {WHEN(at.whispers() && at.is_virtual()),
     C::virtual_device, guess, {C::wrong_device, C::low_level},
      {Clue::never_above_a_whisper, Clue::name_of_a_virtual_device}},
    {WHEN(at.barely_audible()),  // nobody is so quiet: the input's volume is at nothing, or it is another microphone
     C::low_level, likely, {C::wrong_device, C::hardware_muted}, {Clue::as_good_as_silent}},
    {WHEN(at.whispers() && at.state.visit.several_microphones),
     C::wrong_device, guess, {C::low_level, C::none}, {Clue::never_above_a_whisper, Clue::others_are_there}},
    {WHEN(at.whispers()),
     C::low_level, guess, {C::none}, {Clue::never_above_a_whisper}},  // or one who only listens
    {WHEN(true), C::none, certain, {}, {}},
});

// Notifications: a permission without media, so what can be told of it is little.
constexpr auto notifications_table = std::to_array<Reading>({
    {WHEN(!at.environment().secure), C::insecure_page, certain, {}, {Clue::not_secure}},
    {WHEN(!at.environment().notifications), C::api_missing, certain, {}, {Clue::no_notifications}},
    {WHEN(at.state.notifications.permission == Permission::denied && at.state.notifications.refused),
     C::denied, likely, {C::blocked_for_site}, {Clue::permission_denied}},
    {WHEN(at.state.notifications.permission == Permission::denied && at.engine(Engine::chromium)),
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::embargoed},
      {Clue::permission_denied}},
    {WHEN(at.state.notifications.permission == Permission::denied),
     C::blocked_for_site, likely, {C::default_block, C::managed_policy}, {Clue::permission_denied}},
    {WHEN(at.state.notifications.permission == Permission::prompt && at.state.notifications.dismissals > 0),
     C::dismissed, likely, {}, {Clue::permission_prompt}},
    {WHEN(true), C::none, certain, {}, {}},
});
#undef WHEN
// clang-format on

template <std::size_t rows>
const Reading& first_fitting(const std::array<Reading, rows>& in, const Look& look) {
  for (const Reading& row : in)
    if (row.fits(look)) return row;
  return in.back();  // fits always
}

// A camera that the site does not want has nothing to be diagnosed.
const Reading& reading_of(const State& state, MediaKind kind) {
  if (kind == cam && !state.settings.camera) return table.back();
  return first_fitting(table, {state, kind});
}

Verdict verdict_of(const Reading& row) { return {row.cause, row.confidence, row.alternatives, row.evidence}; }

// How far down the list of what else fits the failed tries have led. The last one leads back to the first. A
// permission that still reads "denied" shows that nobody has touched it yet: that try may have been made
// without reading.
std::size_t failed_explanations(const State& state, MediaKind kind, const Reading& row) {
  const Observations& seen = state.device(kind).seen;
  if (seen.tries.told != row.cause) return 0;
  const std::size_t tries_each = seen.permission == Permission::denied ? 2 : 1;
  return (seen.tries.failed / tries_each) % (row.alternatives.size() + 1);
}

Verdict diagnose(const State& state, MediaKind kind) {
  const Reading& row = reading_of(state, kind);
  Verdict verdict = verdict_of(row);
  // What did not help goes to the end of the line.
  for (std::size_t failed = failed_explanations(state, kind, row); failed > 0; --failed) {
    const Cause next = verdict.alternatives[0];
    verdict.alternatives.rotate();
    verdict.alternatives.replace_last(verdict.cause);
    verdict.cause = next;
  }
  if (verdict.cause != row.cause) {
    verdict.confidence = guess;
    verdict.evidence.push_back(Clue::the_first_explanation_failed);
  }
  return verdict;
}

}  // namespace

std::span<const Reading> readings() { return table; }
std::span<const Reading> notifications_readings() { return notifications_table; }

Verdicts diagnose(const State& state) {
  return {diagnose(state, mic), diagnose(state, cam),
          verdict_of(first_fitting(notifications_table, {state, mic}))};
}

bool in_trouble(const State& state, MediaKind kind) { return cause_of(state, kind) != Cause::none; }

Cause first_cause_of(const State& state, MediaKind kind) { return reading_of(state, kind).cause; }

Cause cause_of(const State& state, MediaKind kind) {
  const Reading& row = reading_of(state, kind);
  const std::size_t failed = failed_explanations(state, kind, row);
  return failed > 0 ? row.alternatives[failed - 1] : row.cause;
}

}  // namespace earshot
