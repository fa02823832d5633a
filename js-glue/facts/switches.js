// What a script of the page does to a track that it was handed. No event tells, so it is looked at.
/** @import { Fact } from '../facts.js' */

/** Often enough that a visitor is not led wrong for longer than a second. */
export const LOOK_MS = 500;

/** `on`: how the switch was left, by us or as it was last told. `off`: a script has it off, which is not ours to undo. `over`: it was
 * found ended at the last look.
 * @typedef {{ track: number, media: MediaStreamTrack, on: boolean, off: boolean, over: boolean }} Switched */

/** @param {MediaStreamTrack} media  What it is like before anybody heard of it. */
export const switchOf = ({ enabled }) => ({ on: enabled, off: !enabled, over: false });

/** Somebody else's hand on the switch, told once. @param {Switched} entry @param {(fact: Fact) => void} dispatch */
export function lookAtSwitch(entry, dispatch) {
  const { enabled } = entry.media;
  if (enabled === entry.on) return;
  entry.on = enabled;
  entry.off = !enabled;
  dispatch({ fact: 'track_switched', track: entry.track, on: enabled });
}

/** Our own hand. What a script has switched off stays off: its button says so. @param {Switched} entry @param {boolean} on */
export function turn(entry, on) {
  if (on && entry.off) return;
  entry.media.enabled = entry.on = on;
}

/** Nobody here stopped it, and nobody was told that it ended: a script has stopped it. At the second look, because the event may be on
 * its way at the first. @param {Switched} entry */
export function isStopped(entry) {
  if (entry.media.readyState === 'live') return false;
  const before = entry.over;
  entry.over = true;
  return before;
}
