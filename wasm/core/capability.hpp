// What can be asked for, and what a browser says about it.
#pragma once
#include <array>
#include "core/words.hpp"

namespace earshot {

// `notifications` is a permission only: nothing is captured, so it is in no set of kinds.
EARSHOT_WORDS(Capability, microphone, camera, notifications)
EARSHOT_WORDS(Permission, unknown, prompt, granted, denied)

inline constexpr Capability mic = Capability::microphone;
inline constexpr Capability cam = Capability::camera;
inline constexpr std::array<Capability, 2> capabilities{mic, cam};  // those with media

// Numbers each request, from 1, so that a late answer can be told from the awaited one. 0: none.
using Request = std::uint32_t;
// A small number the glue gives to each track it holds. 0: none.
using TrackId = std::uint32_t;

// A set of capabilities.
struct Kinds {
  bool microphone = false;
  bool camera = false;

  constexpr bool has(Capability kind) const { return kind == Capability::microphone ? microphone : camera; }
  constexpr bool any() const { return microphone || camera; }
  constexpr bool both() const { return microphone && camera; }
  constexpr Kinds without(Kinds other) const { return {microphone && !other.microphone, camera && !other.camera}; }
  constexpr Kinds and_also(Kinds other) const { return {microphone || other.microphone, camera || other.camera}; }
  constexpr Kinds only(Kinds other) const { return {microphone && other.microphone, camera && other.camera}; }
  auto operator<=>(const Kinds&) const = default;
};

constexpr Kinds just(Capability kind) { return {kind == Capability::microphone, kind == Capability::camera}; }

}  // namespace earshot
