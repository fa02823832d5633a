// Addresses in what somebody wrote become links: web pages, mail and telephone. Everything else stays text, whatever it looks like.

import { safeAddress } from './safe-address.js';

/** @typedef {string | { href: string, text: string }} Piece */

// Escaped, so that the bundle stays plain ASCII. No spaces, quotes or brackets, and nothing unseen: a link that turns its own letters round could pose as another one.
const ADDRESS = /\b(?:https?:\/\/|mailto:|tel:)[^\s<>"\u201C\u201D\u201E\u00AB\u00BB`\p{C}\p{Z}]+/giu;
/** What opens each bracket. @type {Record<string, string>} */
const OPENED_BY = { ')': '(', ']': '[', '}': '{', '\uFF09': '\uFF08', '\u3011': '\u3010' };
const ENDS = ".,;:!?'\u2019\u2026*_~|\u3002\u3001\uFF0C\uFF01\uFF1F"; // those of a sentence

/** The end of a sentence is not part of an address, and a bracket is only when it was opened there. Each sign is looked at once: an
 * address may be nothing but brackets. @param {string} found */
function trimmed(found) {
  /** @type {Record<string, number>} */
  const count = {};
  for (const sign of found) count[sign] = (count[sign] ?? 0) + 1;
  let end = found.length;
  for (; end > 0; end--) {
    const last = found[end - 1] ?? '';
    const opener = OPENED_BY[last];
    if (opener === undefined ? !ENDS.includes(last) : (count[last] ?? 0) <= (count[opener] ?? 0)) break;
    count[last] = (count[last] ?? 0) - 1;
  }
  return found.slice(0, end);
}

/** @param {string} text @returns {Piece[]} */
export function piecesOf(text) {
  /** @type {Piece[]} */
  const pieces = [];
  let from = 0;
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(found);
    const href = safeAddress(address);
    if (href === null) continue;
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ href, text: address });
    from = index + address.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
