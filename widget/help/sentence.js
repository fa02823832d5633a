// Puts a sentence into a node. What was filled in stands apart, so that a host name or an address keeps its own direction; an
// address is selected as a whole.
import { textOf } from '../fill.js';
import { make } from '../dom.js';
/** @import { Pieces } from '../fill.js' */

/** @param {Element} node @param {Pieces} pieces */
export function setSentence(node, pieces) {
  const apart = pieces.filter((piece) => typeof piece !== 'string').length;
  if (node.textContent === textOf(pieces) && node.childElementCount === apart) return;
  node.replaceChildren(
    ...pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const address = piece.name === 'address';
      return make(
        'bdi',
        address ? { class: 'address', dir: 'ltr', translate: 'no' } : { translate: 'no' },
        piece.value,
      );
    }),
  );
}
