// What several pictures share.
/** @import { Shape } from './picture.js' */

/** @type {(look: import('./picture.js').Look, x: number, y: number, width: number, height: number, rx?: number) => Shape} */
export const box = (look, x, y, width, height, rx = height / 2) => ['rect', look, { x, y, width, height, rx }];

/** @type {(look: import('./picture.js').Look, d: string) => Shape} */
export const path = (look, d) => ['path', look, { d }];

/** @type {(cx: number, cy: number, r: number, look?: import('./picture.js').Look) => Shape} */
export const dot = (cx, cy, r, look = 'here') => ['circle', look, { cx, cy, r }];

/** A desktop window: tab, back and forward, address field. @type {Shape[]} */
export const BROWSER = [
  box('frame', 6, 8, 268, 120, 12),
  box('field', 16, 14, 64, 18, 7),
  box('faint', 28, 22, 32, 2.5),
  path('faint', 'M26 47h-8m3.5-3.5L18 47l3.5 3.5M38 47h8m-3.5-3.5L46 47l-3.5 3.5'),
  box('field', 56, 36, 208, 22),
];

/** A phone's outline; `y` moves it so that its top or its bottom is in sight. @type {(y: number) => Shape} */
export const phone = (y) => box('frame', 70, y, 140, 190, 20);

/** Two sliders: the sign for a site's settings. @type {(x: number, y: number) => Shape[]} */
export const sliders = (x, y) => [
  path('firm', `M${x - 5} ${y - 3}h4.5m4 0h1.5M${x - 5} ${y + 3}h1.5m4 0h4.5`),
  ['circle', 'firm', { cx: x + 1.5, cy: y - 3, r: 2 }],
  ['circle', 'firm', { cx: x - 1.5, cy: y + 3, r: 2 }],
];

/** @type {(of: import('../../js-glue/contract.js').Capability, x: number, y: number) => Shape} */
export const sign = (of, x, y) => path('firm', of === 'camera'
  ? `M${x - 6} ${y - 3.5}a1 1 0 0 1 1-1h5.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-5.5a1 1 0 0 1-1-1zM${x + 1.5} ${y - 1}l4.5-2.5v7l-4.5-2.5`
  : `M${x} ${y - 6}a2.2 2.2 0 0 0-2.2 2.2v3.2a2.2 2.2 0 0 0 4.4 0v-3.2a2.2 2.2 0 0 0-2.2-2.2zm-4.5 5.2a4.5 4.5 0 0 0 9 0M${x} ${y + 3.7}v2.8`);

/** One line of a menu: a sign, its name, and a switch that is on.
 * @type {(of: import('../../js-glue/contract.js').Capability, x: number, y: number, width: number) => Shape[]} */
export const switchedOn = (of, x, y, width) => [
  sign(of, x + 12, y), box('faint', x + 26, y - 1.5, width - 84, 3),
  box('on', x + width - 34, y - 7, 24, 14), ['circle', 'knob', { cx: x + width - 17, cy: y, r: 5 }],
];
