// Who is writing just now. Said seldom, and forgotten by itself.

import { ticks } from '../clock.js';

const SAID_EVERY_MS = 3_000;
const STOPS_AFTER_MS = 6_000; // a little more than two of theirs

/** What the visitor's keys say, at most every few seconds. @param {(on: boolean) => void} say */
export function createTypingOut(say) {
  let said = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const stop = () => {
    clearTimeout(pause);
    if (said === -Infinity) return;
    said = -Infinity;
    say(false);
  };
  return {
    /** @param {boolean} on */
    set(on) {
      if (!on) return stop();
      clearTimeout(pause);
      pause = setTimeout(stop, STOPS_AFTER_MS);
      if (ticks() - said < SAID_EVERY_MS) return;
      said = ticks();
      say(true);
    },
    /** A message says more, and ends it by itself. */
    forget() {
      clearTimeout(pause);
      said = -Infinity;
    },
  };
}

/** The far end's. Its end may get lost. @param {() => void} changed */
export function createTypingIn(changed) {
  let on = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let end;
  /** @param {boolean} next */
  function set(next) {
    clearTimeout(end);
    if (next) end = setTimeout(() => set(false), STOPS_AFTER_MS * 1.5);
    if (next === on) return;
    on = next;
    changed();
  }
  return {
    set,
    get on() {
      return on;
    },
  };
}
