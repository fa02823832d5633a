#include "core/reduce.hpp"
#include "core/decide/decide.hpp"
#include "core/decide/diagnose.hpp"
#include "core/show/narrate.hpp"

namespace earshot {

Next reduce(const State& state, const Verdicts& verdicts, const Fact& fact) {
  Turn turn = decide(state, fact);
  const Verdicts now = diagnose(turn.s);
  narrate(state, verdicts, turn, now);
  return {turn.s, std::move(turn.effects), now};
}

Next reduce(const State& state, const Fact& fact) { return reduce(state, diagnose(state), fact); }

}  // namespace earshot
