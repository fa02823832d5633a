// Whether the camera's picture moves. No event tells of one that stands still.
/** @import { Fact } from '../facts.js' */
import { startClock } from '../clock.js';
import { unclobbered } from '../unclobbered.js';

const SPAN_MS = 2_000;
const HAVE_CURRENT_DATA = 2; // of a media element's `readyState`

/** `frames`: null where that proves nothing now. `show`: makes sure that somebody looks; false where somebody does already.
 * @typedef {{ frames: () => number | null, show: () => boolean, stop: () => void }} Counter */

/** A picture that nobody sees. @param {MediaStreamTrack} media */
function picture(media) {
  const video = unclobbered(document).createElement('video');
  const play = () => void video.play()?.catch(() => {});
  video.muted = video.playsInline = true;
  video.srcObject = new MediaStream([media]);
  play();
  return {
    video,
    /** iOS pauses it for a phone call. */
    isPaused() {
      const { paused } = video;
      if (paused) play();
      return paused;
    },
    stop() {
      video.srcObject = null;
    },
  };
}

/** Chromium counts by itself, until the last picture of this track has left the page (measured in 156). @param {MediaStreamTrack} media
 * @returns {Counter | null} */
function counted(media) {
  const frames = () =>
    /** @type {{ stats?: { deliveredFrames?: number } | null }} */ (media).stats?.deliveredFrames ?? null;
  try {
    if (frames() === null) return null;
  } catch {
    return null;
  }
  /** @type {ReturnType<typeof picture> | null} */
  let own = null;
  return {
    frames: () => (own?.isPaused() ? null : frames()),
    show() {
      if (own) return false;
      own = picture(media);
      return true;
    },
    stop: () => own?.stop(),
  };
}

/** Elsewhere they are counted on such a picture. @param {MediaStreamTrack} media @returns {Counter | null} */
function watched(media) {
  if (!unclobbered(document).createElement('video').requestVideoFrameCallback) return null;
  const { video, isPaused, stop } = picture(media);
  let frames = 0;
  let next = 0;
  const count = () => {
    frames++;
    next = video.requestVideoFrameCallback(count);
  };
  next = video.requestVideoFrameCallback(count);
  // Where it has a picture and yet never moved, it may be this browser that counts none.
  const cannotSay = () => frames === 0 && video.readyState >= HAVE_CURRENT_DATA;
  return {
    frames: () => (isPaused() || cannotSay() ? null : frames),
    show: () => false,
    stop() {
      video.cancelVideoFrameCallback(next);
      stop();
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
  let since = startClock();
  let stalled = false;
  let pictured = false; // this track has given a picture, and that was told

  function release() {
    watch?.counter?.stop();
    watch = before = null;
    stalled = pictured = false;
  }

  /** Only what says something: the first picture, each span without one, and the first one with pictures after those. */
  function look() {
    const entry = camera();
    if (entry?.media !== watch?.media) {
      release();
      since = startClock();
      if (entry) watch = { ...entry, counter: counted(entry.media) ?? watched(entry.media) };
    }
    if (!watch) return;
    const { track, media, counter } = watch;
    const span_ms = since();
    if (before !== null && span_ms < SPAN_MS / 2) return; // timers that were late hurry afterwards
    since = startClock();
    // A page that nobody sees, a track that is off and a busy or sleeping machine get no frames either. Nor does a muted one, but for one
    // that has never given any: Chromium mutes it for that.
    const off = !media.enabled || (media.muted && pictured);
    const fair = visible() && !off && span_ms < 2 * SPAN_MS;
    const now = fair ? (counter?.frames() ?? null) : null;
    const frames = now === null || before === null ? null : now - before;
    before = now;
    if (frames === null || (frames > 0 && pictured && !stalled)) return;
    if (frames === 0 && counter?.show()) return; // it may be only that nobody looked
    stalled = frames === 0;
    pictured ||= !stalled;
    dispatch({ fact: 'frames', track, frames, span_ms, valid: true });
  }

  function stop() {
    clearInterval(beat);
    beat = undefined;
    release();
  }
  signal.addEventListener('abort', stop);

  return {
    /** @param {boolean} on */
    watch(on) {
      if (!on) return stop();
      if (beat || signal.aborted) return;
      since = startClock();
      look();
      beat = setInterval(look, SPAN_MS);
    },
  };
}
