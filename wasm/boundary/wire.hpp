// Facts from JSON, answers to JSON. What is unknown or malformed is refused with a reason.
#pragma once
#include <string>
#include "boundary/json_text.hpp"
#include "boundary/value.hpp"
#include "core/reduce.hpp"

namespace earshot {

// A page has no reason for a longer line; a hostile one has.
inline constexpr std::size_t longest_line = std::size_t{64} * 1024;

struct ReadFact {
  Fact fact;
  std::string refused{};  // why there is none
};

// `line` is one JSON object with a "fact" member.
ReadFact read_fact(const Value& line);

// `instructions`: the site's words for a voice agent, where a message is told.
void write(JsonText& out, const Effect& effect, std::string_view instructions);
// Open, for what a site adds.
void write_open(JsonText& out, const View& view);
void write(JsonText& out, const Verdict& verdict);

// Every name that may cross, by type, as JSON text: script/words.mjs makes js-glue/words.d.ts of it.
std::string vocabulary();
void write_fact_names(JsonText& out);

}  // namespace earshot
