// What may never answer is not waited for without end.
import { tried } from './tried.js';

/** A little less than a press waits (patience.js), so that whoever pressed has an answer. */
const IN_TIME_MS = 9000;

/** As the promise; rejects after that time, and what comes later is for whoever holds the promise itself.
 * @template T @param {PromiseLike<T>} promise @param {number} [ms] @returns {Promise<T>} */
export const inTime = (promise, ms = IN_TIME_MS) =>
  new Promise((resolve, reject) => {
    const timer = tried(() => setTimeout(() => reject('no answer'), ms)); // broken ones cost the deadline only
    const ends = () => void tried(() => clearTimeout(timer));
    promise.then(resolve, reject);
    promise.then(ends, ends);
  });
