// The real name that a misspelt one probably meant.
#pragma once
#include <string_view>
#include <vector>
#include "boundary/names.hpp"

namespace earshot {

// The candidate within two edits of `word` (a third of its length for longer ones), the nearest first;
// otherwise "".
std::string_view nearest(std::string_view word, Names candidates);
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace earshot
