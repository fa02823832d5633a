#include "boundary/config/by_cause.hpp"
#include "boundary/config/address.hpp"
#include "boundary/config/texts.hpp"
#include "core/values/cause.hpp"

namespace earshot {
namespace {

bool is_support(Problems& problems, const Place& place, const Value& value) {
  if (value.is(Kind::text) && value.text().size() <= longest_text && is_address(value.text())) return true;
  problems.add(place, value.is(Kind::text) ? "not an address" : "wrong type", address_expected);
  return false;
}

using Accepts = bool (*)(Problems&, const Place&, const Value&);

bool by_cause(JsonText& out, Problems& problems, const Place& place, const Value& value, Accepts accepts) {
  if (value.is(Kind::text) && !accepts(problems, place, value)) return false;
  if (value.is(Kind::text)) return out.open('{').member("default", value.text()).close('}'), true;
  if (!value.is(Kind::object))
    return problems.add(place, "wrong type", "text, or an object of causes, such as {\"default\":\"…\"}"),
           false;
  // Any but none.
  std::string names{"default"};
  names += std::string_view{names_of(Cause{})}.substr(name_of(Cause::none).size());
  out.open('{');
  for (const Value& text : value) {
    const std::string_view cause = text.name();
    if (!Names{names}.has(cause)) problems.unknown_key(place, cause, names, "\"default\" or a cause");
    else if (accepts(problems, member_of(place, cause), text)) out.member(cause, text.text());
  }
  out.close('}');
  return true;
}

}  // namespace

bool read_support(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  return by_cause(out, problems, place, value, is_support);
}

bool read_instructions(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  return by_cause(out, problems, place, value, is_instruction);
}

}  // namespace earshot
