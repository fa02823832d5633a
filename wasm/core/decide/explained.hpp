// Whose trouble is being explained now, and what can be pressed about it.
#pragma once
#include <optional>
#include <string_view>
#include "core/values/state.hpp"
#include "core/values/verdict.hpp"
#include "core/values/view.hpp"

namespace earshot {

// The one media kind whose trouble is being explained, if any.
std::optional<MediaKind> explained(const State& state, const Verdicts& verdicts);
// What its explanation mends: after two dismissals only the settings lead on, as after a block.
Cause cause_to_mend(const State& state, const Verdicts& verdicts, MediaKind kind);

// The recovery element that helps now, and what it asks for.
Recovery recovery_of(const State& state, const Verdicts& verdicts);
Recovery recovery_for(const State& state, const Verdicts& verdicts, MediaKind kind, Cause cause);
Kinds kinds_of(Recovery element);

// What leads from here into the settings of the system and of the browser; "" where nothing does.
std::string_view link_of(const State& state, const Verdicts& verdicts);
std::string_view address_of(const State& state, const Verdicts& verdicts);

// Can the browser's crossed-out icon be brought back, without a question?
bool can_be_shown(const State& state, MediaKind kind, Cause cause);

// After the browser's own question the system may ask, too: macOS and Android, once for each browser.
bool system_may_ask(const Environment& environment);

// The visitor's third dismissal would make Chromium block the site for a week: stop asking before it.
bool asking_is_over(const State& state, MediaKind kind);

// Muted when the microphone was lost, and it may be had again: nothing is wrong any more.
bool ready_but_muted(const State& state);

// A call whose microphone is held and muted, by somebody else, for longer than a blip: it is not live to the
// eye.
bool held_up(const State& state, const Verdicts& verdicts);

// In a call, nothing worse is to be said than what the visitor does not hear; and whether the words are about
// that.
bool hearing_may_be_explained(const State& state, const Verdicts& verdicts);
bool hearing_is_explained(const State& state, const Verdicts& verdicts);
// As good as silent, and said softly: nothing is held up by it.
bool hardly_heard(const Verdicts& verdicts);
// Held, and no sound comes of it. A mere guess is told to the host, and blames nobody's microphone on the
// screen.
bool cannot_be_heard(const Verdicts& verdicts);

// Will the browser ask? WebKit asks again after a denial when the request comes from a press.
bool expects_prompt(const State& s, Kinds kinds);
// A request without an answer for so long, and nothing to ask by now: a new press makes a new one.
bool may_be_abandoned(const State& s);

}  // namespace earshot
