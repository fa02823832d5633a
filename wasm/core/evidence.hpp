// What was seen of one capability: small and finite, because it is part of the state. Raw error text comes in here,
// becomes one mark, and goes no further.
#pragma once
#include "core/cause.hpp"
#include "core/fact.hpp"

namespace earshot {

// What a rejection says, by its name and by as much of its message as engines agree to disagree on.
EARSHOT_WORDS(Refusal, none, not_allowed, dismissed, by_system, gesture, unpressed, not_found, not_readable, in_use, second_microphone,
              overconstrained, chosen_device, aborted, timed_out, security, audio_session, inactive, not_supported, other,
              switched_off, unusual, driver)

// How a track that we had went away.
EARSHOT_WORDS(Loss, none, ended, device_gone)

// Where the page was when it happened. `hidden` is said of phones only: elsewhere capture goes on in the background.
EARSHOT_WORDS(Away, none, hidden, hidden_long, frozen, slept)

// What the browser lists of this kind. Firefox and WebKit list none to a frame without delegation. `others`: some are
// there, and the one that was in use is not.
EARSHOT_WORDS(Devices, unknown, absent, present, others)

// At the third dismissal, or the fourth prompt left without an answer, Chromium blocks the site for a week
// (permission_decision_auto_blocker.cc).
inline constexpr int dismissals_before_embargo = 3;
inline constexpr int ignores_before_embargo = 4;
// Exact digital silence for this long is a fault: a live microphone always has a noise floor.
inline constexpr int silence_limit_ms = 5000;
// After an interruption, a mute or a sleep the flags lie and only samples tell: this much silence, and it is captured anew.
inline constexpr int dead_capture_ms = 2000;
// Nothing above a whisper for so long, from the start: perhaps the wrong microphone, perhaps one who listens.
inline constexpr double whisper_dbfs = -60.0;
inline constexpr int quiet_limit_ms = 20'000;
// Speech behind one's own mute: this loud for this long is a word; it is believed for some seconds, or it would flicker.
inline constexpr double speech_dbfs = -45.0;
inline constexpr int word_ms = 1000;
inline constexpr int speech_believed_ms = 5000;
// A camera without a new picture for so long has stopped.
inline constexpr int stall_limit_ms = 4000;
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
  Away away = Away::none;          // where the page was when it was lost
  Devices devices = Devices::unknown;
  bool ignored = false;            // the prompt has been open for long
  bool asked = false;              // a person has answered here, on this visit or one that the site remembers
  std::uint8_t dismissals = 0;     // up to dismissals_before_embargo
  std::uint8_t ignores = 0;        // prompts left without an answer on earlier visits, up to ignores_before_embargo
  bool granted_anew = false;       // the permission came back after it had been denied
  Cause tried = Cause::none;       // what the visitor had been told when trying again
  std::uint8_t doubt = 0;          // how many such tries ended in the same place: so much for the first explanation
  bool heard = false;              // a sample that was not zero has been seen since the track opened
  bool loud = false;               // so has one above a whisper
  std::uint16_t silent_ms = 0;     // exact zeros so far, up to silence_limit_ms
  std::uint16_t quiet_ms = 0;      // never above a whisper so far, up to quiet_limit_ms
  std::uint16_t speaking_ms = 0;   // behind the visitor's own mute, up to speech_believed_ms
  std::uint16_t stalled_ms = 0;    // the camera gave no picture, up to stall_limit_ms
  bool muted_by_browser = false;   // the track's own `mute` event
  bool mute_lasts = false;         // and that for longer than a blip
  bool doubted = false;            // something happened that may have killed the capture while its flags look well
  bool is_virtual = false;         // the device is a cable or a monitor in software, going by its name
  bool default_changed = false;    // the system has moved on to another microphone

  auto operator<=>(const Evidence&) const = default;

  bool loss_unexplained() const { return loss != Loss::none && !loss_explained; }
};

// The mark a rejection leaves. Messages are promised by no standard: parts of them are looked for in any case.
Refusal refusal_of(const RequestFailed& fact);

Evidence witness_failure(Evidence evidence, const RequestFailed& fact, Engine engine, bool combined);
Evidence witness_permission(Evidence evidence, Permission state);
Evidence witness_opened(Evidence evidence, bool is_virtual);
Evidence witness_loss(Evidence evidence, Loss loss, Away away);
Evidence witness_level(Evidence evidence, const Level& level);
// The same behind the visitor's own mute, where nobody is to be heard.
Evidence witness_speech(Evidence evidence, const Level& level);
Evidence witness_frames(Evidence evidence, const Frames& frames);
// What was heard or seen of a track counts no longer: it is gone, or it may be another one now.
Evidence forget_track(Evidence evidence);
// Something happened that a capture may not have survived: only samples that come now will tell.
Evidence witness_upset(Evidence evidence);

}  // namespace earshot
