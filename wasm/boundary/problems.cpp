#include "boundary/problems.hpp"
#include "boundary/nearest.hpp"

namespace earshot {
namespace {

std::string expected_of(Names names, std::string_view what) {
  return what.empty() ? listed(names) : std::string{what} + ": see `earshot vocabulary`";
}

}  // namespace

std::string pointer_part(std::string_view key) {
  std::string out;
  for (const char c : key) {
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

void Problems::add(const std::string& path, std::string_view problem, std::string_view expected,
                   std::optional<std::string_view> nearest) {
  Json entry = Json::object();
  entry["path"] = path;
  entry["problem"] = problem;
  entry["expected"] = expected;
  if (nearest) entry["nearest"] = *nearest;
  list.push_back(std::move(entry));
}

void Problems::unknown_key(const std::string& path, std::string_view key, Names known,
                           std::string_view what) {
  add(path + "/" + pointer_part(key), "unknown option", expected_of(known, what), nearest(key, known));
}

std::string Problems::choice(const std::string& path, const Json& value, Names names,
                             std::string_view instead, std::string_view what) {
  const std::string* text = value.get_ptr<const std::string*>();
  if (text && names.has(*text)) return *text;
  add(path, text ? "unknown value" : "wrong type", expected_of(names, what),
      text ? nearest(*text, names) : std::nullopt);
  return std::string{instead};
}

}  // namespace earshot
