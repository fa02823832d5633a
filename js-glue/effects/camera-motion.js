// Whether the camera's picture moves. No event tells of one that stands still.
/** @import { Fact } from '../facts.js' */
import { unclobbered } from '../unclobbered.js';

const SPAN_MS = 2_000;

/** @typedef {{ frames: () => number | null, stop: () => void }} Counter  null: this proves nothing now. */

/** Chromium counts by itself. @param {MediaStreamTrack} media @returns {Counter | null} */
function counted(media) {
  const frames = () =>
    /** @type {{ stats?: { deliveredFrames?: number } | null }} */ (media).stats?.deliveredFrames ?? null;
  try {
    return frames() === null ? null : { frames, stop() {} };
  } catch {
    return null;
  }
}

/** Elsewhere they are counted on a picture that nobody sees. @param {MediaStreamTrack} media @returns {Counter | null} */
function watched(media) {
  const video = unclobbered(document).createElement('video');
  if (!video.requestVideoFrameCallback) return null;
  let frames = 0;
  let next = 0;
  const count = () => {
    frames++;
    next = video.requestVideoFrameCallback(count);
  };
  next = video.requestVideoFrameCallback(count);
  const play = () => void video.play()?.catch(() => {});
  video.muted = video.playsInline = true;
  video.srcObject = new MediaStream([media]);
  play();
  return {
    frames() {
      const { paused } = video;
      if (paused) play(); // iOS pauses it for a phone call
      return paused || frames === 0 ? null : frames; // where it never moved, it may be this picture that cannot
    },
    stop() {
      video.cancelVideoFrameCallback(next);
      video.srcObject = null;
    },
  };
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {{ camera: () => { track: number, media: MediaStreamTrack } | null, visible: () => boolean }} page
 */
export function createCameraMotion(dispatch, signal, { camera, visible }) {
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let beat;
  /** @type {{ track: number, media: MediaStreamTrack, counter: Counter | null } | null} */
  let watch = null;
  /** @type {number | null} */
  let before = null; // the count at the last beat, null where it cannot be compared with
  let since = 0;
  let stalled = false;

  function release() {
    watch?.counter?.stop();
    watch = before = null;
    stalled = false;
  }

  /** Only what says something: each span without a frame, and the first one with frames after those. */
  function look() {
    const entry = camera();
    if (entry?.media !== watch?.media) {
      release();
      if (entry) watch = { ...entry, counter: counted(entry.media) ?? watched(entry.media) };
    }
    if (!watch) return;
    const { track, media, counter } = watch;
    const span_ms = Math.round(performance.now() - since);
    if (before !== null && span_ms < SPAN_MS / 2) return; // timers that were late hurry afterwards
    since = performance.now();
    // A page that nobody sees, a track that is off and a busy or sleeping machine get no frames either.
    const fair = visible() && media.enabled && !media.muted && span_ms < 2 * SPAN_MS;
    const now = fair ? (counter?.frames() ?? null) : null;
    const frames = now === null || before === null ? null : now - before;
    before = now;
    if (frames === null || (frames > 0 && !stalled)) return;
    stalled = frames === 0;
    dispatch({ fact: 'frames', track, frames, span_ms, valid: true });
  }

  function stop() {
    clearInterval(beat);
    beat = undefined;
    release();
  }
  signal.addEventListener('abort', stop, { once: true });

  return {
    /** @param {boolean} on */
    watch(on) {
      if (!on) return stop();
      if (beat || signal.aborted) return;
      since = performance.now();
      look();
      beat = setInterval(look, SPAN_MS);
    },
  };
}
