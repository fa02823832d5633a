#include "model/said.hpp"

namespace earshot {
namespace {

// Of an answer that nobody waits for any more.
constexpr Request old_request = 900;

constexpr TrackId track_of(MediaKind kind) { return kind == mic ? 1 : 2; }

TrackRefs tracks_of(Kinds kinds, bool virtual_microphone = false) {
  TrackRefs tracks;
  for (const MediaKind k : media_kinds)
    if (kinds.has(k)) tracks.push_back({k, track_of(k), k == mic && virtual_microphone});
  return tracks;
}

// Firefox on Android, whose app may not use it, is plainly refused (I, Gecko E8).
Failing said_of(Failing how, const Environment& e) {
  const bool fenix = e.engine == Engine::gecko && e.os == Os::android;
  return how == Failing::by_system && fenix ? Failing::denied : how;
}

Fact page_fact(PageNews news) {
  switch (news) {
    case PageNews::seen: return PageChanged{true, true};
    case PageNews::hidden: return PageChanged{false, false};
    case PageNews::unfocused: return PageChanged{true, false};
    case PageNews::restored: return PageChanged{true, true, false, true, 0};
    case PageNews::slept: return PageChanged{true, true, false, false, 600'000};
  }
  return PageChanged{};
}

}  // namespace

Said say_permission(MediaKind kind, Permission state, bool live) {
  return {Says::permission,
          static_cast<std::uint8_t>(bit(kind) | static_cast<unsigned>(state) << 2 | (live ? 16 : 0))};
}
Said say_devices(Listed list) {
  const unsigned all = bits({list.microphone, list.camera}) | (list.labelled ? 4u : 0u) |
                       (list.selected ? 8u : 0u) | (list.another ? 16u : 0u) | (list.moved ? 32u : 0u) |
                       (list.outputs ? 64u : 0u) | (list.no_output ? 128u : 0u);
  return {Says::devices, static_cast<std::uint8_t>(all)};
}
Said say_pressed(Action action) { return {Says::pressed, static_cast<std::uint8_t>(action)}; }
Said say_opened(Kinds kinds, bool stands_in) {
  return {Says::opened, static_cast<std::uint8_t>(bits(kinds) | (stands_in ? 4 : 0))};
}
Said say_failed(Failing how, bool at_once, bool activated) {
  return {Says::failed,
          static_cast<std::uint8_t>(static_cast<unsigned>(how) | (at_once ? 16 : 0) | (activated ? 32 : 0))};
}
Said say_track(Says what, MediaKind kind) { return {what, bit(kind)}; }
Said say_switched(MediaKind kind, bool on) {
  return {Says::track_switched, static_cast<std::uint8_t>(bit(kind) | (on ? 4 : 0))};
}
Said say_toggled(MediaKind kind, bool on) {
  const auto action = kind == mic ? MediaSessionAction::togglemicrophone : MediaSessionAction::togglecamera;
  return {Says::media_session, static_cast<std::uint8_t>(static_cast<unsigned>(action) << 1 | (on ? 1 : 0))};
}
Said say_host_failed(Kinds kinds, Failing how) {
  return {Says::host_failed, static_cast<std::uint8_t>(bits(kinds) | static_cast<unsigned>(how) << 2)};
}
Said say_recovery_failed(Unrecovered how, MediaKind kind) {
  return {Says::recovery_failed, static_cast<std::uint8_t>(bit(kind) | static_cast<unsigned>(how) << 2)};
}

Fact fact_of(Said said, const State& to) {
  const unsigned d = said.detail;
  const MediaKind kind = (d & 1) != 0 ? mic : cam;
  const Request pressed = to.recovering() ? to.request : old_request;
  const Request shown = to.aside == Aside::reveal ? to.request : old_request;
  switch (said.what) {
    case Says::nothing:
    case Says::environment: return EnvironmentSeen{to.environment};
    case Says::permission:
      return PermissionRead{capability_of(kind), static_cast<Permission>(d >> 2 & 3), (d & 16) != 0};
    case Says::devices:
      return DevicesRead{
          d & 1 ? (d & 16 ? 2 : 1) : 0,   d & 2 ? 1 : 0, (d & 4) != 0, (d & 8) != 0, (d & 32) != 0,
          d & 64 ? (d & 128 ? 0 : 1) : -1};
    case Says::pressed: return Pressed{static_cast<Action>(d)};
    case Says::opened: return RequestOpened{to.request, tracks_of(kinds_of(d & 3), (d & 4) != 0)};
    case Says::failed:
      return rejection(said_of(static_cast<Failing>(d & 15), to.environment), to.environment.engine)
          .fact(to.request, d & 16 ? 5 : 5000, (d & 32) != 0);
    case Says::track_ended: return TrackEnded{track_of(kind)};
    case Says::track_muted: return TrackMuted{track_of(kind)};
    case Says::track_unmuted: return TrackUnmuted{track_of(kind)};
    case Says::level:
      if (static_cast<Sound>(d) == Sound::starved)
        return Level{std::nullopt, true, starved_limit_ms, false, true};
      if (static_cast<Sound>(d) == Sound::silence) return Level{std::nullopt, true, silence_limit_ms};
      return Level{-30.0, true, 250};
    case Says::frames: return Frames{track_of(cam), (d & 1) != 0 ? 30 : 0, 5000, (d & 2) == 0};
    case Says::page: return page_fact(static_cast<PageNews>(d));
    case Says::timer: return TimerFired{static_cast<Timer>(d)};
    case Says::sound_context: return AudioContextChanged{static_cast<AudioContextState>(d), ""};
    case Says::output: return OutputChanged{d != 0};
    case Says::attached: return StreamAttached{tracks_of(kinds_of(said.detail))};
    case Says::detached: return StreamDetached{};
    case Says::recovered: return RecoveryStreamed{tracks_of(kinds_of(said.detail)), pressed};
    case Says::recovery_cancelled: return RecoveryCancelled{kind, pressed};
    case Says::recovery_failed: return recovery_failure(static_cast<Unrecovered>(d >> 2), kind, pressed);
    case Says::shown_opened: return RequestOpened{shown, tracks_of(kinds_of(said.detail))};
    case Says::shown_failed: return rejection(Failing::denied, to.environment.engine).fact(shown, 5);
    case Says::track_stopped: return TrackStopped{track_of(kind)};
    case Says::track_switched: return TrackSwitched{track_of(kind), (d & 4) != 0};
    case Says::host_failed: {
      const Rejection& why = rejection(static_cast<Failing>(d >> 2), to.environment.engine);
      return HostFailed{kinds_of(static_cast<std::uint8_t>(d & 3)), why.name, why.message, why.constraint};
    }
    case Says::late_opened: return RequestOpened{old_request, tracks_of(kinds_of(said.detail))};
    case Says::late_failed:
      return rejection(Failing::denied, to.environment.engine).fact(old_request, 20'000);
    case Says::media_session: return MediaSessionActed{static_cast<MediaSessionAction>(d >> 1), (d & 1) != 0};
  }
  return EnvironmentSeen{to.environment};
}

}  // namespace earshot
