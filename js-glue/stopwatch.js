/**
 * Milliseconds since it was started, of whichever clock has gone further: one stands still while the machine sleeps, and the other can be
 * set back. For what must not last longer than it may.
 * @returns {() => number}
 */
export function stopwatch() {
  const [ticks, time] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - ticks, Date.now() - time);
}
