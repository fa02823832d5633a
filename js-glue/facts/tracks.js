/** @import { Fact } from '../facts.js' */
import { listen } from '../listen.js';

/**
 * What happens to a track that somebody else may end or mute. Our own `stop()` raises no event.
 * @param {MediaStreamTrack} media
 * @param {number} track  The number that facts know it by.
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 */
export function watchTrack(media, track, dispatch, signal) {
  /** @type {[string, 'track_ended' | 'track_muted' | 'track_unmuted'][]} */
  const events = [
    ['ended', 'track_ended'],
    ['mute', 'track_muted'],
    ['unmute', 'track_unmuted'],
  ];
  for (const [event, fact] of events) listen(signal, media, event, () => dispatch({ fact, track }));
  // What was so before we listened is told by no event.
  if (media.readyState === 'ended') dispatch({ fact: 'track_ended', track });
  else if (media.muted) dispatch({ fact: 'track_muted', track });
}
