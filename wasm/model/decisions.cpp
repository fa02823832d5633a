#include "model/decisions.hpp"
#include <algorithm>
#include "core/decide/diagnose.hpp"
#include "core/decide/explained.hpp"
#include "core/show/view.hpp"
#include "model/promises.hpp"

namespace earshot {

static std::uint16_t timer_bit(Timer timer) {
  return static_cast<std::uint16_t>(1u << static_cast<unsigned>(timer));
}

std::uint16_t running_timers(const State& s) {
  const auto any_track = [&](auto holds) { return holds(s.microphone.track) || holds(s.camera.track); };
  unsigned running = 0;
  const auto runs = [&](Timer timer, bool yes) { running |= yes ? timer_bit(timer) : 0u; };
  runs(Timer::press_lapses, s.pressed_lately);
  runs(Timer::try_later, s.put_off.any());
  runs(Timer::withdrawal, any_track([](const Track& track) { return track.withdrawn_lately; }));
  runs(Timer::mute_ages, s.environment.engine == Engine::webkit && any_track([](const Track& track) {
                           return track.muted_by_browser && !track.mute_aged;
                         }));
  return static_cast<std::uint16_t>(running);
}

namespace {

std::uint8_t join(std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a | b); }

// Reads the orders first to last, as the glue obeys them.
struct Reader {
  const State& before;
  const Fact& fact;
  Orders out{};

  // What this fact brings: 0 is the number of the host's own stream.
  Request arrived() const {
    if (const auto* recovered = std::get_if<RecoveryStreamed>(&fact)) return recovered->request;
    const auto* opened = std::get_if<RequestOpened>(&fact);
    return opened ? opened->request : 0;
  }
  const TrackRefs* arriving() const {
    if (const auto* opened = std::get_if<RequestOpened>(&fact)) return &opened->tracks;
    if (const auto* attached = std::get_if<StreamAttached>(&fact)) return &attached->tracks;
    if (const auto* recovered = std::get_if<RecoveryStreamed>(&fact)) return &recovered->tracks;
    return nullptr;
  }
  // Kinds whose track is open at this point of the list.
  std::uint8_t open_now() const {
    std::uint8_t open = 0;
    for (const MediaKind k : media_kinds)
      if (before.device(k).held() && (out.close_held & bit(k)) == 0) open = join(open, bit(k));
    if (const auto* tracks = arriving())
      for (const TrackRef& ref : *tracks)
        if ((out.close_arrived & bit(ref.kind)) == 0) open = join(open, bit(ref.kind));
    if (const auto* ended = std::get_if<TrackEnded>(&fact))
      for (const MediaKind k : media_kinds)
        if (before.device(k).track.id == ended->track) open = static_cast<std::uint8_t>(open & ~bit(k));
    return open;
  }

  void operator()(const Open& e) {
    out.open = join(out.open, bits(e.kinds));
    out.open_over = join(out.open_over, static_cast<std::uint8_t>(bits(e.kinds) & open_now()));
  }
  void operator()(const Close& e) {
    for (const MediaKind k : media_kinds) {
      if (!e.kinds.has(k)) continue;
      if (before.device(k).held() && before.device(k).track.request == e.request)
        out.close_held = join(out.close_held, bit(k));
      if (arriving() && e.request == arrived()) out.close_arrived = join(out.close_arrived, bit(k));
    }
  }
  void operator()(const ReadPermission& e) {
    if (const auto kind = media_kind_of(e.kind)) out.read = join(out.read, bit(*kind));
  }
  void operator()(const WatchPermission& e) {
    const auto kind = media_kind_of(e.kind);
    if (!kind) return;
    std::uint8_t& on = e.poll_ms > 0 ? out.poll : out.poll_end;
    std::uint8_t& off = e.poll_ms > 0 ? out.poll_end : out.poll;
    on = join(on, bit(*kind));
    off = static_cast<std::uint8_t>(off & ~bit(*kind));
  }
  void operator()(const Enable& e) {
    if (e.kinds.microphone) out.enable = e.on ? 1 : 2;
  }
  void operator()(const WatchLevel& e) { out.listen = e.on ? 1 : 2; }
  void operator()(const SetTimer& e) {
    out.timers = static_cast<std::uint16_t>(out.timers | timer_bit(e.timer));
    out.timers_off = static_cast<std::uint16_t>(out.timers_off & ~timer_bit(e.timer));
  }
  void operator()(const CancelTimer& e) {
    out.timers_off = static_cast<std::uint16_t>(out.timers_off | timer_bit(e.timer));
    out.timers = static_cast<std::uint16_t>(out.timers & ~timer_bit(e.timer));
  }
  void operator()(const Recover&) { out.recover = true; }
  void operator()(const Reload&) { out.reload = true; }
  void operator()(const TellCleared&) { out.cleared = true; }
  template <class Other>
  void operator()(const Other&) {}  // nothing that the model of the browser feels
};

bool may_resume(const State& s) {
  const Observations& seen = s.microphone.seen;
  return seen.answer.refusal == Refusal::none && s.call.resumptions < most_resumptions &&
         seen.devices != Devices::others && !s.put_off.any() && !seen.lost.turned_off() &&
         !(s.environment.engine == Engine::webkit &&
           (s.camera.track.muted_by_browser || s.call.audio == AudioContextState::interrupted));
}

Stance look_at(const State& s) {
  const Verdicts verdicts = diagnose(s);
  const View shown = view(s, verdicts);
  std::uint32_t actions = 1u << static_cast<unsigned>(Action::orb);
  for (const Action action : shown.actions) actions |= 1u << static_cast<unsigned>(action);
  return {s.phase,
          verdicts.microphone.cause,
          shown.orb == Orb::live || shown.orb == Orb::live_audio_only,
          s.in_flight(),
          may_be_abandoned(s),
          s.call.muted,
          s.microphone.held() && s.microphone.track.request == 0,
          s.wanted().microphone,
          may_resume(s),
          bits(s.held()),
          actions,
          s.recovering(),
          s.aside == Aside::reveal,
          s.call.begun,
          running_timers(s),
          shown.recovery};
}

constexpr std::uint64_t said_bits = 16;
std::uint64_t question_of(std::uint32_t state, Said said) {
  return std::uint64_t{state} << said_bits | said.number();
}
}  // namespace

Decisions::Decisions(const State& start, bool patience) : patience_(patience) {
  keep(canonical(start, patience));
}

Decisions::Decision Decisions::decide(std::uint32_t state, Said said) {
  const std::uint64_t question = question_of(state, said);
  const auto [n, is_new] = questions_.insert(question);
  if (is_new) answers_.push_back(ask(state, said));
  return answers_[n];
}

Decisions::Decision Decisions::ask(std::uint32_t n, Said said) {
  const State before = states_[n];
  const Fact fact = fact_of(said, before);
  const Next next = reduce(before, fact);
  if (const char* promise = broken_by_step(before, fact, next); promise && broken_.empty())
    broken_ = describe_break(promise, before, fact, next.state);
  Reader reader{before, fact};
  for (const Effect& effect : next.effects) std::visit(reader, effect);
  return {keep(canonical(next.state, patience_)), keep(reader.out)};
}

std::uint32_t Decisions::keep(const State& state) {
  const auto [n, is_new] = states_.insert(state);
  if (!is_new) return n;
  stances_.push_back(look_at(state));
  if (const char* promise = broken_by_state(state); promise && broken_.empty())
    broken_ = std::string{promise} + ": in " + std::string{name_of(state.phase)};
  return n;
}

std::uint16_t Decisions::keep(const Orders& orders) {
  const auto found = std::find(orders_.begin(), orders_.end(), orders);
  if (found == orders_.end()) {
    orders_.push_back(orders);
    return static_cast<std::uint16_t>(orders_.size() - 1);
  }
  return static_cast<std::uint16_t>(found - orders_.begin());
}

std::size_t Decisions::bytes() const {
  return questions_.bytes() + answers_.capacity() * sizeof(Decision) + stances_.capacity() * sizeof(Stance) +
         states_.bytes();
}

Ways Decisions::ways() const {
  Ways ways;
  for (std::uint32_t n = 0; n < questions_.size(); ++n) {
    const std::uint64_t question = questions_[n];
    const auto from = static_cast<std::uint32_t>(question >> said_bits);
    const Phase before = stances_[from].phase, after = stances_[answers_[n].next].phase;
    if (before == after) continue;
    const auto number = static_cast<std::uint16_t>(question);
    const Said said{static_cast<Says>(number >> 8), static_cast<std::uint8_t>(number)};
    ways[{before, after}].insert(describe(fact_of(said, states_[from])));
  }
  return ways;
}

}  // namespace earshot
