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
  constexpr const char* names_of(Enum) { return #__VA_ARGS__; }

namespace earshot {

// The n-th name of a list like "prompt, granted, denied"; empty past its end. (Plain pointers here: in pages
// these few lines are behind every name.)
constexpr std::string_view word_at(const char* list, std::size_t n) {
  for (; n > 0 && *list; ++list)
    if (*list == ',') --n;
  while (*list == ' ' || *list == '\n') ++list;
  const char* end = list;
  while (*end && *end != ',' && *end != ' ' && *end != '\n') ++end;
  return {list, static_cast<std::size_t>(end - list)};
}

inline constexpr std::size_t no_word = static_cast<std::size_t>(-1);

// Which one `name` is; an unknown name is never taken for a known one.
constexpr std::size_t place_of_word(const char* list, std::string_view name) {
  std::size_t n = 0;
  for (std::string_view word = word_at(list, 0); word != name || word.empty(); word = word_at(list, 1), ++n) {
    if (word.empty()) return no_word;
    list = word.data();
  }
  return n;
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

// The value with this name.
template <class Enum>
constexpr std::optional<Enum> find_word(std::string_view name) {
  const std::size_t n = place_of_word(names_of(Enum{}), name);
  return n == no_word ? std::nullopt : std::optional{static_cast<Enum>(n)};
}

}  // namespace earshot
