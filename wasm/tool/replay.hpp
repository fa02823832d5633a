// Replays a trace through the core: what a visitor's browser did, again, and whether the answers are as
// expected.
#pragma once
#include <iosfwd>
#include <string>

namespace earshot {

enum class Print { answers, wire };  // wire: each fact as fed, and the answer as pages get it

// Exit codes of `earshot replay`.
inline constexpr int replay_good = 0;
inline constexpr int replay_unmet = 1;
inline constexpr int replay_malformed = 2;

// `trace`: JSON lines (docs/traces.md). Answers go to `out`, what is wrong to `errors`, with `name`, line and
// column.
int replay(const std::string& trace, const std::string& name, Print print, std::ostream& out,
           std::ostream& errors);

}  // namespace earshot
