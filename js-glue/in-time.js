// What may never answer is not waited for without end.

/** A little less than a press waits (patience.js), so that whoever pressed has an answer. */
const IN_TIME_MS = 9000;

/** As the promise; rejects after that time, and what comes later is for whoever holds the promise itself.
 * @template T @param {Promise<T>} promise @param {number} [ms] @returns {Promise<T>} */
export function inTime(promise, ms = IN_TIME_MS) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(reject, ms, 'no answer');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
