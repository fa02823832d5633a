// An enum and the names its values have outside, written once. `names_of` is the very list in the source, so
// a value cannot lack a name and a name cannot drift from its value.
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// The first argument is the enum, the second makes an object of it whose type picks the list by overload.
#define EARSHOT_WORDS(Enum, ...)                  \
  enum class Enum : std::uint8_t { __VA_ARGS__ }; \
  constexpr std::string_view names_of(Enum) { return #__VA_ARGS__; }

namespace earshot {

// The n-th name of a list like "prompt, granted, denied"; empty past its end.
constexpr std::string_view word_at(std::string_view list, std::size_t n) {
  while (n > 0) {
    const std::size_t comma = list.find(',');
    if (comma == std::string_view::npos) return {};
    list.remove_prefix(comma + 1);
    --n;
  }
  const std::size_t first = list.find_first_not_of(" \n");
  if (first == std::string_view::npos) return {};
  list.remove_prefix(first);
  return list.substr(0, list.find_first_of(", \n"));
}

template <class Enum>
constexpr std::string_view name_of(Enum value) {
  return word_at(names_of(value), static_cast<std::size_t>(value));
}

template <class Enum>
constexpr std::size_t count_of() {
  std::size_t count = 0;
  while (!word_at(names_of(Enum{}), count).empty()) ++count;
  return count;
}

// The value with this name, or nothing: an unknown name is never taken for a known one.
template <class Enum>
constexpr std::optional<Enum> find_word(std::string_view name) {
  for (std::size_t n = 0;; ++n) {
    const std::string_view word = word_at(names_of(Enum{}), n);
    if (word.empty()) return std::nullopt;
    if (word == name) return static_cast<Enum>(n);
  }
}

}  // namespace earshot
