// What the tests of the cause table share: a case is a name, the facts, and the whole verdict that must
// follow. What a browser says is written here once, word for word.
#pragma once
#include <doctest/doctest.h>
#include <ostream>
#include <span>
#include <string>
#include "scene.hpp"

namespace earshot {

using C = Cause;
using K = Clue;
inline constexpr auto certain = Confidence::certain;
inline constexpr auto likely = Confidence::likely;
inline constexpr auto guess = Confidence::guess;

inline std::ostream& operator<<(std::ostream& out, const Verdict& v) {
  out << name_of(v.cause) << " (" << name_of(v.confidence) << "), or";
  for (const Cause cause : v.alternatives) out << ' ' << name_of(cause);
  out << ", for";
  for (const Clue clue : v.evidence) out << ' ' << name_of(clue);
  return out;
}

struct Case {
  const char* name;
  Scene (*facts)();
  Verdict verdict;
  Capability kind = Capability::microphone;
};

inline void hold(std::span<const Case> cases) {
  for (const Case& one : cases) {
    const std::string name = one.name;
    CAPTURE(name);
    CHECK(one.facts().verdict(one.kind) == one.verdict);
  }
}

namespace says {
struct Error {
  const char* name;
  const char* message;
};
inline constexpr Error chromium_denied{"NotAllowedError", "Permission denied"};
inline constexpr Error chromium_dismissed{"NotAllowedError", "Permission dismissed"};
inline constexpr Error chromium_system{"NotAllowedError", "Permission denied by system"};
inline constexpr Error chromium_not_found{"NotFoundError", "Requested device not found"};
inline constexpr Error chromium_audio{"NotReadableError", "Could not start audio source"};
inline constexpr Error chromium_video{"NotReadableError", "Could not start video source"};
inline constexpr Error chromium_in_use{"NotReadableError", "Device in use"};
inline constexpr Error firefox_denied{
    "NotAllowedError",
    "The request is not allowed by the user agent or the platform in the current context."};
inline constexpr Error firefox_not_found{"NotFoundError", "The object can not be found here."};
inline constexpr Error firefox_unreadable{"NotReadableError", "The I/O read operation failed."};
inline constexpr Error webkit_denied{
    "NotAllowedError",
    "The request is not allowed by the user agent or the platform in the current context, "
    "possibly because the user denied permission."};
inline constexpr Error webkit_no_device{"OverconstrainedError", "Invalid constraint"};
}  // namespace says

inline constexpr int at_once = 4;  // milliseconds
inline constexpr int after_a_while = 5000;

inline Scene& fail(Scene& scene, says::Error error, int elapsed_ms = after_a_while) {
  return scene.fails(error.name, error.message, elapsed_ms);
}
inline Scene& fail(Scene&& scene, says::Error error, int elapsed_ms = after_a_while) {
  return fail(scene, error, elapsed_ms);
}

// A page that was told about itself and its permission, and nothing of devices.
inline Scene on_page(const Environment& environment, Permission state = Permission::prompt) {
  Scene scene;
  scene.give(EnvironmentSeen{environment});
  return scene.permission(mic, state);
}

inline Environment framed(Engine engine) {
  Environment e = page_in(engine);
  e.top_level = false;
  return e;
}

inline Environment phone(Engine engine, Os os) {
  Environment e = page_in(engine, os);
  e.form = Form::mobile;
  return e;
}

// The site keeps what happened on earlier visits.
inline Scene returning(Engine engine, Permission state, Remembered memory) {
  Scene scene;
  scene.s.settings.remember = true;
  return scene.give(EnvironmentSeen{page_in(engine)})
      .give(memory)
      .permission(mic, state)
      .give(DevicesRead{1, 0});
}

// Pressed, and answered with an error.
inline Scene refused(Engine engine, Permission state, says::Error error, int elapsed_ms = after_a_while) {
  Scene scene = arrived(engine, false, state);
  return fail(scene.press(Action::orb), error, elapsed_ms);
}
inline Scene refused(const Environment& environment, Permission state, says::Error error,
                     int elapsed_ms = after_a_while) {
  Scene scene = on_page(environment, state);
  return fail(scene.press(Action::orb), error, elapsed_ms);
}
// The same for the picture only.
inline Scene camera_refused(const Environment& environment, says::Error error,
                            int elapsed_ms = after_a_while) {
  Scene scene;
  scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{environment})
      .permission(mic, Permission::granted)
      .permission(cam, Permission::granted);
  scene.press(Action::orb);
  if (scene.s.asking.kinds.camera)
    return fail(scene, error, elapsed_ms).opens(voice);  // asked for both at once
  return fail(scene.opens(voice), error, elapsed_ms);
}

inline Scene call_on(const Environment& environment, bool video = false) {
  Scene scene;
  scene.s.settings.camera = video;
  scene.give(EnvironmentSeen{environment}).permission(mic, Permission::granted);
  if (video) scene.permission(cam, Permission::granted);
  scene.press(Action::orb).opens(voice);
  if (!scene.s.camera.held() && scene.s.in_flight()) scene.opens(picture);
  return scene;
}

// Guard mode: the host lends what it opened.
inline Scene guarded_call(Engine engine, const TrackRefs& tracks = {{mic, 11}, {cam, 12}}) {
  Scene scene;
  scene.s.settings.guard = scene.s.settings.camera = true;
  scene.give(EnvironmentSeen{page_in(engine)})
      .permission(mic, Permission::granted)
      .permission(cam, Permission::granted)
      .give(DevicesRead{1, 1, true});
  return scene.give(StreamAttached{tracks});
}

// The voice ends, and its permission is read anew, as is always ordered.
inline Scene lost(Scene scene, Permission state = Permission::granted) {
  return scene.give(TrackEnded{1}).permission(mic, state);
}

// The same after the visitor's own mute: then nothing is opened by itself.
inline Scene lost_while_muted(Scene call, Permission state = Permission::granted) {
  return lost(call.press(Action::mute), state);
}

inline Scene& hear(Scene& scene, std::optional<double> dbfs, int ms) {
  for (int passed = 0; passed < ms; passed += 250) scene.give(Level{dbfs, true, 250});
  return scene;
}
inline constexpr std::nullopt_t zeros = std::nullopt;

}  // namespace earshot
