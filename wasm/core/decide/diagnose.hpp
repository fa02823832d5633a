// From what was seen to what is wrong. The whole mapping is one table, read from the top.
#pragma once
#include <span>
#include "core/decide/phrases.hpp"
#include "core/values/verdict.hpp"

namespace earshot {

// One row of the table.
struct Reading {
  When when;
  Cause cause;
  Confidence confidence;
  Few<Cause> alternatives;
  Few<Clue> evidence;
};

std::span<const Reading> readings();
// The same for notifications: there `kind` means nothing.
std::span<const Reading> notifications_readings();

// The best explanations. Where a try made on the advice of one has failed, the next of its alternatives.
Verdicts diagnose(const State& state);

// Of one kind, in the midst of a turn.
Cause cause_of(const State& state, MediaKind kind);
bool in_trouble(const State& state, MediaKind kind);
// As if no try had failed.
Cause first_cause_of(const State& state, MediaKind kind);

}  // namespace earshot
