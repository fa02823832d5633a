// Holds the streams: those opened here, and one that the host page lends. Nothing else asks for a MediaStream, and nothing
// else stops a call's tracks.
/** @import { Fact, TrackRef } from '../facts.js' */
/** @import { Switched } from '../facts/switches.js' */
/** @import { MediaKind } from '../words.js' */
import { startClock } from '../clock.js';
import { textsOf } from '../error-texts.js';
import { isStopped, LOOK_MS, lookAtSwitch, switchOf, turn } from '../facts/switches.js';
import { watchTrack } from '../facts/tracks.js';
import { isVirtual } from '../facts/virtual-devices.js';
import { NO_LIVE_TRACK, NO_STREAM } from '../owner/misuse.js';
import { tried } from '../tried.js';
import { createLent, kindOf, LENT } from './lent.js';

/** @typedef {Switched & { request: number, kind: MediaKind, ended: AbortController, clone: MediaStreamTrack | null }} Held */

/** @param {Held} entry @returns {TrackRef} */
const refTo = ({ kind, track, media }) => ({
  kind,
  track,
  ...(isVirtual(String(tried(() => media.label) ?? '')) && { virtual: true }),
});

/** One live track of each kind. @param {MediaStream} stream */
function liveTracksOf(stream) {
  const live = stream.getTracks().filter(({ readyState }) => readyState === 'live');
  return ['audio', 'video'].flatMap((kind) => live.find((media) => media.kind === kind) ?? []);
}

/** @param {MediaTrackSettings} settings */
const ownId = ({ deviceId = '' }) => deviceId;

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the element: every track stops.
 * @param {Navigator} navigator
 * @param {(settings: MediaTrackSettings, kind: MediaKind) => string} [idOf]  By what a device can be asked for again; '' where
 *   that is not known.
 * @param {(kind: MediaKind) => boolean} [watches]  Of a stream that the host lends: the other kinds are left alone.
 */
export function createStreams(dispatch, signal, navigator, idOf = ownId, watches = () => true) {
  /** @type {Held[]} */
  let held = [];
  /** @type {MediaStream | null} */
  let session = null; // one object for as long as the element lives, so that a host may attach it once
  let tracksSoFar = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */
  let looks; // while tracks are held
  const lent = createLent(() => held);
  /** Of the track of each kind that came last. @type {Map<MediaKind, MediaTrackSettings>} */
  const settings = new Map();
  /** Lost while the host itself had them switched off: a fresh track is handed over switched off, too. @type {Set<MediaKind>} */
  const hostOff = new Set();

  /** No longer ours to watch, but not stopped. @param {Held} entry */
  function release(entry) {
    held = held.filter((other) => other !== entry);
    entry.ended.abort();
    tried(() => entry.clone?.stop());
    if (held.length === 0) looks = void clearInterval(looks);
    tried(() => session?.removeTrack(entry.media));
  }
  /** All of them are stopped before anything else, and one that a script has made, and that throws, costs no other. @param {Held[]} entries */
  function drop(entries) {
    for (const { media, clone } of entries) {
      tried(() => media.stop());
      tried(() => clone?.stop());
    }
    entries.forEach(release);
  }
  const closeAll = () => drop(held);
  signal.addEventListener('abort', closeAll);

  function lookAtAll() {
    for (const entry of held) {
      if (entry.ended.signal.aborted) continue; // closed by the answer to what was told of another
      if (isStopped(entry)) stoppedByScript(entry);
      else lookAtSwitch(entry, dispatch);
    }
  }

  /** Not lost: whoever stopped it does not want it. @param {Held} entry */
  function stoppedByScript(entry) {
    release(entry);
    lent.without(entry.kind);
    dispatch({ fact: 'track_stopped', track: entry.track });
  }

  /** @param {number} request @param {MediaStreamTrack[]} tracks @param {(tracks: TrackRef[]) => Fact} news */
  function keep(request, tracks, news) {
    if (lent.on() && request !== LENT)
      for (const media of tracks) if (hostOff.has(kindOf(media))) media.enabled = false;
    /** @type {Held[]} */
    const opened = tracks.map((media) => ({
      request,
      kind: kindOf(media),
      track: ++tracksSoFar,
      media,
      ended: new AbortController(),
      clone: null, // its own: old scripts give every object a `clone`
      ...switchOf(media),
    }));
    held.push(...opened);
    if (opened.length > 0) looks ??= setInterval(lookAtAll, LOOK_MS);
    try {
      session ??= new MediaStream();
      for (const { kind, media } of opened) {
        session.addTrack(media);
        settings.set(kind, tried(() => media.getSettings()) ?? {});
      }
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
          lookAtSwitch(entry, dispatch);
          if (lent.on()) hostOff[entry.off ? 'add' : 'delete'](entry.kind);
          drop([entry]); // the host's stream holds no dead tracks
        }
        dispatch(fact);
      };
      if (entry.off) dispatch({ fact: 'track_switched', track: entry.track, on: false });
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

  /** @param {MediaStreamTrack[]} tracks  All that it gives; those that are held already go on. @param {MediaStream} stream */
  function lend(tracks, stream) {
    const fresh = tracks.filter((media) => !held.some((entry) => entry.media === media));
    lent.begin(stream, tracks);
    keep(LENT, fresh, (refs) => ({ fact: 'stream_attached', tracks: refs }));
  }

  function detach() {
    if (!lent.on()) return;
    lent.end();
    held.forEach(release); // also what was opened for the host since, which it has in use now
    hostOff.clear();
    dispatch({ fact: 'stream_detached' });
  }

  /** @param {MediaKind} kind @returns {true | MediaTrackConstraints} */
  function lastUsed(kind) {
    const exact = idOf(settings.get(kind) ?? {}, kind);
    return exact === '' || { deviceId: { exact } };
  }

  return {
    /** No await before the browser's call: it must happen inside the click.
     * @param {{ request: number, kinds: MediaKind[], devices?: MediaKind[] }} order  `devices`: of these kinds the one used last. */
    async open({ request, kinds, devices = [] }) {
      const elapsed = startClock();
      // Where a browser cannot say (before Firefox 120, Safari 16.4), nothing speaks against it.
      const activated = tried(() => navigator.userActivation?.isActive) ?? true;
      /** @param {MediaKind} kind */
      const wanted = (kind) => kinds.includes(kind) && (devices.includes(kind) ? lastUsed(kind) : true);
      try {
        // A wrapper of the page may answer twice, at once or with anything; `await` takes one answer.
        const stream = await navigator.mediaDevices.getUserMedia({
          audio: wanted('microphone'),
          video: wanted('camera'),
        });
        arrived(request, stream.getTracks(), 'request_opened');
      } catch (error) {
        if (signal.aborted) return;
        dispatch({ fact: 'request_failed', request, ...textsOf(error), elapsed_ms: elapsed(), activated });
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
      for (const entry of held.filter(({ kind }) => kinds.includes(kind))) {
        lookAtSwitch(entry, dispatch); // not to be undone unseen
        turn(entry, on);
      }
    },

    /** A stream that the host opened. A second one takes the place of the first. @param {MediaStream} stream */
    attach(stream) {
      if (typeof stream?.getTracks !== 'function') {
        throw new TypeError(NO_STREAM);
      }
      const live = liveTracksOf(stream);
      if (live.length === 0) {
        throw new TypeError(NO_LIVE_TRACK);
      }
      const tracks = live.filter((media) => watches(kindOf(media)));
      if (signal.aborted || lent.isTheSame(stream, tracks)) return;
      if (lent.isMore(tracks)) return lend(tracks, stream);
      if (lent.on()) drop(held.filter(({ request, media }) => request !== LENT && !tracks.includes(media))); // nobody has it in use
      detach();
      if (tracks.length > 0) lend(tracks, stream);
    },

    /** The host has its tracks back. They are not stopped. */
    detach,

    /** It is the visitor who has it off, and no script. @param {MediaStreamTrack} media */
    isOurMute: (media) => held.some((entry) => entry.media === media && !entry.on && !entry.off),

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
