#include "boundary/fields.hpp"
#include <cmath>
#include "boundary/json_text.hpp"

namespace earshot {

// The first problem is the one that is told.
void Fields::wrong(const char* key, std::string_view what) {
  if (!problem_.empty()) return;
  problem_ = '"';
  problem_ += key;
  problem_ += "\" ";
  problem_ += what;
}
void Fields::unfit(const char* key, std::string_view what) { wrong(key, has(key) ? what : "is missing"); }

int Fields::number(const char* key, int least, int most) {
  const Value& field = at(key);
  const std::int64_t value = field.whole();
  if (field.is_whole() && value >= least && value <= most) return static_cast<int>(value);
  std::string expected = "must be a whole number from ";
  append_number(expected, least);
  expected += " to ";
  append_number(expected, most);
  unfit(key, expected);
  return 0;
}
int Fields::number(const char* key, int least, int most, int instead) {
  return has(key) ? number(key, least, most) : instead;
}

bool Fields::flag(const char* key) {
  const Value& field = at(key);
  if (!field.is(Kind::boolean)) unfit(key, "must be true or false");
  return field.is_true();
}
bool Fields::flag(const char* key, bool instead) { return has(key) ? flag(key) : instead; }

std::string_view Fields::text(const char* key) {
  const Value& field = at(key);
  if (!field.is(Kind::text)) unfit(key, "must be text");
  return field.text();
}
std::string_view Fields::text_or_none(const char* key) { return has(key) ? text(key) : std::string_view{}; }

std::optional<double> Fields::real_or_null(const char* key) {
  const Value& field = at(key);
  if (field.is(Kind::null)) return std::nullopt;
  if (field.is_number() && std::isfinite(field.number())) return field.number();
  unfit(key, "must be a number or null");
  return std::nullopt;
}

std::size_t Fields::place_of(const char* key, const char* names) {
  if (!at(key).is(Kind::text)) return unfit(key, "must be text"), 0;
  const std::size_t place = place_of_word(names, at(key).text());
  if (place != no_word) return place;
  unknown(key, at(key).text());
  return 0;
}

// The name is repeated only where it could be a misspelt one.
void Fields::unknown(const char* key, std::string_view name) {
  std::string what = "holds what";
  if (name.size() <= 40) {
    what = "is \"";
    what += name;
    what += "\", which";
  }
  what += " is not a name this core knows";
  wrong(key, what);
}

}  // namespace earshot
