// Safari on a Mac: the menu with the browser's name, and a line in it.
import { box, dot, path } from './parts.js';

/** @type {(of: import('../../js-glue/contract.js').Capability) => import('./picture.js').Shape[]} */
export const SAFARI = () => [
  box('frame', 6, 8, 268, 120, 12), box('field', 6, 8, 268, 24, 12),
  dot(22, 20, 4.5, 'faint'), ['text', 'strong', { x: 38, y: 24.5 }, 'Safari'],
  box('faint', 92, 18.5, 20, 3), box('faint', 124, 18.5, 20, 3), box('faint', 156, 18.5, 26, 3),
  box('field', 32, 36, 172, 92, 8), box('faint', 46, 48, 84, 3), box('faint', 46, 62, 56, 3),
  path('firm', 'M46 83h110'), box('faint', 46, 102, 74, 3),
  box('here', 30, 8, 52, 24, 12), box('here', 38, 72, 160, 22, 11),
];
