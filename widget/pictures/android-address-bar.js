// A browser on Android: the icon left of the address, and the switch in the sheet that it opens.
import { box, dot, phone, sliders, switchedOn } from './parts.js';

/** @type {(of: import('../../js-glue/contract.js').Capability) => import('./picture.js').Shape[]} */
export const ANDROID = (of) => [
  phone(12), box('field', 80, 22, 120, 26), ...sliders(94, 35), box('faint', 114, 33.5, 60, 3),
  box('field', 80, 58, 120, 70, 12), ...switchedOn(of, 82, 82, 118), dot(94, 35, 16), box('here', 160, 69, 40, 26),
];
