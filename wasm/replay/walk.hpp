// Visits every state that facts can lead to: the tests hold the promises in each, `earshot states` prints them.
#pragma once
#include <functional>
#include <vector>
#include "core/reduce.hpp"

namespace earshot {

// What the walk keeps of a state: request and track numbers matter only as equal or not, and counters run to small limits.
State canonical(State state);

// Every kind of fact that could come in `state`: about the awaited request, an old one, a held track and an unknown one;
// every error text that engines are known to give.
//
// `paired`: with a microphone and a camera the states multiply beyond what can be visited. There, only facts that make the
// two meet are given: permissions, presses, answers of three kinds, ends, visibility.
// `dismissing`: the same for prompts that are closed again and again.
enum class Breadth { full, paired, dismissing };
std::vector<Fact> facts_for(const State& state, Breadth breadth);


struct Walked {
  std::size_t states = 0;
  std::size_t transitions = 0;
  std::vector<State> visited{};
};

// From `start`, breadth first. `visit` sees every transition. The only bound is the finiteness that `canonical` gives.
Walked walk(const State& start, Breadth breadth, const std::function<void(const State&, const Fact&, const Next&)>& visit);

// The pages worth walking on: each engine, a frame, a policy, with and without a camera.
struct Start {
  const char* name;
  State state;
  Breadth breadth;
};
std::vector<Start> starts();

// A fact's kind, as a word and with what distinguishes it: "pressed try_again", "request_failed dismissed".
std::string describe(const Fact& fact);

}  // namespace earshot
