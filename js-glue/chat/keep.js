// What survives a reload: the session, the draft, and the messages that nobody has confirmed. It stays in this tab, in one entry per
// destination, so no other destination can pick it up.
/** @import { ChatEntry } from '../chat.js' */
import { toJson } from '../own-json.js';
import { mayBeSent, word } from './frames.js';

const KEY = 'earshot-chat';
const MOST_UNSENT = 100;
const ID = /^[\w-]{1,64}$/;

/** `failed`: sent again only when the visitor presses. @typedef {{ id: string, text: string, at: number, failed?: boolean }} Unsent */
/** `leaving`: the visitor has deleted this session, and the server does not know it yet.
 * @typedef {{ session: string, token: string, seq: number, leaving?: boolean, draft: string, email?: string, unsent: Unsent[] }} Kept */

/** @type {Readonly<Kept>} */
const NOTHING = { session: '', token: '', seq: 0, draft: '', unsent: [] };

/** @param {Partial<Unsent> | null} entry @returns {Unsent[]} */
const unsentIn = (entry) => {
  const { id, text, at, failed } = entry ?? {};
  const ours =
    typeof id === 'string' &&
    ID.test(id) &&
    typeof text === 'string' &&
    mayBeSent(text) &&
    typeof at === 'number' &&
    Number.isFinite(at);
  return ours ? [{ id, text, at, ...(failed === true && { failed }) }] : [];
};

/** @param {unknown} value @returns {Kept} Only what we would have written. */
function keptIn(value) {
  const { session, token, seq, leaving, draft, email, unsent } = /** @type {Partial<Kept>} */ (value ?? {});
  const known =
    word(session) !== '' &&
    typeof token === 'string' &&
    token === word(token) &&
    Number.isSafeInteger(seq) &&
    Number(seq) >= 0;
  return {
    ...(known
      ? { session: word(session), token, seq: Number(seq), ...(leaving === true && { leaving }) }
      : { session: '', token: '', seq: 0 }),
    draft: typeof draft === 'string' ? draft : '',
    ...(typeof email === 'string' && { email }),
    unsent: Array.isArray(unsent) ? unsent.slice(0, MOST_UNSENT).flatMap(unsentIn) : [],
  };
}

/**
 * @param {boolean} on  The site's own wish; without it what an earlier page has kept for this destination is removed.
 * @param {string} destination
 * @param {() => Storage} storage  It may be missing, full, or refuse to be looked at.
 */
export function createKeep(on, destination, storage) {
  const key = `${KEY} ${destination}`;
  /** @template T @param {() => T} act @returns {T | undefined} */
  function guarded(act) {
    try {
      return act();
    } catch {
      return undefined; // a visitor who keeps nothing starts afresh after a reload
    }
  }
  guarded(() => storage().removeItem(KEY)); // an earlier version mixed destinations in it
  if (!on) guarded(() => storage().removeItem(key));

  return {
    /** @returns {Kept} */
    read: () => (on && guarded(() => keptIn(JSON.parse(storage().getItem(key) ?? 'null')))) || { ...NOTHING },
    /** @param {Omit<Kept, 'unsent'>} kept @param {readonly ChatEntry[]} unsent */
    write(kept, unsent) {
      if (!on) return;
      const brief = unsent
        .slice(0, MOST_UNSENT)
        .map(({ id, text, at, status }) => ({ id, text, at, ...(status === 'failed' && { failed: true }) }));
      const empty = !kept.session && !kept.draft && !kept.email && brief.length === 0;
      guarded(() =>
        empty ? storage().removeItem(key) : storage().setItem(key, toJson({ ...kept, unsent: brief }) ?? ''),
      );
    },
  };
}
