// How fast is too fast. A bucket for each key; it holds `burst`, and refills at `perSecond`.
// It uses the monotonic clock: with the machine's clock, setting it back by an hour would make everybody wait for an hour.
import { performance } from 'node:perf_hooks';

/** @param {{ burst: number, perSecond: number, pause?: number }} rate  `pause`: how many it must hold again after it was empty. */
export function createPace({ burst, perSecond, pause = 1 }, now = () => performance.now()) {
  /** @type {Map<string, { left: number, last: number, until: number }>} */
  const buckets = new Map();

  /** How long to wait, 0: go on. @param {string} key */
  return (key) => {
    const at = now();
    if (buckets.size > 5000) sweep(at);
    const bucket = buckets.get(key) ?? { left: burst, last: at, until: 0 };
    buckets.set(key, bucket);
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.last) / 1000) * perSecond);
    bucket.last = at;
    // All that comes before its time is refused, so that a queue which is sent again in order also arrives in order.
    if (at < bucket.until) return Math.ceil(bucket.until - at);
    if (bucket.left < 1) {
      const wait = Math.ceil(((pause - bucket.left) / perSecond) * 1000);
      bucket.until = at + wait;
      return wait;
    }
    bucket.left -= 1;
    return 0;
  };

  /** Forgets those who are full again. @param {number} at */
  function sweep(at) {
    for (const [key, { left, last }] of buckets)
      if (left + ((at - last) / 1000) * perSecond >= burst) buckets.delete(key);
  }
}
