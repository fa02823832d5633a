// The settings of macOS and Windows: privacy, then the microphone, then the switch.
import { box, chevron, dot, globe, line, mouse, path, row, rule, sign, toggle } from './parts.js';
/** @import { Subject } from './picture.js' */
/** @import { Layers, Shape } from './parts.js' */

/** @type {Shape[]} */
const WINDOW = [box('panel', 12, 8, 340, 200, 10), box('well', 12.5, 8.5, 98, 200, 9.5)];
/** A hand, as macOS draws privacy. @type {(x: number, y: number) => Shape} */
const hand = (x, y) =>
  path(
    'firm',
    `M${x - 4} ${y + 1}v-4m2.7 3v-5m2.7 5v-4.5m2.6 5v-3M${x - 4} ${y}c-2-2-3 0-1.5 2l2 3c2 2 6 2 7.5-2v-2`,
  );
/** @type {(x: number, y: number) => Shape} */
const shield = (x, y) => path('firm', `M${x} ${y - 6}l5 1.8v4.2c0 3-2 5-5 6.2c-3-1.2-5-3.2-5-6.2v-4.2z`);

/** @type {(of: Subject) => Layers} */
export const MACOS = (of) => [
  [
    '',
    [
      ...WINDOW,
      ...[24, 35, 46].map((x) => dot('off', x, 20, 3.5)),
      box('off', 20, 30, 84, 12, 4),
      ...[55, 74, 116].flatMap((y) => row(30, y, 44)),
      line(42, 95, 56),
      hand(30, 95),
    ],
  ],
  [
    'f1',
    [
      ...[40, 62, 84, 106].flatMap((y) => [...row(132, y, 70), rule(122, y + 11, 230)]),
      box('here', 17, 84, 90, 22, 7),
      mouse(82, 100),
    ],
  ],
  [
    'f23',
    [box('held', 18, 85, 88, 20, 6), line(42, 95, 56), hand(30, 95), box('well', 122, 34, 220, 160, 8)],
  ],
  [
    'f2',
    [
      ...[48, 114].flatMap((y) => [...row(138, y, 60), chevron(300, y)]),
      rule(150, 63, 200),
      ...sign(of, 138, 81),
      line(150, 81, 64),
      chevron(300, 81),
      rule(150, 99, 200),
      box('here', 127, 69, 184, 24, 8),
      mouse(230, 86),
    ],
  ],
  [
    'f3',
    [
      line(150, 22, 60),
      path('firm', 'M131 18.5l-3.5 3.5 3.5 3.5'),
      ...row(138, 48, 52),
      ...toggle(280, 48),
      rule(150, 63, 200),
      ...globe(138, 81),
      line(150, 81, 64),
      ...toggle(280, 81, true),
      rule(150, 99, 200),
      ...row(138, 114, 44),
      ...toggle(280, 114),
      box('here', 274, 70, 34, 22),
      mouse(295, 86),
    ],
  ],
];

/** The height of each line of the list, and its length. */
const LIST = /** @type {const} */ ([
  [50, 62],
  [76, 80],
  [112, 100],
]);

/** The switch that matters to a browser is the last: for desktop apps. @type {(of: Subject) => Layers} */
export const WINDOWS = (of) => [
  [
    '',
    [
      ...WINDOW,
      path('firm', 'M32 20h-8m3.5-3.5l-3.5 3.5 3.5 3.5'),
      line(42, 20, 34),
      ...[42, 60, 114].flatMap((y) => row(30, y, 46)),
      line(42, 87, 58),
      shield(30, 87),
    ],
  ],
  [
    'f1',
    [
      ...[50, 76, 102].flatMap((y) => [
        box('well', 122, y - 11, 220, 22, 4),
        ...row(138, y, 70),
        chevron(300, y),
      ]),
      box('here', 17, 76, 90, 22, 5),
      mouse(82, 92),
    ],
  ],
  [
    'f23',
    [
      box('held', 18, 77, 88, 20, 4),
      box('on', 18, 82, 3, 10),
      line(42, 87, 58),
      shield(30, 87),
      box('faint', 122, 22, 76, 5),
    ],
  ],
  [
    'f2',
    [
      ...[50, 76, 102].flatMap((y) => [box('well', 122, y - 11, 220, 22, 4), chevron(300, y)]),
      ...row(138, 50, 54),
      ...row(138, 102, 60),
      ...sign(of, 138, 76),
      line(150, 76, 64),
      box('here', 120, 63, 192, 26, 6),
      mouse(230, 82),
    ],
  ],
  [
    'f3',
    [
      ...LIST.flatMap(([y, width]) => [
        box('well', 122, y - 11, 220, 22, 4),
        line(150, y, width),
        ...toggle(280, y, true),
      ]),
      ...sign(of, 136, 50),
      dot('faint', 136, 92, 1.2),
      dot('faint', 136, 96, 1.2),
      ...globe(136, 112),
      box('here', 274, 101, 34, 22),
      mouse(295, 117),
    ],
  ],
];
