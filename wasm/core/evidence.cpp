#include "core/evidence.hpp"
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
    {"NotAllowedError", "dismissed", Refusal::dismissed},                      // Chromium
    {"NotAllowedError", "by system", Refusal::by_system},                      // Chromium
    {"NotAllowedError", "system permissions", Refusal::by_system},             // Chromium, from the audio service
    {"NotAllowedError", "activation", Refusal::gesture},                       // Chromium, newer builds
    {"NotAllowedError", "gesture", Refusal::gesture},
    {"NotAllowedError", "killswitch", Refusal::switched_off},                  // Chromium, feature disabled from afar
    {"NotAllowedError", "", Refusal::not_allowed},
    {"PermissionDeniedError", "dismissed", Refusal::dismissed},                // Chromium before 60
    {"PermissionDeniedError", "", Refusal::not_allowed},
    {"NotFoundError", "", Refusal::not_found},
    {"DevicesNotFoundError", "", Refusal::not_found},
    {"NotReadableError", "concurrent mic", Refusal::second_microphone},        // Firefox, older
    {"NotReadableError", "in use", Refusal::in_use},                           // Chromium
    {"NotReadableError", "socket", Refusal::driver},                           // Chromium, the audio service
    {"NotReadableError", "failed to access", Refusal::driver},                 // Chromium, the audio service
    {"NotReadableError", "", Refusal::not_readable},
    {"TrackStartError", "", Refusal::not_readable},
    {"OverconstrainedError", "", Refusal::overconstrained},
    {"AbortError", "timeout", Refusal::timed_out},                             // Chromium
    {"AbortError", "context destroyed", Refusal::inactive},                    // Chromium, older: the page is being left
    {"AbortError", "", Refusal::aborted},
    {"SecurityError", "", Refusal::security},
    {"InvalidStateError", "audiosession", Refusal::audio_session},             // Safari
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
    if (row.refusal == Refusal::overconstrained && fact.constraint == "deviceId") return Refusal::chosen_device;
    // WebKit names no constraint where there is no device at all.
    if (row.refusal == Refusal::overconstrained && fact.constraint.empty() && says(fact.message, "invalid constraint"))
      return Refusal::not_found;
    return row.refusal;
  }
  return Refusal::other;
}

Evidence witness_failure(Evidence evidence, const RequestFailed& fact, Engine engine, bool combined) {
  evidence.refusal = refusal_of(fact);
  // After a denial WebKit refuses what no press asked for, also where it has been allowed since.
  if (evidence.refusal == Refusal::not_allowed && engine == Engine::chromium) {
    if (fact.message.empty()) evidence.refusal = Refusal::switched_off;
    else if (!says(fact.message, "denied")) evidence.refusal = Refusal::unusual;
  }
  const bool unasked = evidence.refusal == Refusal::not_allowed && engine == Engine::webkit && !fact.activated;
  if (unasked && evidence.permission != Permission::denied) evidence.refusal = Refusal::unpressed;
  // How and when it was refused only helps to read the one refusal that says nothing itself.
  const bool bare = evidence.refusal == Refusal::not_allowed;
  evidence.instant = bare && engine != Engine::webkit && fact.elapsed_ms < stored_answer_ms;
  evidence.combined = combined && (bare || evidence.refusal == Refusal::dismissed);
  evidence.asked_when_denied = bare && evidence.asked_when_denied;
  // Somebody took the time to answer. WebKit's delay proves nothing.
  evidence.asked |= evidence.refusal == Refusal::dismissed || (bare && !evidence.instant && engine != Engine::webkit);
  const bool counts = evidence.refusal == Refusal::dismissed && engine == Engine::chromium;
  if (counts && evidence.dismissals < dismissals_before_embargo) ++evidence.dismissals;
  return evidence;
}

Evidence witness_permission(Evidence evidence, Permission state) {
  const Permission before = evidence.permission;
  evidence.permission = state;
  evidence.loss_explained = evidence.loss != Loss::none;
  const bool lifted = before == Permission::denied && (state == Permission::prompt || state == Permission::granted);
  const bool granted_anew = state == Permission::granted && before != Permission::granted;
  if (granted_anew && before == Permission::denied) evidence.granted_anew = true;
  if (state == Permission::denied) evidence.granted_anew = false;
  if (lifted || granted_anew) {  // what stood in the way is gone, and so is what it said
    evidence.tried = Cause::none;
    evidence.doubt = 0;
    evidence.ignores = 0;
    evidence.refusal = Refusal::none;
    evidence.combined = false;
    evidence.asked_when_denied = false;
    evidence.instant = false;
    evidence.dismissals = 0;
  }
  return evidence;
}

Evidence witness_opened(Evidence evidence, bool is_virtual) {
  const Permission permission = evidence.permission;
  evidence = {};
  evidence.devices = Devices::present;
  evidence.asked = true;
  evidence.is_virtual = is_virtual;
  // Some browsers stay at "prompt" while they capture; a stream is better proof than a query.
  evidence.permission = permission == Permission::unknown ? Permission::unknown : Permission::granted;
  return evidence;
}

Evidence witness_loss(Evidence evidence, Loss loss, Away away) {
  evidence = forget_track(evidence);
  evidence.loss = loss;
  evidence.away = away;
  // Where the permission has changed already, there is nothing to wait for.
  const bool withdrawn = evidence.permission == Permission::denied || evidence.permission == Permission::prompt;
  evidence.loss_explained = loss == Loss::device_gone || withdrawn;
  return evidence;
}

Evidence witness_level(Evidence evidence, const Level& level) {
  // A context that does not run, or a hidden page, reads as zeros too: no verdict from those.
  if (!level.valid) return evidence;
  if (level.dbfs) {  // noise gates give zeros between words: one sample clears the microphone
    evidence.heard = true;
    evidence.doubted = false;
    evidence.silent_ms = 0;
    evidence.loud |= *level.dbfs >= whisper_dbfs;
    evidence.quiet_ms = evidence.loud ? 0 : added(evidence.quiet_ms, level.span_ms, quiet_limit_ms);
  } else if (!evidence.heard) {
    evidence.silent_ms = added(evidence.silent_ms, level.span_ms, silence_limit_ms);
  }
  return evidence;
}

Evidence witness_speech(Evidence evidence, const Level& level) {
  const bool speech = level.dbfs && *level.dbfs >= speech_dbfs;
  const bool believed = evidence.speaking_ms >= word_ms;
  if (speech) {
    const auto spoken = added(evidence.speaking_ms, level.span_ms, speech_believed_ms);
    evidence.speaking_ms = spoken >= word_ms ? speech_believed_ms : spoken;
  } else {
    const int left = evidence.speaking_ms - std::clamp(level.span_ms, 0, speech_believed_ms);
    evidence.speaking_ms = believed && left >= word_ms ? static_cast<std::uint16_t>(left) : std::uint16_t{0};
  }
  return evidence;
}

Evidence witness_frames(Evidence evidence, const Frames& frames) {
  if (!frames.valid) return evidence;
  evidence.stalled_ms = frames.frames > 0 ? std::uint16_t{0} : added(evidence.stalled_ms, frames.span_ms, stall_limit_ms);
  return evidence;
}

Evidence forget_track(Evidence evidence) {
  evidence.heard = false;
  evidence.loud = false;
  evidence.silent_ms = 0;
  evidence.quiet_ms = 0;
  evidence.speaking_ms = 0;
  evidence.stalled_ms = 0;
  evidence.muted_by_browser = false;
  evidence.mute_lasts = false;
  evidence.doubted = false;
  evidence.is_virtual = false;
  evidence.default_changed = false;
  return evidence;
}

Evidence witness_upset(Evidence evidence) {
  evidence.doubted = true;
  evidence.heard = false;
  evidence.silent_ms = 0;
  return evidence;
}

}  // namespace earshot
