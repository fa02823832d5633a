// What a site says for one cause, or for every other one.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// Addresses of the site's own help, by cause.
Json read_support(Problems& problems, const std::string& path, const Json& value);
// Words for a voice agent, by cause.
Json read_instructions(Problems& problems, const std::string& path, const Json& value);

}  // namespace earshot
