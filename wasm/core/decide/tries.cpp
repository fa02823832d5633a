// What a failed request says of the explanation that the visitor followed, and of the kind that was not to
// blame.
#include "core/decide/diagnose.hpp"
#include "core/decide/turn.hpp"

namespace earshot {
namespace {

// WebKit keeps whoever asks waiting where all capture is switched off; the permission reads "granted" then.
bool silently_off(const State& s, MediaKind kind) {
  return s.environment.engine == Engine::webkit && s.device(kind).seen.permission == Permission::granted;
}

// What the refusal means once the permission has been read again, if that says the same as before.
Cause cause_once_read(State s, MediaKind kind) {
  s.device(kind).seen.answer.unread = false;
  return first_cause_of(s, kind);
}

constexpr int most_failed = 9;  // two tries each for a first explanation and its four alternatives

}  // namespace

// A combined request fails as a whole. Once it is known which of the two stood in the way, the other is not
// blamed.
void absolve(State& s) {
  for (const MediaKind k : media_kinds) {
    Observations& seen = s.device(k).seen;
    const Permission of_other = s.device(other(k)).seen.permission;
    if (!seen.answer.combined || seen.permission == Permission::denied) continue;
    const bool not_even_asked = seen.permission == Permission::granted && of_other != Permission::granted;
    if (of_other != Permission::denied && !not_even_asked) continue;
    seen.answer = {};
    if (seen.unanswered.dismissals > 0) --seen.unanswered.dismissals;
  }
}

// A try made on the advice of an explanation, and again the same evidence: so much for that one. What a
// person has just answered says nothing of it, nor does a prompt that nobody was shown.
void count_failed_try(State& s, MediaKind kind) {
  const Answer& answer = s.device(kind).seen.answer;
  const bool says_nothing =
      answer.refusal == Refusal::dismissed || answer.refusal == Refusal::cancelled ||
      (answer.refusal == Refusal::not_allowed && !answer.instant && !silently_off(s, kind));
  Tries& tries = s.device(kind).seen.tries;
  if (tries.told == Cause::none || says_nothing || cause_once_read(s, kind) != tries.told) {
    tries = {};
  } else if (tries.failed < most_failed) {
    ++tries.failed;
  } else {
    tries.failed = 0;
  }
}

// Failed tries speak against one explanation only: with other evidence there is another.
void forget_stale_tries(State& s) {
  for (const MediaKind k : media_kinds) {
    Tries& tries = s.device(k).seen.tries;
    if (s.device(k).seen.answer.unread) continue;  // it may tell more
    if (!s.asking.kinds.has(k) && tries.told != Cause::none && tries.told != first_cause_of(s, k)) tries = {};
  }
}

}  // namespace earshot
