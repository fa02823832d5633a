// The behaviour as tables for people.
#pragma once
#include <iosfwd>

namespace earshot {

// Markdown: from each phase, what leads where; then every row of the table of causes.
void print_states(std::ostream& out);

}  // namespace earshot
