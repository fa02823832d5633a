#include "core/diagnose.hpp"

namespace earshot {
namespace {

using C = Cause;
constexpr auto certain = Confidence::certain;
constexpr auto likely = Confidence::likely;
constexpr auto guess = Confidence::guess;

const Evidence& seen(const State& s, Capability k) { return s.device(k).evidence; }
bool refused(const State& s, Capability k, Refusal refusal) { return seen(s, k).refusal == refusal; }
bool permitted(const State& s, Capability k, Permission permission) { return seen(s, k).permission == permission; }
bool lost(const State& s, Capability k) { return seen(s, k).loss == Loss::ended; }
bool awaited(const State& s, Capability k) { return s.awaiting.has(k); }
bool engine(const State& s, Engine e) { return s.environment.engine == e; }
bool mobile(const State& s) { return s.environment.form != Form::desktop; }
bool device_trouble(const State& s, Capability k) {
  return refused(s, k, Refusal::not_readable) || refused(s, k, Refusal::in_use) || refused(s, k, Refusal::aborted) ||
         refused(s, k, Refusal::timed_out);
}
// A browser that cannot name a frame's policy: only the frame itself and the refusal hint at it.
bool maybe_undelegated(const State& s, Capability k) {
  return !s.environment.top_level && s.environment.policy(k) == Policy::unsaid;
}

// clang-format off
// Read from the top: the first row that fits is the verdict. Shared evidence is said through the alternatives.
const std::vector<Reading>& table() {
  static const std::vector<Reading> rows{
    // Before asking
    {[](const State& s, Capability) { return !s.environment.secure; }, C::insecure_page, certain, {}, {Clue::not_secure}},
    {[](const State& s, Capability) { return !s.environment.media_devices; }, C::api_missing, certain, {}, {Clue::no_media_devices}},
    {[](const State& s, Capability k) { return s.environment.policy(k) == Policy::forbidden && !s.environment.top_level; },
     C::frame_not_delegated, certain, {C::policy_header}, {Clue::policy_forbids, Clue::framed}},
    {[](const State& s, Capability k) { return s.environment.policy(k) == Policy::forbidden; },
     C::policy_header, certain, {}, {Clue::policy_forbids}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::security); },  // Chromium: "Invalid security origin"
     C::opaque_origin, likely, {C::insecure_page}, {Clue::name_security}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::audio_session); },  // Safari
     C::audio_session_clash, certain, {}, {Clue::message_says_audio_session}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::inactive); }, C::page_inactive, likely, {}, {Clue::name_invalid_state}},

    // A prompt without an answer
    {[](const State& s, Capability k) { return awaited(s, k) && !s.visible; }, C::request_held, likely, {C::prompt_ignored}, {Clue::page_hidden}},
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
    {[](const State& s, Capability k) { return lost(s, k) && refused(s, k, Refusal::not_found); },
     C::device_removed, likely, {C::system_switched_off}, {Clue::track_ended, Clue::name_not_found}},
    {[](const State& s, Capability k) { return lost(s, k) && device_trouble(s, k); },
     C::taken, likely, {C::device_failed}, {Clue::track_ended, Clue::name_not_readable}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::prompt); },
     C::reset, likely, {C::grant_expired}, {Clue::track_ended, Clue::permission_prompt}},
    {[](const State& s, Capability k) { return lost(s, k) && permitted(s, k, Permission::granted) && refused(s, k, Refusal::not_allowed); },
     C::system_switched_off, likely, {C::reload_needed}, {Clue::track_ended, Clue::permission_granted, Clue::name_not_allowed}},
    {[](const State& s, Capability k) { return lost(s, k) && k == Capability::camera; },
     C::camera_lost, guess, {C::taken, C::device_removed, C::system_switched_off}, {Clue::track_ended}},
    {[](const State& s, Capability k) { return lost(s, k); },
     C::taken, guess, {C::device_removed, C::interrupted, C::revoked}, {Clue::track_ended}},

    // Refused, and the message says why
    {[](const State& s, Capability k) { return refused(s, k, Refusal::by_system); }, C::blocked_by_system, certain, {}, {Clue::message_says_system}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::gesture); }, C::gesture_needed, certain, {}, {Clue::message_says_gesture}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::unpressed); },  // WebKit, after a denial
     C::gesture_needed, likely, {C::blocked_by_system}, {Clue::name_not_allowed, Clue::no_press}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::dismissed) && permitted(s, k, Permission::denied); },  // Chromium's third
     C::embargoed, certain, {}, {Clue::message_says_dismissed, Clue::permission_denied}},
    {[](const State& s, Capability k) { return seen(s, k).dismissals >= dismissals_before_embargo && permitted(s, k, Permission::denied); },
     C::embargoed, certain, {}, {Clue::dismissed_three_times, Clue::permission_denied}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::dismissed); }, C::dismissed, certain, {}, {Clue::message_says_dismissed}},

    // The device
    {[](const State& s, Capability k) { return refused(s, k, Refusal::second_microphone); }, C::second_microphone, certain, {}, {Clue::message_says_second_microphone}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::chosen_device); }, C::chosen_device_gone, certain, {}, {Clue::constraint_device_id}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && seen(s, k).devices == Devices::present; },
     C::blocked_by_system, likely, {C::no_device}, {Clue::name_not_found, Clue::device_list_has_it}},  // Firefox hides a system block so
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && s.environment.os == Os::android; },
     C::no_device, likely, {C::app_not_permitted}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::gecko) && s.environment.os == Os::macos; },
     C::no_device, likely, {C::blocked_by_system}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found) && engine(s, Engine::chromium); },
     C::no_device, certain, {}, {Clue::name_not_found}},  // Chromium looks for a device before it looks at permission
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_found); }, C::no_device, likely, {C::constraint_unmet}, {Clue::name_not_found}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::in_use); }, C::device_busy, certain, {}, {Clue::message_says_in_use}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_readable) && s.environment.os == Os::windows; },
     C::device_busy, likely, {C::blocked_by_system, C::device_failed}, {Clue::name_not_readable}},  // the privacy switch looks the same
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_readable); }, C::device_busy, likely, {C::device_failed}, {Clue::name_not_readable}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::timed_out); }, C::device_failed, likely, {C::device_busy}, {Clue::message_says_timeout}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::aborted); }, C::device_busy, likely, {C::device_failed}, {Clue::name_abort}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::overconstrained); }, C::constraint_unmet, likely, {C::chosen_device_gone}, {Clue::name_overconstrained}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_supported); }, C::api_missing, likely, {}, {Clue::name_not_supported}},

    // Refused with a bare "not allowed"
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && permitted(s, k, Permission::granted); },
     C::blocked_by_system, likely, {C::reload_needed, C::abuse_block}, {Clue::name_not_allowed, Clue::permission_granted}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && maybe_undelegated(s, k) && seen(s, k).instant; },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::name_not_allowed, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && maybe_undelegated(s, k) && seen(s, k).asked_when_denied && permitted(s, k, Permission::denied); },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied, Clue::was_denied_before_asking}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && permitted(s, k, Permission::denied) && seen(s, k).asked_when_denied; },
     C::blocked_for_site, likely, {C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied, Clue::was_denied_before_asking}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && engine(s, Engine::webkit); },
     C::denied, likely, {C::blocked_for_site, C::blocked_by_system}, {Clue::name_not_allowed}},  // one text for all, delayed on purpose
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && permitted(s, k, Permission::denied) && !seen(s, k).instant; },
     C::denied, certain, {}, {Clue::name_not_allowed, Clue::answered_after_a_while, Clue::permission_denied}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && permitted(s, k, Permission::denied); },
     C::blocked_for_site, likely, {C::denied, C::default_block, C::managed_policy}, {Clue::permission_denied, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && engine(s, Engine::gecko) && seen(s, k).instant; },
     C::blocked_temporarily, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_at_once}},  // hides behind "prompt"
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && engine(s, Engine::chromium) && permitted(s, k, Permission::prompt) && seen(s, k).instant; },
     C::stripped, guess, {C::abuse_block, C::blocked_by_system}, {Clue::name_not_allowed, Clue::permission_prompt, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed) && !seen(s, k).instant; },
     C::denied, likely, {C::blocked_for_site}, {Clue::name_not_allowed, Clue::answered_after_a_while}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::not_allowed); },
     C::blocked_for_site, guess, {C::denied, C::stripped}, {Clue::name_not_allowed, Clue::answered_at_once}},
    {[](const State& s, Capability k) { return refused(s, k, Refusal::other); }, C::unknown, guess, {}, {Clue::unknown_error}},

    // Not asked yet, and blocked already
    {[](const State& s, Capability k) { return permitted(s, k, Permission::denied) && maybe_undelegated(s, k) && !s.device(k).held(); },
     C::frame_not_delegated, likely, {C::blocked_for_site}, {Clue::framed, Clue::permission_denied}},
    {[](const State& s, Capability k) { return permitted(s, k, Permission::denied) && !s.device(k).held(); },
     C::blocked_for_site, likely, {C::managed_policy, C::embargoed, C::blocked_by_system}, {Clue::permission_denied}},

    // Granted, and still not heard
    {[](const State& s, Capability k) { return s.device(k).held() && seen(s, k).muted_by_browser && mobile(s); },
     C::interrupted, likely, {C::muted_by_browser}, {Clue::track_muted}},
    {[](const State& s, Capability k) { return s.device(k).held() && seen(s, k).muted_by_browser; },
     C::muted_by_browser, likely, {C::hardware_muted, C::interrupted}, {Clue::track_muted}},
    {[](const State& s, Capability k) { return s.device(k).held() && k == Capability::microphone && s.audio_interrupted; },
     C::interrupted, likely, {}, {Clue::sound_taken_by_system}},
    {[](const State& s, Capability k) { return s.device(k).held() && seen(s, k).silent_ms >= silence_limit_ms && !engine(s, Engine::chromium); },
     C::silent, certain, {C::device_busy, C::hardware_muted, C::wrong_device}, {Clue::exact_silence}},  // only Chromium fails when busy
    {[](const State& s, Capability k) { return s.device(k).held() && seen(s, k).silent_ms >= silence_limit_ms; },
     C::silent, certain, {C::hardware_muted, C::wrong_device}, {Clue::exact_silence}},
    {[](const State& s, Capability k) { return s.device(k).held() && s.network == Network::blocked; },
     C::network_blocked, likely, {}, {Clue::network_closed}},
    {[](const State&, Capability) { return true; }, C::none, certain, {}, {}},
  };
  return rows;
}
// clang-format on

// A camera that the site does not want has nothing to be diagnosed.
const Reading& reading_of(const State& state, Capability kind) {
  const std::vector<Reading>& rows = table();
  if (kind == Capability::camera && !state.settings.camera) return rows.back();
  for (const Reading& row : rows)
    if (row.fits(state, kind)) return row;
  return rows.back();  // fits always
}

}  // namespace

std::span<const Reading> readings() { return table(); }

Verdict diagnose(const State& state, Capability kind) {
  const Reading& row = reading_of(state, kind);
  return {row.cause, row.confidence, row.alternatives, row.evidence};
}

Cause cause_of(const State& state, Capability kind) { return reading_of(state, kind).cause; }

Confidence confidence_of(const State& state, Capability kind) { return reading_of(state, kind).confidence; }

}  // namespace earshot
