// The site's own sentences. Markup and unknown placeholders are problems, but shown as they are written, so
// the sentence is kept.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

std::string read_language(Problems& problems, const std::string& path, const Json& value);
Json read_texts(Problems& problems, const std::string& path, const Json& value);
std::string read_company(Problems& problems, const std::string& path, const Json& value);
// Words for a voice agent, which may also hold what the visitor reads.
bool is_instruction(Problems& problems, const std::string& path, const Json& value);

}  // namespace earshot
