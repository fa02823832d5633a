// JSON written straight to text, from the first letter to the last. It is the same text that nlohmann/json
// would print (tests/fuzz/fuzz_json.cpp).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include "core/values/words.hpp"

namespace earshot {

void append_number(std::string& out, std::int64_t number);

class JsonText {
 public:
  JsonText& open(char bracket);
  JsonText& close(char bracket) { return letter(bracket); }
  // The next value is this member's.
  JsonText& key(std::string_view name) { return text(name), letter(':'); }
  JsonText& key(const char* name);

  JsonText& text(std::string_view value);
  JsonText& number(std::int64_t value);
  JsonText& flag(bool value) { return raw(value ? "true" : "false"); }
  // The n-th name of a list, as `names_of` gives it.
  JsonText& word(const char* names, std::size_t n) { return text(word_at(names, n)); }
  // What is JSON already.
  JsonText& raw(std::string_view json);

  JsonText& member(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonText& member(const char* name, std::string_view value) { return key(name).text(value); }
  JsonText& member(const char* name, const char* value);
  JsonText& member(const char* name, std::int64_t value);
  JsonText& flag(const char* name, bool value);
  JsonText& word(const char* name, const char* names, std::size_t n);
  // Names that are not C++ words outside: 'top-left' is top_left in here, and '' is the first, none.
  JsonText& dashed(const char* names, std::size_t n);

  template <class Enum>
  JsonText& word(const char* name, Enum value) {
    return word(name, names_of(value), static_cast<std::size_t>(value));
  }
  template <class Enum>
  JsonText& dashed(Enum value) {
    static_assert(Enum::none == Enum{});
    return dashed(names_of(value), static_cast<std::size_t>(value));
  }
  template <class List>
  JsonText& words(const char* name, const List& values) {
    key(name).open('[');
    for (const auto value : values) word(names_of(value), static_cast<std::size_t>(value));
    return close(']');
  }

  const std::string& json() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  JsonText& letter(char c) { return out_ += c, *this; }
  // Between two values; what went before tells, as a text never ends with one of these.
  void comma();

  std::string out_{};
};

}  // namespace earshot
