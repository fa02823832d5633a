// The card above the orb: what happened in one sentence, what to do in numbered steps, where to press in a picture.
import { createActions } from './actions.js';
import { drawIcon } from './icons.js';
import { make, setAttribute, setChildren, setShown, setText } from './dom.js';
import { drawPicture } from './pictures/picture.js';
/** @import { Action } from '../js-glue/contract.js' */
/** @import { Card } from './present.js' */

/** @param {(action: Action) => void} press */
export function createCard(press) {
  const title = make('p', { class: 'title', part: 'title', id: 'title' });
  const dismiss = make('button', { type: 'button', class: 'close', part: 'action dismiss', 'data-action': 'dismiss' }, drawIcon('close'));
  const picture = make('div', { class: 'picture', part: 'picture', role: 'img' });
  const steps = make('ol', { class: 'steps', part: 'steps' });
  const actions = createActions(press);
  const card = make('div', { class: 'card', part: 'card', role: 'group', 'aria-labelledby': 'title', hidden: '' },
    make('div', { class: 'head' }, title, dismiss), picture, steps, actions.row);
  dismiss.addEventListener('click', () => press('dismiss'));
  let drawn = '';

  return {
    card,
    /** Where the focus goes when its own button has left. */
    primary: () => /** @type {HTMLElement} */ (actions.row.querySelector('button') ?? dismiss),
    /** @param {Card | null} shown @param {string} stepsLabel */
    render(shown, stepsLabel) {
      setShown(card, shown !== null);
      if (shown === null) return;
      setText(title, shown.title);
      setShown(dismiss, shown.dismiss !== undefined);
      if (shown.dismiss) setAttribute(dismiss, 'aria-label', shown.dismiss.text);
      setAttribute(steps, 'aria-label', stepsLabel);
      setShown(steps, shown.steps.length > 0);
      const items = shown.steps.map((step, at) => {
        const item = steps.children[at] ?? make('li');
        setText(item, step);
        return item;
      });
      setChildren(steps, items);
      setShown(picture, shown.picture !== '');
      setAttribute(picture, 'aria-label', shown.pictureText);
      const wanted = shown.picture && `${shown.picture} ${shown.pictureOf}`;
      if (drawn !== wanted) {
        drawn = wanted;
        setChildren(picture, shown.picture ? [drawPicture(shown.picture, shown.pictureOf)] : []);
      }
      actions.render(shown.buttons);
    },
  };
}
