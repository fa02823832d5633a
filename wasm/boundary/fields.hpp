// Reads one object's members and remembers the first thing that is wrong with them.
#pragma once
#include <cmath>
#include <string>
#include "boundary/json.hpp"

namespace earshot {

class Fields {
 public:
  explicit Fields(const Json& line) : line_(line) {}

  const std::string& problem() const { return problem_; }

  // A whole number from `least` to `most`. Without `instead` the member must be there.
  int number(const char* key, int least, int most, std::optional<int> instead = {}) {
    const Json* field = at(key);
    if (!field) return missing(key, instead);
    if (field->is_number_integer()) {
      const auto value = field->get<std::int64_t>();
      const bool huge =
          field->is_number_unsigned() && field->get<std::uint64_t>() > static_cast<std::uint64_t>(most);
      if (!huge && value >= least && value <= most) return static_cast<int>(value);
    }
    return wrong(key, "must be a whole number from " + std::to_string(least) + " to " + std::to_string(most),
                 0);
  }
  bool flag(const char* key, std::optional<bool> instead = {}) {
    const Json* field = at(key);
    if (!field) return missing(key, instead);
    return field->is_boolean() ? field->get<bool>() : wrong(key, "must be true or false", false);
  }
  std::string text(const char* key, std::optional<std::string> instead = {}) {
    const Json* field = at(key);
    if (!field) return missing(key, std::move(instead));
    return field->is_string() ? *field->get_ptr<const std::string*>()
                              : wrong(key, "must be text", std::string{});
  }
  // null is a value of its own: nothing.
  std::optional<double> real_or_null(const char* key) {
    const Json* field = at(key);
    if (!field) return wrong(key, "is missing", std::optional<double>{});
    if (field->is_null()) return std::nullopt;
    if (field->is_number() && std::isfinite(field->get<double>())) return field->get<double>();
    return wrong(key, "must be a number or null", std::optional<double>{});
  }
  template <class Enum>
  Enum word(const char* key, std::optional<Enum> instead = {}) {
    const Json* field = at(key);
    if (!field) return missing(key, instead);
    if (!field->is_string()) return wrong(key, "must be text", Enum{});
    const std::string& name = *field->get_ptr<const std::string*>();
    const auto value = find_word<Enum>(name);
    return value ? *value : unknown(key, name, Enum{});
  }
  // The name is repeated only where it could be a misspelt one.
  template <class T>
  T unknown(const char* key, const std::string& name, T instead) {
    return wrong(key,
                 (name.size() <= 40 ? "is \"" + name + "\", which" : std::string{"holds what"}) +
                     " is not a name this core knows",
                 instead);
  }
  const Json* at(const char* key) const {
    const auto found = line_.find(key);
    return found == line_.end() ? nullptr : &*found;
  }
  template <class T>
  T wrong(const char* key, const std::string& what, T instead) {
    if (problem_.empty()) problem_ = std::string{"\""} + key + "\" " + what;
    return instead;
  }

 private:
  template <class T>
  T missing(const char* key, std::optional<T> instead) {
    return instead ? std::move(*instead) : wrong(key, "is missing", T{});
  }

  const Json& line_;
  std::string problem_;
};

}  // namespace earshot
