// Firefox: sliders and a crossed-out microphone a little right of the shield; the ✕ on the blocked line of the panel below; and
// the line is gone.
import { box, browser, check, cross, dot, line, mouse, name, path, rule, sign, sliders } from './parts.js';

const WINDOW = [
  ...browser(102, 5),
  path('firm', 'M116 39.5l5 1.8v4.6c0 3-2 5-5 6.2c-3-1.2-5-3.2-5-6.2v-4.6zM114 45.5l1.5 1.5 3-3'),
];

/** @type {(of: import('./picture.js').Subject) => import('./parts.js').Layers} */
export const FIREFOX = (of) => [
  ['', WINDOW],
  ['f12', [...sign(of, 151, 45.5, true), name(of, 166, 49.5, 145)]],
  ['f1', [box('here', 124, 32.5, 38, 26, 8), mouse(150, 53)]],
  ['f2', [box('held', 125, 35.5, 36, 20, 4), ...sign(of, 151, 45.5, true)]],
  ['f3', [box('held', 125, 35.5, 20, 20, 4), name(of, 150, 49.5, 160)]],
  ['', sliders(135, 45.5)],
  ['f23', [box('panel', 125, 60, 190, 56, 2), name(of, 150, 77, 140, 'strong'), rule(133, 84, 174)]],
  [
    'f2',
    [
      ...sign(of, 141, 99, true),
      line(153, 99, 56),
      box('off', 220, 90, 84, 18, 4),
      line(227, 99, 54),
      cross(294, 99),
      dot('here', 294, 99, 11),
      mouse(297, 104),
    ],
  ],
  ['f3', [line(146, 100, 120), dot('here', 292, 100, 11), check(291.5, 100)]],
];

/** The question: it hangs from a small microphone; the blue button allows.
 * @type {(of: import('./picture.js').Subject) => import('./parts.js').Layers} */
export const FIREFOX_PROMPT = (of) => [
  ['', WINDOW],
  [
    'f12',
    [
      box('held', 125, 35.5, 20, 20, 4),
      ...sign(of, 135, 45.5),
      name(of, 150, 49.5, 160),
      box('panel', 125, 60, 190, 74, 2),
      name(of, 136, 77, 150, 'strong'),
      ...sign(of, 141, 90),
      line(153, 90, 84),
      box('edge', 136.5, 99.5, 9, 9, 2),
      line(153, 104, 70),
      box('off', 204, 112, 44, 16, 4),
      line(214, 120, 24),
      box('on', 254, 112, 50, 16, 4),
      box('knob', 266, 118.5, 26, 3),
      box('here', 250, 108, 58, 24, 8),
    ],
  ],
  ['f1', [dot('here', 135, 45.5, 12.5)]],
  ['f2', [mouse(282, 122)]],
  [
    'f3',
    [
      ...sliders(135, 45.5),
      ...sign(of, 151, 45.5),
      name(of, 166, 49.5, 145),
      box('here', 124, 32.5, 38, 26, 8),
    ],
  ],
];
