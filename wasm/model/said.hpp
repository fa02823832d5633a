// Facts as small numbers, so that millions of steps can remember which one was given. Numbers of requests and
// tracks are filled in from the state that hears the fact.
#pragma once
#include <cstdint>
#include "core/values/fact.hpp"
#include "core/values/state.hpp"
#include "model/rejections.hpp"

namespace earshot {

enum class Says : std::uint8_t {
  nothing,
  environment,
  permission,
  devices,
  pressed,
  opened,
  failed,
  track_ended,
  track_muted,
  track_unmuted,
  level,
  frames,
  page,
  timer,
  sound_context,
  output,
  media_session,
  attached,
  detached,
  recovered,
  recovery_cancelled,
  recovery_failed,  // the browser's own element
  shown_opened,
  shown_failed,  // the request that only brings the icon back
  late_opened,
  late_failed,  // a request that was given up on
  track_stopped,
  track_switched,
  host_failed  // the page's own scripts
};

enum class Sound : std::uint8_t { speech, silence, starved };
enum class PageNews : std::uint8_t { seen, hidden, unfocused, restored, slept };

struct Said {
  Says what = Says::nothing;
  std::uint8_t detail = 0;

  std::uint16_t number() const {
    return static_cast<std::uint16_t>(static_cast<unsigned>(what) << 8 | detail);
  }
  bool operator==(const Said&) const = default;
};

// Short ways to say each.
constexpr std::uint8_t bit(MediaKind kind) { return kind == mic ? 1 : 2; }
constexpr std::uint8_t bits(Kinds kinds) {
  return static_cast<std::uint8_t>((kinds.microphone ? 1 : 0) | (kinds.camera ? 2 : 0));
}
constexpr Kinds kinds_of(std::uint8_t bits) { return {(bits & 1) != 0, (bits & 2) != 0}; }

Said say_permission(MediaKind kind, Permission state, bool live);
struct Listed {
  bool microphone, camera, labelled;
  bool selected = true;                     // the one that is or was used is among them
  bool another = false;                     // more than one microphone
  bool moved = false;                       // another default
  bool outputs = false, no_output = false;  // counted; and there is none
};
Said say_devices(Listed list);
Said say_pressed(Action action);
Said say_opened(Kinds kinds, bool stands_in = false);
Said say_failed(Failing how, bool at_once, bool activated);
Said say_track(Says what, MediaKind kind);
Said say_switched(MediaKind kind, bool on);
// The browser's own mute, as the page's media session hears it.
Said say_toggled(MediaKind kind, bool on);
Said say_host_failed(Kinds kinds, Failing how);
Said say_recovery_failed(Unrecovered how, MediaKind kind);

// `to`: the state it is told to.
Fact fact_of(Said said, const State& to);

}  // namespace earshot
