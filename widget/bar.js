// Beside the orb: a few words while there is nothing to decide, and the buttons of a call.
import { createActions } from './actions.js';
import { setShown } from './children.js';
import { setAttribute, setText } from './dom.js';
/** @import { Action } from '../js-glue/words.js' */
/** @import { Frame } from './frame.js' */
/** @import { Bar } from './present.js' */

/** @param {(action: Action) => void} press @param {Pick<Frame, 'bar' | 'hint'>} frame */
export function createBar(press, { bar, hint }) {
  const actions = createActions(press);
  const help = createActions(press); // a line of words over the buttons, which stay where they are without it
  help.row.classList.add('help');
  bar.append(actions.row, help.row);
  return {
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
