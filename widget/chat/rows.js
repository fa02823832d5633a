// The rows of the window that is in the page. One that stays is not touched, and each is read out once.
import { make } from '../dom.js';
import { keyOf } from './news.js';
import { createRow } from './row.js';
import { dayOf, together } from './times.js';
/** @import { ChatEntry } from '../../js-glue/chat.js' */
/** @import { Speech } from './row.js' */

/** @param {{ sendAgain: (id: string) => void, focusLost: () => void }} around  `focusLost`: what had the keyboard has left. */
export function createRows({ sendAgain, focusLost }) {
  const rows = make('div', { class: 'rows' });
  /** @type {Map<string, ReturnType<typeof createRow>>} */
  let shown = new Map();

  /** @param {ChatEntry} entry @param {ChatEntry | undefined} before @param {ChatEntry | undefined} after */
  const placeOf = (entry, before, after) => ({
    day: before === undefined || dayOf(before.at) !== dayOf(entry.at),
    continues: together(entry, before),
    ends: after === undefined || !together(entry, after) || after.status !== entry.status,
  });

  /** @param {HTMLElement} row */
  function remove(row) {
    const focused = row.contains(/** @type {ShadowRoot | Document} */ (row.getRootNode()).activeElement);
    row.remove();
    if (focused) focusLost();
  }

  return {
    rows,
    /** @param {ChatEntry} entry */
    has: (entry) => shown.has(keyOf(entry)),
    /** The key of the first. */
    first: () => [...shown.keys()][0] ?? '',
    /** The first that reaches below this height. @param {number} top */
    below: (top) => [...shown.values()].find(({ node }) => node.offsetTop + node.offsetHeight > top)?.node,
    /** @param {readonly ChatEntry[]} entries @param {[number, number]} window @param {ReadonlySet<string>} fresh  Only these are read out. @param {Speech} speech */
    draw(entries, [start, end], fresh, speech) {
      /** @type {typeof shown} */
      const next = new Map();
      for (let at = start; at < Math.min(end, entries.length); at++) {
        const entry = /** @type {ChatEntry} */ (entries[at]);
        const key = keyOf(entry);
        const kept = shown.get(key);
        const row = kept ?? createRow(sendAgain);
        if (!kept) row.hush(!fresh.has(key));
        row.render(entry, placeOf(entry, entries[at - 1], entries[at + 1]), speech);
        next.set(key, row);
      }
      for (const [key, row] of shown) if (!next.has(key)) remove(row.node);
      /** @type {Element | null} */
      let place = rows.firstElementChild;
      for (const [key, row] of next) {
        if (row.node === place) place = row.node.nextElementSibling;
        else {
          if (shown.has(key)) row.hush(true); // it moves
          rows.insertBefore(row.node, place);
        }
      }
      shown = next;
    },
  };
}
