// Keeps the screen awake, where the browser lets a page do that. No call depends on it: a refusal (low battery, the page's policy) or
// a browser without the API is no trouble, and nobody is told.
import { listen } from '../listen.js';

/**
 * @param {AbortSignal} signal
 * @param {EventTarget & { navigator: Partial<Pick<Navigator, 'wakeLock'>> }} window
 */
export function createWakeLock(signal, window) {
  /** The lock that is held, or on its way; null while none is wanted. @type {Promise<WakeLockSentinel | undefined> | null} */
  let lock = null;

  async function request() {
    try {
      return await window.navigator.wakeLock?.request('screen');
    } catch {
      return undefined; // then the screen may sleep
    }
  }

  function take() {
    const first = request();
    lock = first;
    // Safari gives a page its first lock only with a press, and the one that began the call may be seconds old.
    const again = () => {
      window.removeEventListener('click', again, true);
      if (lock === first) lock = request();
    };
    void first.then((sentinel) => sentinel ?? listen(signal, window, 'click', again, true));
  }

  /** @param {boolean} on */
  function hold(on) {
    if (on === (lock !== null) || (on && signal.aborted)) return;
    if (on) return take();
    // One that is still on its way is released as it arrives.
    void lock?.then((sentinel) => sentinel?.release()).catch(() => {});
    lock = null;
  }
  signal.addEventListener('abort', () => hold(false));

  return { hold };
}
