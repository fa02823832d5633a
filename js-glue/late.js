// What a part makes for one session: asked before it is here, and fetched by being asked.
/** @import { Part } from './part.js' */

/** Before it is wanted: whoever wants it then asks anew, and hears where it cannot be had. @param {Part<unknown>} part */
export const prefetch = (part) => void part.load().catch(() => {});

/** `soon`: at once, or whenever it has come; only where it is `wanted` is it fetched for that. `now`: at once where it is here, so that it happens inside the click, or when it has come;
 * `otherwise`: where it cannot be had.
 * @template Made @typedef {{ soon: (act: (made: Made) => void, wanted?: boolean) => void, now: (act: (made: Made) => void, otherwise?: () => void) => void }} Late */

/** @template T, Made @param {Part<T>} part @param {(part: T) => Made} make  Once. @param {AbortSignal} signal @returns {Late<Made>} */
export function createLate(part, make, signal) {
  /** @type {Made | undefined} */
  let made;
  /** @param {(made: Made) => void} act @returns {(part: T) => void} */
  const withIt = (act) => (here) => act((made ??= make(here)));
  return {
    soon(act, wanted = true) {
      part.use(withIt(act), signal);
      if (wanted) prefetch(part);
    },
    now(act, otherwise = () => {}) {
      const here = part.now();
      if (here) withIt(act)(here);
      else part.load().then(withIt(act), otherwise);
    },
  };
}
