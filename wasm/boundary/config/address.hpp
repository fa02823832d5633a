// Where a link may lead, and how long a text may be.
#pragma once
#include <cstddef>
#include <string_view>

namespace earshot {

inline constexpr std::size_t longest_text = 2000;  // bytes: one sentence of guidance, generously

// No script, no page of another origin by a missing scheme. Browsers skip control characters and take a
// backslash for a slash, so neither may be there.
bool is_address(std::string_view text);
inline constexpr const char* address_expected =
    "an address with https:, http:, mailto: or tel:, or a path that begins with one \"/\"";

}  // namespace earshot
