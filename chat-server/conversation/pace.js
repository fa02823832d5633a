// How fast is too fast. A bucket for each key; it holds `burst`, and refills at `perSecond`.
// It uses the monotonic clock: with the machine's clock, setting it back by an hour would make everybody wait for an hour.
import { performance } from 'node:perf_hooks';

export const MOST_WAIT_MS = 60_000; // who has to wait longer is told so again
const FEW = 5000; // buckets

/** @param {{ burst: number, perSecond: number, pause?: number }} rate  `pause`: how many it must hold again after it was empty. */
export function createPace({ burst, perSecond, pause = 1 }, now = () => performance.now()) {
  /** @type {Map<string, { left: number, last: number, until: number }>} */
  const buckets = new Map();
  let many = FEW;

  /** How long to wait, 0: go on. What costs more than is left is let through, and paid for afterwards: a bucket is never too small for it.
   * @param {string} key */
  return (key, cost = 1) => {
    const at = now();
    if (buckets.size > many) sweep(at);
    const bucket = buckets.get(key) ?? { left: burst, last: at, until: 0 };
    buckets.set(key, bucket);
    bucket.left = Math.min(burst, bucket.left + ((at - bucket.last) / 1000) * perSecond);
    bucket.last = at;
    // All that comes before its time is refused, so that a queue which is sent again in order also arrives in order.
    if (at < bucket.until) return Math.ceil(bucket.until - at);
    if (bucket.left < 1) {
      const wait = Math.min(MOST_WAIT_MS, Math.ceil(((pause - bucket.left) / perSecond) * 1000));
      bucket.until = at + wait;
      return wait;
    }
    bucket.left -= cost;
    return 0;
  };

  /** Forgets those who are full again. Not at every call, where there are many who are not. @param {number} at */
  function sweep(at) {
    for (const [key, { left, last }] of buckets)
      if (left + ((at - last) / 1000) * perSecond >= burst) buckets.delete(key);
    many = Math.max(FEW, 2 * buckets.size);
  }
}
