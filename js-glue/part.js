// A part of Earshot that comes in a file of its own: once for all widgets of the page. One that could not be had is asked for anew
// when it is wanted again.

/**
 * @template T
 * @typedef {{ now: () => T | undefined, load: () => Promise<T>, use: (act: (part: T) => void) => void }} Part
 *   `now`: where it is here already. `load`: rejects where it cannot be had. `use`: at once, or when it has come, whoever loads it.
 */

/** @template T @param {(again: string) => Promise<T>} fetchIt  `again`: what script/bundle.mjs adds to the address, since Firefox keeps a module
 * that failed. @returns {Part<T>} */
export function createPart(fetchIt) {
  /** @type {T | undefined} */
  let here;
  /** @type {Promise<T> | undefined} */
  let coming;
  /** @type {((part: T) => void)[]} */
  const waiting = [];
  let again = '';
  async function load() {
    try {
      const part = (here = await fetchIt(again));
      for (const act of waiting.splice(0)) act(part);
      return part;
    } finally {
      coming = undefined;
      again += '?';
    }
  }
  return {
    now: () => here,
    load: () => (here ? Promise.resolve(here) : (coming ??= load())),
    use: (act) => void (here ? act(here) : waiting.push(act)),
  };
}
