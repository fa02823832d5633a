#include "tool/json.hpp"
#include "boundary/value.hpp"

namespace earshot {

Parsed parse_json(std::string_view text) {
  const Document read = read_json(text);
  if (!read.root().is_there()) return {std::nullopt, read.wrong(), read.wrong_at()};
  return {Json::parse(text, nullptr, false)};
}

}  // namespace earshot
