// Waiting with a deadline, in place of sleeping.

/** @param {number} ms */
export const sleep = (ms) =>
  new Promise((done) => {
    setTimeout(done, ms);
  });

/** As long as a person takes at least to read a question. What is refused sooner was refused by nobody, and is explained so. */
export const read = () => sleep(500);

/**
 * Asks again and again until the answer is truthy, and gives that answer.
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{ what: string, ms?: number, every?: number, state?: () => unknown }} options  `state`: shown when it never happens.
 * @returns {Promise<Exclude<T, false | null | undefined | '' | 0>>}
 */
export async function until(ask, { what, ms = 10_000, every = 50, state }) {
  const deadline = Date.now() + ms;
  for (;;) {
    const answer = await ask();
    if (answer) return /** @type {Exclude<T, false | null | undefined | '' | 0>} */ (answer);
    if (Date.now() > deadline) {
      const last = state ? `\n${JSON.stringify(await state(), null, 1)}` : '';
      throw new Error(`waited ${ms} ms in vain for ${what}${last}`);
    }
    await sleep(every);
  }
}
