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
  JsonText& open(char bracket) { return comma(), letter(bracket); }
  JsonText& close(char bracket) { return letter(bracket); }
  // The next value is this member's.
  JsonText& key(std::string_view name) { return text(name), letter(':'); }

  JsonText& text(std::string_view value);
  JsonText& number(std::int64_t value);
  JsonText& flag(bool value) { return raw(value ? "true" : "false"); }
  // What is JSON already.
  JsonText& raw(std::string_view json);

  JsonText& member(std::string_view name, std::string_view value) { return key(name).text(value); }
  JsonText& member(std::string_view name, const char* value) { return key(name).text(value); }
  JsonText& member(std::string_view name, std::int64_t value) { return key(name).number(value); }
  JsonText& flag(std::string_view name, bool value) { return key(name).flag(value); }
  template <class Enum>
  JsonText& word(std::string_view name, Enum value) {
    return member(name, name_of(value));
  }
  // Names that are not C++ words outside: 'top-left' is top_left in here, and '' is none.
  template <class Enum>
  JsonText& dashed(std::string_view name, Enum value) {
    return key(name).dashed(value == Enum::none ? std::string_view{} : name_of(value));
  }
  JsonText& dashed(std::string_view word);
  template <class List>
  JsonText& words(std::string_view name, const List& values) {
    key(name).open('[');
    for (const auto value : values) text(name_of(value));
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
