// The idle orb breathes three times and rests: a motion that never ends keeps a device busy for as long as the page is open. It breathes
// again where it is seen anew: the tab comes back, the page is scrolled to it, a hand comes near.
import { listen } from '../js-glue/listen.js';
import { unclobbered } from '../js-glue/unclobbered.js';
import { observe } from './observe.js';

/** @param {HTMLElement} orb @param {AbortSignal} signal */
export function breatheWhenSeen(orb, signal) {
  // Two names for one motion (styles/orb.js): another name is another beginning.
  const breathe = () => void orb.toggleAttribute('data-anew');
  let seen = true; // it has just begun
  const leave = observe(
    'IntersectionObserver',
    (entries) => {
      const now = entries.some(({ isIntersecting }) => isIntersecting);
      if (now && !seen) breathe();
      seen = now;
    },
    orb,
  );
  signal.addEventListener('abort', leave);
  listen(signal, orb, 'pointerenter', breathe);
  const page = unclobbered(document);
  listen(signal, page, 'visibilitychange', () => page.visibilityState === 'visible' && breathe());
}
