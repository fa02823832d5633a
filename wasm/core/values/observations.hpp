// What was seen of one media kind, in groups that are forgotten together. Small and finite, because it is
// part of the state: raw error text comes in, becomes one mark, and goes no further.
#pragma once
#include "core/values/cause.hpp"
#include "core/values/permission.hpp"
#include "core/values/times.hpp"

namespace earshot {

// What a rejection says, by its name and by as much of its message as engines agree to disagree on.
EARSHOT_WORDS(Refusal, none, not_allowed, dismissed, by_system, gesture, unpressed, not_found, not_readable,
              in_use, second_microphone, overconstrained, chosen_device, aborted, timed_out, security,
              audio_session, inactive, not_supported, other, switched_off, unusual, driver, cancelled)

// Nobody refused, and the device is there: it could not be had, as somebody else holds it, or it fails.
constexpr bool could_not_be_had(Refusal refusal) {
  return refusal == Refusal::not_readable || refusal == Refusal::in_use || refusal == Refusal::aborted ||
         refusal == Refusal::timed_out || refusal == Refusal::driver;
}

// The device failed, not the permission: one kind's trouble must not cost the other.
constexpr bool is_device_trouble(Refusal refusal) {
  return could_not_be_had(refusal) || refusal == Refusal::not_found ||
         refusal == Refusal::second_microphone || refusal == Refusal::overconstrained ||
         refusal == Refusal::chosen_device;
}

// How a track that we had went away. `stopped`: by a script of the page.
EARSHOT_WORDS(Loss, none, ended, device_gone, stopped)

// Where the page was when it happened. `hidden` is said of phones only: elsewhere capture goes on in the
// background.
EARSHOT_WORDS(Away, none, hidden, hidden_long, frozen, slept)

// What the browser lists of this kind. Firefox and WebKit list none to a frame without delegation. `others`:
// some are there, and the one that was in use is not. `unlisted`: one lived while none was listed, so an
// empty list is no witness.
EARSHOT_WORDS(Devices, unknown, absent, present, others, unlisted)

// At the third dismissal, or the fourth prompt left without an answer, Chromium blocks the site for a week
// (permission_decision_auto_blocker.cc).
inline constexpr int dismissals_before_embargo = 3;
inline constexpr int ignores_before_embargo = 4;
inline constexpr double whisper_dbfs = -60.0;
inline constexpr double audible_dbfs = -75.0;  // a quiet room gives -70 to -60
inline constexpr double speech_dbfs = -45.0;   // behind one's own mute

// How the newest request ended. Over with the next answer, or when what stood in the way is gone.
struct Answer {
  Refusal refusal = Refusal::none;
  bool instant = false;            // before anybody could have read a prompt
  bool fleeting = false;           // and before the browser could have shown one
  bool combined = false;           // one request asked for both kinds: its refusal may be the other one's
  bool asked_when_denied = false;  // the permission was already denied when we asked
  bool unread = false;             // the permission has not been read since: it may tell more
  auto operator<=>(const Answer&) const = default;
};

// How the last track was lost. Over with the call, or with the next track.
struct Lost {
  Loss how = Loss::none;
  bool explained = false;    // the permission was read after the track ended: `change` and `ended` race
  Away away = Away::none;    // where the page was
  bool of_old = false;       // what the permission says had been so before: it did not end this track
  bool was_virtual = false;  // its device was a program
  bool was_off = false;      // by the host's switch, or muted by the system
  auto operator<=>(const Lost&) const = default;

  // By somebody who does not want it: by itself nothing has it back.
  bool turned_off() const { return how == Loss::stopped || was_off; }
};

// Tries that the visitor made on the advice of an explanation.
struct Tries {
  Cause told = Cause::none;  // the explanation
  std::uint8_t failed = 0;   // how many ended in the same place: so much for it
  auto operator<=>(const Tries&) const = default;
};

// Prompts that lead Chromium to a week without any. Counted until the block is lifted or a stream is there.
struct Unanswered {
  std::uint8_t dismissals = 0;  // up to dismissals_before_embargo
  std::uint8_t ignores = 0;     // left without an answer on earlier visits, up to ignores_before_embargo
  auto operator<=>(const Unanswered&) const = default;
};

// After we closed a capture ourselves, its device may need a moment before it can be had again. `cleared`:
// for the host, in guard mode, whose tries are its own.
EARSHOT_WORDS(Reopening, none, released, tried_soon, tried_later, cleared)

// As long as the page is there, but for its groups.
struct Observations {
  Permission permission = Permission::unknown;
  Devices devices = Devices::unknown;
  bool asked = false;         // a person has answered here, on this visit or one that the site remembers
  bool granted_anew = false;  // the permission came back after it had been denied
  Reopening reopening = Reopening::none;
  Answer answer{};
  Lost lost{};
  Tries tries{};
  Unanswered unanswered{};
  auto operator<=>(const Observations&) const = default;

  bool loss_unexplained() const { return lost.how != Loss::none && !lost.explained; }
};

EARSHOT_WORDS(TrackState, none, live, muted)

// What we hold of one kind, and what was heard and seen of it since it opened.
struct Track {
  TrackState state = TrackState::none;
  TrackId id = 0;
  Request request = 0;            // that opened it; 0: the host did
  bool heard = false;             // a sample that was not zero has been seen
  bool audible = false;           // so has one above what a device gives whose volume is at nothing
  bool loud = false;              // so has one above a whisper
  bool gated = false;             // it has given zeros between sounds: they prove nothing of this one
  std::uint16_t silent_ms = 0;    // exact zeros since the last sound, up to sound_lost_ms
  std::uint16_t starved_ms = 0;   // not even zeros: no samples at all, up to starved_limit_ms
  std::uint16_t quiet_ms = 0;     // never above a whisper so far, up to quiet_limit_ms
  std::uint16_t speaking_ms = 0;  // behind the visitor's own mute, up to speech_believed_ms
  bool pictured = false;          // the camera has given a picture
  std::uint16_t stalled_ms = 0;   // the camera gave no picture, up to first_picture_ms
  bool muted_by_browser = false;  // its own `mute` event
  bool mute_lasts = false;        // and that for longer than a blip
  bool mute_aged = false;         // for so long that the browser may have forgotten its grant
  bool off_by_host = false;       // the host's own switch, `enabled`
  bool withdrawn_lately = false;  // the permission was taken away a moment ago: the track is about to end
  bool doubted = false;     // something happened that may have killed the capture while its flags look well
  bool is_virtual = false;  // its device is a cable or a monitor in software, going by its name
  bool stands_in = false;   // a program's sound in the place of a microphone that was lost
  bool default_changed = false;  // the system has moved on to another microphone
  auto operator<=>(const Track&) const = default;
};

}  // namespace earshot
