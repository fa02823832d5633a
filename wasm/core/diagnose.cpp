#include "core/diagnose.hpp"
#include <algorithm>

namespace earshot {
namespace {

using C = Cause;
constexpr auto certain = Confidence::certain;
constexpr auto likely = Confidence::likely;
constexpr auto guess = Confidence::guess;

const Evidence& seen(const State& s, Capability k) { return s.device(k).evidence; }
bool refused(const State& s, Capability k, Refusal refusal) { return seen(s, k).refusal == refusal; }
bool permitted(const State& s, Capability k, Permission permission) { return seen(s, k).permission == permission; }
bool awaited(const State& s, Capability k) { return s.awaiting.has(k); }
// While a new request is in flight, the old loss explains nothing any more.
bool lost(const State& s, Capability k) { return seen(s, k).loss == Loss::ended && !awaited(s, k); }
bool engine(const State& s, Engine e) { return s.environment.engine == e; }
// Chromium opens for a hidden page what it need not ask about.
bool answered_unseen(const State& s) { return engine(s, Engine::chromium) && !s.prompting; }
bool on_system(const State& s, Os os) { return s.environment.os == os; }
bool mobile(const State& s) { return s.environment.form != Form::desktop; }
bool held(const State& s, Capability k) { return s.device(k).held(); }
// While a track lives, or an answer is awaited, a reading of the permission is no news.
bool quiet_and_denied(const State& s, Capability k) { return permitted(s, k, Permission::denied) && !held(s, k); }
// Safari mutes the capture itself for the visitor's own mute: that is no trouble.
bool by_choice(const State& s, Capability k) { return k == Capability::microphone && s.muted; }
bool muted_now(const State& s, Capability k) { return held(s, k) && seen(s, k).muted_by_browser && !by_choice(s, k); }
bool muted_for_long(const State& s, Capability k) { return muted_now(s, k) && seen(s, k).mute_lasts; }
bool silent(const State& s, Capability k) { return held(s, k) && seen(s, k).silent_ms >= silence_limit_ms; }
bool dead(const State& s, Capability k) { return held(s, k) && seen(s, k).doubted && seen(s, k).silent_ms >= dead_capture_ms; }
// Refused with nothing but "not allowed".
bool bare(const State& s, Capability k) { return refused(s, k, Refusal::not_allowed); }
// The site remembers its visitors' answers, and this one never gave one.
bool never_asked(const State& s, Capability k) { return s.settings.remember && !seen(s, k).asked; }
// Prompts that Chromium would count towards its week without any.
bool would_be_asked(const State& s, Capability k) { return engine(s, Engine::chromium) && permitted(s, k, Permission::prompt); }
bool closed_too_often(const State& s, Capability k) { return would_be_asked(s, k) && seen(s, k).dismissals >= dismissals_before_embargo - 1; }
bool ignored_too_often(const State& s, Capability k) { return would_be_asked(s, k) && seen(s, k).ignores >= ignores_before_embargo - 1; }
bool device_trouble(const State& s, Capability k) {
  return refused(s, k, Refusal::not_readable) || refused(s, k, Refusal::in_use) || refused(s, k, Refusal::aborted) ||
         refused(s, k, Refusal::timed_out) || refused(s, k, Refusal::driver);
}
// A browser that cannot name a frame's policy: only the frame itself and the refusal hint at it.
bool maybe_undelegated(const State& s, Capability k) {
  return !s.environment.top_level && s.environment.policy(k) == Policy::unsaid;
}

// clang-format off
// Read from the top: the first row that fits is the verdict. Shared evidence is said through the alternatives.
constexpr auto table = std::to_array<Reading>({
    // Before asking
    {[](const State& s, Capability) { return !s.environment.secure; }, C::insecure_page, certain, {}, {Clue::not_secure}},
    {[](const State& s, Capability) { return !s.environment.media_devices && s.environment.in_app; },
     C::app_not_permitted, likely, {C::api_missing}, {Clue::no_media_devices, Clue::inside_an_app}},
    {[](const State& s, Capability) { return !s.environment.media_devices; }, C::api_missing, certain, {}, {Clue::no_media_devices}},
    {[](const State& s, Capability) { return s.environment.opaque_origin && engine(s, Engine::chromium); },
     C::opaque_origin, certain, {}, {Clue::origin_is_null}},
    {[](const State& s, Capability k) { return s.environment.policy(k) == Policy::forbidden && !s.environment.top_level; },
     C::frame_not_delegated, certain, {C::policy_header}, {Clue::policy_forbids, Clue::framed}},
    {[](const State& s, Capability k) { return s.environment.policy(k) == Policy::forbidden; },
     C::policy_header, certain, {}, {Clue::policy_forbids}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::security); },  // Chromium: "Invalid security origin"
     C::opaque_origin, likely, {C::insecure_page}, {Clue::name_security}},
    {[](const State& s, Capability k) { return bare(s, k) && s.environment.opaque_origin; },  // Firefox and WebKit
     C::opaque_origin, likely, {C::frame_not_delegated}, {Clue::origin_is_null, Clue::name_not_allowed}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::audio_session); },  // Safari
     C::audio_session_clash, certain, {}, {Clue::message_says_audio_session}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::inactive); }, C::page_inactive, likely, {}, {Clue::name_invalid_state}},

    // A prompt without an answer
    {[](const State& s, Capability k) { return awaited(s, k) && !s.visible && !answered_unseen(s); },
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_hidden}},
    {[](const State& s, Capability k) { return awaited(s, k) && seen(s, k).ignored && !s.focused && engine(s, Engine::gecko); },
     C::request_held, likely, {C::prompt_ignored}, {Clue::page_unfocused, Clue::prompt_open_for_long}},
    {[](const State& s, Capability k) { return awaited(s, k) && seen(s, k).ignored && !s.prompting; },  // a sound server that hangs
     C::device_failed, guess, {C::prompt_ignored}, {Clue::permission_granted, Clue::no_answer_for_long}},
    {[](const State& s, Capability k) { return awaited(s, k) && seen(s, k).ignored; },
     C::prompt_ignored, likely, {C::request_held}, {Clue::prompt_open_for_long}},

    // Lost during the call
    {[](const State& s, Capability k) { return seen(s, k).loss == Loss::device_gone; },  // WebKit: the track stays live
     C::device_removed, certain, {}, {Clue::device_list_empty}},
    {[](const State& s, Capability k) { return lost(s, k) && refused(s, k, Refusal::by_system); },
     C::system_switched_off, certain, {}, {Clue::track_ended, Clue::message_says_system}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::denied); },
     C::revoked, certain, {}, {Clue::track_ended, Clue::permission_denied}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::prompt) && refused(s, k, Refusal::dismissed); },
     C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {[](const State& s, Capability k) { return lost(s, k) && seen(s, k).devices == Devices::absent; },
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_empty}},
    {[](const State& s, Capability k) { return lost(s, k) && seen(s, k).devices == Devices::others; },
     C::device_removed, certain, {}, {Clue::track_ended, Clue::device_list_lacks_it}},
    {[](const State& s, Capability k) { return lost(s, k) && refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && seen(s, k).devices == Devices::present; },
     C::system_switched_off, likely, {C::device_removed}, {Clue::track_ended, Clue::name_not_found, Clue::device_list_has_it}},
    {[](const State& s, Capability k) { return lost(s, k) && refused(s, k, Refusal::not_found); },
     C::device_removed, likely, {C::system_switched_off}, {Clue::track_ended, Clue::name_not_found}},
    {[](const State& s, Capability k) { return lost(s, k) && refused(s, k, Refusal::not_readable) && on_system(s, Os::windows); },
     C::taken, likely, {C::system_switched_off, C::device_failed}, {Clue::track_ended, Clue::name_not_readable}},  // as before a call
    {[](const State& s, Capability k) { return lost(s, k) && device_trouble(s, k); },
     C::taken, likely, {C::device_failed}, {Clue::track_ended, Clue::name_not_readable}},
    {[](const State& s, Capability k) { return lost(s, k) && bare(s, k) && engine(s, Engine::gecko); },  // whatever the permission says
     C::denied, likely, {C::blocked_temporarily, C::blocked_for_site}, {Clue::track_ended, Clue::name_not_allowed}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::prompt) && seen(s, k).away == Away::hidden_long; },
     C::grant_expired, likely, {C::reset}, {Clue::track_ended, Clue::permission_prompt, Clue::hidden_for_long}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::prompt); },
     C::reset, likely, {C::grant_expired}, {Clue::track_ended, Clue::permission_prompt}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::granted) && bare(s, k); },
     C::system_switched_off, likely, {C::reload_needed}, {Clue::track_ended, Clue::permission_granted, Clue::name_not_allowed}},
    {[](const State& s, Capability k) { return lost(s, k) && bare(s, k); },  // a browser that tells no permissions
     C::revoked, likely, {C::system_switched_off, C::denied}, {Clue::track_ended, Clue::name_not_allowed}},
    {[](const State& s, Capability k) { return lost(s, k) && seen(s, k).away == Away::slept; },
     C::slept, likely, {C::taken, C::device_removed}, {Clue::track_ended, Clue::clock_jumped}},
    {[](const State& s, Capability k) { return lost(s, k) && seen(s, k).away == Away::frozen; },
     C::frozen, likely, {C::taken}, {Clue::track_ended, Clue::page_was_frozen}},
    {[](const State& s, Capability k) { return lost(s, k) && seen(s, k).away == Away::hidden; },
     C::backgrounded, likely, {C::interrupted, C::taken}, {Clue::track_ended, Clue::page_hidden}},
    {[](const State& s, Capability k) { return lost(s, k) && k == Capability::camera; },
     C::camera_lost, guess, {C::taken, C::device_removed, C::system_switched_off}, {Clue::track_ended}},
    {[](const State& s, Capability k) { return lost(s, k); },
     C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {Clue::track_ended}},

    // Refused, and the message says why
    {[](const State& s, Capability k) { return refused(s, k, Refusal::by_system) && on_system(s, Os::macos); },
     C::blocked_by_system, certain, {C::browser_restart_needed}, {Clue::message_says_system}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::by_system); }, C::blocked_by_system, certain, {}, {Clue::message_says_system}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::gesture); }, C::gesture_needed, certain, {}, {Clue::message_says_gesture}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::unpressed); },  // WebKit, after a denial
     C::gesture_needed, likely, {C::blocked_by_system}, {Clue::name_not_allowed, Clue::no_press}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::dismissed) && permitted(s, k, Permission::denied); },  // Chromium's third
     C::embargoed, certain, {}, {Clue::message_says_dismissed, Clue::permission_denied}},
    {[](const State& s, Capability k) { return seen(s, k).dismissals >= dismissals_before_embargo && permitted(s, k, Permission::denied); },
     C::embargoed, certain, {}, {Clue::dismissed_three_times, Clue::permission_denied}},
    {[](const State& s, Capability k) { return seen(s, k).ignores >= ignores_before_embargo && quiet_and_denied(s, k); },
     C::embargoed, likely, {C::blocked_for_site}, {Clue::ignored_four_times, Clue::permission_denied}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::dismissed); }, C::dismissed, certain, {}, {Clue::message_says_dismissed}},
    {[](const State& s, Capability k) { return closed_too_often(s, k) && !held(s, k); },
     C::dismissed, certain, {}, {Clue::closed_twice_before}},
    {[](const State& s, Capability k) { return ignored_too_often(s, k) && !held(s, k); },
     C::prompt_ignored, certain, {}, {Clue::ignored_three_times}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::switched_off); },  // Chromium: no text, or "Killswitch on"
     C::abuse_block, likely, {C::managed_policy}, {Clue::name_not_allowed, Clue::message_is_unusual}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::unusual); },  // a text that this version does not know
     C::denied, guess, {C::blocked_for_site, C::abuse_block}, {Clue::name_not_allowed, Clue::message_is_unusual}},

    // The device
    {[](const State& s, Capability k) { return refused(s, k, Refusal::second_microphone); }, C::second_microphone, certain, {}, {Clue::message_says_second_microphone}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::chosen_device); }, C::chosen_device_gone, certain, {}, {Clue::constraint_device_id}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && on_system(s, Os::android) && k == Capability::microphone; },
     C::app_not_permitted, likely, {C::no_device}, {Clue::name_not_found, Clue::every_phone_has_one}},  // Android's own permission for Firefox
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && on_system(s, Os::android); },
     C::no_device, likely, {C::app_not_permitted}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && seen(s, k).devices == Devices::present; },
     C::blocked_by_system, likely, {C::no_device, C::browser_restart_needed}, {Clue::name_not_found, Clue::device_list_has_it}},  // Firefox hides a system block so
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && on_system(s, Os::macos); },
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::chromium); },
     C::no_device, certain, {}, {Clue::name_not_found}},  // Chromium looks for a device before it looks at permission
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found); }, C::no_device, likely, {C::constraint_unmet}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::in_use); }, C::device_busy, certain, {C::device_failed}, {Clue::message_says_in_use}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::driver); }, C::device_failed, likely, {C::device_busy}, {Clue::message_says_driver}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_readable) && on_system(s, Os::windows); },
     C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {Clue::name_not_readable}},  // the privacy switch looks the same
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_readable); }, C::device_busy, likely, {C::device_failed}, {Clue::name_not_readable}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::timed_out); }, C::device_failed, likely, {C::device_busy}, {Clue::message_says_timeout}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::aborted); }, C::device_busy, likely, {C::device_failed}, {Clue::name_abort}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::overconstrained); }, C::constraint_unmet, likely, {C::chosen_device_gone}, {Clue::name_overconstrained}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_supported); }, C::api_missing, likely, {}, {Clue::name_not_supported}},

    // Refused with a bare "not allowed"
    {[](const State& s, Capability k) { return bare(s, k) && s.environment.in_app; },
     C::app_not_permitted, likely, {C::blocked_for_site, C::denied}, {Clue::name_not_allowed, Clue::inside_an_app}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::granted) && on_system(s, Os::android); },
     C::app_not_permitted, likely, {C::blocked_by_system, C::reload_needed}, {Clue::name_not_allowed, Clue::permission_granted}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::granted) && engine(s, Engine::gecko) && !seen(s, k).instant; },
     C::denied, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_granted}},  // it asks all the same
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::granted) && seen(s, k).granted_anew; },
     C::reload_needed, likely, {C::blocked_by_system}, {Clue::name_not_allowed, Clue::permission_granted, Clue::was_denied_a_moment_ago}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::granted) && engine(s, Engine::gecko); },
     C::blocked_temporarily, likely, {C::blocked_for_site, C::reload_needed}, {Clue::name_not_allowed, Clue::permission_granted, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::granted); },
     C::blocked_by_system, likely, {C::reload_needed, C::browser_restart_needed, C::abuse_block}, {Clue::name_not_allowed, Clue::permission_granted}},
    {[](const State& s, Capability k) { return bare(s, k) && maybe_undelegated(s, k) && seen(s, k).devices == Devices::absent; },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::name_not_allowed, Clue::device_list_empty}},
    {[](const State& s, Capability k) { return bare(s, k) && maybe_undelegated(s, k) && seen(s, k).instant; },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::name_not_allowed, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return bare(s, k) && maybe_undelegated(s, k) && seen(s, k).asked_when_denied && permitted(s, k, Permission::denied); },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied, Clue::was_denied_before_asking}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::denied) && seen(s, k).asked_when_denied && never_asked(s, k); },
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site}, {Clue::permission_denied, Clue::was_denied_before_asking, Clue::never_answered_here}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::denied) && seen(s, k).asked_when_denied && engine(s, Engine::chromium); },
     C::blocked_for_site, likely, {C::managed_policy, C::embargoed, C::default_block, C::blocked_by_system}, {Clue::permission_denied, Clue::was_denied_before_asking}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::denied) && seen(s, k).asked_when_denied; },
     C::blocked_for_site, likely, {C::managed_policy, C::default_block, C::blocked_by_system}, {Clue::permission_denied, Clue::was_denied_before_asking}},
    {[](const State& s, Capability k) { return bare(s, k) && engine(s, Engine::webkit); },
     C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {Clue::name_not_allowed}},  // one text for all, delayed on purpose
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::denied) && !seen(s, k).instant; },
     C::denied, certain, {}, {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_denied}},
    {[](const State& s, Capability k) { return bare(s, k) && permitted(s, k, Permission::denied); },
     C::blocked_for_site, likely, {C::denied, C::default_block, C::managed_policy}, {Clue::permission_denied, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return bare(s, k) && engine(s, Engine::gecko) && seen(s, k).instant; },
     C::blocked_temporarily, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_at_once}},  // hides behind "prompt"
    {[](const State& s, Capability k) { return bare(s, k) && engine(s, Engine::chromium) && permitted(s, k, Permission::prompt) && seen(s, k).instant; },
     C::stripped, guess, {C::abuse_block, C::blocked_by_system}, {Clue::name_not_allowed, Clue::permission_prompt, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return bare(s, k) && !seen(s, k).instant; },
     C::denied, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_after_a_while}},
    {[](const State& s, Capability k) { return bare(s, k); },
     C::blocked_for_site, guess, {C::denied, C::stripped}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::other); }, C::unknown, guess, {}, {Clue::unknown_error}},

    // Not asked yet, and blocked already
    {[](const State& s, Capability k) { return quiet_and_denied(s, k) && maybe_undelegated(s, k); },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied}},
    {[](const State& s, Capability k) { return quiet_and_denied(s, k) && never_asked(s, k); },
     C::default_block, likely, {C::managed_policy, C::blocked_by_system, C::blocked_for_site}, {Clue::permission_denied, Clue::never_answered_here}},
    {[](const State& s, Capability k) { return quiet_and_denied(s, k) && engine(s, Engine::chromium); },
     C::blocked_for_site, likely, {C::managed_policy, C::embargoed, C::default_block, C::blocked_by_system}, {Clue::permission_denied}},
    {[](const State& s, Capability k) { return quiet_and_denied(s, k); },
     C::blocked_for_site, likely, {C::managed_policy, C::default_block, C::blocked_by_system}, {Clue::permission_denied}},

    // Granted, and still not heard or seen
    {[](const State& s, Capability k) { return muted_now(s, k) && mobile(s) && !s.visible; },
     C::backgrounded, likely, {C::interrupted}, {Clue::track_muted, Clue::page_hidden}},
    {[](const State& s, Capability k) { return muted_for_long(s, k) && mobile(s); },
     C::interrupted, likely, {C::muted_by_browser}, {Clue::track_muted}},
    {[](const State& s, Capability k) { return muted_for_long(s, k) && k == Capability::camera && engine(s, Engine::chromium); },
     C::camera_frozen, likely, {C::taken}, {Clue::track_muted}},  // Chromium has no button that would mute a camera
    {[](const State& s, Capability k) { return muted_for_long(s, k) && k == Capability::camera; },
     C::muted_by_browser, likely, {C::camera_frozen, C::taken}, {Clue::track_muted}},
    {[](const State& s, Capability k) { return muted_for_long(s, k) && engine(s, Engine::chromium); },
     C::hardware_muted, likely, {C::muted_by_browser, C::interrupted}, {Clue::track_muted}},  // follows the sound system's mute
    {[](const State& s, Capability k) { return muted_for_long(s, k); },
     C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {Clue::track_muted}},
    {[](const State& s, Capability k) { return held(s, k) && k == Capability::microphone && s.audio == AudioContextState::interrupted && s.audio_lasts; },
     C::interrupted, likely, {}, {Clue::sound_taken_by_system}},
    {[](const State& s, Capability k) { return held(s, k) && seen(s, k).stalled_ms >= stall_limit_ms; },
     C::camera_frozen, likely, {C::taken, C::muted_by_browser}, {Clue::no_new_pictures}},
    {[](const State& s, Capability k) { return dead(s, k); },
     C::capture_dead, likely, {C::silent, C::taken}, {Clue::exact_silence, Clue::was_upset}},
    {[](const State& s, Capability k) { return silent(s, k) && seen(s, k).is_virtual; },
     C::virtual_device, likely, {C::silent, C::wrong_device}, {Clue::exact_silence, Clue::name_of_a_virtual_device}},
    {[](const State& s, Capability k) { return silent(s, k) && !engine(s, Engine::chromium); },
     C::silent, certain, {C::device_busy, C::hardware_muted, C::wrong_device, C::blocked_by_system}, {Clue::exact_silence}},  // only Chromium fails when busy
    {[](const State& s, Capability k) { return silent(s, k); },
     C::silent, certain, {C::hardware_muted, C::wrong_device, C::blocked_by_system}, {Clue::exact_silence}},
    {[](const State& s, Capability k) { return held(s, k) && s.muted && seen(s, k).speaking_ms >= word_ms; },
     C::speaking_while_muted, certain, {}, {Clue::speech_behind_mute}},
    {[](const State& s, Capability k) { return held(s, k) && seen(s, k).default_changed; },
     C::default_changed, certain, {}, {Clue::default_is_another}},
    {[](const State& s, Capability k) { return held(s, k) && s.network == Network::blocked; },
     C::network_blocked, likely, {}, {Clue::network_closed}},
    {[](const State& s, Capability k) { return held(s, k) && k == Capability::microphone && s.output_blocked; },
     C::output_blocked, certain, {}, {Clue::playback_refused}},
    {[](const State& s, Capability k) { return held(s, k) && seen(s, k).quiet_ms >= quiet_limit_ms && seen(s, k).is_virtual; },
     C::virtual_device, guess, {C::wrong_device, C::low_level}, {Clue::never_above_a_whisper, Clue::name_of_a_virtual_device}},
    {[](const State& s, Capability k) { return held(s, k) && seen(s, k).quiet_ms >= quiet_limit_ms && s.several_microphones; },
     C::wrong_device, guess, {C::low_level, C::none}, {Clue::never_above_a_whisper, Clue::others_are_there}},
    {[](const State& s, Capability k) { return held(s, k) && seen(s, k).quiet_ms >= quiet_limit_ms; },
     C::low_level, guess, {C::none}, {Clue::never_above_a_whisper}},  // or one who only listens
    {[](const State&, Capability) { return true; }, C::none, certain, {}, {}},
});

// Notifications: a permission without media, so what can be told of it is little.
constexpr auto ringing_table = std::to_array<Ringing>({
    {[](const State& s) { return !s.environment.secure; }, C::insecure_page, certain, {}, {Clue::not_secure}},
    {[](const State& s) { return !s.environment.notifications; }, C::api_missing, certain, {}, {Clue::no_notifications}},
    {[](const State& s) { return s.ring.permission == Permission::denied && s.ring.refused; },
     C::denied, likely, {C::blocked_for_site}, {Clue::permission_denied}},
    {[](const State& s) { return s.ring.permission == Permission::denied && engine(s, Engine::chromium); },
     C::blocked_for_site, likely, {C::default_block, C::managed_policy, C::embargoed}, {Clue::permission_denied}},
    {[](const State& s) { return s.ring.permission == Permission::denied; },
     C::blocked_for_site, likely, {C::default_block, C::managed_policy}, {Clue::permission_denied}},
    {[](const State& s) { return s.ring.permission == Permission::prompt && s.ring.dismissals > 0; },
     C::dismissed, likely, {}, {Clue::permission_prompt}},
    {[](const State&) { return true; }, C::none, certain, {}, {}},
});
// clang-format on

// A camera that the site does not want has nothing to be diagnosed.
const Reading& reading_of(const State& state, Capability kind) {
  if (kind == Capability::camera && !state.settings.camera) return table.back();
  for (const Reading& row : table)
    if (row.fits(state, kind)) return row;
  return table.back();  // fits always
}

const Ringing& ringing_of(const State& state) {
  for (const Ringing& row : ringing_table)
    if (row.fits(state)) return row;
  return ringing_table.back();
}

template <class Row>
Verdict verdict_of(const Row& row) {
  return {row.cause, row.confidence, {row.alternatives.begin(), row.alternatives.end()}, {row.evidence.begin(), row.evidence.end()}};
}

// How far down the list of what else fits the failed tries have led. The last one leads back to the first. A permission
// that still reads "denied" shows that nobody has touched it yet: that try may have been made without reading.
std::size_t doubt_of(const State& state, Capability kind, const Reading& row) {
  const Evidence& seen = state.device(kind).evidence;
  if (seen.tried != row.cause) return 0;
  const std::size_t tries_each = seen.permission == Permission::denied ? 2 : 1;
  return (seen.doubt / tries_each) % (row.alternatives.size() + 1);
}

}  // namespace

std::span<const Reading> readings() { return table; }
std::span<const Ringing> ringings() { return ringing_table; }

Verdict diagnose(const State& state, Capability kind) {
  if (kind == Capability::notifications) return verdict_of(ringing_of(state));
  const Reading& row = reading_of(state, kind);
  Verdict verdict = verdict_of(row);
  if (const std::size_t doubt = doubt_of(state, kind, row); doubt > 0) {
    // What did not help goes to the end of the line.
    verdict.alternatives.insert(verdict.alternatives.begin(), row.cause);
    std::rotate(verdict.alternatives.begin(), verdict.alternatives.begin() + static_cast<std::ptrdiff_t>(doubt), verdict.alternatives.end());
    verdict.cause = verdict.alternatives.front();
    verdict.alternatives.erase(verdict.alternatives.begin());
    verdict.confidence = guess;
    verdict.evidence.push_back(Clue::the_first_explanation_failed);
  }
  return verdict;
}

Cause first_cause_of(const State& state, Capability kind) { return reading_of(state, kind).cause; }

Cause cause_of(const State& state, Capability kind) {
  if (kind == Capability::notifications) return ringing_of(state).cause;
  const Reading& row = reading_of(state, kind);
  const std::size_t doubt = doubt_of(state, kind, row);
  return doubt > 0 ? row.alternatives[doubt - 1] : row.cause;
}

Confidence confidence_of(const State& state, Capability kind) {
  const Reading& row = reading_of(state, kind);
  return doubt_of(state, kind, row) > 0 ? guess : row.confidence;
}

}  // namespace earshot
