#include "boundary/config/actions.hpp"
#include <algorithm>
#include "boundary/custom.hpp"

namespace earshot {

Json read_actions(Problems& problems, const std::string& path, const Json& value) {
  Json out = Json::object();
  out["hide"] = Json::array();
  out["order"] = Json::array();
  if (!value.is_object())
    return problems.add(path, "wrong type", "an object with \"hide\" and \"order\""), out;
  for (const auto& [key, list] : members_of(value)) {
    const std::string here = path + "/" + pointer_part(key);
    if (!out.contains(key)) problems.unknown_key(path, key, "hide, order");
    else if (!list.is_array()) problems.add(here, "wrong type", "a list of actions");
    else {
      std::size_t at = 0;
      for (const Json& entry : list) {
        const std::string place = here + "/" + std::to_string(at++);
        const std::string name = problems.choice(place, entry, names_of(Action{}), "", "an action");
        const auto action = find_word<Action>(name);
        if (!action) continue;
        if (key == "hide" && !can_be_hidden(*action))
          problems.add(place, "cannot be hidden: it may be the only way on", "another action");
        else if (std::none_of(out[key].begin(), out[key].end(),
                              [&](const Json& kept) { return text_of(kept) == name; }))
          out[key].push_back(name);
      }
    }
  }
  return out;
}

}  // namespace earshot
