#include "core/decide/decide.hpp"
#include <algorithm>
#include "core/decide/poll.hpp"

namespace earshot {
namespace {

// What a later visit should know. A prompt that is open counts as ignored until it is answered: whoever
// leaves the page tells nobody.
Remember memory_of(const State& s, MediaKind k) {
  const Observations& seen = s.device(k).seen;
  const bool open = s.environment.engine == Engine::chromium && s.asking.prompting && s.asking.kinds.has(k) &&
                    seen.permission != Permission::granted;
  return {k, seen.asked, seen.unanswered.dismissals,
          std::min(seen.unanswered.ignores + (open ? 1 : 0), ignores_before_embargo)};
}

void remember(const State& before, Turn& t) {
  if (!t.s.settings.remember) return;
  for (const MediaKind k : media_kinds)
    if (const Remember now = memory_of(t.s, k); now != memory_of(before, k)) t.order(now);
}

}  // namespace

Turn decide(const State& state, const Fact& fact) {
  Turn turn{state};
  std::visit([&](const auto& what) { on(turn, what); }, fact);
  forget_stale_tries(turn.s);
  keep_polling(turn);
  remember(state, turn);
  return turn;
}

}  // namespace earshot
