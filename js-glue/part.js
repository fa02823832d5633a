// A part of Earshot that comes in a file of its own: once for all widgets of the page. One that could not be had is asked for anew
// when it is wanted again.

/**
 * @template T
 * @typedef {{ now: () => T | undefined, load: () => Promise<T>, use: (act: (part: T) => void, signal: AbortSignal) => void }} Part
 *   `now`: where it is here already. `load`: rejects where it cannot be had. `use`: at once, or when it has come, whoever loads it;
 *   `signal`: it is not wanted any more.
 */

/** @template T @param {(again: string) => Promise<T>} fetchIt  `again`: what script/bundle.mjs adds to the address, since Firefox keeps a module
 * that failed. @returns {Part<T>} */
export function createPart(fetchIt) {
  /** @type {T | undefined} */
  let here;
  /** @type {Promise<T> | undefined} */
  let coming;
  /** @type {Set<(part: T) => void>} */
  const waiting = new Set();
  let again = '';
  async function load() {
    try {
      const part = (here = await fetchIt(again));
      for (const act of waiting) act(part);
      waiting.clear();
      return part;
    } finally {
      coming = undefined;
      again += '?';
    }
  }
  return {
    now: () => here,
    load: () => (here ? Promise.resolve(here) : (coming ??= load())),
    use(act, signal) {
      if (here) return act(here);
      waiting.add(act);
      signal.addEventListener('abort', () => waiting.delete(act));
    },
  };
}
