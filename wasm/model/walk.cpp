#include "model/walk.hpp"
#include "core/decide/diagnose.hpp"
#include "core/decide/observe.hpp"
#include "model/rejections.hpp"
#include "model/state_set.hpp"

namespace earshot {
namespace {

constexpr TrackId microphone_track = 1, camera_track = 2, unknown_track = 9;
constexpr Request unknown_request = 999;

using List = std::vector<Fact>;

void add(List& facts, std::initializer_list<Fact> more) { facts.insert(facts.end(), more); }

TrackId track_of(MediaKind k) { return k == mic ? microphone_track : camera_track; }

void add_basics(List& facts, const State& s) {
  facts.push_back(EnvironmentSeen{s.environment});
  for (const MediaKind k : media_kinds) {
    if (k == cam && !s.settings.camera) continue;
    for (const Permission state :
         {Permission::unknown, Permission::prompt, Permission::granted, Permission::denied})
      facts.push_back(PermissionRead{capability_of(k), state});
    facts.push_back(TrackEnded{track_of(k)});
  }
  for (std::size_t n = 0; n < count_of<Action>(); ++n) facts.push_back(Pressed{static_cast<Action>(n)});
  for (std::size_t n = 0; n < count_of<Timer>(); ++n) facts.push_back(TimerFired{static_cast<Timer>(n)});
  const std::vector<TrackRef> microphone{{mic, microphone_track}}, camera{{cam, camera_track}},
      both{{mic, microphone_track}, {cam, camera_track}};
  for (const auto& tracks : {microphone, camera, both, std::vector<TrackRef>{}})
    facts.push_back(RequestOpened{s.request, tracks});
  add(facts, {rejection(Failing::denied, Engine::chromium).fact(s.request, 5000),
              RequestOpened{unknown_request, both},
              rejection(Failing::denied, Engine::chromium).fact(unknown_request, 0),
              TrackEnded{unknown_track}, PageChanged{true, true}});
}

void add_answers(List& facts, const State& s) {
  for (const Rejection& rejection : rejections())
    for (const int elapsed_ms : {0, 5000})
      if (rejection.in_walks) facts.push_back(rejection.fact(s.request, elapsed_ms, elapsed_ms == 0));
}

void add_devices(List& facts) {
  add(facts,
      {DevicesRead{0, 1, true}, DevicesRead{1, 0, true}, DevicesRead{1, 1, true},
       DevicesRead{2, 1, true, false}, DevicesRead{2, 1, true, true, true}, DevicesRead{0, 0, false, false}});
}

void add_page(List& facts) {
  add(facts, {PageChanged{false, false}, PageChanged{true, false}, PageChanged{false, false, true},
              PageChanged{true, true, false, true}, PageChanged{true, true, false, false, 600'000}});
}

void add_hearing(List& facts, const State& s) {
  for (const MediaKind k : media_kinds)
    if (k == mic || s.settings.camera) add(facts, {TrackMuted{track_of(k)}, TrackUnmuted{track_of(k)}});
  add(facts, {Level{std::nullopt, true, silence_limit_ms}, Level{-30.0, true, 250},
              Level{-80.0, true, quiet_limit_ms}, Level{std::nullopt, false, silence_limit_ms},
              Level{-30.0, true, 2000, true}, OutputChanged{true}, OutputChanged{false}});
  for (const auto state :
       {AudioContextState::running, AudioContextState::suspended, AudioContextState::interrupted})
    facts.push_back(AudioContextChanged{state, ""});
  if (s.settings.camera)
    add(facts, {Frames{camera_track, 0, stall_limit_ms, true}, Frames{camera_track, 30, 1000, true}});
}

void add_host(List& facts, const State& s) {
  add(facts,
      {RecoveryStreamed{{{mic, microphone_track}}},
       RecoveryStreamed{{{mic, microphone_track}}, unknown_request},
       StreamAttached{{{mic, microphone_track}, {cam, camera_track}}},
       StreamAttached{{{mic, microphone_track, true}}}, StreamDetached{}, ChatChanged{ChatState::failed},
       NetworkTested{false, false, false}, NetworkTested{true, true, true}});
  for (const MediaKind k : media_kinds)
    if (k == mic || s.settings.camera)
      add(facts, {RecoveryCancelled{k}, recovery_failure(Unrecovered::unusable, k, s.request),
                  recovery_failure(Unrecovered::no_device, k, s.request)});
  for (std::size_t n = 0; n < count_of<MediaSessionAction>(); ++n)
    facts.push_back(MediaSessionActed{static_cast<MediaSessionAction>(n)});
}

void add_notifications(List& facts) {
  for (const Permission state : {Permission::prompt, Permission::granted, Permission::denied})
    add(facts, {PermissionRead{Capability::notifications, state}, NotificationsAnswered{state, 5000}});
}

}  // namespace

std::vector<Fact> facts_for(const State& s, Facts which) {
  List facts;
  facts.reserve(80);
  add_basics(facts, s);
  if (which.answers) add_answers(facts, s);
  if (which.devices) add_devices(facts);
  if (which.page) add_page(facts);
  if (which.hearing) add_hearing(facts, s);
  if (which.host) add_host(facts, s);
  if (which.memory) add(facts, {Remembered{mic, true, 2, 0}, Remembered{mic, false, 0, 3}});
  if (which.notifications) add_notifications(facts);
  return facts;
}

Walked walk(const State& start, Facts which,
            const std::function<void(const State&, const Fact&, const Next&)>& visit) {
  Walked walked;
  StateSet seen;
  seen.insert(canonical(start));
  for (std::uint32_t at = 0; at < seen.size(); ++at) {
    const State before = seen[at];
    const Verdicts verdicts = diagnose(before);
    for (const Fact& fact : facts_for(before, which)) {
      const Next next = reduce(before, verdicts, fact);
      ++walked.transitions;
      visit(before, fact, next);
      seen.insert(canonical(next.state));
    }
  }
  walked.states = seen.size();
  for (std::uint32_t n = 0; n < seen.size(); ++n) walked.visited.push_back(seen[n]);
  return walked;
}

std::vector<Start> starts() {
  const auto start = [](const char* name, Engine engine, Facts facts, auto... change) {
    State s;
    s.environment.engine = engine;
    (change(s), ...);
    return Start{name, s, facts};
  };
  const auto phone = [](State& s) { s.environment.form = Form::mobile; };
  const Facts answers{.answers = true}, devices{.devices = true}, page{.page = true},
      hearing{.hearing = true}, host{.host = true}, memory{.memory = true},
      notifications{.notifications = true};
  return {
      start("Chromium, answers", Engine::chromium, answers),
      start("Firefox, answers", Engine::gecko, answers),
      start("Safari, answers", Engine::webkit, answers),
      start("Chromium, devices", Engine::chromium, devices),
      start("Firefox, devices", Engine::gecko, devices),
      start("Safari, devices", Engine::webkit, devices),
      start("Chromium, page", Engine::chromium, page),
      start("Firefox, page", Engine::gecko, page),
      start("Safari on a phone, page", Engine::webkit, page, phone),
      start("Chromium, hearing", Engine::chromium, hearing),
      start("Firefox, hearing", Engine::gecko, hearing),
      start("Safari on a phone, hearing", Engine::webkit, hearing, phone),
      start("Chromium, host", Engine::chromium, host),
      start("Chromium, recovery elements", Engine::chromium, host,
            [](State& s) {
              s.environment.recovers_microphone = s.environment.recovers_camera =
                  s.environment.recovers_usermedia = true;
            }),
      start("Firefox, guard mode", Engine::gecko, host, [](State& s) { s.settings.guard = true; }),
      start("Safari on a phone, guard mode", Engine::webkit, host, phone,
            [](State& s) { s.settings.guard = true; }),
      start("Chromium, notifications", Engine::chromium, notifications,
            [](State& s) { s.settings.notifications = true; }),
      start("Chromium, earlier visits", Engine::chromium, memory,
            [](State& s) { s.settings.remember = true; }),
  };
}

std::string describe(const Fact& fact) {
  struct Words {
    std::string operator()(const EnvironmentSeen&) const { return "environment"; }
    std::string operator()(const PermissionRead& f) const {
      return "permission_read " + std::string{name_of(f.kind)} + " " + std::string{name_of(f.state)};
    }
    std::string operator()(const DevicesRead& f) const {
      return "devices_read " + std::to_string(f.microphones) + " " + std::to_string(f.cameras);
    }
    std::string operator()(const Pressed& f) const { return "pressed " + std::string{name_of(f.action)}; }
    std::string operator()(const RequestOpened&) const { return "request_opened"; }
    std::string operator()(const RequestFailed& f) const {
      return "request_failed " + std::string{name_of(refusal_of(f))};
    }
    std::string operator()(const TrackEnded&) const { return "track_ended"; }
    std::string operator()(const TrackMuted&) const { return "track_muted"; }
    std::string operator()(const TrackUnmuted&) const { return "track_unmuted"; }
    std::string operator()(const Level& f) const { return f.dbfs ? "level" : "level silence"; }
    std::string operator()(const PageChanged& f) const {
      return f.visible ? "page_changed visible" : "page_changed hidden";
    }
    std::string operator()(const TimerFired& f) const {
      return "timer_fired " + std::string{name_of(f.timer)};
    }
    std::string operator()(const RecoveryCancelled&) const { return "recovery_cancelled"; }
    std::string operator()(const RecoveryStreamed&) const { return "recovery_streamed"; }
    std::string operator()(const RecoveryFailed&) const { return "recovery_failed"; }
    std::string operator()(const StreamAttached&) const { return "stream_attached"; }
    std::string operator()(const AudioContextChanged&) const { return "audio_context"; }
    std::string operator()(const NetworkTested&) const { return "network_tested"; }
    std::string operator()(const ChatChanged&) const { return "chat_changed"; }
    std::string operator()(const Frames& f) const { return f.frames ? "frames" : "frames none"; }
    std::string operator()(const StreamDetached&) const { return "stream_detached"; }
    std::string operator()(const OutputChanged& f) const {
      return f.blocked ? "output_changed blocked" : "output_changed plays";
    }
    std::string operator()(const MediaSessionActed& f) const {
      return "media_session " + std::string{name_of(f.action)};
    }
    std::string operator()(const Remembered&) const { return "remembered"; }
    std::string operator()(const NotificationsAnswered& f) const {
      return "notifications_answered " + std::string{name_of(f.state)};
    }
  };
  return std::visit(Words{}, fact);
}

}  // namespace earshot
