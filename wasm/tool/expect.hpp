// Does an answer hold what a trace expects of it?
#pragma once
#include <optional>
#include <string>
#include "tool/json.hpp"

namespace earshot {

// Nothing when it holds; otherwise the first difference, with its place. Objects match as subsets; each
// listed effect must be among the effects; `"without"` names effects that must not be.
std::optional<std::string> unmet(const Json& expected, const Json& answer);

}  // namespace earshot
