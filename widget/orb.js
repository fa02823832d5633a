// The round button. Each state has its own icon, ring and motion: colour is never the only difference.
import { breatheWhenSeen } from './breath.js';
import { setChildren, setShown } from './children.js';
import { make, setAttribute, setText } from './dom.js';
import { drawIcon } from './icons.js';
/** @import { Frame } from './frame.js' */
/** @import { Icon } from './icons.js' */
/** @import { Face } from './present.js' */

const SWELL = 0.36; // as much larger the glow becomes

/** @param {Pick<Frame, 'orb' | 'disc' | 'face'>} frame */
export function createOrb({ orb, disc, face }) {
  const glow = make('span', { class: 'glow' });
  const badge = make('span', { class: 'badge', part: 'badge' });
  const count = make('span', { class: 'count', part: 'unread', hidden: '' }); // in words it is in the orb's name
  orb.prepend(glow);
  orb.append(badge, count);
  let level = 0;
  const drawn = { icon: 'microphone', badge: '' };

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
      if (step === level) return;
      level = step;
      // One node is composed anew: a variable would restyle the whole tree, and a shadow that grows is painted at each step. Through the
      // object model, which no policy forbids; an animation that stands still would be waited for by whoever waits for animations.
      glow.style.scale = String(1 + SWELL * step);
    },
    /** @param {Face} next */
    render(next) {
      face(next);
      setAttribute(orb, 'data-quiet', next.quiet ? '' : null);
      setText(count, next.count);
      setShown(count, next.count !== '');
      put(disc, 'icon', next.icon);
      put(badge, 'badge', next.badge);
    },
  };
}
