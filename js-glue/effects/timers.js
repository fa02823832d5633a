/** @import { Fact, Timer } from '../contract.js' */

/**
 * Time as the core knows it: an order to wait, answered by a fact.
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 */
export function createTimers(dispatch, signal) {
  /** @type {Map<Timer, ReturnType<typeof setTimeout>>} */
  const running = new Map();

  /** @param {Timer} timer */
  function cancel(timer) {
    clearTimeout(running.get(timer));
    running.delete(timer);
  }

  signal.addEventListener('abort', () => [...running.keys()].forEach(cancel), { once: true });

  return {
    cancel,
    /** @param {Timer} timer @param {number} ms */
    set(timer, ms) {
      cancel(timer);
      running.set(timer, setTimeout(() => {
        running.delete(timer);
        dispatch({ fact: 'timer_fired', timer });
      }, ms));
    },
  };
}
