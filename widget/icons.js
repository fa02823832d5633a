// The icons by their names.
import { drawLines, drawPath, MICROPHONE } from './icon.js';

/** `slash`: through it. `solid`: filled. @typedef {{ line: string, slash?: boolean, solid?: boolean }} Lines */

const CAMERA =
  'M5.6 6.8h7.8a2.4 2.4 0 0 1 2.4 2.4v5.6a2.4 2.4 0 0 1-2.4 2.4H5.6a2.4 2.4 0 0 1-2.4-2.4V9.2a2.4 2.4 0 0 1 2.4-2.4zM15.8 11l5-2.8v7.6l-5-2.8';

/** @typedef {'microphone' | 'microphone-off' | 'camera' | 'camera-off' | 'chat' | 'end' | 'question' | 'alert' | 'close' |
 *   'arrow' | 'bell'} Icon */

/** @type {Record<Icon, Lines>} */
const ICONS = {
  microphone: { line: MICROPHONE },
  'microphone-off': { line: MICROPHONE, slash: true },
  camera: { line: CAMERA },
  'camera-off': { line: CAMERA, slash: true },
  chat: {
    line: 'M6 4.8h12a2.6 2.6 0 0 1 2.6 2.6v6.8a2.6 2.6 0 0 1-2.6 2.6h-6.2l-4.6 3.8v-3.8H6a2.6 2.6 0 0 1-2.6-2.6V7.4A2.6 2.6 0 0 1 6 4.8zM8 9.2h8M8 12.6h5',
  },
  end: {
    line: 'M2.4 15v-1.6C2.4 6.4 21.6 6.4 21.6 13.4V15c0 1-.9 1.8-1.9 1.6l-3.2-.6a1.5 1.5 0 0 1-1.2-1.5v-1.7c-2.1-.6-4.5-.6-6.6 0v1.7c0 .7-.5 1.4-1.2 1.5l-3.2.6c-1 .2-1.9-.6-1.9-1.6z',
    solid: true,
  },
  question: { line: 'M8.6 8.8a3.5 3.5 0 1 1 5 3.2c-1 .5-1.6 1.2-1.6 2.4M12 18.6v.1' },
  alert: { line: 'M12 5.6v8M12 18.3v.1' },
  close: { line: 'M6.5 6.5l11 11M17.5 6.5l-11 11' },
  arrow: { line: 'M12 20V4.5M5.5 11L12 4.5l6.5 6.5' },
  bell: {
    line: 'M12 4a5.2 5.2 0 0 0-5.2 5.2c0 4.6-1.8 6.2-1.8 7.2h14c0-1-1.8-2.6-1.8-7.2A5.2 5.2 0 0 0 12 4zM10 19.4a2.1 2.1 0 0 0 4 0',
  },
};

const SLASH = 'M4.2 3.8l15.6 16.4';

/** @param {Icon} name */
export function drawIcon(name) {
  const { line, slash, solid } = ICONS[name];
  // `cut` is a wider line in the colour underneath: it sets the slash apart.
  const through = slash ? [drawPath(SLASH, 'cut'), drawPath(SLASH)] : [];
  return drawLines(drawPath(line, solid ? 'solid' : 'line'), ...through);
}
