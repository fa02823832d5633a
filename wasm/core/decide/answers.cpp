// Streams and refusals: what answers a request, and what comes beside one, from the browser's own element or
// from the host.
#include <algorithm>
#include <initializer_list>
#include "core/decide/explained.hpp"
#include "core/decide/observe.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

// Phases in which a stream is wanted when it comes.
bool expects_media(Phase phase) {
  return phase == Phase::opening || phase == Phase::asking || phase == Phase::live ||
         phase == Phase::interrupted;
}

// A stream is better proof than any reading, and whoever left the prompt open has answered it.
void note_opened(State& s, MediaKind kind) {
  s.device(kind).seen = witness_opened(s.device(kind).seen);
  Answer& answer = s.device(other(kind)).seen.answer;
  if (answer.refusal == Refusal::by_system) answer.combined = false;  // so it is the other one
  s.asking.ignored = s.asking.ignored.without(just(kind));
}

// Takes what is wanted of some tracks; the rest is closed, or a recording light would burn with nobody
// listening.
Kinds adopt(Turn& t, Request request, const TrackRefs& tracks, bool expected) {
  State& s = t.s;
  Kinds kept{}, unwanted{};
  for (const TrackRef& ref : tracks) {
    Device& device = s.device(ref.kind);
    if (!expected || device.held() || !s.wanted().has(ref.kind)) {
      unwanted = unwanted.and_also(just(ref.kind));
      continue;
    }
    const Lost& lost = device.seen.lost;
    device.track = {.state = TrackState::live,
                    .id = ref.track,
                    .request = request,
                    .is_virtual = ref.is_virtual,
                    .stands_in = ref.is_virtual && lost.how != Loss::none && !lost.was_virtual};
    note_opened(s, ref.kind);
    kept = kept.and_also(just(ref.kind));
  }
  if (const Kinds rest = unwanted.without(kept); rest.any()) t.order(Close{request, rest});
  if (s.put_off.only(kept).any()) no_longer_put_off(t);  // it came another way
  return kept;
}

// Media that came beside the session's own requests.
void take_in(Turn& t, Request request, const TrackRefs& tracks) {
  const Kinds kept = adopt(t, request, tracks, true);
  if (kept.any()) settle(t, kept, request);
  else look_again(t);  // what happened meanwhile waited for them
}

// Would a call begin with these media that nobody sees begin, or that nobody has just asked for? Then they
// are closed, and the next press has them at once.
void turn_away(Turn& t, Request request, const TrackRefs& tracks) {
  Kinds opened{};
  for (const TrackRef& ref : tracks) {
    Device& device = t.s.device(ref.kind);
    if (device.held()) continue;
    note_opened(t.s, ref.kind);
    opened = opened.and_also(just(ref.kind));
  }
  adopt(t, request, tracks, false);
  read_permissions(t, opened);  // a grant for this once may be used up
  if (expects_media(t.s.phase)) place(t);
  look_again(t);
}

// Its media are held already: it was said twice.
bool known(const State& s, Request request) {
  return request != 0 && (s.microphone.track.request == request || s.camera.track.request == request);
}

// Of a request for both kinds it says nothing of either. (macOS says "by system" of both where it forbids
// one.) What has no name yet may be somebody's no: there the microphone alone takes a press.
bool refused_by_nobody(Refusal refusal) {
  return is_device_trouble(refusal) || refusal == Refusal::by_system;
}

// Is this the answer of the recovery element that was pressed last? Then it is over.
bool ends_recovery(State& s, Request request) {
  if (!s.recovering() || (request != 0 && request != s.request)) return false;
  s.aside = Aside::none;
  return true;
}

bool says_any(std::string_view message, std::initializer_list<const char*> parts) {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const char* part) { return message.find(part) != std::string_view::npos; });
}

// Chromium refuses a click on an element that has just appeared, moved or changed, that is not ready, or that
// no person made: the next one counts. (third_party/blink, html_capability_element_base.cc)
bool only_this_click(std::string_view message) {
  return says_any(message, {"recently", "intersection with viewport", "attribute", "already in progress",
                            "not fully initialized", "not registered", "user gesture"});
}

// And one that cannot be seen as it is: something may pass over it once, but not twice.
bool where_it_stands(std::string_view message) {
  return says_any(message, {"occluded", "distorted", "out of viewport", "clipped", "invalid style"});
}

}  // namespace

void on(Turn& t, const RequestOpened& f) {
  State& s = t.s;
  if (known(s, f.request)) return;
  if (f.request == s.request && s.aside == Aside::reveal) {  // it was lifted a moment ago: so much the better
    s.aside = Aside::none;
    if (!s.call.begun && !may_begin(s)) return turn_away(t, f.request, f.tracks);
    return take_in(t, f.request, f.tracks);
  }
  if (f.request != s.request || !s.in_flight()) {
    adopt(t, f.request, f.tracks, false);
    return;
  }
  const Kinds asked = s.asking.kinds;
  const bool wanted_now = may_begin(s);
  answered(t);
  // What is opened for a host that has hung up meanwhile, nobody would close.
  const bool hung_up = s.host_turn && s.call.begun && !s.held().any();
  const bool expected = expects_media(s.phase) && !hung_up;
  if (expected && !s.call.begun && !wanted_now) return turn_away(t, f.request, f.tracks);
  const Kinds kept = adopt(t, f.request, f.tracks, expected);
  if (!expected) return;
  for (const MediaKind k : media_kinds)  // a stream without what it was asked for
    if (asked.has(k) && !kept.has(k) && s.wanted().has(k) && !s.device(k).held())
      s.device(k).seen.answer.refusal = Refusal::other;
  settle(t, kept, f.request);
}

void on(Turn& t, const RequestFailed& f) {
  State& s = t.s;
  if (f.request == s.request && s.aside == Aside::reveal) {  // as expected: the icon is there again
    s.aside = Aside::none;
    return look_again(t);
  }
  if (f.request != s.request || !s.in_flight()) return;
  const Kinds asked = s.asking.kinds;
  const bool wanted_now = may_begin(s);
  answered(t);
  const Kinds refused = asked.without(s.held());  // the host may have brought the other one meanwhile
  for (const MediaKind k : media_kinds)
    if (refused.has(k)) s.device(k).seen = witness_failure(s.device(k).seen, f, s.environment, asked.both());
  if (asked.both()) absolve(s);
  for (const MediaKind k : media_kinds)
    if (refused.has(k)) count_failed_try(s, k);
  read_permissions(t, asked);  // an answer may have changed the state, with or without an event
  if (!expects_media(s.phase)) return;
  const Refusal refusal = refusal_of(f);
  for (const MediaKind k : media_kinds) {
    if (asked != just(k) || !(s.call.begun || wanted_now) || !try_once_more(t, k)) continue;
    if (s.call.begun) return place(t);
    s.phase = Phase::opening;
    return wish(t);
  }
  // Nobody refused: the same press goes on, for the microphone alone.
  if (asked.both() && refused_by_nobody(refusal) && s.missing().microphone && !asking_is_over(s, mic)) {
    s.microphone.seen.answer.refusal = Refusal::none;
    if (s.call.begun || wanted_now) {
      open(t, just(mic));
      return wish(t);  // the person who has just answered waits for it
    }
  }
  // The microphone was the missing one after all; of the camera nothing is known.
  if (asked == just(mic) && refusal == Refusal::not_found &&
      s.camera.seen.answer.refusal == Refusal::not_found)
    s.camera.seen.answer.refusal = Refusal::none;
  place(t);
}

void on(Turn& t, const RecoveryCancelled& f) {
  State& s = t.s;
  if (!ends_recovery(s, f.request)) return;
  Observations& seen = s.device(f.kind).seen;
  // A double click, or a look into another tab, closes its question too.
  const bool by_a_person = f.elapsed_ms >= nobody_answers_ms && s.page.visible;
  seen.asked |= by_a_person;
  if (seen.permission != Permission::denied)  // else the visitor only stayed with the block
    seen.answer.refusal = by_a_person ? Refusal::dismissed : Refusal::cancelled;
  look_again(t);
}

void on(Turn& t, const RecoveryStreamed& f) {
  State& s = t.s;
  const Request request = f.request != 0 ? f.request : s.request;
  if (known(s, request)) return;
  if (!ends_recovery(s, f.request)) {
    adopt(t, request, f.tracks, false);
    return;
  }
  t.order(CancelTimer{Timer::recovery_expected});
  if (!s.call.begun && !s.page.visible) return turn_away(t, request, f.tracks);
  wish(t);  // its dialog was answered by a person, just now
  take_in(t, request, f.tracks);
}

void on(Turn& t, const RecoveryFailed& f) {
  State& s = t.s;
  if (!ends_recovery(s, f.request)) return;
  if (f.name == "InvalidStateError" && only_this_click(f.message)) return look_again(t);
  if (f.name == "InvalidStateError" && where_it_stands(f.message) && !s.visit.element_refused) {
    s.visit.element_refused = true;
    return look_again(t);
  }
  // This page, or its frame, may not use the element: the steps are the way then.
  if (f.name == "InvalidStateError") {
    Environment& e = s.environment;
    e.recovers_usermedia = e.recovers_microphone = e.recovers_camera = false;
    return look_again(t);
  }
  if (s.device(f.kind).held()) return look_again(t);  // it came another way
  const RequestFailed said{f.request, f.name, f.message, "", stored_answer_ms, true};
  s.device(f.kind).seen = witness_failure(s.device(f.kind).seen, said, s.environment, false);
  read_permissions(t, just(f.kind));
  look_again(t);
}

void on(Turn& t, const StreamAttached& f) {
  const Phase phase = t.s.phase;
  const bool expected = phase != Phase::chatting && phase != Phase::ended && phase != Phase::starting;
  if (!expected) {
    adopt(t, 0, f.tracks, false);
    return;
  }
  Kinds attached{};
  for (const TrackRef& ref : f.tracks) attached = attached.and_also(just(ref.kind));
  no_longer_cleared(t.s, attached);  // of the other kind it may have said that it could not be had
  if (t.s.settings.guard) {
    t.s.call.lent = t.s.call.lent.and_also(attached);
    if (attached.camera) t.s.visit.audio_only = false;  // turned on with the host's own button
  }
  take_in(t, 0, f.tracks);
  if (!t.s.call.begun) t.s.call.lent = {};
}

void on(Turn& t, const StreamDetached&) { detach(t); }

// The host's own request is read like one of ours, but for its time, which nobody measured.
void on(Turn& t, const HostFailed& f) {
  State& s = t.s;
  const Kinds failed = f.kinds.only({true, s.settings.camera}).without(s.held()).without(s.asking.kinds);
  if (!s.settings.guard || !failed.any()) return;
  const RequestFailed said{s.request, f.name, f.message, f.constraint, stored_answer_ms, true};
  for (const MediaKind k : media_kinds)
    if (failed.has(k))
      s.device(k).seen = witness_failure(s.device(k).seen, said, s.environment, f.kinds.both());
  if (failed.both()) absolve(s);
  // Ours would try the microphone alone; of a request of the host's that takes a press.
  if (f.kinds.both() && refused_by_nobody(refusal_of(said))) s.microphone.seen.answer = {};
  // It wants again what it had stopped.
  if (s.call.begun) s.call.lent = s.call.lent.and_also(failed);
  for (const MediaKind k : media_kinds)
    if (failed.has(k)) s.device(k).seen.lost = {};
  read_permissions(t, failed);
  const bool elsewhere = s.phase == Phase::starting || s.phase == Phase::chatting || s.phase == Phase::ended;
  if (elsewhere || s.recovering()) return;
  end_host_turn(t);
  place(t);
}

}  // namespace earshot
