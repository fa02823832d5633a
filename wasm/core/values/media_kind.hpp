// What can be captured, and the numbers that tell requests and tracks apart.
#pragma once
#include <array>
#include "core/values/words.hpp"

namespace earshot {

EARSHOT_WORDS(MediaKind, microphone, camera)

inline constexpr MediaKind mic = MediaKind::microphone;
inline constexpr MediaKind cam = MediaKind::camera;
inline constexpr std::array<MediaKind, 2> media_kinds{mic, cam};
constexpr MediaKind other(MediaKind kind) { return kind == mic ? cam : mic; }

// Numbers each request, from 1, so that a late answer can be told from the awaited one. 0: none.
using Request = std::uint32_t;
// A small number the glue gives to each track it holds. 0: none.
using TrackId = std::uint32_t;

// A set of media kinds.
struct Kinds {
  bool microphone = false;
  bool camera = false;

  constexpr bool has(MediaKind kind) const { return kind == mic ? microphone : camera; }
  constexpr bool any() const { return microphone || camera; }
  constexpr bool both() const { return microphone && camera; }
  constexpr Kinds without(Kinds other) const {
    return {microphone && !other.microphone, camera && !other.camera};
  }
  constexpr Kinds and_also(Kinds other) const {
    return {microphone || other.microphone, camera || other.camera};
  }
  constexpr Kinds only(Kinds other) const { return {microphone && other.microphone, camera && other.camera}; }
  auto operator<=>(const Kinds&) const = default;
};

constexpr Kinds just(MediaKind kind) { return {kind == mic, kind == cam}; }

}  // namespace earshot
