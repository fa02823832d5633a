#include "boundary/config/by_cause.hpp"
#include "boundary/config/address.hpp"
#include "boundary/config/texts.hpp"
#include "core/values/cause.hpp"

namespace earshot {
namespace {

bool is_support(Problems& problems, const std::string& path, const Json& value) {
  const std::string* text = value.get_ptr<const std::string*>();
  if (text && text->size() <= longest_text && is_address(*text)) return true;
  problems.add(path, text ? "not an address" : "wrong type", address_expected);
  return false;
}

using Accepts = bool (*)(Problems&, const std::string&, const Json&);

Json by_cause(Problems& problems, const std::string& path, const Json& value, Accepts accepts) {
  Json out = Json::object();
  if (value.is_string() && accepts(problems, path, value)) out["default"] = value;
  if (value.is_string()) return out;
  if (!value.is_object())
    return problems.add(path, "wrong type", "text, or an object of causes, such as {\"default\":\"…\"}"), out;
  // Any but none.
  static const std::string list =
      "default" + std::string{names_of(Cause{}).substr(name_of(Cause::none).size())};
  const Names names{list};
  for (const auto& [cause, text] : members_of(value)) {
    if (!names.has(cause)) problems.unknown_key(path, cause, names, "\"default\" or a cause");
    else if (accepts(problems, path + "/" + cause, text)) out[cause] = text;
  }
  return out;
}

}  // namespace

Json read_support(Problems& problems, const std::string& path, const Json& value) {
  return by_cause(problems, path, value, is_support);
}

Json read_instructions(Problems& problems, const std::string& path, const Json& value) {
  return by_cause(problems, path, value, is_instruction);
}

}  // namespace earshot
