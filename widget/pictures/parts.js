// What several pictures share. A shape is [tag, look, attributes, words]; the look is a class of styles/picture.js.
/** @import { Subject } from './picture.js' */

/** @typedef {'strip' | 'paper' | 'well' | 'panel' | 'edge' | 'faint' | 'firm' | 'cut' | 'held' | 'soft' | 'off' | 'on' | 'knob' | 'name' | 'strong'
 *   | 'lit' | 'here' | 'cursor'} Look */
/** @typedef {[tag: 'rect' | 'circle' | 'path' | 'text', look: Look, attributes: Record<string, string | number>, words?: string]} Shape */
/** When a layer is seen: always, or in the frames that its name counts. @typedef {'' | 'f1' | 'f2' | 'f3' | 'f12' | 'f23' | 'f1 tune' | 'f1 chip'} When */
/** @typedef {[when: When, shapes: Shape[]][]} Layers */

/** @type {(look: Look, x: number, y: number, width: number, height: number, rx?: number) => Shape} */
export const box = (look, x, y, width, height, rx = height / 2) => [
  'rect',
  look,
  { x, y, width, height, rx },
];
/** @type {(look: Look, d: string) => Shape} */
export const path = (look, d) => ['path', look, { d }];
/** One that looks the same in a mirrored window: it is turned back about `x`. @type {(x: number, look: Look, d: string) => Shape} */
const upright = (x, look, d) => ['path', look, { d, x }];
/** @type {(look: Look, cx: number, cy: number, r: number) => Shape} */
export const dot = (look, cx, cy, r) => ['circle', look, { cx, cy, r }];
/** A word or more that nobody need read. @type {(x: number, y: number, width: number) => Shape} */
export const line = (x, y, width) => box('faint', x, y - 1.5, width, 3);
/** Where words part. @type {(x: number, y: number, width: number) => Shape} */
export const rule = (x, y, width) => path('edge', `M${x} ${y}h${width}`);

/** The site's own name, `room` wide at most. @type {(of: Subject, x: number, y: number, room: number, look?: 'name' | 'strong') => Shape} */
export const name = ({ host }, x, y, room, look = 'name') => ['text', look, { x, y }, shorten(host, room)];

/** Letters differ in width, and nothing can be measured before it is drawn. @param {string} letter */
const widthOf = (letter) =>
  letter > '~'
    ? 12
    : /[mwMW@%]/.test(letter)
      ? 10.8
      : /[ijlI.:]/.test(letter)
        ? 3.6
        : /[cfrst-]/.test(letter)
          ? 5.2
          : 6.9;
/** The end says whose site it is, so more of it is kept. Signs that turn text around are left out.
 * @param {string} host @param {number} room */
function shorten(host, room) {
  const letters = [...host.replace(/\p{C}/gu, '')];
  const half = Math.min(letters.length >> 1, 40); // nothing has room for more
  const head = letters.slice(0, half);
  const tail = letters.slice(Math.max(half, letters.length - 40));
  for (;;) {
    const kept = head.length + tail.length < letters.length ? [...head, '…', ...tail] : letters;
    let width = 0;
    for (const letter of kept) width += widthOf(letter);
    if (kept.length < 2 || width <= room) return kept.join('').replace(/\.?\u2026\.?/, '…');
    if (head.length * 2 > tail.length) head.pop();
    else tail.shift();
  }
}

/** Where to press, and the mouse that is about to. @type {(x: number, y: number) => Shape} */
export const mouse = (x, y) => upright(x, 'cursor', `M${x} ${y}v14l3.4-3 2.3 5 2.4-1-2.3-4.9h4.6z`);

/** Two sliders: the sign for a site's settings. @type {(x: number, y: number) => Shape[]} */
export const sliders = (x, y) => [
  path('firm', `M${x - 5} ${y - 3}h4.5m4 0h1.5M${x - 5} ${y + 3}h1.5m4 0h4.5`),
  dot('firm', x + 1.5, y - 3, 2),
  dot('firm', x - 1.5, y + 3, 2),
];

/** Microphone or camera; `crossed`: not allowed. @type {(of: Subject, x: number, y: number, crossed?: boolean, look?: Look) => Shape[]} */
export const sign = ({ kind }, x, y, crossed = false, look = 'firm') => {
  const shapes = [
    upright(
      x,
      look,
      kind === 'camera'
        ? `M${x - 6} ${y - 3.5}a1 1 0 0 1 1-1h5.5a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-5.5a1 1 0 0 1-1-1zM${x + 1.5} ${y - 1}l4.5-2.5v7l-4.5-2.5`
        : `M${x} ${y - 6}a2.2 2.2 0 0 0-2.2 2.2v3.2a2.2 2.2 0 0 0 4.4 0v-3.2a2.2 2.2 0 0 0-2.2-2.2zm-4.5 5.2a4.5 4.5 0 0 0 9 0M${x} ${y + 3.7}v2.8`,
    ),
  ];
  const slash = `M${x - 6} ${y - 6}l12 12`;
  return crossed ? [...shapes, upright(x, 'cut', slash), upright(x, 'firm', slash)] : shapes;
};

/** @type {(x: number, y: number, on?: boolean) => Shape[]} */
export const toggle = (x, y, on = false) => [
  box(on ? 'on' : 'off', x, y - 6, 22, 12),
  dot('knob', x + (on ? 16 : 6), y, on ? 4 : 3),
];

/** @type {(x: number, y: number) => Shape} */
export const chevron = (x, y) => path('firm', `M${x} ${y - 3.5}l3.5 3.5-3.5 3.5`);
/** @type {(x: number, y: number, look?: Look) => Shape} */
export const cross = (x, y, look = 'firm') => path(look, `M${x - 3} ${y - 3}l6 6m0-6l-6 6`);
/** @type {(x: number, y: number, look?: Look) => Shape} */
export const check = (x, y, look = 'here') => upright(x, look, `M${x - 5} ${y}l3.5 3.5 6.5-7`);
/** A globe stands for any browser. @type {(x: number, y: number) => Shape[]} */
export const globe = (x, y) => [
  dot('firm', x, y, 5.5),
  path('firm', `M${x - 5.5} ${y}h11M${x} ${y - 5.5}c-4 3.5-4 7.5 0 11c4-3.5 4-7.5 0-11`),
];
/** @type {(x: number, y: number) => Shape[]} */
export const gear = (x, y) => [
  dot('firm', x, y, 4.5),
  dot('firm', x, y, 1.6),
  path(
    'firm',
    [0, 1, 2, 3, 4, 5, 6, 7]
      .map((turn) => {
        const [c, s] = [Math.cos((turn * Math.PI) / 4), Math.sin((turn * Math.PI) / 4)];
        return `M${(x + 4.5 * c).toFixed(1)} ${(y + 4.5 * s).toFixed(1)}L${(x + 6.8 * c).toFixed(1)} ${(y + 6.8 * s).toFixed(1)}`;
      })
      .join(''),
  ),
];
/** A line of a list: its sign, its words. @type {(x: number, y: number, width: number) => Shape[]} */
export const row = (x, y, width) => [box('off', x - 5, y - 5, 10, 10, 3), line(x + 12, y, width)];

/** A page: nobody need read it. @type {(x: number, y: number, width: number) => Shape[]} */
export const page = (x, y, width) => [
  box('well', x, y, width * 0.6, 10, 4),
  ...[22, 35, 48].map((down) => box('well', x, y + down, width - down, 5)),
];

/** The upper left corner of a browser's window, down to the controls; the address field begins at `field`.
 * @type {(field: number, corner: number) => Shape[]} */
export const browser = (field, corner) => [
  box('strip', 8, 7, 340, 200, 9),
  box('paper', 38, 12, 106, 30, 6),
  box('paper', 8, 31, 340, 200, 0),
  rule(8, 60, 340),
  box('well', 16, 13, 15, 14, 4),
  dot('faint', 50, 21, 4),
  line(60, 21, 50),
  cross(133, 21, 'faint'),
  path('faint', 'M154 21h8m-4-4v8'),
  path('faint', 'M30 45.5h-9m4-4l-4 4 4 4M44 45.5h9m-4-4l4 4-4 4'),
  path('firm', 'M74.5 42.5a5.5 5.5 0 1 0 .5 4.5m0-8.5v4.5h-4.5'),
  box('well', field, 34, 280, 23, corner),
  ...page(24, 74, 194),
];

/** A phone's outline; `y` moves it so that its top or its bottom is in sight. @type {(y: number) => Shape[]} */
export const phone = (y) => [box('panel', 40, y, 182, 230, 22)];
