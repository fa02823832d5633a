// How the chat travels, what of it is kept, and where to go when nobody answers.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

// `out`: the defaults of all its members, to be replaced.
Json read_chat(Problems& problems, const std::string& path, const Json& value, Json out);

}  // namespace earshot
