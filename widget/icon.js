// A small line drawing on a 24 × 24 field, our own. `cut` is a wider line in the colour underneath: it sets the slash apart.
import { draw } from './dom.js';

export const MICROPHONE =
  'M12 3.2a3 3 0 0 0-3 3v5a3 3 0 0 0 6 0v-5a3 3 0 0 0-3-3zM5.8 11.2a6.2 6.2 0 0 0 12.4 0M12 17.4v3.4M8.8 20.8h6.4';
const SLASH = 'M4.2 3.8l15.6 16.4';

/** @typedef {{ line: string, slash?: boolean, solid?: boolean }} Lines */

/** @param {Lines} lines */
export function drawLines({ line, slash, solid }) {
  const icon = draw('svg', {
    viewBox: '0 0 24 24',
    class: 'icon',
    'aria-hidden': 'true',
    focusable: 'false',
  });
  icon.append(draw('path', { d: line, class: solid ? 'solid' : 'line' }));
  if (slash) icon.append(draw('path', { d: SLASH, class: 'cut' }), draw('path', { d: SLASH, class: 'line' }));
  return icon;
}
