// What is wrong with one media kind or with notifications, how sure that is, and what it rests on.
#pragma once
#include "core/values/cause.hpp"
#include "core/values/few.hpp"
#include "core/values/permission.hpp"

namespace earshot {

// What decided a verdict, for site owners and tests.
EARSHOT_WORDS(Clue, not_secure, no_media_devices, policy_forbids, framed, permission_denied,
              permission_prompt, permission_granted, was_denied_before_asking, answered_at_once,
              answered_after_a_while, message_says_dismissed, message_says_system, message_says_gesture,
              no_press, message_says_in_use, message_says_second_microphone, message_says_timeout,
              message_says_audio_session, name_not_allowed, name_not_found, name_not_readable,
              name_overconstrained, constraint_device_id, name_abort, name_security, name_invalid_state,
              name_not_supported, unknown_error, track_ended, device_list_empty, device_list_has_it,
              prompt_open_for_long, page_hidden, dismissed_three_times, exact_silence, track_muted,
              sound_taken_by_system, network_closed, inside_an_app, origin_is_null, page_unfocused,
              no_answer_for_long, device_list_lacks_it, clock_jumped, page_was_frozen, ignored_four_times,
              message_is_unusual, message_says_driver, every_phone_has_one, was_denied_a_moment_ago,
              never_answered_here, no_new_pictures, was_upset, name_of_a_virtual_device, speech_behind_mute,
              default_is_another, playback_refused, never_above_a_whisper, others_are_there,
              closed_twice_before, ignored_three_times, no_notifications, the_first_explanation_failed,
              sound_before, no_samples, no_output_listed, answered_by_nobody, switched_by_site,
              no_picture_yet, closed_by_us, as_good_as_silent)

struct Verdict {
  Cause cause = Cause::none;
  Confidence confidence = Confidence::certain;
  Few<Cause> alternatives{};  // what else fits, best first
  Few<Clue, 5> evidence{};    // strongest first
  bool operator==(const Verdict&) const = default;

  // The first explanation was another one, and tries made on its advice have failed.
  bool after_failed_tries() const { return evidence.has(Clue::the_first_explanation_failed); }
};

// Of everything at one moment. Worked out once after each fact.
struct Verdicts {
  Verdict microphone{};
  Verdict camera{};
  Verdict notifications{};
  bool operator==(const Verdicts&) const = default;

  const Verdict& of(MediaKind kind) const { return kind == mic ? microphone : camera; }
  const Verdict& of(Capability capability) const {
    return capability == Capability::notifications ? notifications
           : capability == Capability::microphone  ? microphone
                                                   : camera;
  }
};

}  // namespace earshot
