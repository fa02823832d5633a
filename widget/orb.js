// The round button. Each state has its own icon, ring and motion: colour is never the only difference.
import { drawIcon } from './icons.js';
import { make, setAttribute, setChildren, setShown, setText } from './dom.js';
/** @import { Face } from './present.js' */
/** @import { Icon } from './icons.js' */

/** @param {() => void} press */
export function createOrb(press) {
  const disc = make('span', { class: 'disc' });
  const badge = make('span', { class: 'badge', part: 'badge' });
  const count = make('span', { class: 'count', part: 'unread', hidden: '' }); // in words it is in the orb's name
  const orb = make(
    'button',
    { type: 'button', id: 'orb', class: 'orb' },
    make('span', { class: 'ring' }),
    disc,
    badge,
    count,
  );
  orb.addEventListener('click', press);
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
