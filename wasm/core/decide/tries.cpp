// What a failed request says of the explanation that the visitor followed, and of the kind that was not to blame.
#include "core/decide/diagnose.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

constexpr int most_failed = 9;  // two tries each for a first explanation and its four alternatives

}  // namespace

// A combined request fails as a whole. Once it is known which of the two stood in the way, the other is not blamed.
void absolve(State& s) {
  for (const MediaKind k : media_kinds) {
    Observations& seen = s.device(k).seen;
    const Permission other = s.device(k == mic ? cam : mic).seen.permission;
    if (!seen.answer.combined || seen.permission == Permission::denied) continue;
    const bool not_even_asked = seen.permission == Permission::granted && other != Permission::granted;
    if (other != Permission::denied && !not_even_asked) continue;
    seen.answer = {};
    if (seen.unanswered.dismissals > 0) --seen.unanswered.dismissals;
  }
}

// A try made on the advice of an explanation, and again the same evidence: so much for that one. What a person has just
// answered says nothing of it.
void count_failed_try(State& s, MediaKind kind) {
  Observations& seen = s.device(kind).seen;
  const bool answered_by_a_person = seen.answer.refusal == Refusal::dismissed ||
                                    (seen.answer.refusal == Refusal::not_allowed && !seen.answer.instant && s.environment.engine != Engine::webkit);
  if (seen.tries.told == Cause::none || answered_by_a_person || first_cause_of(s, kind) != seen.tries.told) {
    seen.tries.told = Cause::none;
  } else if (seen.tries.failed < most_failed) {
    ++seen.tries.failed;
  } else {
    seen.tries.failed = 0;
  }
}

// Failed tries speak against one explanation only: with other evidence there is another.
void forget_stale_tries(State& s) {
  for (const MediaKind k : media_kinds) {
    Observations& seen = s.device(k).seen;
    if (!s.asking.kinds.has(k) && seen.tries.told != Cause::none && seen.tries.told != first_cause_of(s, k)) seen.tries.told = Cause::none;
    if (seen.tries.told == Cause::none) seen.tries.failed = 0;
  }
}

}  // namespace earshot
