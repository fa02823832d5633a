#include "model/rejections.hpp"
#include <array>

namespace earshot {
namespace {

// clang-format off
constexpr Rejection denied         {"NotAllowedError", "Permission denied", "", true};                  // Chromium
constexpr Rejection dismissed      {"NotAllowedError", "Permission dismissed", "", true};               // Chromium
constexpr Rejection by_system      {"NotAllowedError", "Permission denied by system", "", true};        // Chromium
constexpr Rejection not_found      {"NotFoundError", "Requested device not found", "", true};           // Chromium
constexpr Rejection not_readable   {"NotReadableError", "Could not start audio source", "", true};      // Chromium
constexpr Rejection gecko_denied   {"NotAllowedError", "The request is not allowed by the user agent or the platform in the current context."};
constexpr Rejection gecko_not_found{"NotFoundError", "The object can not be found here."};              // a system's block, too
constexpr Rejection webkit_denied  {"NotAllowedError", "The request is not allowed by the user agent or the platform in the current context, possibly because the user denied permission."};
constexpr Rejection webkit_cancelled{"AbortError", ""};                                                 // its sheet went away with its frame
constexpr Rejection webkit_not_found{"OverconstrainedError", "Invalid constraint"};

constexpr std::array all{
    denied, dismissed, by_system, gecko_denied, webkit_denied,
    Rejection{"NotAllowedError", ""},                                                                   // Chromium, switched off from afar
    Rejection{"NotAllowedError", "No transient activation"},
    Rejection{"NotAllowedError", "Something new"},
    not_found, gecko_not_found, not_readable,
    Rejection{"NotReadableError", "Device in use"},
    Rejection{"NotReadableError", "Audio device socket error"},
    Rejection{"NotReadableError", "Concurrent mic process limit."},                                     // Firefox, older
    webkit_not_found,
    Rejection{"OverconstrainedError", "", "deviceId", true},
    Rejection{"OverconstrainedError", "", "width"},
    Rejection{"AbortError", "Timeout starting video source", "", true},
    Rejection{"AbortError", "Starting audio failed"},
    Rejection{"SecurityError", "Invalid security origin", "", true},
    Rejection{"InvalidStateError", "AudioSession category is not compatible with audio capture"},       // Safari
    Rejection{"InvalidStateError", "Document is not fully active", "", true},
    Rejection{"TypeError", "No constraints provided"},
    Rejection{"SomethingNew", "", "", true},
    Rejection{"SomethingNew", "\xff\xfe <b>"},
    Rejection{"", ""},
};
// clang-format on

}  // namespace

std::span<const Rejection> rejections() { return all; }

const Rejection& rejection(Failing how, Engine engine) {
  const bool chromium = engine == Engine::chromium, gecko = engine == Engine::gecko;
  const Rejection& plain = chromium ? denied : gecko ? gecko_denied : webkit_denied;
  switch (how) {
    case Failing::denied:
    case Failing::unreadable_policy: return plain;
    case Failing::dismissed: return chromium ? dismissed : plain;
    case Failing::by_system:
      return chromium ? by_system : gecko ? gecko_not_found : plain;  // Firefox: a missing device
    case Failing::not_found: return chromium ? not_found : gecko ? gecko_not_found : webkit_not_found;
    case Failing::not_readable: return not_readable;
    case Failing::cancelled: return chromium ? dismissed : gecko ? gecko_denied : webkit_cancelled;
  }
  return plain;
}

RecoveryFailed recovery_failure(Unrecovered how, MediaKind kind, Request request) {
  if (how == Unrecovered::no_device) return {kind, request, not_found.name, not_found.message};
  return {kind, request, "InvalidStateError", "The permission element is disabled"};
}

}  // namespace earshot
