// Holds the streams. Nothing else asks for a MediaStream, and nothing else stops a track.
/** @import { Capability, Fact, TrackRef } from '../contract.js' */
import { watchTrack } from '../facts/tracks.js';

/** @typedef {{ request: number, kind: Capability, track: number, media: MediaStreamTrack, ended: AbortController }} Held */

const LONGEST_TEXT = 500;

/** @param {unknown} error  OverconstrainedError is not an Error everywhere: look at its members only. */
function textsOf(error) {
  const { name = 'Error', message = String(error), constraint = '' } = /** @type {Record<string, unknown>} */ (error ?? {});
  const text = (/** @type {unknown} */ value) => String(value ?? '').slice(0, LONGEST_TEXT);
  return { name: text(name), message: text(message), constraint: text(constraint) };
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the element: every track stops.
 * @param {Navigator} navigator
 */
export function createStreams(dispatch, signal, navigator) {
  /** @type {Held[]} */
  let held = [];
  /** @type {MediaStream | null} */
  let session = null; // one object for as long as the element lives, so that a host may attach it once
  let tracksSoFar = 0;

  /** @param {Held} entry */
  function drop(entry) {
    entry.ended.abort();
    entry.media.stop();
    session?.removeTrack(entry.media);
    held = held.filter((other) => other !== entry);
  }
  const closeAll = () => held.forEach(drop);
  signal.addEventListener('abort', closeAll, { once: true });

  /** @param {number} request @param {MediaStream} stream */
  function keep(request, stream) {
    if (signal.aborted) return stream.getTracks().forEach((media) => media.stop()); // the element left while the prompt was open
    session ??= new MediaStream();
    /** @type {Held[]} */
    const opened = stream.getTracks().map((media) => ({
      request,
      kind: media.kind === 'audio' ? 'microphone' : 'camera',
      track: ++tracksSoFar,
      media,
      ended: new AbortController(),
    }));
    for (const entry of opened) {
      held.push(entry);
      session.addTrack(entry.media);
    }
    dispatch({ fact: 'request_opened', request, tracks: opened.map(({ kind, track }) => ({ kind, track })) });
    for (const entry of opened) {
      if (entry.ended.signal.aborted) continue; // closed at once by the answer
      /** @param {Fact} fact */
      const tell = (fact) => {
        if (fact.fact === 'track_ended') drop(entry); // the host's stream holds no dead tracks
        dispatch(fact);
      };
      watchTrack(entry.media, entry.track, tell, entry.ended.signal);
    }
  }

  return {
    /** No await before the browser's call: it must happen inside the click.
     * @param {{ request: number, kinds: Capability[] }} order */
    open({ request, kinds }) {
      const asked = performance.now();
      // Where a browser cannot say (before Firefox 120, Safari 16.4), nothing speaks against it.
      const activated = navigator.userActivation?.isActive ?? true;
      /** @param {unknown} error */
      const failed = (error) => {
        if (signal.aborted) return;
        const elapsed_ms = Math.round(performance.now() - asked);
        dispatch({ fact: 'request_failed', request, ...textsOf(error), elapsed_ms, activated });
      };
      const wanted = { audio: kinds.includes('microphone'), video: kinds.includes('camera') };
      try {
        navigator.mediaDevices.getUserMedia(wanted).then((stream) => keep(request, stream), failed);
      } catch (error) {
        failed(error); // no mediaDevices on an insecure page
      }
    },

    /** @param {{ request: number, kinds: Capability[] }} order */
    close({ request, kinds }) {
      held.filter((entry) => entry.request === request && kinds.includes(entry.kind)).forEach(drop);
    },

    /** @param {{ kinds: Capability[], on: boolean }} order */
    enable({ kinds, on }) {
      for (const { kind, media } of held) if (kinds.includes(kind)) media.enabled = on;
    },

    closeAll,

    /** The live track of a kind that came last. @param {Capability} kind */
    track(kind) {
      return held.filter((entry) => entry.kind === kind && entry.media.readyState === 'live').at(-1)?.media ?? null;
    },

    /** What is held now, as facts name it. @returns {TrackRef[]} */
    tracks: () => held.map(({ kind, track }) => ({ kind, track })),

    /** null while there is nothing in it. */
    stream: () => (held.length ? session : null),

    /** The same object, also while a call waits for its tracks to come back; null before the first. */
    session: () => session,
  };
}
