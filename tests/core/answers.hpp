// What the core answers, as a value.
#pragma once
#include "boundary/config/config.hpp"
#include "boundary/wire.hpp"
#include "tool/json.hpp"

namespace earshot {

inline Json answer_of(const ReadConfig& read) { return *parse_json(read.answer).value; }
inline Json answer_to(const std::string& config) { return answer_of(read_config(config)); }

inline Json json_of(const Effect& effect) {
  JsonText out;
  write(out, effect, "");
  return *parse_json(out.json()).value;
}

}  // namespace earshot
