import { tried } from './tried.js';

/** What a script of the page has put in the place of a clock, and cannot be read, stands still. @param {() => number} clock */
export const read = (clock) => tried(clock) || 0;
const now = () => [read(() => performance.now()), read(Date.now)];

/**
 * Milliseconds since it was started, of whichever clock has gone further: one stands still while the machine sleeps, and the other can be
 * set back. For what must not last longer than it may.
 * @returns {() => number}
 */
export function stopwatch() {
  const began = now();
  return () => Math.max(...now().map((time, n) => time - Number(began[n])));
}
