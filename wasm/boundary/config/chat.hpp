// How the chat travels, what of it is kept, and where to go when nobody answers.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// All of its members, by default where the site says nothing, or nothing that will do.
bool read_chat(JsonText& out, Problems& problems, const Place& place, const Value& value);

}  // namespace earshot
