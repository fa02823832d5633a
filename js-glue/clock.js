/**
 * Milliseconds since the session began: what a trace counts in. Monotonic, so a corrected system clock cannot make a
 * trace run backwards.
 * @returns {() => number}
 */
export function startClock() {
  const began = performance.now();
  return () => Math.round(performance.now() - began);
}
