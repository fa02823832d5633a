// A network that was away for a moment is no reason to be without a voice for a whole visit.
import { listen } from './listen.js';
import { loadCore } from './load-core.js';
import { stopwatch } from './stopwatch.js';

const AWAY_MS = 3000;

/** Tries again by itself, once; then when the network comes back, or the visitor presses anything. Ends when there is a core to be had, or with the element.
 * @param {AbortSignal} signal @param {typeof loadCore} load @param {EventTarget} window */
export async function onceMore(signal, load, window) {
  let wished = false;
  let wake = () => {};
  function wish() {
    wished = true;
    wake();
  }
  for (const sign of ['online', 'click']) listen(signal, window, sign, wish, true);
  setTimeout(wish, AWAY_MS);
  while (!signal.aborted) {
    if (!wished) await new Promise((resolve) => (wake = () => resolve(undefined)));
    wished = false;
    const since = stopwatch();
    const loaded = await load();
    if ('core' in loaded) return loaded.core.delete(); // who begins anew gets one of its own
    await new Promise((resolve) => setTimeout(resolve, AWAY_MS - since())); // many presses are one try
  }
}
