// The sound of the far end, which the host page plays: whether the browser lets it, and goes on to.
/** @import { Fact } from '../facts.js' */
/** @import { AudioContextWord } from '../words.js' */
import { ticks } from '../clock.js';
import { listen } from '../listen.js';
import { unclobbered } from '../unclobbered.js';

const UPSET_MS = 1_000;

/** `refused`: by the autoplay rules. `paused`: by a hand, or by the platform (a hidden page, a phone call, headphones that were pulled
 * out), at this time. `listening` ends with it.
 * @typedef {{ refused: boolean, paused: '' | 'hand' | 'platform', at: number, listening: AbortController }} Output */

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {{ document: Document, mediaDevices: MediaDevices | undefined }} page
 */
export function createOutputs(dispatch, signal, { document, mediaDevices }) {
  const page = unclobbered(document);
  /** @type {Map<HTMLMediaElement, Output>} */
  const outputs = new Map();
  let upset = -Infinity; // when the platform last moved the sound
  let interrupted = false;

  const anyRefused = () => [...outputs.values()].some(({ refused }) => refused);
  /** @param {() => void} change */
  function tell(change) {
    const before = anyRefused();
    change();
    if (!signal.aborted && before !== anyRefused()) dispatch({ fact: 'output_changed', blocked: !before });
  }

  /** @param {HTMLMediaElement} media @param {boolean} refused */
  function answered(media, refused) {
    const output = outputs.get(media);
    if (output) tell(() => (output.refused = refused));
  }

  /** @param {HTMLMediaElement} media */
  async function play(media) {
    try {
      await media.play();
      answered(media, false);
    } catch (error) {
      // The other errors of `play()` speak of the media, or of a host that paused it meanwhile.
      if (/** @type {Partial<Error>} */ (error)?.name === 'NotAllowedError') answered(media, true);
    }
  }

  /** What has nothing to play is over, and not to be held. @param {HTMLMediaElement} media */
  const isOver = ({ srcObject, currentSrc, ended }) => ended || !(srcObject || currentSrc);
  function forget() {
    for (const [media, { listening }] of outputs) {
      if (!isOver(media)) continue;
      listening.abort();
      tell(() => outputs.delete(media));
    }
  }

  /** No event says whose pause it is. @param {Output} output */
  function paused(output) {
    output.at = ticks();
    const moved = interrupted || page.visibilityState === 'hidden' || output.at - upset < UPSET_MS;
    output.paused = moved ? 'platform' : 'hand';
  }

  /** The platform has moved the sound; a pause from just before was its own. */
  function moved() {
    upset = ticks();
    for (const output of outputs.values())
      if (output.paused === 'hand' && upset - output.at < UPSET_MS) output.paused = 'platform';
  }

  /** @param {HTMLMediaElement} media @returns {Output} */
  function watched(media) {
    const listening = new AbortController();
    /** @type {Output} */
    const output = { refused: false, paused: '', at: 0, listening };
    const { signal } = listening;
    listen(signal, media, 'pause', () => paused(output));
    listen(signal, media, 'play', () => (output.paused = ''));
    return output;
  }

  /** What the platform took, now that it may give it back. */
  function playAgain() {
    if (page.visibilityState === 'hidden') return;
    forget();
    for (const [media, { paused }] of outputs) if (media.paused && paused === 'platform') void play(media);
  }

  listen(signal, page, 'visibilitychange', playAgain);
  listen(signal, mediaDevices, 'devicechange', moved);
  signal.addEventListener(
    'abort',
    () => {
      outputs.forEach(({ listening }) => listening.abort());
      outputs.clear();
    },
    { once: true },
  );

  return {
    /** @param {HTMLMediaElement} media */
    play(media) {
      if (signal.aborted) return;
      forget();
      if (!outputs.has(media)) outputs.set(media, watched(media));
      void play(media);
    },

    /** No await before the browser's calls: the press allows them. What a hand has paused stays so. */
    resume() {
      forget();
      for (const [media, { paused }] of outputs) if (media.paused && paused !== 'hand') void play(media);
    },

    /** How the sound of the page is. @param {AudioContextWord} state */
    soundIs(state) {
      interrupted = state === 'interrupted';
      if (interrupted) moved();
      else if (state === 'running') playAgain();
    },
  };
}
