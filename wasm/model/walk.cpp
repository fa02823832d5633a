#include "model/walk.hpp"
#include <array>
#include <span>
#include "core/decide/diagnose.hpp"
#include "core/decide/observe.hpp"
#include "model/rejections.hpp"
#include "model/state_set.hpp"

namespace earshot {
namespace {

constexpr TrackId microphone_track = 1, camera_track = 2, unknown_track = 9;
constexpr Request unknown_request = 999;
// Counting them anew for each of many million lists of facts would take longer than all decisions.
constexpr std::size_t actions = count_of<Action>(), timers = count_of<Timer>(),
                      buttons = count_of<MediaSessionAction>();

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
  for (std::size_t n = 0; n < actions; ++n)
    if (static_cast<Action>(n) != Action::cannot_hear) facts.push_back(Pressed{static_cast<Action>(n)});
  for (std::size_t n = 0; n < timers; ++n) facts.push_back(TimerFired{static_cast<Timer>(n)});
  const TrackRefs microphone{{mic, microphone_track}}, camera{{cam, camera_track}},
      both{{mic, microphone_track}, {cam, camera_track}};
  for (const auto& tracks : {microphone, camera, both, TrackRefs{}})
    facts.push_back(RequestOpened{s.request, tracks});
  add(facts, {rejection(Failing::denied, Engine::chromium).fact(s.request, 5000),
              RequestOpened{unknown_request, both},
              rejection(Failing::denied, Engine::chromium).fact(unknown_request, 0),
              TrackEnded{unknown_track}, PageChanged{true, true}});
}

// One for each difference that an engine makes: before anything could be shown, by nobody, from memory, by a
// person. (M: 6 ms, 17 ms, 40 ms, 110 ms.)
std::span<const int> answer_times(Engine engine) {
  static constexpr std::array chromium{6, 400, 5000}, gecko{17, 110, 5000};
  static constexpr std::array webkit{40, 5000};
  if (engine == Engine::chromium) return chromium;
  if (engine == Engine::gecko) return gecko;
  return webkit;
}

void add_answers(List& facts, const State& s) {
  for (const Rejection& rejection : rejections())
    for (const int elapsed_ms : answer_times(s.environment.engine))
      if (rejection.in_walks)
        facts.push_back(rejection.fact(s.request, elapsed_ms, elapsed_ms < no_question_ms));
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
              Level{-30.0, true, 2000, true}, Level{std::nullopt, true, starved_limit_ms, false, true}});
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
      add(facts, {RecoveryCancelled{k}, RecoveryCancelled{k, 0, 50},
                  recovery_failure(Unrecovered::unusable, k, s.request),
                  recovery_failure(Unrecovered::no_device, k, s.request)});
  for (std::size_t n = 0; n < buttons; ++n)
    facts.push_back(MediaSessionActed{static_cast<MediaSessionAction>(n)});
  facts.push_back(MediaSessionActed{MediaSessionAction::togglemicrophone, true});
}

// What the page plays, and where: Firefox on Linux gives zeros without an output.
void add_output(List& facts) {
  add(facts, {OutputChanged{true}, OutputChanged{false}, DevicesRead{1, 1, true, true, false, 0},
              DevicesRead{1, 1, true, true, false, 1}, Level{std::nullopt, true, silence_limit_ms},
              Level{-30.0, true, 250}});
}

// What the page's own scripts do to the tracks, and to requests of their own.
void add_site(List& facts, const State& s) {
  for (const MediaKind k : media_kinds)
    if (k == mic || s.settings.camera)
      add(facts,
          {TrackStopped{track_of(k)}, TrackSwitched{track_of(k), false}, TrackSwitched{track_of(k), true}});
  if (!s.settings.guard) return;
  const auto failed = [](const Rejection& why, Kinds kinds) {
    return HostFailed{kinds, why.name, why.message, why.constraint};
  };
  const Engine engine = s.environment.engine;
  add(facts, {failed(rejection(Failing::denied, engine), just(mic)),
              failed(rejection(Failing::not_readable, engine), just(mic)),
              failed(rejection(Failing::denied, engine), {true, true}),
              StreamAttached{{{mic, microphone_track}}}, StreamDetached{}});
}

// Words only, so they stand for themselves.
void add_far_end(List& facts) {
  add(facts, {FarEndReported{FarEnd::connecting}, FarEndReported{FarEnd::echo}, FarEndReported{FarEnd::ready},
              FarEndReported{FarEnd::untaken}, Pressed{Action::cannot_hear}, OutputChanged{true},
              Level{-80.0, true, quiet_limit_ms}});
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
  if (which.output) add_output(facts);
  if (which.site) add_site(facts, s);
  if (which.far_end) add_far_end(facts);
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
      hearing{.hearing = true}, output{.output = true}, host{.host = true}, site{.site = true},
      memory{.memory = true}, notifications{.notifications = true}, far_end{.far_end = true};
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
      start("Chromium, output", Engine::chromium, output),
      start("Firefox on Linux, output", Engine::gecko, output,
            [](State& s) { s.environment.os = Os::linux; }),
      start("Chromium, host", Engine::chromium, host),
      start("Chromium, recovery elements", Engine::chromium, host,
            [](State& s) {
              s.environment.recovers_microphone = s.environment.recovers_camera =
                  s.environment.recovers_usermedia = true;
            }),
      start("Firefox, guard mode", Engine::gecko, host, [](State& s) { s.settings.guard = true; }),
      start("Safari on a phone, guard mode", Engine::webkit, host, phone,
            [](State& s) { s.settings.guard = true; }),
      start("Chromium, the site's own switch", Engine::chromium, site),
      start("Firefox, guard mode, the site's own switch", Engine::gecko, site,
            [](State& s) { s.settings.guard = true; }),
      start("Safari on a phone, guard mode, the site's own switch", Engine::webkit, site, phone,
            [](State& s) { s.settings.guard = true; }),
      start("Chromium, notifications", Engine::chromium, notifications,
            [](State& s) { s.settings.notifications = true; }),
      start("Chromium, the far end", Engine::chromium, far_end),
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
    std::string operator()(const Level& f) const {
      return f.starved ? "level starved" : f.dbfs ? "level" : "level silence";
    }
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
    std::string operator()(const TrackStopped&) const { return "track_stopped"; }
    std::string operator()(const TrackSwitched& f) const {
      return f.on ? "track_switched on" : "track_switched off";
    }
    std::string operator()(const HostFailed&) const { return "host_failed"; }
    std::string operator()(const FarEndReported& f) const {
      return "far_end_reported " + std::string{name_of(f.state)};
    }
    std::string operator()(const NotificationsAnswered& f) const {
      return "notifications_answered " + std::string{name_of(f.state)};
    }
  };
  return std::visit(Words{}, fact);
}

}  // namespace earshot
