// nlohmann/json without exceptions: text becomes a value, or a position at which it stops being JSON.
#pragma once
#include <array>
#include <cstddef>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include "core/values/words.hpp"

namespace earshot {

using Json = nlohmann::ordered_json;  // members keep their order, so that equal answers are equal text

// Nothing that we read is nested deeper than four levels; what is, is hostile.
inline constexpr std::size_t deepest_json = 16;

struct Parsed {
  std::optional<Json> value;
  std::string error{};       // where it stopped, and why; only without a value
  std::size_t error_at = 0;  // bytes from the start, 1 for the first; 0 where no single place is wrong
};

Parsed parse_json(std::string_view text);

// Of a value that is an object: its members by name, in their order. `items()` is larger, as it numbers
// arrays too.
inline const Json::object_t& members_of(const Json& value) { return *value.get_ptr<const Json::object_t*>(); }
// Of a value that is text.
inline const std::string& text_of(const Json& value) { return *value.get_ptr<const std::string*>(); }

// Names that are not C++ words outside: 'top-left' is top_left in here, and '' is none.
template <class Enum>
std::string dashed_name(Enum value) {
  if (value == Enum::none) return {};
  std::string name{name_of(value)};
  for (char& c : name)
    if (c == '_') c = '-';
  return name;
}

}  // namespace earshot
