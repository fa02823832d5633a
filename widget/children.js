// What comes and goes, without disturbing what stays.
import { setAttribute } from './dom.js';

/** @param {HTMLElement} node @param {boolean} shown */
export const setShown = (node, shown) => setAttribute(node, 'hidden', shown ? null : '');

/**
 * A node that stays is not moved, so the focus in it stays too.
 * @param {Element} parent
 * @param {Element[]} children
 */
export function setChildren(parent, children) {
  for (const child of [...parent.children]) if (!children.includes(child)) child.remove();
  children.forEach((child, at) => {
    const there = parent.children.item(at); // and not `[at]`, which old scripts give to every object
    if (there !== child) parent.insertBefore(child, there);
  });
}
