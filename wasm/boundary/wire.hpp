// Facts from JSON, answers to JSON. What is unknown or malformed is refused with a reason.
#pragma once
#include <string>
#include <variant>
#include "boundary/json.hpp"
#include "core/reduce.hpp"

namespace earshot {

// A page has no reason for a longer line; a hostile one has.
inline constexpr std::size_t longest_line = std::size_t{64} * 1024;

struct Refused {
  std::string reason;
};

// `line` is one JSON object with a "fact" member.
std::variant<Fact, Refused> read_fact(const Json& line);
// The names of all facts, as a list.
Json fact_names();

Json to_json(const Effect& effect);
Json to_json(const View& view);
Json to_json(const Verdict& verdict);

// Every name that may cross, by type, as JSON text: script/words.mjs makes js-glue/words.d.ts of it.
std::string vocabulary();

}  // namespace earshot
