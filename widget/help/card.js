// The card above the orb: what happened in one sentence, the one thing to press, what to do in numbered steps, and where in a picture.
import { createActions } from '../actions.js';
import { setChildren, setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { drawIcon } from '../icons.js';
import { createPicture } from '../pictures/picture.js';
import { setSentence } from './sentence.js';
/** @import { Action } from '../../js-glue/words.js' */
/** @import { Card } from '../present.js' */
/** @import { Texts } from '../texts.js' */

/** @param {(action: Action) => void} press */
export function createCard(press) {
  const title = make('p', { class: 'title', part: 'title', id: 'title' });
  const dismiss = make(
    'button',
    { type: 'button', class: 'close', part: 'action dismiss', 'data-action': 'dismiss' },
    drawIcon('close'),
  );
  // Chromium watches its element: it must not be covered, clipped or moved, so its place is before all that changes with the words.
  const recovery = make('div', { class: 'recovery', hidden: '' });
  const picture = createPicture(press);
  const steps = make('ol', { class: 'steps', part: 'steps' });
  const actions = createActions(press);
  const support = make('a', { class: 'support', part: 'support', rel: 'noopener', hidden: '' });
  const card = make(
    'div',
    { class: 'card', part: 'card', role: 'group', 'aria-labelledby': 'title', hidden: '' },
    make('div', { class: 'head' }, title, dismiss),
    recovery,
    picture.node,
    steps,
    actions.row,
    support,
  );
  dismiss.addEventListener('click', () => press('dismiss'));

  return {
    card,
    /** Where the focus goes when its own button has left. */
    primary: () =>
      /** @type {HTMLElement} */ (
        (recovery.hidden ? null : recovery.firstElementChild) ??
          actions.row.querySelector('button') ??
          dismiss
      ),
    /** The browser's own element, or none. @param {HTMLElement | null} element */
    place(element) {
      if (element && !element.classList.contains('recover')) element.classList.add('recover');
      setChildren(recovery, element ? [element] : []);
    },
    /** @param {Card | null} shown @param {{ texts: Texts, host: string, mirrored: boolean }} words */
    render(shown, { texts, host, mirrored }) {
      setShown(card, shown !== null);
      if (shown === null || shown.recovery) setAttribute(card, 'data-still', shown && ''); // and stays so: it would slide in anew
      if (shown === null) return picture.stop();
      setSentence(title, shown.title);
      setShown(dismiss, shown.dismiss !== undefined);
      if (shown.dismiss) setAttribute(dismiss, 'aria-label', shown.dismiss.text);
      setShown(recovery, shown.recovery !== null);
      const fallback = recovery.querySelector('.fallback');
      if (fallback) setText(fallback, shown.recovery?.fallback ?? '');
      const { drawn } = shown;
      picture.render({
        picture: drawn.picture,
        kind: drawn.kind,
        description: drawn.label,
        showWhere: drawn.showsWhere,
        host,
        mirrored,
        texts,
      });
      setAttribute(steps, 'aria-label', texts.label_steps);
      setShown(steps, shown.steps.length > 0);
      setChildren(
        steps,
        shown.steps.map((step, at) => {
          const item = steps.children[at] ?? make('li');
          setSentence(item, step);
          return item;
        }),
      );
      actions.render(shown.buttons);
      setShown(support, shown.support !== null);
      setText(support, shown.support?.text ?? '');
      setAttribute(support, 'href', shown.support?.url ?? null);
      const page = /^(https?:|\/)/i.test(shown.support?.url ?? ''); // not a telephone number, which would leave an empty tab behind
      setAttribute(support, 'target', page ? '_blank' : null);
    },
  };
}
