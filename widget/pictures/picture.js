// Draws where to press: where to go, what opens, what to press there. It stands still on the first of the three until it is
// asked to move, by its button or a mouse upon it, and stops by itself; who wants no motion turns the leaves by the button.
import { setChildren, setShown } from '../children.js';
import { draw, make, setAttribute, setText } from '../dom.js';
import { CHROMIUM, CHROMIUM_PROMPT } from './chromium-left-chip.js';
import { MACOS, WINDOWS } from './computers.js';
import { FIREFOX, FIREFOX_PROMPT } from './firefox-left-icons.js';
import { ANDROID_PAGE, ANDROID_SETTINGS, IOS_PAGE, IOS_SETTINGS } from './phones.js';
import { SAFARI } from './safari-menu-bar.js';
/** @import { Action, Capability, Picture } from '../../js-glue/words.js' */
/** @import { Layers } from './parts.js' */

/** Of what and whose the picture is. @typedef {{ kind: Capability, host: string }} Subject */
/** `mirrored`: the visitor's browser runs from right to left. `showWhere`: the browser can be made to show the very place.
 * @typedef {{ picture: Picture, kind: Capability, host: string, mirrored: boolean, description: string,
 *   texts: { label_play: string, label_stop: string }, showWhere: boolean }} Shown */

/** @type {Record<Exclude<Picture, ''>, (of: Subject) => Layers>} */
const PICTURES = {
  'chromium-left-chip': CHROMIUM,
  'chromium-prompt': CHROMIUM_PROMPT,
  'firefox-left-icons': FIREFOX,
  'firefox-prompt': FIREFOX_PROMPT,
  'safari-menu-bar': SAFARI,
  'ios-page-menu': IOS_PAGE,
  'ios-settings': IOS_SETTINGS,
  'android-address-bar': ANDROID_PAGE,
  'android-settings': ANDROID_SETTINGS,
  'macos-privacy': MACOS,
  'windows-privacy': WINDOWS,
};
const WIDTH = 320;
const HEIGHT = 136;

/** @param {Exclude<Picture, ''>} picture @param {Subject} of @param {boolean} mirrored */
function drawPicture(picture, of, mirrored) {
  const whole = draw('g', mirrored ? { transform: `translate(${WIDTH})scale(-1 1)` } : {});
  for (const [when, shapes] of PICTURES[picture](of)) {
    const layer = draw('g', when ? { class: when } : {});
    for (const [tag, look, attributes, words = ''] of shapes) {
      const shape = draw(tag, { class: look }, words);
      for (const [attribute, value] of Object.entries(attributes))
        shape.setAttribute(attribute, String(value));
      // Letters, and what looks the same everywhere, are turned back where they stand.
      if (mirrored && (tag === 'text' || (tag === 'path' && attributes.x)))
        shape.setAttribute('transform', `translate(${2 * Number(attributes.x)})scale(-1 1)`);
      layer.append(shape);
    }
    whole.append(layer);
  }
  return draw('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, 'aria-hidden': 'true', focusable: 'false' }, whole);
}

/** @param {(action: Action) => void} press */
export function createPicture(press) {
  const scene = make('div', { class: 'scene', role: 'img' });
  const label = make('span');
  const icon = draw(
    'svg',
    { viewBox: '0 0 10 10', 'aria-hidden': 'true', focusable: 'false' },
    draw('path', { d: 'M2 .5v9L9.5 5z' }),
    draw('path', { d: 'M1 1h8v8H1z' }),
  );
  const button = make(
    'button',
    { type: 'button', class: 'play', part: 'play' },
    make('span', { class: 'pill' }, icon, label),
  );
  const node = make(
    'div',
    { class: 'picture', part: 'picture', hidden: '', 'data-frame': '1' },
    scene,
    button,
  );
  /** @type {Shown | null} */
  let shown = null;
  let drawn = '';
  let asked = false; // by the button: a mouse that leaves does not end it

  /** @param {'1' | '2' | '3'} frame @param {boolean} playing */
  function go(frame, playing) {
    asked &&= playing;
    setAttribute(node, 'data-frame', frame);
    setAttribute(node, 'data-playing', playing ? '' : null);
    setAttribute(button, 'data-asked', asked ? '' : null);
    if (shown) setText(label, asked ? shown.texts.label_stop : shown.texts.label_play);
  }
  function rest() {
    setAttribute(node, 'data-shown', null);
    go('1', false);
  }
  function play() {
    go('1', false);
    void node.offsetWidth; // what already moves begins anew
    go('1', true);
  }
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

  button.addEventListener('click', () => {
    if (asked) return rest();
    const frame = still() ? node.dataset.frame : '1';
    if (frame === '1' && shown?.showWhere) {
      setAttribute(node, 'data-shown', '');
      press('show_where');
    }
    if (still()) return go(frame === '1' ? '2' : frame === '2' ? '3' : '1', false);
    play();
    asked = true;
    go('1', true);
  });
  node.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType === 'mouse' && !asked && !still()) play();
  });
  node.addEventListener('pointerleave', ({ pointerType }) => {
    if (pointerType === 'mouse' && !asked && !still()) rest();
  });
  scene.addEventListener('animationend', rest);

  return {
    node,
    /** The card closes. */
    stop: rest,
    /** @param {Shown} next */
    render(next) {
      shown = next;
      const { picture, kind, host, mirrored, description } = next;
      setShown(node, picture !== '');
      setAttribute(scene, 'aria-label', description);
      setAttribute(node, 'data-mirrored', mirrored ? '' : null);
      const wanted = picture && [picture, kind, mirrored, host].join(' ');
      if (drawn !== wanted) {
        drawn = wanted;
        setChildren(scene, picture ? [drawPicture(picture, { kind, host }, mirrored)] : []);
        rest();
      } else go(/** @type {'1'} */ (node.dataset.frame), node.dataset.playing === ''); // in another language, perhaps
    },
  };
}
