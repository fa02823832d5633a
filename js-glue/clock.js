// Time that never goes back, whatever a script of the page has put in the place of its clocks.
import { read } from './stopwatch.js';

/** Milliseconds since the page began, by the clock that a script may have replaced. */
export const ticks = () => read(() => performance.now());

/** Milliseconds since 1970, by a clock that may be set. */
export const wallTime = () => read(Date.now);

/** By so much a clock may be behind the browser's own, and be believed. */
const STANDS_STILL_MS = 500;

/** The browser's own, which it writes on every event. No script sets it. */
const own = () => read(() => new Event('').timeStamp);

/**
 * Whole milliseconds since it was started: what a trace counts in, and how long an answer took. Monotonic, so a corrected system clock
 * cannot make a trace run backwards; nor can a page whose scripts have replaced the browser's clock by one that does.
 * @returns {() => number}
 */
export function startClock() {
  const [ticked, began] = [ticks(), own()];
  let [last, before, isBroken] = [0, 0, false];
  return () => {
    const [now, passed] = [ticks() - ticked, own() - began];
    isBroken ||= !(now >= before) || passed - now > STANDS_STILL_MS;
    before = now;
    return (last = Math.max(last, Math.round(isBroken ? passed : now)));
  };
}
