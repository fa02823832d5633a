/** @import { Fact } from '../facts.js' */
/** @import { Timer } from '../words.js' */
import { stopwatch } from '../stopwatch.js';

/** @typedef {{ timeout: ReturnType<typeof setTimeout>, elapsed: () => number, ms: number }} Running */

/**
 * Time as the core knows it: an order to wait, answered by a fact.
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 */
export function createTimers(dispatch, signal) {
  /** @type {Map<Timer, Running>} */
  const running = new Map();

  /** @param {Timer} timer */
  function cancel(timer) {
    clearTimeout(running.get(timer)?.timeout);
    running.delete(timer);
  }

  /** @param {Timer} timer */
  function fire(timer) {
    cancel(timer);
    dispatch({ fact: 'timer_fired', timer });
  }

  signal.addEventListener('abort', () => [...running.keys()].forEach(cancel));

  return {
    cancel,
    /** @param {Timer} timer @param {number} ms */
    set(timer, ms) {
      cancel(timer);
      running.set(timer, { timeout: setTimeout(() => fire(timer), ms), elapsed: stopwatch(), ms });
    },
    /** Fires what is overdue. A page that was suspended hears that it is visible again before its timers run. */
    fireLate() {
      for (const [timer, { elapsed, ms }] of [...running]) if (elapsed() >= ms) fire(timer);
    },
  };
}
