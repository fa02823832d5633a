#include "boundary/config/address.hpp"
#include <algorithm>

namespace earshot {

bool is_address(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) <= ' ' || c == '\\' || c == '\x7f') return false;
  if (text.starts_with('/')) return !text.starts_with("//");
  for (const std::string_view scheme : {"https://", "http://", "mailto:", "tel:"}) {
    const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; };
    if (text.size() > scheme.size() &&
        std::equal(scheme.begin(), scheme.end(), text.begin(), [&](char a, char b) { return same(b, a); }))
      return true;
  }
  return false;
}

}  // namespace earshot
