// The round button. Each state has its own icon, ring and motion: colour is never the only difference.
import { drawIcon } from './icons.js';
import { breatheWhenSeen } from './breath.js';
import { make, setAttribute, setChildren, setShown, setText } from './dom.js';
/** @import { Face } from './present.js' */
/** @import { Icon } from './icons.js' */

const LOUDEST = 1.36; // as large as the glow becomes

/** @param {() => void} press */
export function createOrb(press) {
  const glow = make('span', { class: 'glow' });
  const disc = make('span', { class: 'disc' });
  const badge = make('span', { class: 'badge', part: 'badge' });
  const count = make('span', { class: 'count', part: 'unread', hidden: '' }); // in words it is in the orb's name
  const orb = make(
    'button',
    { type: 'button', id: 'orb', class: 'orb' },
    glow,
    make('span', { class: 'ring' }),
    disc,
    badge,
    count,
  );
  orb.addEventListener('click', press);
  // An animation that stands still, and is moved by hand: one node is composed anew. A variable would restyle the whole tree, and a
  // shadow that grows is painted at each step.
  const swell = glow.animate({ scale: [1, LOUDEST] }, { duration: 1, fill: 'both' });
  swell.pause();
  let level = 0;
  const drawn = { icon: '', badge: '' };

  /** @param {HTMLElement} place @param {'icon' | 'badge'} which @param {Icon | null} name */
  function put(place, which, name) {
    if (drawn[which] === (name ?? '')) return;
    drawn[which] = name ?? '';
    setChildren(place, name ? [drawIcon(name)] : []);
    setAttribute(place, 'data-icon', name);
  }

  return {
    orb,
    /** @param {AbortSignal} signal */
    watch: (signal) => breatheWhenSeen(orb, signal),
    /** @param {number} next  0 (silence) to 1. */
    setLevel(next) {
      const step = Math.round(next * 50) / 50; // finer than this is not seen
      if (step !== level) swell.currentTime = level = step;
    },
    /** @param {Face} face */
    render(face) {
      setAttribute(orb, 'aria-label', face.name);
      setAttribute(orb, 'data-orb', face.orb);
      setAttribute(orb, 'data-press', `orb ${face.press}`);
      setAttribute(orb, 'data-quiet', face.quiet ? '' : null);
      setAttribute(orb, 'part', `orb ${face.orb}`);
      setText(count, face.count);
      setShown(count, face.count !== '');
      put(disc, 'icon', face.icon);
      put(badge, 'badge', face.badge);
    },
  };
}
