// Which buttons a site does not want, and which it wants first.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// {"hide":[…],"order":[…]}, with what is no action, or may not be hidden, left out.
bool read_actions(JsonText& out, Problems& problems, const Place& place, const Value& value);

}  // namespace earshot
