// A quiet arrow beside the place where the browser asks. The browser draws its question over the page, so the arrow
// stands next to it and never under it.
import { drawIcon } from '../icons.js';
import { setShown } from '../children.js';
import { make, setAttribute } from '../dom.js';
/** @import { Pointer } from '../../js-glue/words.js' */

export function createPointer() {
  const pointer = make(
    'div',
    { class: 'pointer', part: 'pointer', 'aria-hidden': 'true', hidden: '' },
    drawIcon('arrow'),
  );
  return {
    pointer,
    /** @param {Pointer} edge */
    render(edge) {
      setShown(pointer, edge !== '');
      setAttribute(pointer, 'data-edge', edge);
    },
  };
}
