// Reads one object's members and remembers the first thing that is wrong with them. What is not there is
// wrong, except where a member says what stands `instead`.
#pragma once
#include <optional>
#include <string>
#include "boundary/value.hpp"
#include "core/values/words.hpp"

namespace earshot {

class Fields {
 public:
  explicit Fields(const Value& line) : line_(line) {}

  const std::string& problem() const { return problem_; }
  const Value& at(const char* key) const { return line_[key]; }
  bool has(const char* key) const { return at(key).is_there(); }

  // A whole number from `least` to `most`.
  int number(const char* key, int least, int most);
  int number(const char* key, int least, int most, int instead);
  bool flag(const char* key);
  bool flag(const char* key, bool instead);
  // In the document.
  std::string_view text(const char* key);
  std::string_view text_or_none(const char* key);
  // null is a value of its own: nothing.
  std::optional<double> real_or_null(const char* key);
  template <class Enum>
  Enum word(const char* key) {
    return static_cast<Enum>(place_of(key, names_of(Enum{})));
  }
  template <class Enum>
  Enum word(const char* key, Enum instead) {
    return has(key) ? word<Enum>(key) : instead;
  }

  void unknown(const char* key, std::string_view name);
  void wrong(const char* key, std::string_view what);

 private:
  void unfit(const char* key, std::string_view what);
  // Of the named one in the list, the first where none is.
  std::size_t place_of(const char* key, const char* names);

  const Value& line_;
  std::string problem_{};
};

}  // namespace earshot
