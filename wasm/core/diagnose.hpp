// From what was seen to what is wrong. The whole mapping is one table, read from the top.
#pragma once
#include <array>
#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>
#include "core/state.hpp"

namespace earshot {

// What decided a verdict, for site owners and tests.
EARSHOT_WORDS(Clue,
  not_secure, no_media_devices, policy_forbids, framed, permission_denied, permission_prompt, permission_granted,
  was_denied_before_asking, answered_at_once, answered_after_a_while, message_says_dismissed, message_says_system,
  message_says_gesture, no_press, message_says_in_use, message_says_second_microphone, message_says_timeout,
  message_says_audio_session, name_not_allowed, name_not_found, name_not_readable, name_overconstrained,
  constraint_device_id, name_abort, name_security, name_invalid_state, name_not_supported, unknown_error, track_ended,
  device_list_empty, device_list_has_it, prompt_open_for_long, page_hidden, dismissed_three_times, exact_silence,
  track_muted, sound_taken_by_system, network_closed, inside_an_app, origin_is_null, page_unfocused, no_answer_for_long,
  device_list_lacks_it, hidden_for_long, clock_jumped, page_was_frozen, ignored_four_times, message_is_unusual,
  message_says_driver, every_phone_has_one, was_denied_a_moment_ago, never_answered_here, no_new_pictures, was_upset,
  name_of_a_virtual_device, speech_behind_mute, default_is_another, playback_refused, never_above_a_whisper,
  others_are_there, closed_twice_before, ignored_three_times, no_notifications, the_first_explanation_failed)

struct Verdict {
  Cause cause = Cause::none;
  Confidence confidence = Confidence::certain;
  std::vector<Cause> alternatives{};  // what else fits, best first
  std::vector<Clue> evidence{};       // strongest first
  bool operator==(const Verdict&) const = default;
};

// At most four of something, without heap: the table is data, not code that builds it.
template <class T>
class Few {
 public:
  constexpr Few(std::initializer_list<T> items) {
    for (const T& item : items) items_.at(size_++) = item;  // a fifth does not compile
  }
  constexpr const T* begin() const { return items_.data(); }
  constexpr const T* end() const { return items_.data() + size_; }
  constexpr std::size_t size() const { return size_; }
  constexpr const T& operator[](std::size_t n) const { return items_[n]; }

 private:
  std::array<T, 4> items_{};
  std::uint8_t size_ = 0;
};

// One row of the table.
struct Reading {
  bool (*fits)(const State&, Capability);
  Cause cause;
  Confidence confidence;
  Few<Cause> alternatives;
  Few<Clue> evidence;
};

// The same for notifications.
struct Ringing {
  bool (*fits)(const State&);
  Cause cause;
  Confidence confidence;
  Few<Cause> alternatives;
  Few<Clue> evidence;
};

std::span<const Reading> readings();
std::span<const Ringing> ringings();

// The best explanation. Where a try made on its advice has failed, the next of its alternatives.
Verdict diagnose(const State& state, Capability kind);
Cause cause_of(const State& state, Capability kind);
// As if no try had failed.
Cause first_cause_of(const State& state, Capability kind);
Confidence confidence_of(const State& state, Capability kind);

}  // namespace earshot
