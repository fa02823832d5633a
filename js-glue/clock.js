/**
 * Whole milliseconds since it was started: what a trace counts in, and how long an answer took. Monotonic, so a corrected system clock
 * cannot make a trace run backwards; nor can a page whose scripts have replaced the browser's clock by one that does.
 * @returns {() => number}
 */
export function startClock() {
  const began = performance.now();
  let last = 0;
  return () => (last = Math.max(last, Math.round(performance.now() - began) || 0));
}
