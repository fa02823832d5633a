// Visits every state that facts can lead to: the tests hold the promises in each, `earshot states` prints
// them.
#pragma once
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>
#include "core/reduce.hpp"

namespace earshot {

// Any fact at any time, whether a browser would send it or not: about the awaited request, an old one, a held
// track and an unknown one. (What browsers really do, in every order, is walked in together.hpp.) All facts
// at once lead to more states than can be visited, so each walk has what is always there (readings, presses,
// timers, tracks that end, plain answers) and some of the following.
struct Facts {
  bool answers = false;  // every error text that engines are known to give, at once and late
  bool devices = false;
  bool page = false;     // hidden, unfocused, frozen, restored, slept
  bool hearing = false;  // mutes, levels, pictures, the sound of the page
  bool output = false;   // whether the page may play, and on what
  bool host = false;     // recovery elements, guard mode, the browser's own buttons, network, chat
  bool far_end = false;  // what the host knows of it, and that the visitor hears nothing
  bool site =
      false;  // the page's own scripts stop and switch tracks; in guard mode, the host's requests fail
  bool memory = false;  // earlier visits
  bool notifications = false;
};
std::vector<Fact> facts_for(const State& state, Facts which);

// From one phase to another: which facts lead there, in words.
using Ways = std::map<std::pair<Phase, Phase>, std::set<std::string>>;

struct Walked {
  std::size_t states = 0;
  std::size_t transitions = 0;
  std::vector<State> visited{};
};

// From `start`, breadth first. `visit` sees every transition. The only bound is the finiteness that
// `canonical` gives.
Walked walk(const State& start, Facts which,
            const std::function<void(const State&, const Fact&, const Next&)>& visit);

// The pages worth walking on: each engine, a frame, a policy, with and without a camera.
struct Start {
  const char* name;
  State state;
  Facts facts;
};
std::vector<Start> starts();

// A fact's kind, as a word and with what distinguishes it: "pressed try_again", "request_failed dismissed".
std::string describe(const Fact& fact);

}  // namespace earshot
