// Leaving the page ends every track. A browser may bring the page back from its cache: then what was
// stopped has ended.
/** @import { Fact, TrackRef } from './facts.js' */
import { listen } from './listen.js';

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {EventTarget} window
 * @param {{ tracks: () => TrackRef[], closeAll: () => void }} streams
 */
export function watchLeaving(dispatch, signal, window, { tracks, closeAll }) {
  /** @type {number[]} */
  let stopped = [];
  listen(signal, window, 'pagehide', () => {
    stopped = tracks().map(({ track }) => track);
    closeAll();
  });
  listen(signal, window, 'pageshow', () => {
    stopped.splice(0).forEach((track) => dispatch({ fact: 'track_ended', track }));
  });
}
