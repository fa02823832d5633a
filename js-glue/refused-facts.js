// What follows when the core refuses a fact, as it must where a script of the page has changed how facts are written. The core is then
// as it was: it waits for an answer that it has had, or believes in a call that is over.

/** @import { AnsweringFact, AnyFact } from './facts.js' */

/** What was refused, and the core's own reason. */
export class Refusal extends Error {
  /** @param {AnyFact} fact @param {string} reason */
  constructor(fact, reason) {
    super(reason);
    this.fact = String(fact.fact);
  }
}

/** @param {AnyFact} fact @returns {AnyFact} */
const requestFailed = ({ request }) => ({
  fact: 'request_failed',
  request,
  name: 'AbortError',
  message: '',
  constraint: '',
  elapsed_ms: 0,
  activated: true,
});

/** @param {AnyFact} fact @returns {AnyFact} */
const recoveryFailed = ({ request, kind, tracks }) => {
  const { kind: delivered } = /** @type {{ kind?: string }[] | undefined} */ (tracks)?.[0] ?? {};
  return { fact: 'recovery_failed', request, kind: kind ?? delivered, name: 'AbortError', message: '' };
};

/** Facts that the core waits for, and what may be said in their place: as little as can be, for something in them was not understood.
 * @type {Record<AnsweringFact | 'environment', (fact: AnyFact) => AnyFact>} */
const IN_PLACE = {
  environment: ({ fact, secure, media_devices, engine }) => ({ fact, secure, media_devices, engine }),
  request_opened: requestFailed,
  request_failed: requestFailed,
  recovery_streamed: recoveryFailed,
  recovery_cancelled: recoveryFailed,
  recovery_failed: recoveryFailed,
};

/** @param {AnyFact} fact @returns {AnyFact | null} */
export const inPlaceOf = (fact) =>
  /** @type {Partial<Record<string, (fact: AnyFact) => AnyFact>>} */ (IN_PLACE)[
    /** @type {string} */ (fact.fact)
  ]?.(fact) ?? null;

/** By these a visitor leaves, or is no longer heard or seen. The orb is one of them: it mutes a call. */
const LETTING_GO = ['orb', 'end', 'mute', 'audio_only', 'open_chat', 'dismiss'];

/** @param {AnyFact} fact */
export const letsGo = ({ fact, action }) =>
  fact === 'media_session' || (fact === 'pressed' && LETTING_GO.includes(/** @type {string} */ (action)));

const ENDS = ['track_ended', 'track_stopped', 'stream_detached'];

/** Without these the core goes on with a call that is over. @param {AnyFact} fact */
export const isVital = (fact) => letsGo(fact) || ENDS.includes(/** @type {string} */ (fact.fact));
