// Pages and settings on phones and tablets.
import {
  box,
  check,
  chevron,
  dot,
  gear,
  globe,
  line,
  name,
  page,
  path,
  phone,
  row,
  rule,
  sign,
  sliders,
  toggle,
} from './parts.js';
/** @import { Subject } from './picture.js' */
/** @import { Layers, Shape } from './parts.js' */

/** Safari on an iPhone: the page menu at the left end of the address field, here at the lower edge; Website Settings; Allow.
 * @type {(of: Subject) => Layers} */
export const IOS_PAGE = (of) => [
  [
    '',
    [
      ...phone(-100),
      box('well', 50, 92, 162, 27, 13.5),
      path('firm', 'M60 98.5h12v8h-12zM60 110h12M60 113.5h8'),
      name(of, 88, 109.5, 114),
      box('faint', 101, 124, 60, 2.5),
    ],
  ],
  ['f1', [...page(58, 18, 150), dot('here', 66, 106, 16)]],
  [
    'f2',
    [
      box('panel', 50, 6, 132, 82, 10),
      line(62, 18, 64),
      rule(50, 28, 132),
      line(62, 38, 78),
      rule(50, 48, 132),
      ...gear(68, 60),
      line(82, 60, 78),
      rule(50, 72, 132),
      line(62, 81, 50),
      box('here', 53, 50, 126, 20, 8),
    ],
  ],
  [
    'f3',
    [
      box('panel', 40, 8, 182, 150, 14),
      name(of, 56, 25, 140, 'strong'),
      rule(40, 33, 182),
      ...row(62, 47, 60),
      line(184, 47, 24),
      rule(56, 60, 166),
      ...sign(of, 62, 75),
      line(74, 75, 60),
      line(168, 75, 20),
      check(202, 75, 'firm'),
      rule(56, 90, 166),
      ...row(62, 104, 50),
      line(184, 104, 24),
      rule(56, 117, 166),
      box('here', 46, 63, 170, 24, 8),
    ],
  ],
];

/** A browser on Android: the icon left of the address, Permissions in the sheet that it opens, and the switch.
 * @type {(of: Subject) => Layers} */
export const ANDROID_PAGE = (of) => [
  [
    '',
    [
      ...phone(7),
      box('well', 48, 19, 138, 27),
      name(of, 82, 36.5, 100),
      box('firm', 193, 28, 9, 9, 2.5),
      ...[27, 32.5, 38].map((y) => dot('faint', 212, y, 1.5)),
    ],
  ],
  ['f1', [...page(58, 66, 150), dot('here', 64, 32.5, 14)]],
  ['f23', [box('panel', 44, 53, 174, 140, 10), name(of, 58, 70, 148, 'strong'), rule(44, 78, 174)]],
  [
    'f2',
    [
      dot('firm', 66, 91, 5),
      line(80, 91, 70),
      rule(58, 103, 160),
      ...sliders(66, 118),
      line(80, 118, 60),
      chevron(198, 118),
      box('here', 50, 106, 162, 24, 8),
    ],
  ],
  [
    'f3',
    [
      ...row(66, 91, 50),
      ...toggle(182, 91),
      rule(58, 103, 160),
      ...sign(of, 66, 118),
      line(80, 118, 60),
      ...toggle(182, 118, true),
      box('here', 176, 107, 34, 22),
    ],
  ],
  ['', sliders(64, 32.5)],
];

/** A home screen, with the settings among the apps. @type {Shape[]} */
const HOME = [0, 1, 2].flatMap((down) =>
  [0, 1, 2].map((right) =>
    box(right === 1 && down === 1 ? 'well' : 'off', 65 + right * 52, 22 + down * 40, 28, 28, 8),
  ),
);
const BACK = path('firm', 'M64 25h-8m3.5-3.5l-3.5 3.5 3.5 3.5');

/** iPhone and iPad: Settings, then the line of the microphone, then the switch. @type {(of: Subject) => Layers} */
export const IOS_SETTINGS = (of) => [
  ['', phone(7)],
  ['f1', [...HOME, ...gear(131, 76), box('here', 111, 56, 40, 40, 12)]],
  [
    'f23',
    [
      box('faint', 111, 13, 40, 6),
      box('well', 50, 43, 162, 140, 10),
      path('firm', 'M57 27l-4 4 4 4'),
      line(107, 31, 48),
    ],
  ],
  [
    'f2',
    [
      ...[57, 113].flatMap((y) => [...row(66, y, 64), chevron(198, y)]),
      rule(78, 70, 134),
      ...sign(of, 66, 85),
      line(78, 85, 60),
      chevron(198, 85),
      rule(78, 100, 134),
      box('here', 53, 73, 156, 24, 8),
    ],
  ],
  [
    'f3',
    [
      ...[57, 113].flatMap((y) => [...row(66, y, 54), ...toggle(182, y)]),
      rule(78, 70, 134),
      ...globe(66, 85),
      line(78, 85, 60),
      ...toggle(182, 85, true),
      rule(78, 100, 134),
      box('here', 176, 74, 34, 22),
    ],
  ],
];

/** The height of each choice, and the length of its words. */
const CHOICES = /** @type {const} */ ([
  [75, 104],
  [98, 76],
  [121, 64],
]);

/** Android: Settings, then Permissions of this browser, then the first choice. @type {(of: Subject) => Layers} */
export const ANDROID_SETTINGS = (of) => [
  ['', phone(7)],
  ['f1', [...HOME, ...gear(131, 76), box('here', 111, 56, 40, 40)]],
  ['f23', [BACK, rule(54, 58, 154)]],
  [
    'f2',
    [
      ...globe(66, 44),
      line(80, 44, 66),
      line(58, 72, 90),
      line(58, 92, 62),
      line(58, 99, 36),
      line(58, 120, 84),
      box('here', 48, 83, 166, 25, 8),
    ],
  ],
  [
    'f3',
    [
      ...sign(of, 66, 44),
      line(80, 44, 66),
      ...CHOICES.flatMap(([y, width]) => [dot('firm', 64, y, 5), line(78, y, width)]),
      dot('on', 64, 75, 2.5),
      box('here', 48, 63, 166, 24, 8),
    ],
  ],
];
