// What is kept from one visit to the next, on sites whose visitors have agreed to that: how often the browser's question
// was closed. No names, no times.
/** @import { Fact } from '../facts.js' */
/** @import { MediaKind } from '../words.js' */
import { toJson } from '../own-json.js';

const KEY = 'earshot-memory';
const KINDS = /** @type {const} */ (['microphone', 'camera']);
const MOST = 100; // a visitor does not close a question more often; whoever wrote more there did not count

/** @typedef {{ asked: boolean, dismissals: number, ignores: number }} Counts */

/** @param {unknown} stored @returns {Counts | null} null: nothing, or not what we wrote. */
function countsIn(stored) {
  const { asked, dismissals, ignores } = /** @type {Partial<Counts>} */ (stored ?? {});
  const counts = (/** @type {unknown} */ n) => Number.isInteger(n) && Number(n) >= 0 && Number(n) <= MOST;
  return typeof asked === 'boolean' && counts(dismissals) && counts(ignores)
    ? /** @type {Counts} */ ({ asked, dismissals, ignores })
    : null;
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {Window} window  Its storage may be missing, full, or refuse to be looked at.
 */
export function createMemory(dispatch, window) {
  function read() {
    /** @type {Partial<Record<MediaKind, Counts>>} */
    const memory = {};
    try {
      const stored = JSON.parse(window.localStorage.getItem(KEY) ?? '{}');
      for (const kind of KINDS) {
        const counts = countsIn(stored?.[kind]);
        if (counts) memory[kind] = counts;
      }
    } catch {
      // Damaged: the next write replaces it.
    }
    return memory;
  }

  return {
    recall() {
      const memory = read();
      for (const kind of KINDS) {
        const counts = memory[kind];
        if (counts) dispatch({ fact: 'remembered', kind, ...counts });
      }
    },

    /** @param {Counts & { kind: MediaKind }} order */
    remember({ kind, asked, dismissals, ignores }) {
      try {
        window.localStorage.setItem(KEY, toJson({ ...read(), [kind]: { asked, dismissals, ignores } }) ?? '');
      } catch {
        // A visitor who keeps nothing is asked as on the first visit.
      }
    },
  };
}
