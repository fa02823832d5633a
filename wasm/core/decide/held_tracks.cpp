// What is heard and seen of the tracks that are held. Flags may lie: samples and pictures do not.
#include "core/decide/observe.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

bool anything_muted(const State& s) {
  return s.microphone.track.muted_by_browser || s.camera.track.muted_by_browser ||
         s.call.audio == AudioContextState::interrupted;
}

void mute_track(Turn& t, TrackId id, bool muted) {
  const auto kind = kind_of(t.s, id);
  if (!kind) return;
  Track& track = t.s.device(*kind).track;
  if (track.muted_by_browser == muted) return;
  track.state = muted ? TrackState::muted : TrackState::live;
  track.muted_by_browser = muted;
  if (muted) {
    t.order(SetTimer{Timer::mute_lasts, mute_lasts_ms});
    if (t.s.environment.engine == Engine::webkit) t.order(SetTimer{Timer::mute_ages, mute_ages_ms});
    return;
  }
  track.mute_lasts = false;
  // It may have been muted for longer than WebKit remembers that it was allowed.
  if (track.mute_aged) t.order(ReadPermission{capability_of(*kind)});
  // After a phone call, iOS may leave it live, unmuted and dead.
  track = witness_upset(track);
  if (t.s.environment.engine == Engine::webkit) look_again(t);  // to open beside it would have unmuted it
  if (anything_muted(t.s)) return;
  t.order(CancelTimer{Timer::mute_lasts});
  if (t.s.environment.engine == Engine::webkit) t.order(CancelTimer{Timer::mute_ages});
}

}  // namespace

std::optional<MediaKind> kind_of(const State& s, TrackId track) {
  if (s.microphone.held() && s.microphone.track.id == track) return mic;
  if (s.camera.held() && s.camera.track.id == track) return cam;
  return std::nullopt;
}

void on(Turn& t, const TrackMuted& f) { mute_track(t, f.track, true); }
void on(Turn& t, const TrackUnmuted& f) { mute_track(t, f.track, false); }

void on(Turn& t, const TrackSwitched& f) {
  const auto kind = kind_of(t.s, f.track);
  if (!kind) return;
  Track& track = t.s.device(*kind).track;
  track.off_by_host = !f.on;
  track.silent_ms = track.starved_ms = track.stalled_ms = 0;
  track.pictured = false;  // Firefox stops a camera that is off, and starts it again
  // Who is let be heard by the site's own button is not muted by ours any more.
  if (f.on && *kind == mic) t.s.call.muted = false;
}

void mute_has_aged(Turn& t) {
  if (t.s.environment.engine != Engine::webkit) return;
  for (const MediaKind k : media_kinds) {
    Track& track = t.s.device(k).track;
    track.mute_aged |= track.muted_by_browser;
  }
}

void mute_has_lasted(Turn& t) {
  for (const MediaKind k : media_kinds) {
    Track& track = t.s.device(k).track;
    track.mute_lasts = track.muted_by_browser;
  }
  t.s.call.audio_lasts = t.s.call.audio == AudioContextState::interrupted;
}

// While Firefox plays the far end to no output, its silence is not exact (-97.7 dBFS measured in 153).
static Level without_dither(Level level) {
  constexpr double dither_dbfs = -90.0;
  if (level.dbfs && *level.dbfs < dither_dbfs) level.dbfs.reset();
  return level;
}

void on(Turn& t, const Level& f) {
  Device& device = t.s.microphone;
  if (!device.held() || device.track.off_by_host || t.s.call.muted != f.behind_mute) return;
  if (f.behind_mute) {
    if (t.s.settings.hear_while_muted) device.track = witness_speech(device.track, f);
    return;
  }
  device.track = witness_level(device.track, t.s.visit.no_output ? without_dither(f) : f);
  replace_worn(t);
}

void on(Turn& t, const Frames& f) {
  if (kind_of(t.s, f.track) != cam) return;
  t.s.camera.track = witness_frames(t.s.camera.track, f);
  replace_worn(t);
}

void resume_audio(Turn& t) {
  const State& s = t.s;
  if (s.call.audio != AudioContextState::running || s.call.output_blocked) t.order(ResumeAudio{});
}

void on(Turn& t, const AudioContextChanged& f) {
  State& s = t.s;
  const bool was_interrupted = s.call.audio == AudioContextState::interrupted;
  if (s.call.audio == f.state) return;
  s.call.audio = f.state;
  s.call.audio_lasts = false;
  if (f.state == AudioContextState::interrupted) {
    if (s.call.begun) t.order(SetTimer{Timer::mute_lasts, mute_lasts_ms});
    return;
  }
  if (!was_interrupted) return;
  if (s.microphone.held()) s.microphone.track = witness_upset(s.microphone.track);
  if (s.page.visible) resume_audio(t);  // it comes back suspended
  if (!anything_muted(s)) t.order(CancelTimer{Timer::mute_lasts});
  if (!s.microphone.held()) t.order(WatchLevel{false});  // it was watched for this only
  pursue(t);
}

// Of a call that is over, or has not been asked for, nothing is kept.
void on(Turn& t, const FarEndReported& f) {
  State& s = t.s;
  const bool between = s.phase == Phase::starting || s.phase == Phase::idle || s.phase == Phase::chatting ||
                       s.phase == Phase::ended;
  if (between || s.call.far_end == f.state) return;
  const bool waited = s.call.far_end == FarEnd::connecting || s.call.far_end == FarEnd::late;
  if (waited && f.state != FarEnd::connecting) t.order(CancelTimer{Timer::far_end_late});
  if (f.state == FarEnd::connecting) t.order(SetTimer{Timer::far_end_late, far_end_late_ms});
  s.call.far_end = f.state;
  s.microphone.track.quiet_ms = 0;  // who was told to wait was silent
}

void on(Turn& t, const OutputChanged& f) { t.s.call.output_blocked = f.blocked && t.s.call.begun; }

}  // namespace earshot
