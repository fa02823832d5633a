// Beside the orb: a few words while there is nothing to decide, and the buttons of a call.
import { createActions } from './actions.js';
import { make, setAttribute, setShown, setText } from './dom.js';
/** @import { Action } from '../js-glue/words.js' */
/** @import { Bar } from './present.js' */

/** @param {(action: Action) => void} press */
export function createBar(press) {
  const hint = make('label', { class: 'hint', part: 'hint' }); // its words may be pressed like the orb
  const actions = createActions(press);
  const help = createActions(press); // a line of words over the buttons, which stay where they are without it
  help.row.classList.add('help');
  const bar = make('div', { class: 'bar', part: 'bar', hidden: '' }, hint, actions.row, help.row);
  return {
    bar,
    /** @param {Bar | null} shown */
    render(shown) {
      setShown(bar, shown !== null);
      if (shown === null) return;
      setText(hint, shown.title);
      setShown(hint, shown.title !== '');
      setAttribute(hint, 'for', shown.pressesOrb ? 'orb' : null);
      actions.render(shown.buttons.filter(({ look }) => look !== 'quiet'));
      help.render(shown.buttons.filter(({ look }) => look === 'quiet'));
    },
  };
}
