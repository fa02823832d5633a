// How long a press is meant that came before the core. Whoever pressed, and then waited for ten seconds or looked at something else, is
// not to find the microphone open later on.
import { listen } from './listen.js';
import { stopwatch } from './stopwatch.js';
import { unclobbered } from './unclobbered.js';

const PATIENCE_MS = 10_000;

/**
 * @param {AbortSignal} signal
 * @param {Window} window
 * @param {(late: boolean) => void} lapsed  Nobody who pressed waits any more: it took too long, or something else is looked at.
 */
export function createPatience(signal, window, lapsed) {
  const page = unclobbered(window.document);
  const listening = new AbortController();
  /** Of each visitor who waits. @type {Set<ReturnType<typeof setTimeout>>} */
  const waiting = new Set();

  /** @param {ReturnType<typeof setTimeout>} press */
  function end(press, late = false) {
    clearTimeout(press);
    if (waiting.delete(press) && waiting.size === 0) lapsed(late);
  }
  const endAll = () => waiting.forEach((press) => end(press));
  const hidden = () => page.visibilityState === 'hidden';

  function stop() {
    listening.abort();
    waiting.forEach((press) => clearTimeout(press));
    waiting.clear();
  }

  listen(listening.signal, page, 'visibilitychange', () => hidden() && endAll());
  listen(listening.signal, window, 'pagehide', endAll);
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();

  return {
    /** A press has to wait. Answers with a way to ask whether it is still meant. */
    begin() {
      const waited = stopwatch();
      const press = setTimeout(() => end(press, true), PATIENCE_MS);
      waiting.add(press);
      if (hidden()) end(press); // nobody sees what it would lead to
      return () => waiting.has(press) && waited() < PATIENCE_MS;
    },
    /** Nothing has to wait any more. */
    stop,
  };
}
