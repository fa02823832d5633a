// The behaviour as tables for people.
#pragma once
#include <iosfwd>

namespace earshot {

// Markdown: from each phase, what leads where; how far it is back to a call and to the chat; every row of the
// table of causes.
void print_states(std::ostream& out);

}  // namespace earshot
