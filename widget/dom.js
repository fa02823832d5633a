// Makes nodes, and writes to them only what changed: a screen reader repeats every write.
import { unclobbered } from '../js-glue/unclobbered.js';

const SVG = 'http://www.w3.org/2000/svg';

/** @typedef {Record<string, string>} Attributes */

/**
 * @template {Element} E
 * @param {E} node
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 */
export const make = (tag, attributes = {}, ...children) =>
  fill(unclobbered(document).createElement(tag), attributes, children);

/**
 * @param {string} tag
 * @param {Attributes} [attributes]
 * @param {(Node | string)[]} children
 */
export const draw = (tag, attributes = {}, ...children) =>
  fill(unclobbered(document).createElementNS(SVG, tag), attributes, children);

/** @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** @param {Element} node @param {string} name @param {string | null} value  null: the attribute goes. */
export function setAttribute(node, name, value) {
  if (node.getAttribute(name) === value) return;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
}
