// nlohmann/json whole, for the tool and the tests; pages get its reader only (boundary/value.hpp).
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace earshot {

using Json = nlohmann::ordered_json;  // members keep their order, so that equal answers are equal text

struct Parsed {
  std::optional<Json> value;
  std::string error{};       // where it stopped, and why; only without a value
  std::size_t error_at = 0;  // bytes from the start, 1 for the first; 0 where no single place is wrong
};

// What the core would not read is no JSON here, either.
Parsed parse_json(std::string_view text);

}  // namespace earshot
