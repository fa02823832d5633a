// Chrome and its kin: the icon at the left end of the address field, then the switch in the bubble that hangs from it. For some
// seconds after a refusal, and when a page asks again, a crossed-out microphone stands in the icon's place (`chip`).
import {
  box,
  browser,
  chevron,
  cross,
  dot,
  line,
  mouse,
  name,
  path,
  rule,
  sign,
  sliders,
  toggle,
} from './parts.js';

/** @type {(of: import('./picture.js').Subject) => import('./parts.js').Layers} */
export const CHROMIUM = (of) => [
  ['', browser(88, 11.5)],
  [
    'f1 tune',
    [dot('paper', 101, 45.5, 9), ...sliders(101, 45.5), name(of, 119, 49.5, 184), dot('here', 101, 45.5, 14)],
  ],
  [
    'f1 chip',
    [
      box('paper', 91, 36.5, 74, 18),
      ...sign(of, 103, 45.5, true),
      line(114, 45.5, 44),
      name(of, 172, 49.5, 140),
      box('here', 87, 32.5, 82, 26),
    ],
  ],
  ['f1', [mouse(105, 52)]],
  [
    'f23',
    [
      dot('held', 101, 45.5, 9),
      ...sliders(101, 45.5),
      name(of, 119, 49.5, 184),
      box('panel', 90, 60, 180, 110, 8),
      name(of, 102, 77, 140, 'strong'),
      cross(257, 73),
      path('firm', 'M103 91h8v6h-8zM105 91v-2.5a2 2 0 0 1 4 0v2.5'),
      line(120, 93, 62),
      chevron(255, 93),
      rule(102, 102, 156),
      line(120, 114, 50),
      chevron(255, 114),
      box('edge', 118, 125, 72, 16),
    ],
  ],
  ['f2', [...sign(of, 107, 114, true), ...toggle(222, 114)]],
  ['f3', [...sign(of, 107, 114), ...toggle(222, 114, true)]],
  ['f23', [box('here', 216, 103, 34, 22), mouse(236, 118)]],
];

/** The question itself: it hangs from the same place, and the first of its three buttons allows for good.
 * @type {(of: import('./picture.js').Subject) => import('./parts.js').Layers} */
export const CHROMIUM_PROMPT = (of) => [
  ['', browser(88, 11.5)],
  [
    'f12',
    [
      dot('held', 101, 45.5, 9),
      ...sliders(101, 45.5),
      name(of, 119, 49.5, 184),
      box('panel', 90, 60, 180, 110, 8),
      name(of, 102, 74, 140, 'strong'),
      cross(257, 70),
      ...sign(of, 107, 83),
      line(119, 83, 80),
      ...[95, 111, 127].flatMap((y) => [box('soft', 102, y, 156, 12), line(152, y + 6, 56)]),
      box('here', 98.5, 92, 163, 18),
    ],
  ],
  ['f1', [dot('here', 101, 45.5, 14)]],
  ['f2', [mouse(200, 103)]],
  [
    'f3',
    [
      dot('on', 101, 45.5, 9),
      ...sign(of, 101, 45.5, false, 'lit'),
      name(of, 119, 49.5, 184),
      dot('here', 101, 45.5, 14),
    ],
  ],
];
