// Pages and settings on phones and tablets.
import { box, check, chevron, dot, gear, globe, line, name, path, phone, row, rule, sign, sliders, toggle } from './parts.js';
/** @import { Subject } from './picture.js' */
/** @import { Layers, Shape } from './parts.js' */

/** Safari on an iPhone: the page menu at the left end of the address field, here at the lower edge; Website Settings; Allow. @type {(of: Subject) => Layers} */
export const IOS_PAGE = (of) => [
  ['', [...phone(-100), box('well', 72, 94, 140, 26, 13), path('firm', 'M79 100.5h11v7h-11zM79 111h11M79 114.5h7'), name(of, 98, 111, 106), box('faint', 112, 124.5, 60, 2.5)]],
  ['f1', [dot('here', 84.5, 107, 15)]],
  ['f2', [
    box('panel', 72, 8, 124, 80, 10), line(84, 20, 60), rule(72, 30, 124), line(84, 40, 72), rule(72, 50, 124), ...gear(88, 62), line(102, 62, 70), rule(72, 74, 124), line(84, 83, 50),
    box('here', 75, 52, 118, 20, 8),
  ]],
  ['f3', [
    box('panel', 68, 8, 148, 140, 12), name(of, 80, 24, 124, 'strong'), rule(68, 32, 148), ...row(86, 45, 60), line(180, 45, 24), rule(80, 57, 136),
    ...sign(of, 86, 71), line(98, 71, 54), line(168, 71, 18), check(198, 71, 'firm'), rule(80, 85, 136), ...row(86, 98, 50), line(180, 98, 24), box('here', 74, 60, 136, 23, 8),
  ]],
];

/** A browser on Android: the icon left of the address, Permissions in the sheet that it opens, and the switch. @type {(of: Subject) => Layers} */
export const ANDROID_PAGE = (of) => [
  ['', [...phone(6), box('well', 72, 20, 116, 26), name(of, 99, 37, 82), box('edge', 194, 28.5, 9, 9, 2.5), ...[27, 33, 39].map((y) => dot('faint', 212, y, 1.4))]],
  ['f1', [dot('here', 86, 33, 14)]],
  ['f23', [box('panel', 66, 52, 152, 140, 10), name(of, 78, 69, 128, 'strong'), rule(66, 77, 152)]],
  ['f2', [dot('firm', 85, 90, 5), line(98, 90, 60), rule(78, 101, 128), ...sliders(85, 115), line(98, 115, 52), chevron(200, 115), box('here', 71, 104, 142, 22, 8)]],
  ['f3', [...row(85, 90, 40), rule(78, 101, 128), ...sign(of, 85, 115), line(98, 115, 52), ...toggle(182, 115, true), box('here', 176, 104, 34, 22)]],
  ['', sliders(86, 33)],
];

/** A home screen, with the settings among the apps. @type {Shape[]} */
const HOME = [0, 1, 2].flatMap((down) => [0, 1, 2].map((right) => box(right === 1 && down === 1 ? 'well' : 'off', 84 + right * 44, 22 + down * 38, 28, 28, 8)));

/** iPhone and iPad: Settings, then the line for the microphone, then the switch. @type {(of: Subject) => Layers} */
export const IOS_SETTINGS = (of) => [
  ['', phone(6)],
  ['f1', [...HOME, ...gear(142, 74), box('here', 122, 54, 40, 40, 12)]],
  ['f23', [box('faint', 122, 11, 40, 6), box('well', 72, 42, 140, 140, 10), path('firm', 'M77 25l-4 4 4 4'), line(118, 29, 48)]],
  ['f2', [...[56, 112].flatMap((y) => [...row(88, y, 54), chevron(198, y)]), rule(100, 69, 112), ...sign(of, 88, 84), line(100, 84, 50), chevron(198, 84), rule(100, 99, 112), box('here', 76, 72, 132, 24, 8)]],
  ['f3', [...row(88, 56, 50), ...toggle(182, 56), rule(100, 69, 112), ...globe(88, 84), line(100, 84, 50), ...toggle(182, 84, true), rule(100, 99, 112), ...row(88, 112, 42), ...toggle(182, 112), box('here', 176, 73, 34, 22)]],
];

/** Android: Settings, then Permissions of this browser, then the choice. @type {(of: Subject) => Layers} */
export const ANDROID_SETTINGS = (of) => [
  ['', phone(6)],
  ['f1', [...HOME, ...gear(142, 74), box('here', 122, 54, 40, 40, 20)]],
  ['f2', [path('firm', 'M84 22h-8m3.5-3.5l-3.5 3.5 3.5 3.5'), ...globe(88, 44), line(102, 44, 60), rule(74, 60, 136), line(78, 73, 70), ...sliders(84, 96), line(98, 93, 56), line(98, 100, 36), line(78, 118, 80), box('here', 70, 84, 144, 25, 8)]],
  ['f3', [
    path('firm', 'M84 22h-8m3.5-3.5l-3.5 3.5 3.5 3.5'), ...sign(of, 88, 44), line(102, 44, 60), rule(74, 60, 136),
    ...[76, 98, 120].flatMap((y, at) => [dot('firm', 84, y, 5), line(98, y, [88, 60, 52][at])]), dot('on', 84, 76, 2.5), box('here', 70, 64, 144, 24, 8),
  ]],
];
