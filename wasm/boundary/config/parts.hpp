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

// config_chat.cpp
Json read_chat(Problems& problems, const std::string& path, const Json& value, Json instead);

// config_by_cause.cpp
// Where a link may lead: no script, no page of another origin by a missing scheme. Browsers skip control characters and take a
// backslash for a slash, so neither may be there.
bool is_address(std::string_view text);
inline constexpr std::string_view address_expected = "an address with https:, http:, mailto: or tel:, or a path that begins with one \"/\"";
Json read_support(Problems& problems, const std::string& path, const Json& value);
Json read_instructions(Problems& problems, const std::string& path, const Json& value);

// config_actions.cpp
Json read_actions(Problems& problems, const std::string& path, const Json& value);

}  // namespace earshot
