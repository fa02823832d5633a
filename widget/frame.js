// What is on the page first, and stays: the orb and the words beside it. All other parts come into the same frame later, so that nothing
// jumps and no focus is lost.
import { tried } from '../js-glue/tried.js';
import { unclobbered } from '../js-glue/unclobbered.js';
import { make, setAttribute } from './dom.js';
import { addSheet } from './sheet.js';
import { drawLines, drawPath, MICROPHONE } from './icon.js';
import { FRAME } from './styles/frame.js';
import { ORB } from './styles/orb.js';
/** @import { Furniture } from '../js-glue/config.js' */
/** @import { Face } from './present.js' */

/** @typedef {ReturnType<typeof createFrame>} Frame */

/** Of a phone: no room beside what the page has there. */
export const NARROW = '(max-width: 480px)';

/** @param {ShadowRoot} root */
export function createFrame(root) {
  addSheet(root, FRAME + ORB);
  const disc = make('span', { class: 'disc', 'data-icon': 'microphone' }, drawLines(drawPath(MICROPHONE)));
  const orb = make(
    'button',
    { type: 'button', id: 'orb', class: 'orb' },
    make('span', { class: 'ring' }),
    disc,
  );
  orb.addEventListener('click', () => frame.press());
  const hint = make('label', { class: 'hint', part: 'hint' }); // its words may be pressed like the orb
  const bar = make('div', { class: 'bar', part: 'bar' }, hint);
  const node = make(
    'div',
    { class: 'widget', part: 'widget', role: 'region' },
    make('div', { class: 'dock' }, orb, bar),
  );
  let collapses = () => false;
  const frame = {
    node,
    orb,
    disc,
    bar,
    hint,
    /** @param {string} css */
    addSheet: (css) => addSheet(root, css),
    /** The orb was pressed: whoever draws now says what that does. */
    press() {},
    /** @param {Pick<Face, 'orb' | 'press' | 'name' | 'rests'>} face */
    face({ orb: state, press, name, rests }) {
      setAttribute(bar, 'data-rest', rests && collapses() ? '' : null);
      setAttribute(orb, 'aria-label', name);
      setAttribute(orb, 'data-orb', state);
      setAttribute(orb, 'data-press', `orb ${press}`);
      setAttribute(orb, 'part', `orb ${state}`);
    },
    /** @param {Pick<Furniture, 'position' | 'theme' | 'launcher'>} furniture @param {{ language: string, direction: string }} words @param {string} name */
    furnish({ position, theme, launcher }, { language, direction }, name) {
      collapses = () =>
        launcher === 'orb' ||
        (launcher === 'auto' && position !== 'inline' && tried(() => matchMedia(NARROW).matches));
      setAttribute(node, 'data-position', position);
      // A page that says which schemes it has is right about itself; of the others the system is asked.
      const stated =
        unclobbered(document).querySelector('meta[name=color-scheme]') ||
        tried(() => getComputedStyle(root.host).colorScheme, 'normal') !== 'normal';
      setAttribute(node, 'data-theme', theme === 'auto' && stated ? 'page' : theme);
      setAttribute(node, 'lang', language);
      setAttribute(node, 'dir', direction);
      setAttribute(node, 'aria-label', name);
    },
  };
  return frame;
}
