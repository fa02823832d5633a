// The site's own sentences. Markup and unknown placeholders are problems, but shown as they are written, so
// the sentence is kept.
#pragma once
#include "boundary/problems.hpp"

namespace earshot {

bool read_language(JsonText& out, Problems& problems, const Place& place, const Value& value);
bool read_texts(JsonText& out, Problems& problems, const Place& place, const Value& value);
bool read_company(JsonText& out, Problems& problems, const Place& place, const Value& value);
// Words for a voice agent, which may also hold what the visitor reads.
bool is_instruction(Problems& problems, const Place& place, const Value& value);

}  // namespace earshot
