// Which messages were not here the last time. Each is news once: for the screen reader, and for the number on the orb.
/** @import { ChatEntry } from '../../js-glue/chat.js' */

/** A message may take its place before those that were here, but not long before. */
const LOOK_BACK = 50;

/** @param {ChatEntry} entry */
export const keyOf = ({ from, id }) => `${from}:${id}`;

export function createNews() {
  /** @type {Set<string>} */
  const known = new Set();
  let counted = 0;
  return {
    /** @param {readonly ChatEntry[]} entries @returns {ChatEntry[]} */
    take(entries) {
      const from = Math.max(0, Math.min(counted, entries.length) - LOOK_BACK);
      counted = entries.length;
      return entries.slice(from).filter((entry) => {
        const key = keyOf(entry);
        return !known.has(key) && known.add(key);
      });
    },
  };
}
