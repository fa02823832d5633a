// Having media: where the session stands with what is held, and how a call begins, loses a kind and is left.
#include "core/decide/diagnose.hpp"
#include "core/decide/observe.hpp"
#include "core/decide/remedy.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

// Guard mode, before the call: the request was only to see that nothing stands in the way. The host opens its
// own.
void clear_the_way(Turn& t) {
  State& s = t.s;
  const Kinds cleared = s.held();
  close_kinds(t, cleared);
  for (const MediaKind k : media_kinds)
    if (cleared.has(k)) s.device(k).seen.reopening = Reopening::cleared;
  s.phase = Phase::opening;
  s.host_turn = true;
  t.order(TellCleared{cleared});
  t.order(SetTimer{Timer::host_expected, s.settings.host_wait_ms});
}

// Not held any more: whoever has them now, or nobody.
void let_go(Turn& t, Kinds kinds) {
  if (kinds.microphone) t.order(WatchLevel{false});
  if (kinds.camera) t.order(WatchFrames{false});
  for (const MediaKind k : media_kinds)
    if (kinds.has(k)) t.s.device(k).track = {};
}

}  // namespace

void detach(Turn& t) {
  State& s = t.s;
  // In guard mode the call is the host's, and so are the tracks that were opened in place of lost ones.
  const auto host_has = [&](MediaKind k) {
    return s.device(k).held() && (s.settings.guard || s.device(k).track.request == 0);
  };
  const Kinds theirs{host_has(mic), host_has(cam)};
  const bool hung_up = s.settings.guard ? s.call.begun : theirs.microphone;
  let_go(t, theirs);
  if (hung_up) leave_call(t, Phase::idle);
}

void steady(Turn& t) { t.order(SetTimer{Timer::steady, steady_ms}); }

void place(Turn& t) {
  State& s = t.s;
  const bool joined_soon =
      s.asking.kinds.microphone && (s.phase == Phase::opening || s.phase == Phase::asking);
  if (!s.call.begun && !s.microphone.held() && !joined_soon)
    close_kinds(t, just(cam));  // a camera alone is no call
  if (s.in_flight()) return;
  if (s.microphone.held()) {
    s.phase = Phase::live;
  } else if (s.call.begun) {
    s.phase = Phase::interrupted;
  } else {
    const bool only_the_camera = s.wanted().camera && in_trouble(s, cam) && !in_trouble(s, mic);
    s.phase = only_the_camera ? Phase::choosing : Phase::blocked;
  }
}

void settle(Turn& t, Kinds arrived, Request request) {
  State& s = t.s;
  const bool from_host = request == 0;
  if (s.recovering() && !s.recovers().without(s.held()).any()) s.aside = Aside::none;  // it came another way
  if (s.microphone.held() && s.settings.guard && !s.call.begun && !from_host) return clear_the_way(t);
  if (s.microphone.held()) {
    s.phase = Phase::live;
    end_host_turn(t);
    if (!s.call.begun) {
      lapse(t);
      s.call.begun = true;
      t.order(TellStream{request, s.held()});
    } else if (!from_host) {
      for (const MediaKind k : media_kinds)
        if (arrived.has(k)) t.order(TellTrackReplaced{k, request});
    }
    if (arrived.microphone) {
      if (s.call.muted) t.order(Enable{just(mic), false});
      t.order(WatchLevel{true, s.settings.hear_while_muted});
    }
    if (arrived.camera) t.order(WatchFrames{true});
    if (arrived.microphone && !s.visit.advised && (s.call.advising || says_how_to_stay(s.told.microphone))) {
      s.visit.advised = s.call.advising = true;
      t.order(SetTimer{Timer::advice_read, advice_read_ms});
    }
    steady(t);
    pursue(t);
    return;
  }
  // The camera was recovered, and the microphone is there for the taking: the same press goes on.
  if (!from_host && !s.in_flight() && !s.call.begun && s.camera.held() && granted(s, mic) &&
      resumable(s, mic))
    return open(t, just(mic));
  if (!s.call.begun && !in_trouble(s, mic)) s.microphone.seen.answer.refusal = Refusal::other;
  place(t);
  if (s.call.begun) pursue(t);  // the microphone ended while the camera was asked for
}

void lose(Turn& t, MediaKind kind, Loss loss) {
  State& s = t.s;
  Device& device = s.device(kind);
  const Track track = std::exchange(device.track, {});
  s.call.hears_nothing = false;
  const bool on_the_phone = s.environment.form != Form::desktop;
  const Away away = s.call.away == Away::none && !s.page.visible && on_the_phone ? Away::hidden : s.call.away;
  device.seen = witness_loss(device.seen, track, loss, away);
  // iOS ends what a phone call had muted; where the context says so, it also says when that is over.
  const bool call_may_go_on = s.environment.engine == Engine::webkit && track.mute_lasts &&
                              s.call.audio != AudioContextState::interrupted;
  device.seen.lost.was_off = track.off_by_host || call_may_go_on;
  t.order(TellTrackReplaced{kind, 0});
  if (kind == mic) {
    // The context that measures tells when a phone call is over.
    if (s.call.audio != AudioContextState::interrupted) t.order(WatchLevel{false});
    if (s.phase == Phase::live) s.phase = Phase::interrupted;
  } else {
    t.order(WatchFrames{false});
  }
  // The track ends and the permission changes in either order: ask again before anything is concluded.
  t.order(ReadPermission{capability_of(kind)});
}

void close_kinds(Turn& t, Kinds kinds) {
  State& s = t.s;
  const Kinds closing = kinds.only(s.held());
  if (!closing.any()) return;
  if (closing.both() && s.microphone.track.request == s.camera.track.request) {
    t.order(Close{s.microphone.track.request, closing});
  } else {
    for (const MediaKind k : media_kinds)
      if (closing.has(k)) t.order(Close{s.device(k).track.request, just(k)});
  }
  let_go(t, closing);
}

void leave_call(Turn& t, Phase to) {
  State& s = t.s;
  lapse(t);
  s.aside = Aside::none;
  no_longer_put_off(t);
  close_kinds(t, s.held());
  if (s.call.begun) t.order(CancelTimer{Timer::steady});
  if (s.call.audio == AudioContextState::interrupted) t.order(WatchLevel{false});
  for (const MediaKind k : media_kinds) {
    s.device(k).seen.lost = {};
    s.device(k).seen.reopening = Reopening::none;
  }
  end_host_turn(t);
  s.call = {};
  s.phase = to;
}

void no_longer_cleared(State& s, Kinds kinds) {
  for (const MediaKind k : media_kinds)
    if (Reopening& reopening = s.device(k).seen.reopening; kinds.has(k) && reopening == Reopening::cleared)
      reopening = Reopening::none;
}

void end_host_turn(Turn& t) {
  if (t.s.host_turn) t.order(CancelTimer{Timer::host_expected});
  t.s.host_turn = false;
}

}  // namespace earshot
