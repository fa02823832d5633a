// The site's JSON becomes settings. Each problem names its place, what was expected and, for a misspelt name,
// the nearest real one; the default stays, and everything else is kept.
#pragma once
#include <string>
#include "boundary/custom.hpp"
#include "core/values/state.hpp"

namespace earshot {

inline constexpr std::size_t longest_config = std::size_t{512} * 1024;

struct ReadConfig {
  Settings settings;
  Custom custom;
  // {"config":{the whole configuration with defaults},"problems":[{"path","problem","expected","nearest"?}]}
  // `path` is a JSON Pointer (RFC 6901).
  std::string answer;
};

ReadConfig read_config(const std::string& text);

}  // namespace earshot
