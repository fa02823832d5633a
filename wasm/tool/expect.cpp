#include "tool/expect.hpp"

namespace earshot {
namespace {

// A subset at every depth. Lists (of steps, of actions) must be equal: their order is what a visitor sees.
std::optional<std::string> difference(const Json& expected, const Json& got, const std::string& path) {
  if (!expected.is_object()) {
    if (expected == got) return std::nullopt;
    return path + ": expected " + expected.dump() + ", got " + got.dump();
  }
  if (!got.is_object()) return path + ": expected an object, got " + got.dump();
  for (const auto& [key, value] : expected.items()) {
    const auto found = got.find(key);
    if (found == got.end()) return path + "/" + key + ": expected " + value.dump() + ", got nothing";
    if (auto wrong = difference(value, *found, path + "/" + key)) return wrong;
  }
  return std::nullopt;
}

std::optional<std::string> missing_effect(const Json& expected, const Json& got) {
  if (!expected.is_array()) return "/effects: expected must be a list";
  for (const Json& effect : expected) {
    bool found = false;
    for (const Json& candidate : got) found = found || !difference(effect, candidate, "");
    if (!found) return "/effects: expected " + effect.dump() + " among " + got.dump();
  }
  return std::nullopt;
}

std::optional<std::string> forbidden_effect(const Json& names, const Json& got) {
  if (!names.is_array()) return "/without: must be a list of effect names";
  for (const Json& name : names)
    for (const Json& effect : got)
      if (effect.value("effect", "") == name)
        return "/effects: expected no " + name.dump() + ", got " + effect.dump();
  return std::nullopt;
}

}  // namespace

std::optional<std::string> unmet(const Json& expected, const Json& answer) {
  const Json none = Json::array();
  const auto found = answer.find("effects");
  const Json& effects = found == answer.end() ? none : *found;
  for (const auto& [key, value] : expected.items()) {
    std::optional<std::string> wrong;
    if (key == "effects") wrong = missing_effect(value, effects);
    else if (key == "without") wrong = forbidden_effect(value, effects);
    else wrong = difference(Json{{key, value}}, answer, "");
    if (wrong) return wrong;
  }
  return std::nullopt;
}

}  // namespace earshot
