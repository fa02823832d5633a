// States with numbers: which have been seen, without a word about what they mean.
#pragma once
#include "core/values/state.hpp"
#include "model/indexed_set.hpp"

namespace earshot {

// Equal states have equal hashes, whatever stands in the bytes between their members.
struct StateHash {
  std::uint64_t operator()(const State& state) const;
};
using StateSet = IndexedSet<State, StateHash>;

// What is kept of a state when only the future matters: request numbers by their order, and nothing of what
// has been told. Without `patience`, also nothing of tries that failed: up to ten, for each explanation, they
// multiply the states, and change no more than which explanation is shown.
State canonical(State state, bool patience = false);

}  // namespace earshot
