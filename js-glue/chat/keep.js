// What a reload of the page must not cost: which session this is, what was begun to be written, what nobody has confirmed. For this tab only.
/** @import { ChatConfig, ChatEntry } from '../contract.js' */

const KEY = 'earshot-chat';
const MOST_UNSENT = 100;

/** @typedef {{ session: string, token: string, seq: number, draft: string, unsent: { id: string, text: string, at: number }[] }} Kept */

/** Another server knows nothing of the session. @param {ChatConfig} config */
export const wayOf = ({ transport, url, origin }) => `${transport} ${transport === 'post_message' ? origin : url}`;

/** @type {Readonly<Kept>} */
const NOTHING = { session: '', token: '', seq: 0, draft: '', unsent: [] };

/** @param {unknown} value @param {string} way @returns {Kept} Only what we would have written, and for the same server. */
function keptIn(value, way) {
  const { way: whose, session, token, seq, draft, unsent } = /** @type {Partial<Kept & { way: string }>} */ (value ?? {});
  const same = whose === way && typeof session === 'string' && typeof token === 'string' && Number.isSafeInteger(seq);
  return {
    ...(same ? { session, token, seq: Number(seq) } : { session: '', token: '', seq: 0 }),
    draft: typeof draft === 'string' ? draft : '',
    unsent: Array.isArray(unsent) ? unsent.slice(0, MOST_UNSENT).filter((entry) =>
      typeof entry?.id === 'string' && typeof entry.text === 'string' && Number.isFinite(entry.at)) : [],
  };
}

/**
 * @param {boolean} on  The site's own wish; without it what an earlier page has kept is removed.
 * @param {string} way  Which server this is.
 * @param {() => Storage} storage  It may be missing, full, or refuse to be looked at.
 */
export function createKeep(on, way, storage) {
  /** @template T @param {() => T} act @returns {T | undefined} */
  function guarded(act) {
    try {
      return act();
    } catch {
      return undefined; // a visitor who keeps nothing starts afresh after a reload
    }
  }
  if (!on) guarded(() => storage().removeItem(KEY));

  return {
    /** @returns {Kept} */
    read: () => (on && guarded(() => keptIn(JSON.parse(storage().getItem(KEY) ?? 'null'), way))) || { ...NOTHING },
    /** @param {Omit<Kept, 'unsent'>} kept @param {readonly ChatEntry[]} unsent */
    write(kept, unsent) {
      if (!on) return;
      const brief = unsent.slice(0, MOST_UNSENT).map(({ id, text, at }) => ({ id, text, at }));
      const empty = !kept.session && !kept.draft && brief.length === 0;
      guarded(() => (empty ? storage().removeItem(KEY) : storage().setItem(KEY, JSON.stringify({ way, ...kept, unsent: brief }))));
    },
  };
}
