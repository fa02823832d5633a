#include "boundary/custom.hpp"

namespace earshot {
namespace {

Actions actions_in(const Value& names) {
  Actions out;
  for (const Value& name : names)
    if (const auto action = find_word<Action>(name.text())) out.push_back(*action);
  return out;
}

// The orb is no button of the row: where the core puts it first, it stays.
void arrange(View& shown, const Custom& custom) {
  if (custom.hide.empty() && custom.order.empty()) return;
  Actions arranged;
  const auto take = [&](Action action) {
    if (shown.actions.has(action) && !arranged.has(action) && !custom.hide.has(action))
      arranged.push_back(action);
  };
  if (!shown.actions.empty() && shown.actions[0] == Action::orb) take(Action::orb);
  for (const Action action : custom.order) take(action);
  for (const Action action : shown.actions) take(action);
  shown.actions = arranged;
  // What belongs to a button goes with it.
  if (custom.hide.has(Action::recover)) shown.recovery = Recovery::none;
  if (custom.hide.has(Action::open_settings)) shown.link = {};
  if (custom.hide.has(Action::open_chat)) shown.steps.remove(Step::write_meanwhile);
}

// Not there where the site says nothing.
const Value& said_for(const Document& by_cause, Cause cause) { return by_cause.root()[name_of(cause)]; }
const Value& said_by_default(const Document& by_cause) { return by_cause.root()["default"]; }

}  // namespace

bool can_be_hidden(Action action) {
  return action != Action::open_chat && action != Action::orb && action != Action::try_again &&
         action != Action::end && action != Action::unmute && action != Action::dismiss;
}

Custom custom_of(std::string_view actions, std::string_view support, std::string_view instructions,
                 std::string_view chat) {
  const Document read = read_json(actions), written = read_json(chat);
  Custom custom{actions_in(read.root()["hide"]), actions_in(read.root()["order"]), read_json(support),
                read_json(instructions)};
  const Value& way = written.root();
  if (way["transport"].text() == "none" && way["links"].size() == 0) custom.hide.push_back(Action::open_chat);
  return custom;
}

Shown shown_with(const Custom& custom, const State& state, const Verdicts& verdicts) {
  Shown shown{view(state, verdicts), {}};
  arrange(shown.view, custom);
  if (shown.view.kind) {
    const Value& address = said_for(custom.support, verdicts.of(*shown.view.kind).cause);
    shown.support = (address.is_there() ? address : said_by_default(custom.support)).text();
  }
  return shown;
}

// Before a press, after the end and in the chat nobody is spoken to. What costs neither sound nor picture (a
// low level, another default microphone) is worth words only where the site has named it.
std::string_view instructions_for(const Custom& custom, const Message& told) {
  const bool spoken_to = told.state != Orb::starting && told.state != Orb::idle &&
                         told.state != Orb::chatting && told.state != Orb::ended;
  if (!spoken_to) return {};
  const Document& said = custom.instructions;
  for (const auto& [cause, works] :
       {std::pair{told.microphone_cause, told.heard}, std::pair{told.camera_cause, told.seen}}) {
    if (cause == Cause::none) continue;
    const Value& words = said_for(said, cause);
    if (words.is_there()) return words.text();
    if (!works && said_by_default(said).is_there()) return said_by_default(said).text();
  }
  return {};
}

}  // namespace earshot
