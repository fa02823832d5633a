// States with numbers: which have been seen, without a word about what they mean.
#pragma once
#include <cstdint>
#include <utility>
#include <vector>
#include "core/state.hpp"

namespace earshot {

class StateSet {
 public:
  // The state's number, and whether it is new. Numbers count from 0.
  std::pair<std::uint32_t, bool> insert(const State& state);

  const State& operator[](std::uint32_t n) const { return states_[n]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(states_.size()); }

 private:
  void grow();

  std::vector<State> states_{};
  std::vector<std::uint32_t> hashes_{};
  std::vector<std::uint32_t> slots_ = std::vector<std::uint32_t>(1024);  // number + 1; 0: free
};

// Equal states have equal hashes, whatever stands in the bytes between their members.
std::uint64_t hash_of(const State& state);

// What is kept of a state when only the future matters: request numbers by their order, and nothing of what has been told.
// Without `patience`, also nothing of tries that failed: up to ten, for each explanation, they multiply the states, and
// change no more than which explanation is shown.
State canonical(State state, bool patience = false);

}  // namespace earshot
