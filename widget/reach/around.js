import { unclobbered } from '../../js-glue/unclobbered.js';

/** A node and all that it is shown in, out of shadow roots. @param {Node | null} node @returns {Element[]} */
export function around(node) {
  const all = [];
  for (let each = /** @type {any} */ (node); each; ) {
    if (each instanceof Element) all.push(each);
    const known = unclobbered(each);
    each = known.assignedSlot ?? known.parentNode ?? (each instanceof ShadowRoot ? each.host : null);
  }
  return all;
}

/** Its members, past what markup took their names for. @param {Element} element @param {string} selector */
export const matches = (element, selector) => unclobbered(element).matches(selector);
