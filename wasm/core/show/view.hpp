// What a state looks like: to the visitor, to the host, and to the far end of the call.
#pragma once
#include "core/values/state.hpp"
#include "core/values/verdict.hpp"
#include "core/values/view.hpp"

namespace earshot {

View view(const State& state, const Verdicts& verdicts);
Message message_of(const State& state, const Verdicts& verdicts);

// Parts of the view.
Orb orb_of(const State& state, const Verdicts& verdicts);
Title title_of(const State& state, const Verdicts& verdicts);
Medium medium_of(const State& state, const Verdicts& verdicts, MediaKind kind);
Notice notice_of(const State& state, const Verdicts& verdicts);

// What a card would say of this cause here, as a table of guidance needs it. No state leads to each of them.
View card_for(Cause cause, MediaKind kind, const Environment& environment);

}  // namespace earshot
