// One fact being worked on: the state as it becomes, and the orders as they are given. Only reduce and its parts use it.
#pragma once
#include <utility>
#include "core/effect.hpp"
#include "core/state.hpp"

namespace earshot {

// How long a prompt may stay open before the visitor is helped to find it.
inline constexpr int prompt_ignored_ms = 15'000;

struct Turn {
  State s;
  Effects effects{};

  void order(Effect effect) { effects.push_back(std::move(effect)); }
};

// press.cpp
void press(Turn& t, Action action);

// session.cpp: opening, losing and closing media.
void ask(Turn& t, bool camera_too = false);  // a visitor's press: whatever it takes to be live
void pursue(Turn& t);                        // without a press: only what cannot prompt
void place(Turn& t);                         // where the session stands now that nothing is in flight
void settle(Turn& t, Kinds arrived, Request request);
void open(Turn& t, Kinds kinds);
void answered(Turn& t);                      // the request in flight has its answer
void lose(Turn& t, Capability kind, Loss loss);
void close_kinds(Turn& t, Kinds kinds);
void leave_call(Turn& t, Phase to);
bool in_trouble(const State& s, Capability kind);

// narrate.cpp: tells host, console and screen reader what has changed since `before`.
void narrate(const State& before, Turn& t);

}  // namespace earshot
