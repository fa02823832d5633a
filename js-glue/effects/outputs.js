// The sound of the far end, which the host page plays: whether the browser lets it.
/** @import { Fact } from '../facts.js' */
import { NO_MEDIA_ELEMENT } from '../owner/misuse.js';

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 */
export function createOutputs(dispatch, signal) {
  /** @type {Set<HTMLMediaElement>} */
  const outputs = new Set();
  /** @type {Set<HTMLMediaElement>} */
  const refused = new Set();

  /** @param {HTMLMediaElement} output @param {boolean} blocked */
  function tell(output, blocked) {
    if (signal.aborted) return;
    const before = refused.size > 0;
    if (blocked) refused.add(output);
    else refused.delete(output);
    if (before !== refused.size > 0) dispatch({ fact: 'output_changed', blocked: !before });
  }

  /** @param {HTMLMediaElement} output */
  async function play(output) {
    try {
      await output.play();
      tell(output, false);
    } catch (error) {
      // The other errors of `play()` speak of the media, or of a host that paused it meanwhile.
      if (/** @type {Partial<Error>} */ (error)?.name === 'NotAllowedError') tell(output, true);
    }
  }

  /** What has nothing to play is over, and not to be held. @param {HTMLMediaElement} output */
  const isOver = ({ srcObject, currentSrc, ended }) => ended || !(srcObject || currentSrc);
  function forget() {
    for (const output of outputs) {
      if (!isOver(output)) continue;
      outputs.delete(output);
      tell(output, false);
    }
  }

  signal.addEventListener('abort', () => [outputs, refused].forEach((set) => set.clear()), { once: true });

  return {
    /** @param {HTMLMediaElement} output */
    play(output) {
      if (typeof output?.play !== 'function' || !('paused' in output)) {
        throw new TypeError(NO_MEDIA_ELEMENT);
      }
      if (signal.aborted) return;
      forget();
      outputs.add(output);
      void play(output);
    },

    /** No await before the browser's calls: the press allows them. */
    resume() {
      forget();
      for (const output of outputs) if (output.paused) void play(output);
    },
  };
}
