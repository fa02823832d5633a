// What a permission can be asked for, and what a browser says about it.
#pragma once
#include "core/values/media_kind.hpp"

namespace earshot {

// Notifications are a permission only: nothing is captured, so they are no media kind.
EARSHOT_WORDS(Capability, microphone, camera, notifications)
EARSHOT_WORDS(Permission, unknown, prompt, granted, denied)

constexpr Capability capability_of(MediaKind kind) {
  return kind == mic ? Capability::microphone : Capability::camera;
}

// Nothing for notifications.
constexpr std::optional<MediaKind> media_kind_of(Capability capability) {
  if (capability == Capability::notifications) return std::nullopt;
  return capability == Capability::microphone ? mic : cam;
}

}  // namespace earshot
