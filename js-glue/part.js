// A part of Earshot that comes in a file of its own: once for all widgets of the page. One that could not be had is asked for anew
// when it is wanted again.

/**
 * @template T
 * @param {() => Promise<T>} fetchIt
 */
export function createPart(fetchIt) {
  /** @type {T | undefined} */
  let here;
  /** @type {Promise<T> | undefined} */
  let coming;
  async function load() {
    try {
      return (here = await fetchIt());
    } finally {
      coming = undefined;
    }
  }
  return {
    /** It, where it is here already. */
    now: () => here,
    /** Rejects where it cannot be had. */
    load: () => (here ? Promise.resolve(here) : (coming ??= load())),
  };
}
