#include "boundary/custom.hpp"
#include <algorithm>

namespace earshot {
namespace {

bool has(const std::vector<Action>& actions, Action action) {
  return std::find(actions.begin(), actions.end(), action) != actions.end();
}

std::vector<Action> actions_in(const Json& names) {
  std::vector<Action> out;
  for (const Json& name : names)
    if (const auto action = find_word<Action>(text_of(name))) out.push_back(*action);
  return out;
}

// The orb is no button of the row: where the core puts it first, it stays.
void arrange(View& shown, const Custom& custom) {
  if (custom.hide.empty() && custom.order.empty()) return;
  std::vector<Action> arranged;
  const auto take = [&](Action action) {
    if (has(shown.actions, action) && !has(arranged, action) && !has(custom.hide, action))
      arranged.push_back(action);
  };
  if (!shown.actions.empty() && shown.actions[0] == Action::orb) take(Action::orb);
  for (const Action action : custom.order) take(action);
  for (const Action action : shown.actions) take(action);
  shown.actions = std::move(arranged);
  // What belongs to a button goes with it.
  if (has(custom.hide, Action::recover)) shown.recovery = Recovery::none;
  if (has(custom.hide, Action::open_settings)) shown.link = {};
}

const std::string* said_for(const Json& by_cause, std::string_view name) {
  const auto found = by_cause.find(name);
  return found == by_cause.end() ? nullptr : found->get_ptr<const std::string*>();
}

}  // namespace

bool can_be_hidden(Action action) {
  return action != Action::open_chat && action != Action::orb && action != Action::try_again &&
         action != Action::end && action != Action::unmute && action != Action::dismiss;
}

Custom custom_of(const Json& config) {
  const Json& actions = config["actions"];
  return {actions_in(actions["hide"]), actions_in(actions["order"]), config["support"],
          config["instructions"]};
}

Shown shown_with(const Custom& custom, const State& state, const Verdicts& verdicts) {
  Shown shown{view(state, verdicts), {}};
  arrange(shown.view, custom);
  if (!shown.view.kind || custom.support.empty()) return shown;
  const std::string* address = said_for(custom.support, name_of(verdicts.of(*shown.view.kind).cause));
  if (!address) address = said_for(custom.support, "default");
  if (address) shown.support = *address;
  return shown;
}

// Before a press, after the end and in the chat nobody is spoken to. What costs neither sound nor picture (a
// low level, another default microphone) is worth words only where the site has named it.
std::string instructions_for(const Custom& custom, const Message& told) {
  const bool spoken_to = told.state != Orb::starting && told.state != Orb::idle &&
                         told.state != Orb::chatting && told.state != Orb::ended;
  if (!spoken_to || custom.instructions.empty()) return {};
  const auto words = [&](Cause cause, bool works) -> const std::string* {
    if (cause == Cause::none) return nullptr;
    const std::string* said = said_for(custom.instructions, name_of(cause));
    return said || works ? said : said_for(custom.instructions, "default");
  };
  const std::string* said = words(told.microphone_cause, told.heard);
  if (!said) said = words(told.camera_cause, told.seen);
  return said ? *said : std::string{};
}

}  // namespace earshot
