// The larger parts of a configuration, a file each. What is wrong is a problem at its path and left out of the answer, except in
// sentences: markup and unknown placeholders are shown as they are written, so the sentence is kept.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

inline constexpr std::size_t longest_text = 2000;  // one sentence of guidance, generously

// config_texts.cpp
std::string read_language(Problems& problems, const std::string& path, const Json& value);
Json read_texts(Problems& problems, const std::string& path, const Json& value);
std::string read_company(Problems& problems, const std::string& path, const Json& value);
// Words for a voice agent, which may also hold what the visitor reads.
bool is_instruction(Problems& problems, const std::string& path, const Json& value);

// config_by_cause.cpp
Json read_support(Problems& problems, const std::string& path, const Json& value);
Json read_instructions(Problems& problems, const std::string& path, const Json& value);

// config_actions.cpp
Json read_actions(Problems& problems, const std::string& path, const Json& value);

}  // namespace earshot
