// Firefox: sliders and a crossed-out microphone a little right of the shield; the ✕ on the blocked line of the panel.
import { box, BROWSER, dot, sign, path, sliders } from './parts.js';

/** @type {(of: import('../../js-glue/contract.js').Capability) => import('./picture.js').Shape[]} */
export const FIREFOX = (of) => [
  ...BROWSER,
  path('faint', 'M70 41l5 1.8v4.4c0 3-2 5-5 6.2c-3-1.2-5-3.2-5-6.2v-4.4z'),
  ...sliders(90, 47), sign(of, 108, 46.5), path('cross', 'M102.5 41l11 12'), box('faint', 128, 45.5, 76, 3),
  box('field', 78, 66, 160, 56, 10), sign(of, 94, 86), box('faint', 108, 84.5, 70, 3), path('cross', 'M212 82l8 8m0-8l-8 8'),
  box('here', 78, 33, 42, 28, 14), dot(216, 86, 15),
];
