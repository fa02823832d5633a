// Chance that can be had again: the same seed, the same faults.

/** @param {number} seed @returns {() => number} 0 to 1, as Math.random. (mulberry32) */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of these, or none. @template {string} Name @param {() => number} random @param {Partial<Record<Name, number>>} odds  Of each, 0 to 1. @returns {Name | undefined} */
export function pick(random, odds) {
  let at = random();
  for (const [name, share] of Object.entries(odds)) {
    at -= Number(share);
    if (at < 0) return /** @type {Name} */ (name);
  }
  return undefined;
}
