// What the visitor presses.
#include "core/decide/explained.hpp"
#include "model/browser_moves.hpp"

namespace earshot {

constexpr std::size_t actions = count_of<Action>();

void Lister::presses() {
  if (!now.visible || !now.in_front) return;
  // Of a permission that was never read, a request without an answer tells nothing.
  if (troubles().hanging && !now.began) return;
  // A press that crosses the answer to what is given up on is walked where requests hang.
  const bool answered = now.stage == Stage::opened || now.stage == Stage::failed;
  if (answered && seen.given_up && !troubles().hanging) return;
  Truth then = now;
  if (now.dialog == Dialog::open)
    then.dialog = Dialog::cancelled;  // the page is dimmed: a click beside the dialog closes it
  for (unsigned n = 0; n < actions; ++n) {
    const auto action = static_cast<Action>(n);
    if ((seen.actions & 1u << n) == 0) continue;
    if (action == Action::cannot_hear && !troubles().far_end) continue;  // it moves words only
    if (action == Action::recover) press_element();
    else if (action != Action::show_where || now.quiet == Quiet::none)
      add("press", Doer::press, then, say_pressed(action));
  }
}

// A click on the browser's own element: the browser acts by itself, whatever the page makes of it.
void Lister::press_element() {
  if (now.dialog != Dialog::none) return;
  Truth then = now;
  then.dialog_asks = bits(kinds_of(seen.recovery));
  bool to_be_asked = false;
  for (const MediaKind k : media_kinds)
    to_be_asked =
        to_be_asked || ((then.dialog_asks & bit(k)) != 0 && now.of(k).permission != Permission::granted);
  const Said said = say_pressed(Action::recover);
  Truth opened = then;
  if (to_be_asked) opened.dialog = Dialog::open;
  else accept(opened);
  add("press the browser's element", Doer::press, opened, said);
  if (!troubles().elements) return;
  add("press the browser's element, which ignores it", Doer::trouble, now, said);
  then.dialog = Dialog::unusable;
  add("press the browser's element, which refuses", Doer::trouble, then, said);
}

}  // namespace earshot
