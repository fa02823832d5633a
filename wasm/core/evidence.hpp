// What was seen of one capability: small and finite, because it is part of the state. Raw error text comes in here,
// becomes one mark, and goes no further.
#pragma once
#include "core/fact.hpp"

namespace earshot {

// What a rejection says, by its name and by as much of its message as engines agree to disagree on.
EARSHOT_WORDS(Refusal, none, not_allowed, dismissed, by_system, gesture, unpressed, not_found, not_readable, in_use, second_microphone,
              overconstrained, chosen_device, aborted, timed_out, security, audio_session, inactive, not_supported, other)

// How a track that we had went away.
EARSHOT_WORDS(Loss, none, ended, device_gone)

// How many devices of this kind the browser lists. Firefox and WebKit list none to a frame without delegation.
EARSHOT_WORDS(Devices, unknown, absent, present)

// At the third dismissal Chromium blocks the site for a week (permission_decision_auto_blocker.cc).
inline constexpr int dismissals_before_embargo = 3;
// Exact digital silence for this long is a fault: a live microphone always has a noise floor.
inline constexpr int silence_limit_ms = 5000;
// A rejection faster than this was answered from memory. WebKit delays on purpose, so there it says nothing.
inline constexpr int stored_answer_ms = 500;

struct Evidence {
  Permission permission = Permission::unknown;
  bool asked_when_denied = false;  // the permission was already denied when we asked
  Refusal refusal = Refusal::none;
  bool instant = false;            // answered before anybody could have read a prompt
  bool combined = false;           // one request asked for both kinds: its refusal may be the other one's
  Loss loss = Loss::none;
  bool loss_explained = false;     // the permission was read after the track ended: `change` and `ended` race
  Devices devices = Devices::unknown;
  bool ignored = false;            // the prompt has been open for long
  std::uint8_t dismissals = 0;     // on this page, up to dismissals_before_embargo
  bool heard = false;              // a sample that was not zero has been seen since the track opened
  std::uint16_t silent_ms = 0;     // exact zeros so far, up to silence_limit_ms
  bool muted_by_browser = false;   // the track's own `mute` event

  auto operator<=>(const Evidence&) const = default;

  bool loss_unexplained() const { return loss != Loss::none && !loss_explained; }
};

// The mark a rejection leaves. Messages are promised by no standard: parts of them are looked for in any case.
Refusal refusal_of(const RequestFailed& fact);

Evidence witness_failure(Evidence evidence, const RequestFailed& fact, Engine engine, bool combined);
Evidence witness_permission(Evidence evidence, Permission state);
Evidence witness_opened(Evidence evidence);
Evidence witness_loss(Evidence evidence, Loss loss);
Evidence witness_level(Evidence evidence, const Level& level);

}  // namespace earshot
