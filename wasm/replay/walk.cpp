#include "replay/walk.hpp"
#include <set>

namespace earshot {
namespace {

constexpr TrackId microphone_track = 1, camera_track = 2, unknown_track = 9;
constexpr Request unknown_request = 999;

struct Saying {
  const char* name;
  const char* message;
  const char* constraint;
};

// One for each mark that `refusal_of` makes, in the words of the engine that is known for it.
constexpr Saying sayings[] = {
    {"NotAllowedError", "Permission denied", ""},
    {"NotAllowedError", "Permission dismissed", ""},
    {"NotAllowedError", "Permission denied by system", ""},
    {"NotFoundError", "Requested device not found", ""},
    {"NotReadableError", "Could not start audio source", ""},
    {"OverconstrainedError", "", "deviceId"},
    {"AbortError", "Timeout starting video source", ""},
    {"SecurityError", "Invalid security origin", ""},
    {"InvalidStateError", "Document is not fully active", ""},
    {"SomethingNew", "", ""},
};

void add_answers(std::vector<Fact>& facts, const State& s) {
  const std::vector<TrackRef> microphone{{mic, microphone_track}}, camera{{cam, camera_track}},
      both{{mic, microphone_track}, {cam, camera_track}};
  if (s.in_flight()) {
    for (const Saying& saying : sayings)
      for (const int elapsed_ms : {0, 5000})
        facts.push_back(RequestFailed{s.request, saying.name, saying.message, saying.constraint, elapsed_ms});
  } else {
    facts.push_back(RequestFailed{s.request, "NotAllowedError", "Permission denied", "", 0});
  }
  for (const auto& tracks : {microphone, camera, both, std::vector<TrackRef>{}}) facts.push_back(RequestOpened{s.request, tracks});
  facts.push_back(RequestOpened{unknown_request, both});
  facts.push_back(RequestFailed{unknown_request, "NotAllowedError", "Permission denied", "", 0});
}

void add_presses(std::vector<Fact>& facts) {
  for (const Action action : {Action::orb, Action::try_again, Action::audio_only, Action::enable_camera, Action::mute, Action::unmute,
                              Action::open_chat, Action::back_to_voice, Action::end, Action::dismiss})
    facts.push_back(Pressed{action});
}

// Prompts closed again and again: what counts them, and what a visitor does next.
std::vector<Fact> dismissing_facts(const State& s) {
  std::vector<Fact> facts;
  for (const Capability k : capabilities)
    for (const Permission state : {Permission::prompt, Permission::granted}) facts.push_back(PermissionRead{k, state});
  add_presses(facts);
  if (!s.in_flight()) return facts;
  facts.push_back(RequestFailed{s.request, sayings[1].name, sayings[1].message, "", 5000});
  facts.push_back(RequestOpened{s.request, {{mic, microphone_track}}});
  facts.push_back(RequestOpened{s.request, {{mic, microphone_track}, {cam, camera_track}}});
  return facts;
}

// Two capabilities multiply: here only what makes them meet. Each alone is walked in full by the voice pages.
std::vector<Fact> paired_facts(const State& s) {
  std::vector<Fact> facts;
  for (const Capability k : capabilities) {
    for (const Permission state : {Permission::prompt, Permission::granted, Permission::denied}) facts.push_back(PermissionRead{k, state});
    facts.push_back(TrackEnded{k == mic ? microphone_track : camera_track});
  }
  add_presses(facts);
  facts.push_back(TimerFired{Timer::prompt_expected});
  facts.push_back(RequestOpened{unknown_request, {{mic, microphone_track}, {cam, camera_track}}});
  facts.push_back(PageChanged{true, true});
  facts.push_back(PageChanged{false, false});
  if (!s.in_flight()) return facts;
  for (const std::size_t n : {std::size_t{0}, std::size_t{3}}) facts.push_back(RequestFailed{s.request, sayings[n].name, sayings[n].message, "", 5000});
  facts.push_back(RequestOpened{s.request, {{mic, microphone_track}}});
  facts.push_back(RequestOpened{s.request, {{cam, camera_track}}});
  facts.push_back(RequestOpened{s.request, {{mic, microphone_track}, {cam, camera_track}}});
  return facts;
}

std::vector<Fact> full_facts(const State& s) {
  std::vector<Fact> facts{EnvironmentSeen{s.environment}};
  for (const Capability k : capabilities) {
    if (k == cam && !s.settings.camera) continue;
    for (const Permission state : {Permission::unknown, Permission::prompt, Permission::granted, Permission::denied})
      facts.push_back(PermissionRead{k, state});
    const TrackId track = k == mic ? microphone_track : camera_track;
    facts.push_back(TrackEnded{track});
    facts.push_back(TrackMuted{track});
    facts.push_back(TrackUnmuted{track});
    facts.push_back(RecoveryCancelled{k});
    facts.push_back(DevicesRead{k == mic ? 0 : 1, k == cam ? 0 : 1, true});
  }
  facts.push_back(TrackEnded{unknown_track});
  facts.push_back(DevicesRead{1, 1, true});
  for (std::size_t n = 0; n < count_of<Action>(); ++n) facts.push_back(Pressed{static_cast<Action>(n)});
  for (std::size_t n = 0; n < count_of<Timer>(); ++n) facts.push_back(TimerFired{static_cast<Timer>(n)});
  add_answers(facts, s);
  facts.push_back(Level{std::nullopt, true, silence_limit_ms});
  facts.push_back(Level{-30.0, true, 250});
  facts.push_back(Level{std::nullopt, false, silence_limit_ms});
  facts.push_back(PageChanged{true, true});
  facts.push_back(PageChanged{false, false});
  facts.push_back(PageChanged{true, true, false, true, 0});
  facts.push_back(RecoveryStreamed{{{mic, microphone_track}}});
  facts.push_back(StreamAttached{{{mic, microphone_track}, {cam, camera_track}}});
  facts.push_back(ChatChanged{ChatState::failed});
  return facts;
}

}  // namespace

State canonical(State s) {
  // Only whether two numbers are the same decides anything: rename them by first appearance.
  Request names[3] = {};
  Request used = 0;
  const auto rename = [&](Request& number) {
    if (number == 0) return;
    for (Request n = 0; n < used; ++n)
      if (names[n] == number) {
        number = n + 1;
        return;
      }
    names[used++] = number;
    number = used;
  };
  rename(s.request);
  rename(s.microphone.request);
  rename(s.camera.request);
  // What has been told decides only what is told again.
  s.announced = title_of(s);
  for (const Capability k : capabilities) s.device(k).told = cause_of(s, k);
  s.focused = s.visible;
  return s;
}

std::vector<Fact> facts_for(const State& s, Breadth breadth) {
  switch (breadth) {
    case Breadth::full: return full_facts(s);
    case Breadth::paired: return paired_facts(s);
    case Breadth::dismissing: break;
  }
  return dismissing_facts(s);
}

Walked walk(const State& start, Breadth breadth, const std::function<void(const State&, const Fact&, const Next&)>& visit) {
  Walked walked;
  std::set<State> seen{canonical(start)};
  walked.visited.push_back(canonical(start));
  for (std::size_t at = 0; at < walked.visited.size(); ++at) {
    const State before = walked.visited[at];
    for (const Fact& fact : facts_for(before, breadth)) {
      const Next next = reduce(before, fact);
      ++walked.transitions;
      visit(before, fact, next);
      const State after = canonical(next.state);
      if (seen.insert(after).second) walked.visited.push_back(after);
    }
  }
  walked.states = walked.visited.size();
  return walked;
}

std::vector<Start> starts() {
  const auto start = [](const char* name, bool camera, Engine engine, auto... change) {
    State s;
    s.settings.camera = camera;
    s.environment.engine = engine;
    (change(s.environment), ...);
    return Start{name, s, camera ? Breadth::paired : Breadth::full};
  };
  const auto closing_prompts = [](Start with) {
    with.breadth = Breadth::dismissing;
    return with;
  };
  const auto phone = [](Environment& e) { e.form = Form::mobile; };
  return {
      start("Chromium, voice", false, Engine::chromium),
      start("Firefox, voice", false, Engine::gecko),
      start("Safari on a phone, voice", false, Engine::webkit, phone),
      start("Chromium, undelegated frame", false, Engine::chromium,
            [](Environment& e) { e.top_level = false; e.microphone_policy = Policy::forbidden; }),
      start("Chromium, camera forbidden by a header", true, Engine::chromium, [](Environment& e) { e.camera_policy = Policy::forbidden; }),
      start("Insecure page", false, Engine::chromium, [](Environment& e) { e.secure = false; }),
      closing_prompts(start("Chromium, video, prompts closed", true, Engine::chromium)),
      start("Chromium, video", true, Engine::chromium),
      start("Firefox, video", true, Engine::gecko),
      start("Safari, video", true, Engine::webkit),
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
    std::string operator()(const RequestFailed& f) const { return "request_failed " + std::string{name_of(refusal_of(f))}; }
    std::string operator()(const TrackEnded&) const { return "track_ended"; }
    std::string operator()(const TrackMuted&) const { return "track_muted"; }
    std::string operator()(const TrackUnmuted&) const { return "track_unmuted"; }
    std::string operator()(const Level& f) const { return f.dbfs ? "level" : "level silence"; }
    std::string operator()(const PageChanged& f) const { return f.visible ? "page_changed visible" : "page_changed hidden"; }
    std::string operator()(const TimerFired& f) const { return "timer_fired " + std::string{name_of(f.timer)}; }
    std::string operator()(const RecoveryCancelled&) const { return "recovery_cancelled"; }
    std::string operator()(const RecoveryStreamed&) const { return "recovery_streamed"; }
    std::string operator()(const StreamAttached&) const { return "stream_attached"; }
    std::string operator()(const AudioContextChanged&) const { return "audio_context"; }
    std::string operator()(const NetworkTested&) const { return "network_tested"; }
    std::string operator()(const ChatChanged&) const { return "chat_changed"; }
    std::string operator()(const Frames& f) const { return f.frames ? "frames" : "frames none"; }
    std::string operator()(const StreamDetached&) const { return "stream_detached"; }
    std::string operator()(const OutputChanged& f) const { return f.blocked ? "output_changed blocked" : "output_changed plays"; }
    std::string operator()(const MediaSessionActed& f) const { return "media_session " + std::string{name_of(f.action)}; }
    std::string operator()(const Remembered&) const { return "remembered"; }
    std::string operator()(const NotificationsAnswered& f) const { return "notifications_answered " + std::string{name_of(f.state)}; }
  };
  return std::visit(Words{}, fact);
}

}  // namespace earshot
