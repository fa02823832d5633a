// What a site says for one cause, or for every other one.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// Addresses of the site's own help, by cause.
bool read_support(JsonText& out, Problems& problems, const Place& place, const Value& value);
// Words for a voice agent, by cause.
bool read_instructions(JsonText& out, Problems& problems, const Place& place, const Value& value);

}  // namespace earshot
