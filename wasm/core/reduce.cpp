// One function for each fact, in the order of fact.hpp: early return for "not now", then the change, then the orders.
#include "core/reduce.hpp"
#include "core/turn.hpp"

namespace earshot {
namespace {

// Phases in which a stream is wanted when it comes.
bool expects_media(Phase phase) {
  return phase == Phase::checking || phase == Phase::asking || phase == Phase::live || phase == Phase::interrupted;
}

Device* holder_of(State& s, TrackId track) {
  if (s.microphone.held() && s.microphone.track_id == track) return &s.microphone;
  if (s.camera.held() && s.camera.track_id == track) return &s.camera;
  return nullptr;
}

Kinds asked_for(const State& s) { return {true, s.settings.camera}; }

void read_permissions(Turn& t, Kinds kinds) {
  for (const Capability k : capabilities)
    if (kinds.has(k)) t.order(ReadPermission{k});
}

// Something changed that may have cleared the way.
void look_again(Turn& t) {
  if (t.s.phase == Phase::blocked || t.s.phase == Phase::choosing) place(t);
  pursue(t);
}

void on(Turn& t, const EnvironmentSeen& f) {
  t.s.environment = f.environment;
  if (t.s.phase != Phase::starting) return;  // only a refinement of what was said before
  t.s.phase = Phase::idle;
  for (const Capability k : capabilities) {
    if (!asked_for(t.s).has(k)) continue;
    t.order(ReadPermission{k});
    t.order(WatchPermission{k, 0});
  }
}

// A combined request fails as a whole. Once it is known which of the two stood in the way, the other is not blamed.
void absolve(State& s) {
  for (const Capability k : capabilities) {
    Evidence& seen = s.device(k).evidence;
    const Permission other = s.device(k == mic ? cam : mic).evidence.permission;
    if (!seen.combined || seen.permission == Permission::denied) continue;
    const bool not_even_asked = seen.permission == Permission::granted && other != Permission::granted;
    if (other != Permission::denied && !not_even_asked) continue;
    seen.combined = false;
    seen.instant = false;
    seen.refusal = Refusal::none;
    if (seen.dismissals > 0) --seen.dismissals;
  }
}

void on(Turn& t, const PermissionRead& f) {
  if (f.kind == Capability::notifications) return;
  Evidence& seen = t.s.device(f.kind).evidence;
  if (f.state == Permission::granted && seen.permission != Permission::granted) t.s.resumptions = 0;
  seen = witness_permission(seen, f.state);
  absolve(t.s);
  look_again(t);
}

void devices_of(Turn& t, Capability kind, int count, bool certain) {
  Device& device = t.s.device(kind);
  Evidence& seen = device.evidence;
  const bool appeared = count > 0 && seen.devices == Devices::absent;
  seen.devices = count > 0 ? Devices::present : Devices::absent;
  if (appeared && seen.refusal == Refusal::not_found) seen.refusal = Refusal::none;
  // WebKit leaves the track of an unplugged microphone live: only the list tells. While others are there it goes on with
  // one of those.
  if (count == 0 && certain && device.held() && t.s.environment.engine == Engine::webkit) {
    t.order(Close{device.request, just(kind)});
    lose(t, kind, Loss::device_gone);
  }
}

void on(Turn& t, const DevicesRead& f) {
  // An empty list has no labels; then it is the device that used to be there which tells that the list is a true one.
  const bool certain = f.labelled || !f.selected_present;
  devices_of(t, mic, f.microphones, certain);
  devices_of(t, cam, f.cameras, certain);
  look_again(t);
}

void on(Turn& t, const Pressed& f) { press(t, f.action); }

// Takes what is wanted of some tracks; the rest is closed, or a recording light would burn with nobody listening.
Kinds adopt(Turn& t, Request request, const std::vector<TrackRef>& tracks, bool expected) {
  State& s = t.s;
  Kinds kept{}, unwanted{};
  for (const TrackRef& ref : tracks) {
    Device& device = s.device(ref.kind);
    if (!expected || device.held() || !s.wanted().has(ref.kind)) {
      unwanted = unwanted.and_also(just(ref.kind));
      continue;
    }
    device.track = Track::live;
    device.track_id = ref.track;
    device.request = request;
    device.evidence = witness_opened(device.evidence);
    kept = kept.and_also(just(ref.kind));
  }
  if (const Kinds rest = unwanted.without(kept); rest.any()) t.order(Close{request, rest});
  return kept;
}

void on(Turn& t, const RequestOpened& f) {
  State& s = t.s;
  const bool known = f.request != 0 && (s.microphone.request == f.request || s.camera.request == f.request);
  if (known) return;  // said twice
  if (f.request != s.request || !s.in_flight()) {
    adopt(t, f.request, f.tracks, false);
    return;
  }
  const Kinds asked = s.awaiting;
  answered(t);
  const bool expected = expects_media(s.phase);
  const Kinds kept = adopt(t, f.request, f.tracks, expected);
  if (!expected) return;
  for (const Capability k : capabilities)  // a stream without what it was asked for
    if (asked.has(k) && !kept.has(k) && s.wanted().has(k) && !s.device(k).held()) s.device(k).evidence.refusal = Refusal::other;
  settle(t, kept, f.request);
}

// The device failed, not the permission: one kind's trouble must not cost the other.
bool is_device_trouble(Refusal refusal) {
  return refusal == Refusal::not_found || refusal == Refusal::not_readable || refusal == Refusal::in_use ||
         refusal == Refusal::second_microphone || refusal == Refusal::overconstrained || refusal == Refusal::chosen_device ||
         refusal == Refusal::aborted || refusal == Refusal::timed_out;
}

void on(Turn& t, const RequestFailed& f) {
  State& s = t.s;
  if (f.request != s.request || !s.in_flight()) return;
  const Kinds asked = s.awaiting;
  answered(t);
  for (const Capability k : capabilities)
    if (asked.has(k)) s.device(k).evidence = witness_failure(s.device(k).evidence, f, s.environment.engine, asked.both());
  if (asked.both()) absolve(s);
  read_permissions(t, asked);  // an answer may have changed the state, with or without an event
  if (!expects_media(s.phase)) return;
  const Refusal refusal = refusal_of(f);
  if (asked.both() && is_device_trouble(refusal)) {  // nobody refused: the same press goes on, for the microphone alone
    s.microphone.evidence.refusal = Refusal::none;
    return open(t, just(mic));
  }
  // The microphone was the missing one after all; of the camera nothing is known.
  if (asked == just(mic) && refusal == Refusal::not_found && s.camera.evidence.refusal == Refusal::not_found)
    s.camera.evidence.refusal = Refusal::none;
  place(t);
}

void on(Turn& t, const TrackEnded& f) {
  if (const Device* device = holder_of(t.s, f.track)) lose(t, device == &t.s.microphone ? mic : cam, Loss::ended);
}

void mute_track(Turn& t, TrackId track, bool muted) {
  Device* device = holder_of(t.s, track);
  if (!device) return;
  device->track = muted ? Track::muted : Track::live;
  device->evidence.muted_by_browser = muted;
}
void on(Turn& t, const TrackMuted& f) { mute_track(t, f.track, true); }
void on(Turn& t, const TrackUnmuted& f) { mute_track(t, f.track, false); }

void on(Turn& t, const Level& f) {
  if (!t.s.microphone.held() || t.s.muted) return;
  t.s.microphone.evidence = witness_level(t.s.microphone.evidence, f);
}

void on(Turn& t, const PageChanged& f) {
  State& s = t.s;
  const bool back = (f.visible && !s.visible) || (f.focused && !s.focused) || f.restored;
  s.visible = f.visible;
  s.focused = f.focused;
  // Who comes back to a page from the browser's cache left it before: nobody listens in until the next press.
  if (f.restored && s.in_call) s.resumptions = most_resumptions;
  if (!back) return;
  // Settings were perhaps changed elsewhere; not every change is announced.
  Kinds doubtful{};
  for (const Capability k : capabilities)
    if (s.missing().has(k) && in_trouble(s, k)) doubtful = doubtful.and_also(just(k));
  if (s.phase != Phase::starting) read_permissions(t, doubtful);
  look_again(t);
}

void on(Turn& t, const TimerFired& f) {
  State& s = t.s;
  switch (f.timer) {
    case Timer::prompt_expected:
      // "granted", and still no answer: some browsers ask all the same.
      if (!s.in_flight() || s.prompting) return;
      s.prompting = true;
      if (s.phase == Phase::checking) s.phase = Phase::asking;
      t.order(SetTimer{Timer::prompt_ignored, prompt_ignored_ms});
      return;
    case Timer::prompt_ignored:
      for (const Capability k : capabilities)
        if (s.awaiting.has(k)) s.device(k).evidence.ignored = true;
      return;
    case Timer::steady: s.resumptions = 0; return;
  }
}

void on(Turn& t, const RecoveryCancelled& f) {
  Evidence& seen = t.s.device(f.kind).evidence;
  if (seen.permission == Permission::denied) return;  // the visitor only stayed with the block
  seen.refusal = Refusal::dismissed;
  look_again(t);
}

// Media that nobody here requested: the browser's own recovery element, or the host's SDK.
void take_in(Turn& t, const std::vector<TrackRef>& tracks) {
  State& s = t.s;
  const bool expected = s.phase != Phase::chatting && s.phase != Phase::ended && s.phase != Phase::starting;
  const Kinds kept = adopt(t, 0, tracks, expected);
  if (kept.any()) settle(t, kept, 0);
}
void on(Turn& t, const RecoveryStreamed& f) { take_in(t, f.tracks); }
void on(Turn& t, const StreamAttached& f) { take_in(t, f.tracks); }

void on(Turn& t, const AudioContextChanged& f) { t.s.audio_interrupted = f.state == AudioContextState::interrupted; }

void on(Turn& t, const NetworkTested& f) { t.s.network = f.udp || f.relay ? Network::open : Network::blocked; }

void on(Turn& t, const ChatChanged& f) { t.order(TellChat{f.state}); }

void on(Turn&, const Frames&) {}
void on(Turn&, const StreamDetached&) {}
void on(Turn&, const OutputChanged&) {}
void on(Turn&, const MediaSessionActed&) {}
void on(Turn&, const Remembered&) {}
void on(Turn&, const NotificationsAnswered&) {}

}  // namespace

Next reduce(const State& state, const Fact& fact) {
  Turn turn{state};
  std::visit([&](const auto& what) { on(turn, what); }, fact);
  narrate(state, turn);
  return {turn.s, std::move(turn.effects)};
}

}  // namespace earshot
