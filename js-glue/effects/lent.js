// What the host has lent, and what it means by the stream that it attaches next.
/** @import { MediaKind } from '../words.js' */

export const LENT = 0; // the request of tracks that the host opened

/** @param {{ kind: string }} media @returns {MediaKind} */
export const kindOf = ({ kind }) => (kind === 'audio' ? 'microphone' : 'camera');

/** @param {() => { request: number, kind: MediaKind, media: MediaStreamTrack }[]} held */
export function createLent(held) {
  let on = false;
  /** What it attached last. @type {MediaStream | null} */
  let stream = null;
  /** Of that, what it still wants. @type {Set<MediaKind>} */
  let kinds = new Set();

  /** @param {MediaKind[]} all */
  const isWhole = (all) => all.length === kinds.size && all.every((kind) => kinds.has(kind));

  return {
    on: () => on,
    /** @param {MediaStream} attached @param {MediaStreamTrack[]} tracks */
    begin(attached, tracks) {
      on = true;
      stream = attached;
      kinds = new Set(tracks.map(kindOf));
    },
    end() {
      on = false;
    },
    /** The host has stopped it, and lost nothing. @param {MediaKind} kind */
    without: (kind) => void kinds.delete(kind),

    /** Attached once more. Not the same: a stream without a kind that was lent, or with another track of it.
     * @param {MediaStream} attached @param {MediaStreamTrack[]} tracks  Those that live. */
    isTheSame(attached, tracks) {
      if (!tracks.every((media) => held().some((entry) => entry.media === media))) return false;
      const has = (/** @type {{ media: MediaStreamTrack }} */ { media }) => tracks.includes(media);
      if (!on || (isWhole(tracks.map(kindOf)) && held().every(has))) return true;
      const own = held().filter(({ request }) => request === LENT);
      return attached === stream && own.every(has); // what is missing has ended by itself
    },

    /** All that was lent goes on, and nothing is missing that could come back: the host has only added to it, as one does that mutes by
     * stopping its microphone. @param {MediaStreamTrack[]} tracks */
    isMore: (tracks) =>
      on &&
      held().every(({ request, media }) => request === LENT && tracks.includes(media)) &&
      isWhole(held().map(({ kind }) => kind)),
  };
}
