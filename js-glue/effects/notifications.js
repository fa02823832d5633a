// Asks whether the site may show notifications. The only place that does.
/** @import { Fact } from '../facts.js' */
import { startClock } from '../clock.js';
import { permissionOf } from '../facts/permissions.js';
import { globalNamed } from '../unclobbered.js';

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Window} window
 */
export function createNotifications(dispatch, signal, window) {
  return {
    /** No await before the browser's call: it must happen inside the click. */
    request() {
      const elapsed = startClock();
      /** @type {typeof Notification | undefined} */
      const Api = globalNamed(window, 'Notification');
      let answered = false;
      /** @param {string | undefined} word */
      const answer = (word) => {
        if (answered || signal.aborted) return;
        answered = true;
        dispatch({ fact: 'notifications_answered', state: permissionOf(word), elapsed_ms: elapsed() });
      };
      const refused = () => answer(Api?.permission);
      try {
        // Safari before 15 calls back and promises nothing; others may do both.
        const promise = /** @type {Promise<string> | undefined} */ (Api?.requestPermission(answer));
        if (promise) promise.then(answer, refused);
        else if (!Api) refused();
      } catch {
        refused();
      }
    },
  };
}
