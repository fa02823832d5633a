// Holds the streams: those opened here, and one that the host page lends. Nothing else asks for a MediaStream, and nothing
// else stops a call's tracks.
/** @import { Fact, TrackRef } from '../facts.js' */
/** @import { MediaKind } from '../words.js' */
import { startClock } from '../clock.js';
import { watchTrack } from '../facts/tracks.js';
import { isVirtual } from '../facts/virtual-devices.js';
import { NO_LIVE_TRACK, NO_STREAM } from '../owner/misuse.js';

/** @typedef {{ request: number, kind: MediaKind, track: number, media: MediaStreamTrack, ended: AbortController,
 *   clone?: MediaStreamTrack }} Held */

const LONGEST_TEXT = 500;
const LENT = 0; // the request of tracks that the host opened
const LOOK_MS = 1_000;

/** @param {unknown} error  OverconstrainedError is not an Error everywhere: look at its members only. */
export function textsOf(error) {
  const text = (/** @type {unknown} */ value) => String(value ?? '').slice(0, LONGEST_TEXT);
  try {
    const {
      name = 'Error',
      message = String(error),
      constraint = '',
    } = /** @type {Record<string, unknown>} */ (error ?? {});
    return { name: text(name), message: text(message), constraint: text(constraint) };
  } catch {
    return { name: 'Error', message: '', constraint: '' }; // one that a script has made, and that cannot be read
  }
}

/** @param {Held} entry @returns {TrackRef} */
const refTo = ({ kind, track, media }) => ({
  kind,
  track,
  ...(isVirtual(media.label ?? '') && { virtual: true }),
});

/** One live track of each kind. @param {MediaStream} stream */
function liveTracksOf(stream) {
  const live = stream.getTracks().filter(({ readyState }) => readyState === 'live');
  return ['audio', 'video'].flatMap((kind) => live.find((media) => media.kind === kind) ?? []);
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
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let lending; // runs while the host lends a stream
  /** What it attached last: a stream is not always given, and tracks may have been lost since. @type {{ stream?: MediaStream, kinds: string }} */
  let lent = { kinds: '' };
  /** Kinds that the visitor's own mute has switched off here. @type {Set<MediaKind>} */
  const muted = new Set();
  /** Lost while the host itself had them switched off: a fresh track is handed over switched off, too. @type {Set<MediaKind>} */
  const hostOff = new Set();

  /** No longer ours to watch, but not stopped. @param {Held} entry */
  function release(entry) {
    held = held.filter((other) => other !== entry);
    entry.ended.abort();
    entry.clone?.stop();
    session?.removeTrack(entry.media);
  }
  /** All of them are stopped before anything else that might fail. @param {Held[]} entries */
  function drop(entries) {
    for (const { media, clone } of entries) {
      media.stop();
      clone?.stop();
    }
    entries.forEach(release);
  }
  const closeAll = () => drop(held);
  signal.addEventListener(
    'abort',
    () => {
      clearInterval(lending);
      closeAll();
    },
    { once: true },
  );

  /** @param {number} request @param {MediaStreamTrack[]} tracks @param {(tracks: TrackRef[]) => Fact} news */
  function keep(request, tracks, news) {
    /** @type {Held[]} */
    const opened = tracks.map((media) => ({
      request,
      kind: media.kind === 'audio' ? 'microphone' : 'camera',
      track: ++tracksSoFar,
      media,
      ended: new AbortController(),
    }));
    held.push(...opened);
    if (lending && request !== LENT)
      for (const { kind, media } of opened) if (hostOff.has(kind)) media.enabled = false;
    try {
      session ??= new MediaStream();
      for (const { media } of opened) session.addTrack(media);
    } catch (error) {
      drop(opened); // nobody would be told of them
      throw error;
    }
    dispatch(news(opened.map(refTo)));
    for (const entry of opened) {
      if (entry.ended.signal.aborted) continue; // closed at once by the answer
      /** @param {Fact} fact */
      const tell = (fact) => {
        if (fact.fact === 'track_ended') {
          if (lending && !muted.has(entry.kind)) hostOff[entry.media.enabled ? 'delete' : 'add'](entry.kind);
          drop([entry]); // the host's stream holds no dead tracks
        }
        dispatch(fact);
      };
      watchTrack(entry.media, entry.track, tell, entry.ended.signal);
    }
  }

  /** @param {number} request @param {MediaStreamTrack[]} tracks @param {'request_opened' | 'recovery_streamed'} fact */
  function arrived(request, tracks, fact) {
    if (signal.aborted) return tracks.forEach((media) => media.stop()); // the element left while the prompt was open
    keep(request, tracks, (refs) => ({ fact, request, tracks: refs }));
  }

  /** The live track of a kind that came last. @param {MediaKind} kind */
  const newest = (kind) =>
    held.filter((entry) => entry.kind === kind && entry.media.readyState === 'live').at(-1) ?? null;

  /** @param {MediaStreamTrack[]} tracks */
  const kindsOf = (tracks) =>
    tracks
      .map(({ kind }) => kind)
      .sort()
      .join();

  /** @param {MediaStreamTrack[]} tracks @param {MediaStream} [stream] */
  function lend(tracks, stream) {
    lending ??= setInterval(lookForStopped, LOOK_MS);
    lent = { stream, kinds: kindsOf(tracks) };
    keep(LENT, tracks, (refs) => ({ fact: 'stream_attached', tracks: refs }));
  }

  function detach() {
    if (!lending) return;
    lending = void clearInterval(lending);
    held.forEach(release); // also what was opened for the host since, which it has in use now
    muted.clear();
    hostOff.clear();
    dispatch({ fact: 'stream_detached' });
  }

  /** Attached once more. Not the same: a stream without a kind that was lent, or with another track of it.
   * @param {MediaStream} stream @param {MediaStreamTrack[]} tracks  Those that live. */
  function isTheSame(stream, tracks) {
    if (!tracks.every((media) => held.some((entry) => entry.media === media))) return false;
    const has = (/** @type {Held} */ { media }) => tracks.includes(media);
    if (!lending || (kindsOf(tracks) === lent.kinds && held.every(has))) return true;
    return stream === lent.stream && held.filter(({ request }) => request === LENT).every(has); // what is missing has ended by itself
  }

  /** No event tells that the host stopped a track itself. It has hung up then, and lost nothing; the voice that it goes on
   * with is lent anew. A camera alone is no call, and is left to the host. */
  function lookForStopped() {
    const rest = held.filter(({ media }) => media.readyState === 'live').map(({ media }) => media);
    if (rest.length === held.length) return;
    detach();
    if (rest.some(({ kind }) => kind === 'audio')) lend(rest);
  }

  return {
    /** No await before the browser's call: it must happen inside the click.
     * @param {{ request: number, kinds: MediaKind[] }} order */
    open({ request, kinds }) {
      const elapsed = startClock();
      // Where a browser cannot say (before Firefox 120, Safari 16.4), nothing speaks against it.
      const activated = navigator.userActivation?.isActive ?? true;
      /** @param {unknown} error */
      const failed = (error) => {
        if (signal.aborted) return;
        dispatch({ fact: 'request_failed', request, ...textsOf(error), elapsed_ms: elapsed(), activated });
      };
      const wanted = { audio: kinds.includes('microphone'), video: kinds.includes('camera') };
      try {
        navigator.mediaDevices
          .getUserMedia(wanted)
          .then((stream) => arrived(request, stream.getTracks(), 'request_opened'))
          .catch(failed);
      } catch (error) {
        failed(error); // no mediaDevices on an insecure page
      }
    },

    /** What the browser's own recovery element delivered for this request: held like what was opened here, and closed like it.
     * @param {number} request @param {MediaStreamTrack[]} tracks */
    adopt: (request, tracks) => arrived(request, tracks, 'recovery_streamed'),

    /** @param {{ request: number, kinds: MediaKind[] }} order */
    close({ request, kinds }) {
      drop(held.filter((entry) => entry.request === request && kinds.includes(entry.kind)));
    },

    /** @param {{ kinds: MediaKind[], on: boolean }} order */
    enable({ kinds, on }) {
      for (const kind of kinds) muted[on ? 'delete' : 'add'](kind);
      for (const { kind, media } of held) if (kinds.includes(kind)) media.enabled = on;
    },

    /** A stream that the host opened. A second one takes the place of the first. @param {MediaStream} stream */
    attach(stream) {
      if (typeof stream?.getTracks !== 'function') {
        throw new TypeError(NO_STREAM);
      }
      const tracks = liveTracksOf(stream);
      if (tracks.length === 0) {
        throw new TypeError(NO_LIVE_TRACK);
      }
      if (signal.aborted || isTheSame(stream, tracks)) return;
      if (lending) drop(held.filter(({ request, media }) => request !== LENT && !tracks.includes(media))); // nobody has it in use
      detach();
      lend(
        tracks.filter((media) => !held.some((entry) => entry.media === media)),
        stream,
      );
    },

    /** The host has its tracks back. They are not stopped. */
    detach,

    /** A microphone as it sounds behind the visitor's own mute: the muted track itself is silent to everybody. Whoever asks
     * for it stops it; it leaves with its microphone at the latest. @param {MediaStreamTrack} media */
    behindMute(media) {
      const clone = media.clone();
      clone.enabled = true;
      const entry = held.find((other) => other.media === media);
      entry?.clone?.stop(); // nobody could listen to that one
      if (entry) entry.clone = clone;
      return clone;
    },

    closeAll,
    newest,

    /** What is held and stands for no track that anybody answers for is stopped, also what the host has lent. @param {number[]} tracks */
    keepOnly: (tracks) => drop(held.filter(({ track }) => !tracks.includes(track))),

    /** @param {MediaKind} kind */
    track: (kind) => newest(kind)?.media ?? null,

    /** What is held now, as facts name it. @returns {TrackRef[]} */
    tracks: () => held.map(refTo),

    /** null while there is nothing in it. */
    stream: () => (held.length ? session : null),

    /** The same object, also while a call waits for its tracks to come back; null before the first. */
    session: () => session,
  };
}
