#include "model/any_fact.hpp"
#include <algorithm>
#include <array>
#include "model/rejections.hpp"

namespace earshot {
namespace {

template <class Enum>
Enum any(Bytes& bytes) {
  return static_cast<Enum>(bytes.below(count_of<Enum>()));
}

MediaKind any_kind(Bytes& bytes) { return bytes.flag() ? cam : mic; }

// From nonsense over the usual to far too much.
int any_ms(Bytes& bytes) {
  constexpr std::array<int, 12> spans{0, 17, 40, 110, 250, 499, 500, 2000, 5000, 12'000, 300'000, -1000};
  return spans[bytes.below(spans.size())];
}

Request any_request(Bytes& bytes, const State& s) {
  switch (bytes.below(6)) {
    case 0: return s.request + 7;
    case 1: return s.microphone.track.request;
    case 2: return s.camera.track.request;
    case 3: return s.request > 0 ? s.request - 1 : 0;
    default: return s.request;
  }
}

TrackId any_track(Bytes& bytes, const State& s) {
  switch (bytes.below(5)) {
    case 0: return 4000 + static_cast<TrackId>(bytes.next());
    case 1:
    case 2: return s.microphone.track.id;
    default: return s.camera.track.id;
  }
}

TrackRefs any_tracks(Bytes& bytes, const State& s) {
  TrackRefs tracks;
  const TrackId newest = std::max(s.microphone.track.id, s.camera.track.id);  // the glue uses no number twice
  const std::size_t count = bytes.below(4);
  for (std::size_t n = 0; n < count; ++n) {
    const MediaKind kind = count == 2 ? media_kinds[n] : any_kind(bytes);
    tracks.push_back({kind, newest + static_cast<TrackId>(n) + 1, bytes.below(8) == 0});
  }
  return tracks;
}

RequestFailed any_failure(Bytes& bytes, const State& s) {
  const Rejection& rejection = rejections()[bytes.below(rejections().size())];
  const Request request = any_request(bytes, s);
  const int elapsed_ms = any_ms(bytes);
  return rejection.fact(request, elapsed_ms, bytes.below(4) != 0);
}

HostFailed any_host_failure(Bytes& bytes) {
  const Rejection& rejection = rejections()[bytes.below(rejections().size())];
  const Kinds kinds{bytes.flag(), bytes.flag()};
  return {kinds, rejection.name, rejection.message, rejection.constraint};
}

// What the browser's own element says where it delivers nothing. Mostly about the press that waits for it.
Fact any_end_of_recovery(Bytes& bytes, const State& s) {
  const Request request = any_request(bytes, s);
  if (bytes.flag()) return RecoveryCancelled{any_kind(bytes), request, any_ms(bytes)};
  constexpr std::array<const char*, 4> names{"InvalidStateError", "NotFoundError", "NotAllowedError",
                                             "SomethingNew"};
  return RecoveryFailed{any_kind(bytes), request, names[bytes.below(names.size())],
                        "The permission element is disabled"};
}

// While an answer is awaited it comes more often than by chance.
bool answers_first(Bytes& bytes, const State& s) { return s.aside != Aside::none && bytes.below(4) == 0; }

Fact any_answer(Bytes& bytes, const State& s) {
  if (s.aside == Aside::reveal) {
    if (bytes.flag()) return RequestOpened{s.request, any_tracks(bytes, s)};
    return any_failure(bytes, s);
  }
  if (bytes.flag()) return RecoveryStreamed{any_tracks(bytes, s), s.request};
  return any_end_of_recovery(bytes, s);
}

std::optional<double> any_dbfs(Bytes& bytes) {
  constexpr std::array<double, 4> levels{-90, -61, -44, 20};
  const std::size_t n = bytes.below(levels.size() + 1);
  return n < levels.size() ? std::optional{levels[n]} : std::nullopt;
}

Environment any_environment(Bytes& bytes) {
  Environment e;
  e.secure = bytes.below(16) != 0;
  e.media_devices = bytes.below(16) != 0;
  e.top_level = bytes.below(8) != 0;
  e.opaque_origin = bytes.below(16) == 0;
  e.microphone_policy = bytes.below(8) == 0 ? any<Policy>(bytes) : Policy::unsaid;
  e.camera_policy = bytes.below(8) == 0 ? any<Policy>(bytes) : Policy::unsaid;
  e.engine = any<Engine>(bytes);
  e.browser = any<Browser>(bytes);
  e.os = any<Os>(bytes);
  e.form = any<Form>(bytes);
  e.version = bytes.next();
  e.os_version = static_cast<std::int32_t>(bytes.below(20));
  e.in_app = bytes.below(8) == 0;
  e.in_line = e.in_app && bytes.flag();
  e.standalone = bytes.below(8) == 0;
  e.address_bar = bytes.below(4) == 0 ? any<AddressBar>(bytes) : AddressBar::shown;
  e.recovers_usermedia = bytes.flag();
  e.recovers_microphone = bytes.flag();
  e.recovers_camera = bytes.flag();
  e.permissions_api = bytes.below(8) != 0;
  e.notifications = bytes.below(8) != 0;
  return e;
}

// The same page, with a better idea of the browser's name.
Environment refined(Environment e, Bytes& bytes) {
  e.browser = any<Browser>(bytes);
  e.os_version = static_cast<std::int32_t>(bytes.below(20));
  return e;
}

}  // namespace

Fact any_fact(Bytes& bytes, const State& s) {
  if (answers_first(bytes, s)) return any_answer(bytes, s);
  switch (bytes.below(34)) {
    case 0: return EnvironmentSeen{refined(s.environment, bytes)};
    case 1:
    case 2:
    case 3: return PermissionRead{any<Capability>(bytes), any<Permission>(bytes), bytes.flag()};
    case 4:
      return DevicesRead{static_cast<int>(bytes.below(3)),
                         static_cast<int>(bytes.below(3)),
                         bytes.flag(),
                         bytes.flag(),
                         bytes.below(4) == 0,
                         static_cast<int>(bytes.below(3)) - 1};
    case 5:
    case 6:
    case 7:
    case 8:
      if (bytes.below(4) == 0) return Pressed{bytes.flag() ? Action::recover : Action::show_where};
      return Pressed{any<Action>(bytes)};
    case 9:
    case 10:
    case 11: return RequestOpened{any_request(bytes, s), any_tracks(bytes, s)};
    case 12:
    case 13: return any_failure(bytes, s);
    case 14:
    case 15: return TrackEnded{any_track(bytes, s)};
    case 16: return TrackMuted{any_track(bytes, s)};
    case 17: return TrackUnmuted{any_track(bytes, s)};
    case 18:
    case 19:
      return Level{any_dbfs(bytes), bytes.below(4) != 0, any_ms(bytes), bytes.below(4) == 0,
                   bytes.below(4) == 0};
    case 20:
      return Frames{any_track(bytes, s), static_cast<int>(bytes.below(2)), any_ms(bytes), bytes.flag()};
    case 21:
    case 22:
      return PageChanged{bytes.flag(), bytes.flag(), bytes.below(8) == 0, bytes.below(8) == 0,
                         bytes.below(8) == 0 ? any_ms(bytes) : 0};
    case 23:
    case 24: return TimerFired{any<Timer>(bytes)};
    case 25: return AudioContextChanged{any<AudioContextState>(bytes), ""};
    case 26:
      if (bytes.below(4) == 0) return FarEndReported{any<FarEnd>(bytes)};
      if (bytes.flag()) return OutputChanged{bytes.flag()};
      return NetworkTested{bytes.flag(), bytes.flag(), bytes.flag(), any_ms(bytes)};
    case 27: return MediaSessionActed{any<MediaSessionAction>(bytes), bytes.flag()};
    case 28: return StreamAttached{any_tracks(bytes, s)};
    case 29:
      if (bytes.flag()) return StreamDetached{};
      return RecoveryStreamed{any_tracks(bytes, s), any_request(bytes, s)};
    case 30:
      if (bytes.flag()) return any_end_of_recovery(bytes, s);
      return Remembered{any_kind(bytes), bytes.flag(), any_ms(bytes), static_cast<int>(bytes.below(6))};
    case 31: return TrackSwitched{any_track(bytes, s), bytes.flag()};
    case 32:
      if (bytes.flag()) return TrackStopped{any_track(bytes, s)};
      return any_host_failure(bytes);
    default:
      if (bytes.flag()) return ChatChanged{any<ChatState>(bytes)};
      return NotificationsAnswered{any<Permission>(bytes), any_ms(bytes)};
  }
}

State any_start(Bytes& bytes) {
  State s;
  s.settings.camera = bytes.flag();
  s.settings.guard = bytes.below(4) == 0;
  s.settings.notifications = bytes.below(4) == 0;
  s.settings.remember = bytes.below(4) == 0;
  s.settings.media_session = bytes.below(4) != 0;
  s.settings.hear_while_muted = bytes.below(4) == 0;
  s.environment = any_environment(bytes);
  return s;
}

}  // namespace earshot
