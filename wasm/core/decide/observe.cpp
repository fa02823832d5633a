#include "core/decide/observe.hpp"
#include <algorithm>
#include <array>
#include <string_view>

namespace earshot {
namespace {

bool says(std::string_view message, std::string_view part) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  if (part.empty()) return true;
  return std::search(message.begin(), message.end(), part.begin(), part.end(), same) != message.end();
}

std::uint16_t added(std::uint16_t so_far, int span_ms, int limit) {
  return static_cast<std::uint16_t>(std::min(so_far + std::clamp(span_ms, 0, limit), limit));
}

struct Saying {
  std::string_view name;  // the error's name; empty: any
  std::string_view part;  // of the message, in lower case; empty: any
  Refusal refusal;
};

// First match wins: a telling message before the bare name.
constexpr auto sayings = std::to_array<Saying>({
    {"NotAllowedError", "dismissed", Refusal::dismissed},           // Chromium
    {"NotAllowedError", "by system", Refusal::by_system},           // Chromium
    {"NotAllowedError", "system permissions", Refusal::by_system},  // Chromium, from the audio service
    {"NotAllowedError", "capturedevice device", Refusal::driver},  // WebKit, where the device fails to start:
    {"NotAllowedError", "capturesource device", Refusal::driver},  // "No AVAudioSessionCaptureDevice device"
    {"NotAllowedError", "video source", Refusal::driver},  // "No AVVideoCaptureSource device", and its like
    {"NotAllowedError", "invalid width", Refusal::driver},
    {"NotAllowedError", "activation", Refusal::gesture},  // Chromium, newer builds
    {"NotAllowedError", "gesture", Refusal::gesture},
    {"NotAllowedError", "killswitch", Refusal::switched_off},  // Chromium, feature disabled from afar
    {"NotAllowedError", "", Refusal::not_allowed},
    {"PermissionDeniedError", "dismissed", Refusal::dismissed},  // Chromium before 60
    {"PermissionDeniedError", "", Refusal::not_allowed},
    {"NotFoundError", "", Refusal::not_found},
    {"DevicesNotFoundError", "", Refusal::not_found},
    {"NotReadableError", "concurrent mic", Refusal::second_microphone},  // Firefox, older
    {"NotReadableError", "in use", Refusal::in_use},                     // Chromium
    {"NotReadableError", "socket", Refusal::driver},                     // Chromium, the audio service
    {"NotReadableError", "failed to access", Refusal::driver},           // Chromium, the audio service
    {"NotReadableError", "", Refusal::not_readable},
    {"TrackStartError", "", Refusal::not_readable},
    {"OverconstrainedError", "", Refusal::overconstrained},
    {"AbortError", "timeout", Refusal::timed_out},           // Chromium
    {"AbortError", "context destroyed", Refusal::inactive},  // Chromium, older: the page is being left
    {"AbortError", "", Refusal::aborted},
    {"SecurityError", "", Refusal::security},
    {"InvalidStateError", "audiosession", Refusal::audio_session},  // Safari
    {"InvalidStateError", "", Refusal::inactive},
    {"InvalidAccessError", "", Refusal::inactive},
    {"NotSupportedError", "", Refusal::not_supported},
    {"TypeError", "", Refusal::not_supported},
});

}  // namespace

Refusal refusal_of(const RequestFailed& fact) {
  for (const Saying& row : sayings) {
    if (row.name != fact.name || !says(fact.message, row.part)) continue;
    // The constraint's name tells a remembered device that is gone from a wish that nothing meets.
    if (row.refusal == Refusal::overconstrained && fact.constraint == "deviceId")
      return Refusal::chosen_device;
    // WebKit names no constraint where there is no device at all.
    if (row.refusal == Refusal::overconstrained && fact.constraint.empty() &&
        says(fact.message, "invalid constraint"))
      return Refusal::not_found;
    return row.refusal;
  }
  return Refusal::other;
}

Observations witness_failure(Observations seen, const RequestFailed& fact, const Environment& where,
                             bool combined) {
  const Engine engine = where.engine;
  Answer& answer = seen.answer;
  answer.refusal = refusal_of(fact);
  // Nobody closes a prompt that fast: this page cannot show one (Chrome's side panel, a page that is not in
  // front). And WebKit says "aborted" where its sheet went away with its frame.
  if (answer.refusal == Refusal::dismissed && fact.elapsed_ms < nobody_answers_ms)
    answer.refusal = Refusal::cancelled;
  if (answer.refusal == Refusal::aborted && engine == Engine::webkit) answer.refusal = Refusal::cancelled;
  // After a denial WebKit refuses what no press asked for, also where it has been allowed since.
  if (answer.refusal == Refusal::not_allowed && engine == Engine::chromium) {
    if (fact.message.empty()) answer.refusal = Refusal::switched_off;
    else if (!says(fact.message, "denied")) answer.refusal = Refusal::unusual;
  }
  const bool unasked = answer.refusal == Refusal::not_allowed && engine == Engine::webkit && !fact.activated;
  if (unasked && seen.permission != Permission::denied) answer.refusal = Refusal::unpressed;
  // How and when it was refused only helps to read the one refusal that says nothing itself.
  const bool bare = answer.refusal == Refusal::not_allowed;
  answer.instant = bare && fact.elapsed_ms < (engine == Engine::webkit ? webkit_sheet_ms : stored_answer_ms);
  answer.fleeting = bare && engine == Engine::gecko &&
                    fact.elapsed_ms < (combined ? no_question_for_both_ms : no_question_ms);
  answer.unread = bare && (engine == Engine::gecko || engine == Engine::webkit) && where.permissions_api;
  answer.combined = combined && !is_device_trouble(answer.refusal);
  answer.asked_when_denied = bare && answer.asked_when_denied;
  // Somebody took the time to answer. (WebKit delays by itself only where all capture is switched off.)
  seen.asked |=
      answer.refusal == Refusal::dismissed || (bare && !answer.instant && !answer.asked_when_denied);
  const bool counts = answer.refusal == Refusal::dismissed && engine == Engine::chromium;
  if (counts && seen.unanswered.dismissals < dismissals_before_embargo) ++seen.unanswered.dismissals;
  return seen;
}

Observations witness_permission(Observations seen, Permission state) {
  const Permission before = seen.permission;
  seen.permission = state;
  seen.answer.unread = false;
  // What was refused for want of a press is refused for good, as it shows now.
  if (state == Permission::denied && seen.answer.refusal == Refusal::unpressed)
    seen.answer.refusal = Refusal::not_allowed;
  // Taken away after the track had ended: that was why.
  if (seen.lost.how != Loss::none && state != before) seen.lost.of_old = false;
  seen.lost.explained = seen.lost.how != Loss::none;
  const bool lifted =
      before == Permission::denied && (state == Permission::prompt || state == Permission::granted);
  const bool granted_anew = state == Permission::granted && before != Permission::granted;
  if (granted_anew && before == Permission::denied) seen.granted_anew = true;
  if (state == Permission::denied) seen.granted_anew = false;
  if (lifted || granted_anew) {  // what stood in the way is gone, and so is what it said
    seen.answer = {};
    seen.tries = {};
    seen.unanswered = {};
  }
  return seen;
}

Observations witness_opened(const Observations& seen) {
  Observations fresh;
  const bool unlisted = seen.devices == Devices::absent || seen.devices == Devices::unlisted;
  fresh.devices = unlisted ? Devices::unlisted : Devices::present;
  fresh.asked = true;
  // Some browsers stay at "prompt" while they capture; a stream is better proof than a query.
  fresh.permission = seen.permission == Permission::unknown ? Permission::unknown : Permission::granted;
  return fresh;
}

Observations witness_loss(Observations seen, const Track& track, Loss loss, Away away) {
  // Where the permission has changed already, there is nothing to wait for. Where that was long ago, it did
  // not end the track.
  const bool withdrawn = seen.permission == Permission::denied || seen.permission == Permission::prompt;
  seen.lost = {.how = loss,
               .explained = loss != Loss::ended || withdrawn,
               .away = away,
               .of_old = loss == Loss::ended && withdrawn && !track.withdrawn_lately,
               .was_virtual = track.is_virtual};
  return seen;
}

Observations witness_listed(Observations seen, Devices devices) {
  if (devices != Devices::absent || seen.devices != Devices::unlisted) seen.devices = devices;
  return seen;
}

Track witness_level(Track track, const Level& level) {
  // A context that does not run, or a hidden page, reads as zeros too: no verdict from those.
  if (!level.valid) return track;
  track.starved_ms =
      level.starved ? added(track.starved_ms, level.span_ms, starved_limit_ms) : std::uint16_t{0};
  if (level.starved) return track;
  if (level.dbfs) {  // one sample clears the microphone
    track.gated |= track.heard && track.silent_ms >= pause_ms;
    track.heard = true;
    track.doubted = false;
    track.silent_ms = 0;
    track.audible |= *level.dbfs >= audible_dbfs;
    track.loud |= *level.dbfs >= whisper_dbfs;
    track.quiet_ms = track.loud ? 0 : added(track.quiet_ms, level.span_ms, quiet_limit_ms);
  } else if (!track.gated) {
    track.silent_ms = added(track.silent_ms, level.span_ms, sound_lost_ms);
  }
  return track;
}

Track witness_speech(Track track, const Level& level) {
  const bool speech = level.dbfs && *level.dbfs >= speech_dbfs;
  const bool believed = track.speaking_ms >= word_ms;
  if (speech) {
    const auto spoken = added(track.speaking_ms, level.span_ms, speech_believed_ms);
    track.speaking_ms = spoken >= word_ms ? speech_believed_ms : spoken;
  } else {
    const int left = track.speaking_ms - std::clamp(level.span_ms, 0, speech_believed_ms);
    track.speaking_ms = believed && left >= word_ms ? static_cast<std::uint16_t>(left) : std::uint16_t{0};
  }
  return track;
}

Track witness_frames(Track track, const Frames& frames) {
  if (!frames.valid) return track;
  track.pictured |= frames.frames > 0;
  track.stalled_ms =
      frames.frames > 0 ? std::uint16_t{0} : added(track.stalled_ms, frames.span_ms, first_picture_ms);
  return track;
}

Track witness_upset(Track track) {
  track.starved_ms = 0;
  if (track.gated) return track;  // its zeros prove nothing, then as now
  track.doubted = true;
  track.heard = false;
  track.silent_ms = 0;
  return track;
}

}  // namespace earshot
