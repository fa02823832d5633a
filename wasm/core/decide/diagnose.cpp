#include "core/decide/diagnose.hpp"
#include "core/values/packed.hpp"

namespace earshot {
namespace {

using C = Cause;
constexpr auto certain = Confidence::certain;
constexpr auto likely = Confidence::likely;
constexpr auto guess = Confidence::guess;

#define EARSHOT_PHRASE(name) [[maybe_unused]] constexpr When name = Phrase::name;
EARSHOT_PHRASES(EARSHOT_PHRASE)
#undef EARSHOT_PHRASE
constexpr When chromium{Phrase::first_engine, Engine::chromium};
constexpr When gecko{Phrase::first_engine, Engine::gecko};
constexpr When webkit{Phrase::first_engine, Engine::webkit};
constexpr When on(Os os) { return {Phrase::first_os, os}; }
constexpr When refused(Refusal refusal) { return {Phrase::first_refusal, refusal}; }
constexpr When bare = refused(Refusal::not_allowed);  // with nothing but "not allowed"
constexpr When listed(Devices devices) { return {Phrase::first_devices, devices}; }
constexpr When away(Away away) { return {Phrase::first_away, away}; }
constexpr When always{};

// clang-format off
// Read from the top: the first row that fits is the verdict. Shared evidence is said through the alternatives.
constexpr auto table = std::to_array<Reading>({
    // Before asking
    {!secure, C::insecure_page, certain, {}, {Clue::not_secure}},
    {!media_devices && in_app,
     C::app_not_permitted, likely, {C::api_missing}, {Clue::no_media_devices, Clue::inside_an_app}},
    {!media_devices && of_today,  // switched off: Lockdown Mode, about:config
     C::api_missing, likely, {C::stripped}, {Clue::no_media_devices}},
    {!media_devices, C::api_missing, certain, {}, {Clue::no_media_devices}},
    {opaque_origin && chromium,
     C::opaque_origin, certain, {}, {Clue::origin_is_null}},
    {policy_forbids && !top_level,
     C::frame_not_delegated, certain, {C::policy_header}, {Clue::policy_forbids, Clue::framed}},
    {policy_forbids,
     C::policy_header, certain, {}, {Clue::policy_forbids}},
    {refused(Refusal::security),  // Chromium: "Invalid security origin"
     C::opaque_origin, likely, {C::insecure_page}, {Clue::name_security}},
    {bare && opaque_origin,  // Firefox and WebKit
     C::opaque_origin, likely, {C::frame_not_delegated}, {Clue::origin_is_null, Clue::name_not_allowed}},
    {refused(Refusal::audio_session),  // Safari
     C::audio_session_clash, certain, {}, {Clue::message_says_audio_session}},
    {refused(Refusal::inactive), C::page_inactive, likely, {}, {Clue::name_invalid_state}},

    // A prompt without an answer
    {awaited && hidden && !answered_unseen,
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_hidden}},
    {unfocused,  // Firefox: nothing is asked or opened before its window is in front
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_unfocused}},
    {ignored && !focused && gecko,
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_unfocused, Clue::prompt_open_for_long}},
    {ignored && !prompting && denied,  // another question of this tab comes first
     C::no_answer, guess, {C::request_held}, {Clue::permission_denied, Clue::no_answer_for_long}},
    {ignored && !prompting,  // that, the system's question, or a sound server that hangs
     C::no_answer, guess, {C::request_held, C::device_failed},
      {Clue::permission_granted, Clue::no_answer_for_long}},
    {ignored,
     C::prompt_ignored, likely, {C::request_held}, {Clue::prompt_open_for_long}},

    // Lost during the call
    {stopped && refused(Refusal::none), C::off_by_site, certain, {}, {Clue::switched_by_site}},
    {device_gone,  // WebKit: the track stays live
     C::device_removed, certain, {}, {Clue::device_list_empty}},
    {lost && refused(Refusal::by_system),
     C::system_switched_off, certain, {}, {Clue::track_ended, Clue::message_says_system}},
    {withdrawn && denied && !gecko,  // there "denied" ends no track
     C::revoked, certain, {}, {Clue::track_ended, Clue::permission_denied}},
    {lost && to_be_asked && refused(Refusal::cancelled),
     C::prompt_cancelled, likely, {C::dismissed}, {Clue::answered_by_nobody}},
    {lost && to_be_asked && refused(Refusal::dismissed),
     C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {lost && bare && denied && denied_in_person,
     // whatever ended it
     C::denied, likely, {C::blocked_for_site, C::blocked_temporarily, C::device_removed},
      {Clue::track_ended, Clue::name_not_allowed, Clue::permission_denied}},
    {lost && bare && denied,
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::device_removed},
      {Clue::track_ended, Clue::permission_denied, Clue::answered_at_once}},
    {lost && listed(Devices::absent),
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_empty}},
    {lost && listed(Devices::others),
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_lacks_it}},
    {lost && refused(Refusal::not_found) && gecko && listed(Devices::present),
     C::system_switched_off, likely, {C::device_removed},
      {Clue::track_ended, Clue::name_not_found, Clue::device_list_has_it}},
    {lost && refused(Refusal::not_found),
     C::device_removed, likely, {C::system_switched_off}, {Clue::track_ended, Clue::name_not_found}},
    {refused(Refusal::driver),
     C::device_failed, likely, {C::device_busy}, {Clue::message_says_driver}},
    {refused(Refusal::timed_out),
     C::device_failed, likely, {C::device_busy}, {Clue::message_says_timeout}},
    {lost && refused(Refusal::not_readable) && on(Os::windows),
     // as before a call
     C::taken, likely, {C::system_switched_off, C::device_failed},
      {Clue::track_ended, Clue::name_not_readable}},
    {lost && device_trouble,
     C::taken, likely, {C::device_failed}, {Clue::track_ended, Clue::name_not_readable}},
    {lost && bare && nothing_blocked && fleeting,
     // resistFingerprinting speaks so of a microphone that was unplugged
     C::device_removed, guess, {C::prompt_cancelled},
      {Clue::track_ended, Clue::name_not_allowed, Clue::answered_at_once}},
    {lost && bare && nothing_blocked && at_once,
     C::prompt_cancelled, likely, {C::dismissed}, {Clue::track_ended, Clue::answered_by_nobody}},
    {lost && bare && nothing_blocked,  // "Not now"
     C::dismissed, likely, {C::prompt_cancelled}, {Clue::track_ended, Clue::permission_prompt}},
    {lost && bare && to_be_asked && webkit && at_once,
     // no sheet was shown
     C::system_switched_off, likely, {C::denied, C::blocked_for_site},
      {Clue::track_ended, Clue::name_not_allowed, Clue::answered_at_once}},
    {lost && bare && to_be_asked && webkit && !at_once,
     C::denied, likely, {C::blocked_for_site}, {Clue::track_ended, Clue::name_not_allowed}},
    {lost && bare && gecko && on(Os::android),  // Android's own permission
     C::app_not_permitted, likely, {C::denied, C::blocked_for_site},
      {Clue::track_ended, Clue::name_not_allowed}},
    {lost && bare && gecko,  // whatever the permission says
     C::denied, likely, {C::blocked_temporarily, C::blocked_for_site, C::device_removed},
      {Clue::track_ended, Clue::name_not_allowed}},
    {withdrawn && to_be_asked && away(Away::slept),
     // Chromium: a one-time grant ends with the computer's sleep
     C::grant_expired, likely, {C::reset},
      {Clue::track_ended, Clue::permission_prompt, Clue::clock_jumped}},
    {withdrawn && to_be_asked && webkit,
     // stopped in Safari, or forgotten by it
     C::grant_expired, likely, {C::reset}, {Clue::track_ended, Clue::permission_prompt}},
    {withdrawn && to_be_asked,
     C::reset, likely, {C::grant_expired}, {Clue::track_ended, Clue::permission_prompt}},
    {lost && granted && bare,
     C::system_switched_off, likely, {C::reload_needed},
      {Clue::track_ended, Clue::permission_granted, Clue::name_not_allowed}},
    {lost && bare,  // a browser that tells no permissions
     C::revoked, likely, {C::system_switched_off, C::denied}, {Clue::track_ended, Clue::name_not_allowed}},
    {lost && away(Away::slept),
     C::slept, likely, {C::taken, C::device_removed}, {Clue::track_ended, Clue::clock_jumped}},
    {lost && away(Away::frozen),
     C::frozen, likely, {C::taken}, {Clue::track_ended, Clue::page_was_frozen}},
    {lost && sound_interrupted,
     C::interrupted, likely, {C::taken}, {Clue::track_ended, Clue::sound_taken_by_system}},
    {lost && away(Away::hidden),
     C::backgrounded, likely, {C::interrupted, C::taken}, {Clue::track_ended, Clue::page_hidden}},
    {lost && denied,  // whatever ended it, this stands in the way now
     C::blocked_for_site, likely, {C::taken, C::device_removed}, {Clue::track_ended, Clue::permission_denied}},
    {lost && to_be_asked && gecko,
     // with resistFingerprinting no list tells; and Firefox takes no device away for another program
     C::device_removed, guess, {C::revoked, C::taken}, {Clue::track_ended, Clue::permission_prompt}},
    {lost && camera,
     C::camera_lost, guess, {C::taken, C::device_removed, C::system_switched_off}, {Clue::track_ended}},
    {lost,
     C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {Clue::track_ended}},

    // Refused, and the message says why
    {refused(Refusal::by_system) && combined,  // macOS says it of both where it forbids one
     C::blocked_by_system, likely, {C::browser_restart_needed}, {Clue::message_says_system}},
    {refused(Refusal::by_system) && on(Os::macos),
     C::blocked_by_system, certain, {C::browser_restart_needed, C::device_failed}, {Clue::message_says_system}},
    {refused(Refusal::by_system),
     C::blocked_by_system, certain, {C::device_failed}, {Clue::message_says_system}},
    {refused(Refusal::gesture), C::gesture_needed, certain, {}, {Clue::message_says_gesture}},
    {refused(Refusal::unpressed),  // WebKit, after a denial
     C::gesture_needed, likely, {C::blocked_by_system}, {Clue::name_not_allowed, Clue::no_press}},
    {refused(Refusal::dismissed) && denied && dismissed_twice,  // the third, elsewhere perhaps
     C::embargoed, certain, {}, {Clue::message_says_dismissed, Clue::permission_denied}},
    {refused(Refusal::dismissed) && denied,
     // blocked in the settings while it was asked; or the third, and the others on earlier visits
     C::blocked_for_site, likely, {C::embargoed},
      {Clue::message_says_dismissed, Clue::permission_denied}},
    {dismissed_to_the_end && quiet_and_denied,
     C::embargoed, certain, {}, {Clue::dismissed_three_times, Clue::permission_denied}},
    {ignored_to_the_end && quiet_and_denied,
     C::embargoed, likely, {C::blocked_for_site}, {Clue::ignored_four_times, Clue::permission_denied}},
    {refused(Refusal::dismissed) && on(Os::android) && dismissed_twice,
     // Chrome says so where Android's own question was refused
     C::app_not_permitted, likely, {C::dismissed}, {Clue::message_says_dismissed, Clue::closed_twice_before}},
    {refused(Refusal::dismissed), C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {refused(Refusal::cancelled), C::prompt_cancelled, likely, {C::dismissed}, {Clue::answered_by_nobody}},
    {dismissed_too_often && !held,
     C::dismissed, certain, {}, {Clue::closed_twice_before}},
    {ignored_too_often && !held,
     C::prompt_ignored, certain, {}, {Clue::ignored_three_times}},
    {refused(Refusal::switched_off),  // Chromium: no text, or "Killswitch on"
     C::abuse_block, likely, {C::managed_policy}, {Clue::name_not_allowed, Clue::message_is_unusual}},
    {refused(Refusal::unusual),  // a text that this version does not know
     C::denied, guess, {C::blocked_for_site, C::abuse_block},
      {Clue::name_not_allowed, Clue::message_is_unusual}},

    // The device
    {refused(Refusal::second_microphone),
     C::second_microphone, certain, {}, {Clue::message_says_second_microphone}},
    {refused(Refusal::chosen_device),  // or its id is another since the site's data was deleted
     C::chosen_device_gone, likely, {C::device_failed, C::no_device}, {Clue::constraint_device_id}},
    {device_trouble && just_let_go,  // it may need a moment more
     C::unknown, likely, {C::device_failed, C::device_busy}, {Clue::closed_by_us}},
    {refused(Refusal::not_found) && mobile,
     // the system's own permission for the browser, or for the app around the page
     C::app_not_permitted, likely, {C::no_device, C::device_failed},
      {Clue::name_not_found, Clue::every_phone_has_one}},
    {refused(Refusal::not_found) && gecko && listed(Devices::present) && on(Os::linux),
     // no such block there; resistFingerprinting always lists one of each
     C::no_device, likely, {C::device_failed}, {Clue::name_not_found}},
    {refused(Refusal::not_found) && gecko && listed(Devices::present),
     // Firefox hides a system block so
     C::blocked_by_system, likely, {C::no_device, C::browser_restart_needed},
      {Clue::name_not_found, Clue::device_list_has_it}},
    {refused(Refusal::not_found) && gecko && on(Os::macos),
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {refused(Refusal::not_found) && chromium,
     // Chromium looks for a device before it looks at permission. A sandboxed or remote one finds none.
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {refused(Refusal::not_found),
     C::no_device, likely, {C::device_failed}, {Clue::name_not_found}},
    {refused(Refusal::in_use),
     C::device_busy, certain, {C::device_failed}, {Clue::message_says_in_use}},
    {refused(Refusal::not_readable) && in_app && on(Os::android),
     // the app lacks MODIFY_AUDIO_SETTINGS
     C::app_not_permitted, likely, {C::device_busy, C::device_failed},
      {Clue::name_not_readable, Clue::inside_an_app}},
    {refused(Refusal::not_readable) && on(Os::windows),
     // the privacy switch looks the same
     C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {Clue::name_not_readable}},
    {refused(Refusal::not_readable),
     C::device_busy, likely, {C::device_failed}, {Clue::name_not_readable}},
    {refused(Refusal::aborted), C::device_busy, likely, {C::device_failed}, {Clue::name_abort}},
    {refused(Refusal::overconstrained),
     C::constraint_unmet, likely, {C::chosen_device_gone}, {Clue::name_overconstrained}},
    {refused(Refusal::not_supported) && of_today,  // an extension breaks it
     C::stripped, guess, {C::unknown}, {Clue::name_not_supported}},
    {refused(Refusal::not_supported), C::api_missing, likely, {}, {Clue::name_not_supported}},

    // Refused with a bare "not allowed"
    {bare && in_app,
     C::app_not_permitted, likely, {C::blocked_for_site, C::denied},
      {Clue::name_not_allowed, Clue::inside_an_app}},
    {bare && granted && on(Os::android),
     C::app_not_permitted, likely, {C::blocked_by_system, C::reload_needed},
      {Clue::name_not_allowed, Clue::permission_granted}},
    {bare && gecko && on(Os::android) && at_once && to_be_asked,
     // no dialog was shown: Android's own permission for Firefox
     C::app_not_permitted, likely, {C::prompt_cancelled, C::blocked_for_site},
      {Clue::name_not_allowed, Clue::answered_at_once, Clue::permission_prompt}},
    {bare && nothing_blocked && fleeting,
     // resistFingerprinting speaks so of a missing microphone
     C::prompt_cancelled, guess, {C::no_device, C::app_not_permitted},
      {Clue::name_not_allowed, Clue::answered_at_once}},
    {bare && nothing_blocked && at_once,
     // another frame asks, or fullscreen began
     C::prompt_cancelled, likely, {C::denied}, {Clue::name_not_allowed, Clue::answered_by_nobody}},
    {bare && nothing_blocked && !at_once,  // "Not now"
     C::dismissed, likely, {C::denied}, {Clue::name_not_allowed, Clue::permission_prompt}},
    {bare && granted && gecko && !at_once,
     // it asks all the same
     C::denied, likely, {C::blocked_for_site},
      {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_granted}},
    {bare && granted && granted_anew,
     C::reload_needed, likely, {C::blocked_by_system},
      {Clue::name_not_allowed, Clue::permission_granted, Clue::was_denied_a_moment_ago}},
    {bare && granted && gecko,
     C::blocked_temporarily, likely, {C::blocked_for_site, C::reload_needed},
      {Clue::name_not_allowed, Clue::permission_granted, Clue::answered_at_once}},
    {bare && granted,
     C::blocked_by_system, likely, {C::reload_needed, C::browser_restart_needed, C::abuse_block},
      {Clue::name_not_allowed, Clue::permission_granted}},
    {bare && policy_unsaid && listed(Devices::absent),
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::name_not_allowed, Clue::device_list_empty}},
    {bare && maybe_undelegated && at_once,
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::name_not_allowed, Clue::answered_at_once}},
    {bare && maybe_undelegated && denied_before,
     C::frame_not_delegated, likely, {C::blocked_for_site},
      {Clue::framed, Clue::permission_denied, Clue::was_denied_before_asking}},
    {bare && denied_before && shows_tab_blocks && answered_here,
     // for this tab and an hour; only what the visitor does there lifts it
     C::blocked_temporarily, likely, {C::blocked_for_site, C::managed_policy},
      {Clue::permission_denied, Clue::was_denied_before_asking}},
    {bare && denied_before && never_asked,
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {Clue::permission_denied, Clue::was_denied_before_asking, Clue::never_answered_here}},
    {bare && denied_before && chromium,
     C::blocked_for_site, likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied, Clue::was_denied_before_asking}},
    {bare && denied_before,
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::blocked_by_system},
      {Clue::permission_denied, Clue::was_denied_before_asking}},
    {bare && webkit && at_once && reads_prompt,
     // no sheet was shown: the system forbids it, of two kinds perhaps one
     C::blocked_by_system, likely, {C::blocked_for_site, C::denied},
      {Clue::name_not_allowed, Clue::answered_at_once, Clue::permission_prompt}},
    {bare && webkit && at_once && denied,  // stored: no press asks any more
     C::blocked_for_site, likely, {C::denied, C::default_block, C::blocked_by_system},
      {Clue::permission_denied, Clue::answered_at_once}},
    {bare && webkit,
     // one text for all
     C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {Clue::name_not_allowed}},
    {bare && denied && !at_once,
     C::denied, certain, {}, {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_denied}},
    {bare && denied,
     C::blocked_for_site, likely, {C::denied, C::default_block, C::managed_policy},
      {Clue::permission_denied, Clue::answered_at_once}},
    {bare && gecko && at_once,
     // hides behind "prompt"; resistFingerprinting speaks so of a missing microphone
     C::blocked_temporarily, likely, {C::blocked_for_site, C::no_device}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {bare && chromium && to_be_asked && at_once,
     C::stripped, guess, {C::abuse_block, C::blocked_by_system},
      {Clue::name_not_allowed, Clue::permission_prompt, Clue::answered_at_once}},
    {bare && !at_once,
     C::denied, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_after_a_while}},
    {bare,
     C::blocked_for_site, guess, {C::denied, C::stripped}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {refused(Refusal::other), C::unknown, guess, {}, {Clue::unknown_error}},

    // Not asked yet, and blocked already
    {quiet_and_denied && maybe_undelegated,
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied}},
    {quiet_and_denied && never_asked,
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site},
      {Clue::permission_denied, Clue::never_answered_here}},
    {quiet_and_denied && chromium,
     C::blocked_for_site, likely,
      {C::default_block, C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied}},
    {quiet_and_denied,
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::blocked_by_system},
      {Clue::permission_denied}},

    // Granted, and still not heard or seen
    {held && off_by_host, C::off_by_site, certain, {}, {Clue::switched_by_site}},
    {muted_now && mobile && hidden,
     C::backgrounded, likely, {C::interrupted}, {Clue::track_muted, Clue::page_hidden}},
    {muted_for_long && camera && !pictured && !never_pictured && chromium,
     C::none, likely, {C::camera_not_started}, {Clue::track_muted, Clue::no_picture_yet}},
    {muted_for_long && camera && mobile && !both_muted,
     // another app has the camera, or stands beside the browser
     C::muted_by_browser, likely, {C::interrupted, C::camera_frozen, C::taken}, {Clue::track_muted}},
    {never_pictured,
     C::camera_not_started, likely, {C::taken, C::camera_frozen}, {Clue::no_picture_yet}},
    {muted_for_long && mobile,
     C::interrupted, likely, {C::muted_by_browser}, {Clue::track_muted}},
    {muted_for_long && camera && chromium,
     // Chromium has no button that would mute a camera
     C::camera_frozen, likely, {C::taken}, {Clue::track_muted}},
    {muted_for_long && camera,
     C::muted_by_browser, likely, {C::camera_frozen, C::taken}, {Clue::track_muted}},
    {muted_for_long && chromium,
     // follows the sound system's mute
     C::hardware_muted, likely, {C::muted_by_browser, C::interrupted}, {Clue::track_muted}},
    {muted_for_long,
     C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {Clue::track_muted}},
    {sound_taken,
     C::interrupted, likely, {}, {Clue::sound_taken_by_system}},
    {without_pictures,
     C::camera_frozen, likely, {C::taken, C::muted_by_browser}, {Clue::no_new_pictures}},
    {held && stands_in,  // a loudspeaker's monitor, as a rule: the far end's own voice
     C::virtual_device, likely, {C::wrong_device}, {Clue::name_of_a_virtual_device}},
    {held && is_virtual && microphone && gecko && on(Os::linux),
     C::virtual_device, likely, {C::wrong_device}, {Clue::name_of_a_virtual_device}},
    {starved,
     C::capture_dead, likely, {C::taken, C::device_removed}, {Clue::no_samples}},
    {soundless && no_output,
     // Firefox measures nothing without an output; a new capture would be as silent
     C::no_output, likely, {C::silent}, {Clue::exact_silence, Clue::no_output_listed}},
    {dead,
     C::capture_dead, likely, {C::silent, C::taken}, {Clue::exact_silence, Clue::was_upset}},
    {silent && is_virtual,
     C::virtual_device, likely, {C::silent, C::wrong_device},
      {Clue::exact_silence, Clue::name_of_a_virtual_device}},
    {silent && !chromium,
     // only Chromium fails when busy
     C::silent, likely, {C::device_busy, C::hardware_muted, C::wrong_device, C::blocked_by_system},
      {Clue::exact_silence}},
    {silent,
     C::silent, likely, {C::hardware_muted, C::wrong_device, C::blocked_by_system}, {Clue::exact_silence}},
    {sound_lost,
     C::silent, likely, {C::hardware_muted, C::interrupted, C::device_busy},
      {Clue::exact_silence, Clue::sound_before}},
    {speaks_behind_mute,
     C::speaking_while_muted, certain, {}, {Clue::speech_behind_mute}},
    {held && default_changed,
     C::default_changed, certain, {}, {Clue::default_is_another}},
    {held && network_blocked,
     C::network_blocked, likely, {}, {Clue::network_closed}},
    {held && microphone && output_blocked,
     C::output_blocked, certain, {}, {Clue::playback_refused}},
    {whispers && is_virtual,
     C::virtual_device, guess, {C::wrong_device, C::low_level},
      {Clue::never_above_a_whisper, Clue::name_of_a_virtual_device}},
    {barely_audible,  // nobody is so quiet: the input's volume is at nothing, or it is another microphone
     C::low_level, likely, {C::wrong_device, C::hardware_muted}, {Clue::as_good_as_silent}},
    {whispers && several_microphones,
     C::wrong_device, guess, {C::low_level, C::none}, {Clue::never_above_a_whisper, Clue::others_are_there}},
    {whispers,
     C::low_level, guess, {C::none}, {Clue::never_above_a_whisper}},  // or one who only listens
    {always, C::none, certain, {}, {}},
});

// Notifications: a permission without media, so what can be told of it is little.
constexpr auto notifications_table = std::to_array<Reading>({
    {!secure, C::insecure_page, certain, {}, {Clue::not_secure}},
    {!can_notify, C::api_missing, certain, {}, {Clue::no_notifications}},
    {notifications_denied && notifications_refused,
     C::denied, likely, {C::blocked_for_site}, {Clue::permission_denied}},
    {notifications_denied && chromium,
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::embargoed},
      {Clue::permission_denied}},
    {notifications_denied,
     C::blocked_for_site, likely, {C::default_block, C::managed_policy}, {Clue::permission_denied}},
    {notifications_to_be_asked && notifications_dismissed,
     C::dismissed, likely, {}, {Clue::permission_prompt}},
    {always, C::none, certain, {}, {}},
});
// clang-format on

// As they ship:
//   number of terms, each of them; numbers of alternatives and of clues (three bits each) and the confidence;
//   cause; each alternative; each clue
constexpr auto pack_rows(std::span<const Reading> rows, Packer out) {
  for (const Reading& row : rows) {
    out.put(row.when.terms().size());
    for (const std::uint8_t term : row.when.terms()) out.put(term);
    out.put(row.alternatives.size() | row.evidence.size() << 3U |
            static_cast<unsigned>(row.confidence) << 6U);
    out.put(row.cause);
    for (const Cause cause : row.alternatives) out.put(cause);
    for (const Clue clue : row.evidence) out.put(clue);
  }
  return out;
}
constexpr auto packed_table = packed([](Packer out) { return pack_rows(table, out); });
constexpr auto packed_notifications = packed([](Packer out) { return pack_rows(notifications_table, out); });

Verdict first_fitting(const std::uint8_t* at, const Look& look) {
  const Holding holding{look};
  while (true) {  // the last one fits always
    bool fits = true;
    for (unsigned n = *at++; n > 0; --n) fits = holding.says(*at++) && fits;
    const unsigned counts = *at++;
    unsigned others = counts & 7U, clues = counts >> 3U & 7U;
    if (!fits) {
      at += 1 + others + clues;
      continue;
    }
    Verdict found{static_cast<Cause>(*at++), static_cast<Confidence>(counts >> 6U)};
    for (; others > 0; --others) found.alternatives.push_back(static_cast<Cause>(*at++));
    for (; clues > 0; --clues) found.evidence.push_back(static_cast<Clue>(*at++));
    return found;
  }
}

// A camera that the site does not want has nothing to be diagnosed.
Verdict reading_of(const State& state, MediaKind kind) {
  if (kind == cam && !state.settings.camera) return {};
  return first_fitting(packed_table.data(), {state, kind});
}

// How far down the list of what else fits the failed tries have led. The last one leads back to the first. A
// permission that still reads "denied" shows that nobody has touched it yet: that try may have been made
// without reading.
std::size_t failed_explanations(const State& state, MediaKind kind, const Verdict& row) {
  const Observations& seen = state.device(kind).seen;
  if (seen.tries.told != row.cause) return 0;
  const std::size_t tries_each = seen.permission == Permission::denied ? 2 : 1;
  return (seen.tries.failed / tries_each) % (row.alternatives.size() + 1);
}

Verdict diagnose(const State& state, MediaKind kind) {
  const Verdict row = reading_of(state, kind);
  Verdict verdict = row;
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
          first_fitting(packed_notifications.data(), {state, mic})};
}

bool in_trouble(const State& state, MediaKind kind) { return cause_of(state, kind) != Cause::none; }

Cause first_cause_of(const State& state, MediaKind kind) { return reading_of(state, kind).cause; }

Cause cause_of(const State& state, MediaKind kind) {
  const Verdict row = reading_of(state, kind);
  const std::size_t failed = failed_explanations(state, kind, row);
  return failed > 0 ? row.alternatives[failed - 1] : row.cause;
}

}  // namespace earshot
