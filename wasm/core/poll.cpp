// WebKit never fires a change event: where a new permission would matter, it has to be looked for. Never when healthy,
// never out of sight, and less and less often while nothing happens.
#include <array>
#include "core/turn.hpp"

namespace earshot {
namespace {

struct Pace {
  int poll_ms;
  int lasts_ms;  // then the next; 0: for ever
};
constexpr std::array<Pace, 4> paces{{{1000, 10'000}, {2000, 30'000}, {5000, 60'000}, {10'000, 0}}};

bool needs_poll(const State& s, Capability k) {
  const bool silent_engine = s.environment.engine == Engine::webkit || s.environment.engine == Engine::other;
  if (!silent_engine || !s.environment.permissions_api || !s.visible) return false;
  switch (s.phase) {
    case Phase::blocked:
    case Phase::choosing:
    case Phase::interrupted: return s.missing().has(k);
    case Phase::live: return s.missing().has(k) && in_trouble(s, k);
    case Phase::chatting: return s.wanted().has(k) && in_trouble(s, k);
    case Phase::starting:
    case Phase::idle:
    case Phase::opening:
    case Phase::asking:
    case Phase::ended: return false;
  }
  return false;
}

bool polling(const State& s) { return s.microphone.polled || s.camera.polled; }

void set_pace(Turn& t, std::uint8_t pace) {
  State& s = t.s;
  s.poll_pace = pace;
  for (const Capability k : capabilities)
    if (s.device(k).polled) t.order(WatchPermission{k, paces[pace].poll_ms});
  if (paces[pace].lasts_ms > 0) t.order(SetTimer{Timer::poll_slower, paces[pace].lasts_ms});
}

}  // namespace

void keep_polling(Turn& t) {
  State& s = t.s;
  const bool polled_before = polling(s);
  for (const Capability k : capabilities) {
    const bool poll = needs_poll(s, k);
    if (poll == s.device(k).polled) continue;
    s.device(k).polled = poll;
    t.order(WatchPermission{k, poll ? paces[s.poll_pace].poll_ms : 0});
  }
  if (polling(s) == polled_before) return;
  if (polling(s)) t.order(SetTimer{Timer::poll_slower, paces[0].lasts_ms});
  else t.order(CancelTimer{Timer::poll_slower});
  s.poll_pace = 0;
}

void slow_down(Turn& t) {
  const auto next = static_cast<std::uint8_t>(t.s.poll_pace + 1);
  if (polling(t.s) && next < paces.size()) set_pace(t, next);
}

void hurry_up(Turn& t) {
  if (polling(t.s) && t.s.poll_pace > 0) set_pace(t, 0);
}

}  // namespace earshot
