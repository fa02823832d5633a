#include "boundary/problems.hpp"
#include "boundary/nearest.hpp"

namespace earshot {
namespace {

std::string expected_of(Names names, const char* what) {
  if (*what == '\0') return listed(names);
  std::string out{what};
  out += ": see `earshot vocabulary`";
  return out;
}

}  // namespace

std::string pointer(const Place& place) {
  if (!place.around) return {};
  std::string out = pointer(*place.around);
  out += '/';
  if (place.is_entry) append_number(out, static_cast<std::int64_t>(place.entry));
  for (const char c : place.member) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

std::string listed(Names names) {
  std::string out;
  for (const std::string_view name : names) {
    out += out.empty() ? "one of \"" : ", \"";
    out += name;
    out += '"';
  }
  return out;
}

void Problems::add(const Place& place, std::string_view problem, std::string_view expected,
                   std::string_view nearest) {
  list_.open('{').member("path", pointer(place)).member("problem", problem).member("expected", expected);
  if (!nearest.empty()) list_.member("nearest", nearest);
  list_.close('}');
}

void Problems::add(const Place& place, const char* problem, const char* expected) {
  add(place, problem, expected, {});
}

void Problems::unknown_key(const Place& object, std::string_view key, Names known, const char* what) {
  add(member_of(object, key), "unknown option", expected_of(known, what), nearest(key, known));
}

bool Problems::choice(const Place& place, const Value& value, Names names, const char* what) {
  const std::string_view text = value.text();
  if (names.has(text)) return true;
  add(place, value.is(Kind::text) ? "unknown value" : "wrong type", expected_of(names, what),
      nearest(text, names));
  return false;
}

}  // namespace earshot
