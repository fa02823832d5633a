// Whether anybody on the page takes the stream of a call. Nobody can be asked; but who takes it reads it: in its event, as the element's
// `stream`, now or as soon as their script is there.
/** @import { Fact } from '../facts.js' */
/** @import { FarEnd } from '../words.js' */

/** Until then somebody may be on their way. */
const TAKEN_MS = 3000;

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the session.
 * @param {() => void} warn  Nobody has taken it.
 */
export function createTaken(dispatch, signal, warn) {
  let open = false; // a call's stream is there, and nobody has read it
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer; // the visitor was told to wait
  /** @param {FarEnd} state */
  const say = (state) => dispatch({ fact: 'far_end_reported', state });

  return {
    /** A call begins. @param {boolean} ours  In guard mode the stream is the page's own. @param {() => void} tell */
    offer(ours, tell) {
      timer = void clearTimeout(timer);
      open = ours;
      tell();
      if (!open) return;
      say('connecting');
      timer = setTimeout(() => {
        if (signal.aborted) return;
        say('untaken');
        warn();
      }, TAKEN_MS);
    },
    /** Somebody reads it, or speaks of the far end that it goes to. @template T @param {T} media @returns {T} */
    read(media) {
      if (media && open) {
        open = false;
        clearTimeout(timer);
        if (timer) say('ready');
      }
      return media;
    },
  };
}
