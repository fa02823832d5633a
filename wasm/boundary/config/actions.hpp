// Which buttons a site does not want, and which it wants first.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// {"hide":[…],"order":[…]}, with what is no action, or may not be hidden, left out.
Json read_actions(Problems& problems, const std::string& path, const Json& value);

}  // namespace earshot
