// Chrome and its kin: the icon at the left end of the address field, and the switch in the panel below it.
import { box, BROWSER, dot, sliders, switchedOn } from './parts.js';

/** @type {(of: import('../../js-glue/contract.js').Capability) => import('./picture.js').Shape[]} */
export const CHROMIUM = (of) => [
  ...BROWSER, ...sliders(70, 47), box('faint', 90, 45.5, 84, 3), box('field', 60, 66, 150, 56, 10), ...switchedOn(of, 64, 86, 142),
  dot(70, 47, 15), box('here', 166, 73, 40, 26),
];
