// What was written, in order. The server's numbers are the order; what has none yet comes last, in the order of writing.
/** @import { ChatEntry } from '../chat.js' */

/** @param {ChatEntry} entry */
const waits = ({ status }) => status === 'sending' || status === 'failed';

/** Two sides may choose the same id. @param {ChatEntry['from']} from @param {string} id */
const keyOf = (from, id) => `${from} ${id}`;

/** @param {ChatEntry[]} entries  Filled and kept in order here. */
export function createTranscript(entries) {
  /** @type {Map<string, ChatEntry>} */
  const known = new Map();
  /** @type {Set<string>} */
  const outbox = new Set();
  /** @type {Set<string>} */
  const failed = new Set();
  entries.forEach(note);

  /** @param {ChatEntry} entry */
  function note(entry) {
    known.set(keyOf(entry.from, entry.id), entry);
    if (entry.from !== 'visitor') return;
    for (const [ids, status] of /** @type {const} */ ([
      [outbox, 'sending'],
      [failed, 'failed'],
    ])) {
      if (entry.status === status) ids.add(entry.id);
      else ids.delete(entry.id);
    }
  }

  /** Before whatever comes later in the same session, and before what is still under way. @param {ChatEntry} entry */
  function place(entry) {
    let at = entries.length;
    if (!waits(entry)) {
      for (let other; (other = entries[at - 1]); at--) {
        const later = entry.seq > 0 && other.seq > entry.seq && other.session === entry.session;
        if (!later && !(waits(other) && entry.seq > 0)) break;
      }
    }
    entries.splice(at, 0, entry);
    note(entry);
  }

  return {
    entries,
    /** @param {ChatEntry['from']} from @param {string} id */
    find: (from, id) => known.get(keyOf(from, id)),
    place,
    /** A new object in the place of the old one; where it has a number now, in that number's place.
     * @param {ChatEntry} entry @param {Partial<ChatEntry>} news */
    change(entry, news) {
      const at = entries.lastIndexOf(entry);
      const next = { ...entry, ...news };
      if (next.seq !== entry.seq) {
        entries.splice(at, 1);
        return place(next);
      }
      entries[at] = next;
      note(next);
    },
    /** What the visitor wrote and nobody confirmed: first to last, then what has failed. */
    unsent: () =>
      [...outbox, ...failed].map((id) => /** @type {ChatEntry} */ (known.get(keyOf('visitor', id)))),
    clear() {
      entries.length = 0;
      for (const all of [known, outbox, failed]) all.clear();
    },
    /** The first of those that wait. */
    next() {
      const { value, done } = outbox.values().next();
      return done ? null : /** @type {ChatEntry} */ (known.get(keyOf('visitor', value)));
    },
  };
}
