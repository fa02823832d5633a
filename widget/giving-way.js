// A script tag puts a widget on a page that has none. Where a framework draws one later, that one is meant: one is enough.
import { unclobbered } from '../js-glue/unclobbered.js';

/** Those on the page, and whether each may go now: nobody configured it, and nothing is under way in it. @type {Map<HTMLElement, () => boolean>} */
const standing = new Map();
/** The one that has given way. @type {HTMLElement | null} */
let away = null;

/** Another one has come, or something is over. */
export function settle() {
  if (away || standing.size < 2) return;
  away = [...standing].find(([, mayGo]) => mayGo())?.[0] ?? null;
  away?.remove();
}

/** @param {HTMLElement} element @param {() => boolean} mayGo */
export function came(element, mayGo) {
  standing.set(element, mayGo);
  settle();
}

/** The one that gave way comes back when there is none any more. @param {HTMLElement} element */
export function went(element) {
  standing.delete(element);
  if (standing.size > 0 || !away || away === element) return;
  unclobbered(document).documentElement.append(away);
  away = null;
}
