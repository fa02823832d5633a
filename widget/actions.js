// A row of buttons, one per action. A button whose action stays is the same node: it keeps the focus.
import { drawIcon } from './icons.js';
import { setChildren, setShown } from './children.js';
import { make, setAttribute, setText } from './dom.js';
/** @import { Action } from '../js-glue/words.js' */
/** @import { Button } from './present.js' */

/** The two ends of one toggle share a node. @param {Action} action */
const slot = (action) => (action === 'unmute' ? 'mute' : action);

/** @param {(action: Action) => void} press */
export function createActions(press) {
  const row = make('div', { class: 'actions', part: 'actions' });
  /** @type {Map<string, ReturnType<typeof createButton>>} */
  const buttons = new Map();
  return {
    row,
    /** @param {Button[]} shown */
    render(shown) {
      const nodes = shown.map((each) => {
        const kept = buttons.get(slot(each.action)) ?? createButton(press);
        buttons.set(slot(each.action), kept);
        kept.render(each);
        return kept.node;
      });
      setChildren(row, nodes);
      setAttribute(row, 'hidden', nodes.length > 0 ? null : '');
    },
  };
}

/** @param {(action: Action) => void} press */
function createButton(press) {
  const words = make('span', { class: 'words' });
  const waits = make('span', { class: 'unseen' }); // read out with the button's own words
  const count = make('span', { class: 'count', 'aria-hidden': 'true', hidden: '' });
  const node = make('button', { type: 'button', class: 'action' }, words, waits, count);
  let icon = '';
  /** @type {Action} */
  let action = 'orb';
  node.addEventListener('click', () => press(action)); // inside the click: the browser's own call needs the gesture
  return {
    node,
    /** @param {Button} shown */
    render(shown) {
      action = shown.action;
      setAttribute(node, 'data-action', action);
      setAttribute(node, 'part', shown.look ? `action ${shown.look}` : 'action');
      setAttribute(node, 'aria-pressed', shown.pressed);
      setAttribute(node, 'aria-label', shown.text === shown.tip ? null : shown.text);
      setText(words, shown.tip);
      setText(waits, shown.waits?.text ?? '');
      setText(count, shown.waits?.count ?? '');
      setShown(count, shown.waits !== undefined);
      if (icon === shown.icon) return;
      icon = shown.icon;
      node.querySelector('svg')?.remove();
      node.prepend(drawIcon(shown.icon));
    },
  };
}
