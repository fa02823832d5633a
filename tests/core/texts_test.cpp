// What each engine says when it refuses, word for word, and what it must be taken for. No standard promises
// these texts: other words around them, other letters, and texts that nobody knows yet must lead to something
// sensible too.
#include <algorithm>
#include <string>
#include "causes.hpp"

using namespace earshot;

namespace {

struct Text {
  Engine engine;
  const char* name;
  const char* message;
  const char* constraint;
  Cause cause;
};

constexpr auto chromium = Engine::chromium;
constexpr auto firefox = Engine::gecko;
constexpr auto webkit = Engine::webkit;

// clang-format off
const Text texts[] = {
    {chromium, "NotAllowedError", "Permission denied", "", C::denied},
    {chromium, "NotAllowedError", "Permission denied by user", "", C::denied},
    {chromium, "NotAllowedError", "Permission dismissed", "", C::dismissed},
    {chromium, "NotAllowedError", "Permission denied by system", "", C::blocked_by_system},
    {chromium, "NotAllowedError", "System Permissions prevented access to audio capture device", "", C::blocked_by_system},
    {chromium, "NotAllowedError", "No transient activation", "", C::gesture_needed},
    {chromium, "NotAllowedError", "Killswitch on", "", C::abuse_block},
    {chromium, "NotAllowedError", "", "", C::abuse_block},
    {chromium, "NotFoundError", "Requested device not found", "", C::no_device},
    {chromium, "NotReadableError", "Could not start audio source", "", C::device_busy},
    {chromium, "NotReadableError", "Could not start video source", "", C::device_busy},
    {chromium, "NotReadableError", "Device in use", "", C::device_busy},
    {chromium, "NotReadableError", "Audio capture device already in use", "", C::device_busy},
    {chromium, "NotReadableError", "Failed to access audio capture device", "", C::device_failed},
    {chromium, "NotReadableError", "Failed to access video capture device", "", C::device_failed},
    {chromium, "NotReadableError", "Audio device socket error", "", C::device_failed},
    {chromium, "NotReadableError", "Socket for audio capture device closed", "", C::device_failed},
    {chromium, "AbortError", "Timeout starting video source", "", C::device_failed},
    {chromium, "AbortError", "Error starting capture", "", C::device_busy},
    {chromium, "AbortError", "Invalid state", "", C::device_busy},
    {chromium, "AbortError", "Failed due to shutdown", "", C::device_busy},
    {chromium, "AbortError", "Context destroyed", "", C::page_inactive},
    {chromium, "InvalidStateError", "Context destroyed", "", C::page_inactive},
    {chromium, "InvalidStateError", "Failed to execute 'getUserMedia' on 'MediaDevices': No media device client available; is this a detached window?", "", C::page_inactive},
    {chromium, "OverconstrainedError", "", "deviceId", C::chosen_device_gone},
    {chromium, "OverconstrainedError", "", "width", C::constraint_unmet},
    {chromium, "SecurityError", "Invalid security origin", "", C::opaque_origin},
    {chromium, "NotSupportedError", "Not supported", "", C::api_missing},
    {chromium, "TypeError", "Failed to execute 'getUserMedia' on 'MediaDevices': At least one of audio and video must be requested", "", C::api_missing},
    {chromium, "PermissionDeniedError", "Permission dismissed", "", C::dismissed},
    {chromium, "PermissionDeniedError", "Permission denied", "", C::denied},
    {chromium, "DevicesNotFoundError", "", "", C::no_device},
    {chromium, "TrackStartError", "", "", C::device_busy},

    {firefox, "NotAllowedError", "The request is not allowed by the user agent or the platform in the current context.", "", C::denied},
    {firefox, "NotFoundError", "The object can not be found here.", "", C::no_device},
    {firefox, "NotReadableError", "The I/O read operation failed.", "", C::device_busy},
    {firefox, "NotReadableError", "Failed to allocate audiosource", "", C::device_busy},
    {firefox, "NotReadableError", "Failed to allocate videosource", "", C::device_busy},
    {firefox, "NotReadableError", "Concurrent mic process limit.", "", C::second_microphone},
    {firefox, "AbortError", "Starting audio failed", "", C::device_busy},
    {firefox, "AbortError", "Starting video failed", "", C::device_busy},
    {firefox, "AbortError", "Starting videoinput failed", "", C::device_busy},
    {firefox, "AbortError", "Starting audioinput failed", "", C::device_busy},
    {firefox, "OverconstrainedError", "Constraints could be not satisfied.", "deviceId", C::chosen_device_gone},
    {firefox, "OverconstrainedError", "Constraints could not be satisfied.", "width", C::constraint_unmet},
    {firefox, "SecurityError", "The operation is insecure.", "", C::opaque_origin},
    {firefox, "InvalidStateError", "An attempt was made to use an object that is not, or is no longer, usable", "", C::page_inactive},
    {firefox, "TypeError", "audio and/or video is required", "", C::api_missing},

    {webkit, "NotAllowedError", "The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission.", "", C::denied},
    {webkit, "NotFoundError", "The object can not be found here.", "", C::no_device},
    {webkit, "NotReadableError", "The I/O read operation failed.", "", C::device_busy},
    {webkit, "NotReadableError", "Failed starting capture of a audio track", "", C::device_busy},
    {webkit, "NotReadableError", "Failed starting capture of a video track", "", C::device_busy},
    {webkit, "OverconstrainedError", "Invalid constraint", "", C::no_device},
    {webkit, "OverconstrainedError", "Invalid constraint", "deviceId", C::chosen_device_gone},
    {webkit, "OverconstrainedError", "Invalid constraint", "width", C::constraint_unmet},
    {webkit, "SecurityError", "The operation is insecure.", "", C::opaque_origin},
    {webkit, "AbortError", "The operation was aborted.", "", C::prompt_cancelled},
    {webkit, "NotAllowedError", "No AVAudioSessionCaptureDevice device", "", C::device_failed},
    {webkit, "NotAllowedError", "No CoreAudioCaptureSource device", "", C::device_failed},
    {webkit, "NotAllowedError", "No AVVideoCaptureSource device", "", C::device_failed},
    {webkit, "InvalidAccessError", "The object does not support the operation or argument.", "", C::page_inactive},
    {webkit, "InvalidStateError", "Document is not fully active", "", C::page_inactive},
    {webkit, "InvalidStateError", "AudioSession category is not compatible with audio capture", "", C::audio_session_clash},
    {webkit, "TypeError", "No constraints provided", "", C::api_missing},
    {webkit, "TypeError", "Invalid required constraint", "", C::api_missing},
};
// clang-format on

Cause cause_of(Engine engine, const std::string& name, const std::string& message,
               const std::string& constraint) {
  Scene scene = arrived(engine).press(Action::orb);
  return scene.give(RequestFailed{scene.s.request, name, message, constraint, after_a_while}).verdict().cause;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

}  // namespace

TEST_CASE("the texts of all engines are understood, also in other letters and with other words around them") {
  for (const Text& text : texts) {
    const std::string message = text.message;
    CAPTURE(name_of(text.engine));
    CAPTURE(message);
    CHECK(cause_of(text.engine, text.name, message, text.constraint) == text.cause);
    if (message.empty()) continue;
    CHECK(cause_of(text.engine, text.name, upper(message), text.constraint) == text.cause);
    CHECK(cause_of(text.engine, text.name, "[Media 7] " + message + " (code 12)", text.constraint) ==
          text.cause);
  }
}

TEST_CASE("a text that nobody knows yet falls back on the error's name") {
  const char* const words = "brand new words";
  const std::pair<const char*, Cause> by_name[] = {
      {"NotFoundError", C::no_device},         {"NotReadableError", C::device_busy},
      {"AbortError", C::device_busy},          {"SecurityError", C::opaque_origin},
      {"InvalidStateError", C::page_inactive}, {"OverconstrainedError", C::constraint_unmet},
      {"NotSupportedError", C::api_missing},   {"NotAllowedError", C::denied},
  };
  for (const Engine engine : {chromium, webkit, Engine::other}) {
    for (const auto& [name, usual] : by_name) {
      const std::string of = name;
      // WebKit says so where its sheet went away with its frame.
      const Cause cause = engine == webkit && of == "AbortError" ? C::prompt_cancelled : usual;
      CAPTURE(name_of(engine));
      CAPTURE(of);
      CHECK(cause_of(engine, name, words, "") == cause);
    }
  }
}

TEST_CASE("a name that nobody knows is not given a false one") {
  for (const char* name :
       {"", "Error", "OperationError", "notallowederror", "NotAllowedError ", "UnknownError"})
    for (const Engine engine : {chromium, firefox, webkit, Engine::other})
      CHECK(cause_of(engine, name, "Permission denied", "") == C::unknown);
}

TEST_CASE("a part of a text counts only behind its own name") {
  CHECK(cause_of(chromium, "NotReadableError", "Permission dismissed", "") == C::device_busy);
  CHECK(cause_of(chromium, "NotFoundError", "Device in use", "") == C::no_device);
  CHECK(cause_of(chromium, "NotAllowedError", "timeout", "") == C::denied);
}

TEST_CASE("a text of 64 kB is read to its end") {
  CHECK(cause_of(chromium, "NotAllowedError", std::string(65'000, 'x') + " dismissed", "") == C::dismissed);
}
