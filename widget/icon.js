// A small line drawing on a 24 × 24 field, our own.
import { draw } from './dom.js';

export const MICROPHONE =
  'M12 3.2a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.8 11.2a6.2 6.2 0 0 0 12.4 0M12 17.4v3.4M8.8 20.8h6.4';

/** @param {string} d @param {string} [look] */
export const drawPath = (d, look = 'line') => draw('path', { d, class: look });

/** @param {Element[]} paths */
export const drawLines = (...paths) =>
  draw('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, ...paths);
