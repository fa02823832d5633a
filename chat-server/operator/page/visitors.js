// The list of visitors: the last heard of first, a mark where something new was said.
import { why } from './why.js';

const OPEN_MS = 30 * 60 * 1000;
const HERE_MS = 60 * 1000; // a browser that is there says so every 25 seconds

/** @typedef {{ id: string, reason: { kind: string, cause: string } | null, seq: number, taken: string, began: number, seen: number }} Visitor */

/** @param {string} id */
export const nameOf = (id) => `Visitor ${id.replace(/\W|_/g, '').slice(0, 4).toUpperCase()}`;

/**
 * @param {HTMLElement} place
 * @param {{ visitors: Visitor[], now: number, script: boolean, chosen: string, read: Map<string, number>, choose: (id: string) => void }} what
 * @returns {number}  How many there are.
 */
export function drawVisitors(place, { visitors, now, script, chosen, read, choose }) {
  const open = visitors.filter(({ id, seen }) => now - seen < OPEN_MS || id === chosen);
  const old = new Map(
    [...place.children].map((item) => [/** @type {HTMLElement} */ (item).dataset.visitor, item]),
  );
  const items = open.map((visitor) => {
    const item = /** @type {HTMLElement} */ (old.get(visitor.id) ?? newItem(visitor.id, choose));
    const [button] = item.children;
    const [title, state, reason] = /** @type {HTMLElement[]} */ ([...(button?.children ?? [])]);
    button?.setAttribute('aria-current', String(visitor.id === chosen));
    const isNew = visitor.id !== chosen && visitor.seq > (read.get(visitor.id) ?? 0);
    title?.toggleAttribute('data-new', isNew);
    const here = now - visitor.seen < HERE_MS ? 'here now' : `last here ${clock(visitor.seen)}`;
    const answers = visitor.taken
      ? `${visitor.taken} answers`
      : script
        ? 'the script answers'
        : 'nobody answers yet';
    write(state, [isNew && 'New', here, answers].filter(Boolean).join(' · '));
    write(reason, why(visitor.reason));
    return item;
  });
  // Moving an element would take the focus from it, so only a changed order moves any.
  if (items.length !== place.children.length || items.some((item, index) => item !== place.children[index]))
    place.replaceChildren(...items);
  return open.length;
}

/** @param {string} id @param {(id: string) => void} choose */
function newItem(id, choose) {
  const item = document.createElement('li');
  item.dataset.visitor = id;
  const button = document.createElement('button');
  button.type = 'button';
  const title = document.createElement('strong');
  title.textContent = nameOf(id);
  button.append(title, document.createElement('span'), document.createElement('span'));
  button.addEventListener('click', () => choose(id));
  item.append(button);
  return item;
}

/** @param {HTMLElement | undefined} place @param {string} text */
function write(place, text) {
  if (place && place.textContent !== text) place.textContent = text;
}

export const clock = (/** @type {number} */ at) =>
  new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
