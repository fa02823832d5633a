#include "boundary/config/actions.hpp"
#include "boundary/custom.hpp"

namespace earshot {
namespace {

Actions read_list(Problems& problems, const Place& place, const Value& list, bool hides) {
  Actions kept;
  if (!list.is(Kind::list)) return problems.add(place, "wrong type", "a list of actions"), kept;
  std::size_t at = 0;
  for (const Value& entry : list) {
    const Place here = entry_of(place, at++);
    if (!problems.choice(here, entry, names_of(Action{}), "an action")) continue;
    const Action action = *find_word<Action>(entry.text());
    if (hides && !can_be_hidden(action))
      problems.add(here, "cannot be hidden: it may be the only way on", "another action");
    else if (!kept.has(action)) kept.push_back(action);
  }
  return kept;
}

}  // namespace

bool read_actions(JsonText& out, Problems& problems, const Place& place, const Value& value) {
  if (!value.is(Kind::object))
    return problems.add(place, "wrong type", "an object with \"hide\" and \"order\""), false;
  Actions hide, order;
  for (const Value& list : value) {
    const bool hides = list.name() == "hide";
    if (!hides && list.name() != "order") problems.unknown_key(place, list.name(), "hide, order");
    else (hides ? hide : order) = read_list(problems, member_of(place, list.name()), list, hides);
  }
  out.open('{').words("hide", hide).words("order", order).close('}');
  return true;
}

}  // namespace earshot
