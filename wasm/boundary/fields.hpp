// Reads one object's members and remembers the first thing that is wrong with them.
#pragma once
#include <cmath>
#include <optional>
#include <string>
#include "boundary/json_text.hpp"
#include "boundary/value.hpp"

namespace earshot {

class Fields {
 public:
  explicit Fields(const Value& line) : line_(line) {}

  const std::string& problem() const { return problem_; }
  const Value& at(const char* key) const { return line_[key]; }

  // A whole number from `least` to `most`. Without `instead` the member must be there.
  int number(const char* key, int least, int most, std::optional<int> instead = {}) {
    const Value& field = at(key);
    if (!field.is_there()) return missing(key, instead);
    const std::int64_t value = field.whole();
    if (field.is_whole() && value >= least && value <= most) return static_cast<int>(value);
    std::string expected{"must be a whole number from "};
    append_number(expected, least);
    expected += " to ";
    append_number(expected, most);
    return wrong(key, expected, 0);
  }
  bool flag(const char* key, std::optional<bool> instead = {}) {
    const Value& field = at(key);
    if (!field.is_there()) return missing(key, instead);
    return field.is(Kind::boolean) ? field.is_true() : wrong(key, "must be true or false", false);
  }
  std::string_view text(const char* key, std::optional<std::string_view> instead = {}) {
    const Value& field = at(key);
    if (!field.is_there()) return missing(key, instead);
    return field.is(Kind::text) ? field.text() : wrong(key, "must be text", std::string_view{});
  }
  // null is a value of its own: nothing.
  std::optional<double> real_or_null(const char* key) {
    const Value& field = at(key);
    if (!field.is_there()) return wrong(key, "is missing", std::optional<double>{});
    if (field.is(Kind::null)) return std::nullopt;
    if (field.is_number() && std::isfinite(field.number())) return field.number();
    return wrong(key, "must be a number or null", std::optional<double>{});
  }
  template <class Enum>
  Enum word(const char* key, std::optional<Enum> instead = {}) {
    const Value& field = at(key);
    if (!field.is_there()) return missing(key, instead);
    if (!field.is(Kind::text)) return wrong(key, "must be text", Enum{});
    const auto value = find_word<Enum>(field.text());
    if (!value) unknown(key, field.text());
    return value.value_or(Enum{});
  }
  // The name is repeated only where it could be a misspelt one.
  void unknown(const char* key, std::string_view name) {
    std::string what{"holds what"};
    if (name.size() <= 40) (what = "is \"").append(name) += "\", which";
    wrong(key, what += " is not a name this core knows", 0);
  }
  template <class T>
  T wrong(const char* key, std::string_view what, T instead) {
    complain(key, what);
    return instead;
  }

 private:
  template <class T>
  T missing(const char* key, std::optional<T> instead) {
    return instead ? *instead : wrong(key, "is missing", T{});
  }
  void complain(std::string_view key, std::string_view what) {
    if (problem_.empty()) ((problem_ = '"') += key).append("\" ") += what;
  }

  const Value& line_;
  std::string problem_;
};

}  // namespace earshot
