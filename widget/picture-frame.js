// The drawing in the card.
import { make, setAttribute, setChildren, setShown } from './dom.js';
import { drawPicture } from './pictures/picture.js';
/** @import { Capability, Picture } from '../js-glue/contract.js' */
/** @import { Texts } from './texts.js' */

/** @param {{ onPlay?: () => void }} [tell] */
export function createPicture(tell) {
  void tell;
  const node = make('div', { class: 'picture', part: 'picture', role: 'img' });
  let drawn = '';
  return {
    node,
    /** @param {{ picture: Picture, kind: Capability, host: string, mirrored: boolean, label: string, texts: Texts }} shown */
    render({ picture, kind, label }) {
      setAttribute(node, 'aria-label', label);
      const wanted = picture && `${picture} ${kind}`;
      if (drawn === wanted) return;
      drawn = wanted;
      let drawing = null;
      try {
        drawing = picture && drawPicture(/** @type {any} */ (picture), kind);
      } catch {
        // not drawn yet
      }
      setShown(node, Boolean(drawing));
      setChildren(node, drawing ? [drawing] : []);
    },
    play() {},
    stop() {},
  };
}
