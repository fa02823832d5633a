// How browsers refuse, as they really say it: the one list for the model of the browser, for the walks and
// for random facts.
#pragma once
#include <span>
#include "core/values/environment.hpp"
#include "core/values/fact.hpp"

namespace earshot {

struct Rejection {
  const char* name;
  const char* message;
  const char* constraint = "";
  bool in_walks = false;  // one for each mark that `refusal_of` makes is enough where every state is visited

  RequestFailed fact(Request request, int elapsed_ms, bool activated = true) const {
    return {request, name, message, constraint, elapsed_ms, activated};
  }
};

// From nothing over what engines say to what none has said yet.
std::span<const Rejection> rejections();

// The ways a request can fail that the model of the browser knows; the words for them differ by engine.
enum class Failing : std::uint8_t {
  denied,
  dismissed,
  not_found,
  not_readable,
  by_system,
  unreadable_policy,
  cancelled  // the question went away, and nobody had answered it
};
const Rejection& rejection(Failing how, Engine engine);

// What the browser's own recovery element says in its `error`.
enum class Unrecovered : std::uint8_t { unusable, no_device };
RecoveryFailed recovery_failure(Unrecovered how, MediaKind kind, Request request);

}  // namespace earshot
