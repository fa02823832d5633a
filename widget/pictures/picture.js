// Draws where to press. A picture is a list of shapes: [tag, class, attributes]. Colours come from the style sheet by class:
// `frame` the window, `field` a control, `faint` and `firm` lines, `cross` a strong mark, `on` switched on, `here` the place to press.
import { draw } from '../dom.js';
import { ANDROID } from './android-address-bar.js';
import { CHROMIUM } from './chromium-left-chip.js';
import { FIREFOX } from './firefox-left-icons.js';
import { IOS } from './ios-page-menu.js';
import { SAFARI } from './safari-menu-bar.js';
/** @import { Capability, Picture } from '../../js-glue/contract.js' */

/** @typedef {'frame' | 'field' | 'faint' | 'firm' | 'cross' | 'on' | 'knob' | 'word' | 'strong' | 'here'} Look */
/** @typedef {[tag: 'rect' | 'circle' | 'path' | 'text', look: Look, attributes: Record<string, string | number>, words?: string]} Shape */

/** @type {Record<Exclude<Picture, ''>, (of: Capability) => Shape[]>} */
const PICTURES = {
  'chromium-left-chip': CHROMIUM,
  'firefox-left-icons': FIREFOX,
  'safari-menu-bar': SAFARI,
  'ios-page-menu': IOS,
  'android-address-bar': ANDROID,
};

/** @param {Exclude<Picture, ''>} name @param {Capability} of */
export function drawPicture(name, of) {
  const picture = draw('svg', { viewBox: '0 0 280 104', 'aria-hidden': 'true', focusable: 'false' });
  for (const [tag, look, attributes, words = ''] of PICTURES[name](of)) {
    const shape = draw(tag, { class: look }, words);
    for (const [attribute, value] of Object.entries(attributes)) shape.setAttribute(attribute, String(value));
    picture.append(shape);
  }
  return picture;
}
