// Safari on a Mac: the menu with the browser's name at the top of the screen, a line in it, and the list beside "microphone".
import { box, check, dot, line, mouse, name, page, path, rule, sign } from './parts.js';

/** @type {(of: import('./picture.js').Subject) => import('./parts.js').Layers} */
export const SAFARI = (of) => [
  [
    '',
    [
      box('strip', -4, -4, 330, 27, 0),
      dot('firm', 17, 11.5, 4),
      ['text', 'strong', { x: 32, y: 15.5 }, 'Safari'],
      line(82, 11.5, 20),
      line(114, 11.5, 20),
      line(146, 11.5, 26),
      box('panel', 22, 32, 340, 200, 10),
      ...[36, 48, 60].map((x) => dot('off', x, 46, 3.5)),
      box('well', 96, 37, 190, 18, 6),
      rule(22, 60, 340),
      ...page(40, 76, 220),
    ],
  ],
  ['f1', [name(of, 112, 50, 150), box('here', 26, 1, 48, 21, 8), mouse(52, 15)]],
  [
    'f2',
    [
      box('panel', 26, 23, 176, 130, 7),
      line(38, 34, 64),
      rule(36, 43, 156),
      line(38, 53, 48),
      line(38, 69, 110),
      rule(36, 81, 156),
      line(38, 92, 44),
      rule(36, 102, 156),
      line(38, 113, 52),
      line(38, 127, 60),
      box('here', 31, 60, 166, 18, 6),
      mouse(140, 73),
    ],
  ],
  [
    'f3',
    [
      name(of, 112, 50, 150),
      path(
        'panel',
        'M116 64l7-7 7 7h122a8 8 0 0 1 8 8v44a8 8 0 0 1-8 8h-150a8 8 0 0 1-8-8v-44a8 8 0 0 1 8-8z',
      ),
      line(106, 75, 96),
      box('off', 107, 85, 10, 10, 3),
      line(122, 90, 50),
      box('off', 192, 83, 56, 14, 4),
      line(198, 90, 26),
      path('firm', 'M238 88.5l2.5-2.5 2.5 2.5m-5 3l2.5 2.5 2.5-2.5'),
      ...sign(of, 112, 109),
      line(122, 109, 54),
      box('off', 192, 102, 56, 14, 4),
      check(203, 109, 'firm'),
      line(212, 109, 20),
      path('firm', 'M238 107.5l2.5-2.5 2.5 2.5m-5 3l2.5 2.5 2.5-2.5'),
      box('here', 187, 98, 66, 22, 8),
      mouse(226, 113),
    ],
  ],
];
