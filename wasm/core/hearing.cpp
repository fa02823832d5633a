// What is heard and seen of the tracks that are held. Flags may lie: samples and pictures do not.
#include "core/diagnose.hpp"
#include "core/turn.hpp"

namespace earshot {
namespace {

// LiveKit and others have found that shorter mutes are blips: a call that is declined, a profile that changes.
constexpr int mute_lasts_ms = 5000;

bool anything_muted(const State& s) {
  return s.microphone.evidence.muted_by_browser || s.camera.evidence.muted_by_browser || s.audio == AudioContextState::interrupted;
}

void mute_track(Turn& t, TrackId track, bool muted) {
  Device* device = holder_of(t.s, track);
  if (!device || device->evidence.muted_by_browser == muted) return;
  device->track = muted ? Track::muted : Track::live;
  device->evidence.muted_by_browser = muted;
  if (muted) {
    t.order(SetTimer{Timer::mute_lasts, mute_lasts_ms});
    return;
  }
  device->evidence.mute_lasts = false;
  device->evidence = witness_upset(device->evidence);  // after a phone call, iOS may leave it live, unmuted and dead
  if (!anything_muted(t.s)) t.order(CancelTimer{Timer::mute_lasts});
}

}  // namespace

Device* holder_of(State& s, TrackId track) {
  if (s.microphone.held() && s.microphone.track_id == track) return &s.microphone;
  if (s.camera.held() && s.camera.track_id == track) return &s.camera;
  return nullptr;
}

void on(Turn& t, const TrackMuted& f) { mute_track(t, f.track, true); }
void on(Turn& t, const TrackUnmuted& f) { mute_track(t, f.track, false); }

void mute_has_lasted(Turn& t) {
  for (const Capability k : capabilities) {
    Evidence& seen = t.s.device(k).evidence;
    seen.mute_lasts = seen.muted_by_browser;
  }
  t.s.audio_lasts = t.s.audio == AudioContextState::interrupted;
}

void on(Turn& t, const Level& f) {
  Device& device = t.s.microphone;
  if (!device.held() || t.s.muted != f.behind_mute) return;
  if (f.behind_mute) {
    if (t.s.settings.hear_while_muted) device.evidence = witness_speech(device.evidence, f);
    return;
  }
  device.evidence = witness_level(device.evidence, f);
  replace_worn(t);
}

void on(Turn& t, const Frames& f) {
  Device* device = holder_of(t.s, f.track);
  if (device != &t.s.camera) return;
  device->evidence = witness_frames(device->evidence, f);
  replace_worn(t);
}

void resume_audio(Turn& t) {
  const State& s = t.s;
  if (s.audio != AudioContextState::running || s.output_blocked) t.order(ResumeAudio{});
}

void on(Turn& t, const AudioContextChanged& f) {
  State& s = t.s;
  const bool was_interrupted = s.audio == AudioContextState::interrupted;
  if (s.audio == f.state) return;
  s.audio = f.state;
  s.audio_lasts = false;
  if (f.state == AudioContextState::interrupted) {
    if (s.in_call) t.order(SetTimer{Timer::mute_lasts, mute_lasts_ms});
    return;
  }
  if (!was_interrupted) return;
  if (s.microphone.held()) s.microphone.evidence = witness_upset(s.microphone.evidence);
  if (s.visible) resume_audio(t);  // it comes back suspended
  if (!anything_muted(s)) t.order(CancelTimer{Timer::mute_lasts});
}

void on(Turn& t, const OutputChanged& f) { t.s.output_blocked = f.blocked && t.s.in_call; }

}  // namespace earshot
