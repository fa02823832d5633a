// Where no event would tell that the way is clear, it has to be looked for: WebKit never fires a change of a
// permission, Firefox none in a frame of another site, and Chromium and WebKit tell of no device before its
// kind was allowed. Never when healthy, never out of sight, and less and less often while nothing happens.
#include "core/decide/poll.hpp"
#include <array>
#include "core/decide/diagnose.hpp"

namespace earshot {
namespace {

struct Pace {
  int poll_ms;
  int lasts_ms;  // then the next; 0: for ever
};
constexpr std::array<Pace, 4> paces{{{poll_soon_ms, poll_soon_for_ms},
                                     {poll_later_ms, poll_later_for_ms},
                                     {poll_seldom_ms, poll_seldom_for_ms},
                                     {poll_rarely_ms, 0}}};

bool nothing_is_announced(const State& s, MediaKind k) {
  const Environment& e = s.environment;
  const Observations& seen = s.device(k).seen;
  const bool missing = seen.answer.refusal == Refusal::not_found || seen.devices == Devices::absent;
  if (missing && seen.permission != Permission::granted && e.engine != Engine::gecko) return true;
  if (!e.permissions_api) return false;
  return e.engine == Engine::webkit || e.engine == Engine::other ||
         (e.engine == Engine::gecko && !e.top_level);
}

bool needs_poll(const State& s, MediaKind k) {
  if (!s.page.visible || !nothing_is_announced(s, k)) return false;
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

bool polling(const State& s) { return s.polling.kinds.any(); }

void set_pace(Turn& t, std::uint8_t pace) {
  State& s = t.s;
  s.polling.pace = pace;
  for (const MediaKind k : media_kinds)
    if (s.polling.kinds.has(k)) t.order(WatchPermission{capability_of(k), paces[pace].poll_ms});
  if (paces[pace].lasts_ms > 0) t.order(SetTimer{Timer::poll_slower, paces[pace].lasts_ms});
}

}  // namespace

void keep_polling(Turn& t) {
  State& s = t.s;
  const Polling before = s.polling;
  s.polling.kinds = {needs_poll(s, mic), needs_poll(s, cam)};
  for (const MediaKind k : media_kinds) {
    const bool poll = s.polling.kinds.has(k);
    if (poll != before.kinds.has(k))
      t.order(WatchPermission{capability_of(k), poll ? paces[before.pace].poll_ms : 0});
  }
  if (polling(s) == before.kinds.any()) return;
  if (polling(s)) t.order(SetTimer{Timer::poll_slower, paces[0].lasts_ms});
  else t.order(CancelTimer{Timer::poll_slower});
  s.polling.pace = 0;
}

void slow_down(Turn& t) {
  const auto next = static_cast<std::uint8_t>(t.s.polling.pace + 1);
  if (polling(t.s) && next < paces.size()) set_pace(t, next);
}

void hurry_up(Turn& t) {
  if (polling(t.s) && t.s.polling.pace > 0) set_pace(t, 0);
}

}  // namespace earshot
