// The two small interfaces that everything else here stands on: a store keeps, a bus tells. Implementations: sqlite.js with
// local-bus.js for one process, redis.js for several.

/** Why there is no voice, in the words of docs/diagnostics.md. @typedef {{ kind: string, cause: string }} Reason */
/** @typedef {{ id: string, from: 'visitor' | 'agent', name?: string, text: string, at: number }} Draft */
/** A message as it is kept; `seq` is its place. @typedef {Draft & { seq: number }} Entry */
/**
 * `taken`: the name of the person who answers, empty while the script does. `seen`: when the visitor was last
 * heard of, by the clock of the machine. It is for people to read: that clock may be wrong, so nothing depends on it.
 * @typedef {{ id: string, tokenHash: string, reason: Reason | null, seq: number, taken: string, began: number, seen: number }} Session
 */

/** `untaken`: no person has the session. `known`: the message was kept before. @typedef {{ untaken?: boolean, known?: boolean }} Only */
/** A visitor's message for which there is no room: the session has all that it may have, or the store. @typedef {{ full: 'session' | 'store', seq?: undefined, fresh?: undefined }} Full */

/**
 * @typedef {object} Store
 * @property {(session: { id: string, tokenHash: string, reason: Reason | null, at: number }) => Promise<boolean>} createSession  false: the store is full.
 * @property {(id: string) => Promise<Session | undefined>} session
 * @property {(id: string, change: { taken?: string, reason?: Reason, seen?: number }) => Promise<void>} change
 * @property {(session: string, draft: Draft, only?: Only) => Promise<(Entry & { fresh: boolean, full?: undefined }) | Full | undefined>} append
 *   Gives the message the next number and tells the bus; a message with an id that its sender has used before keeps the
 *   first one's number. Nothing, where there is no such session, or it is not what `only` asks for.
 * @property {(id: string) => Promise<void>} forget  Deletes the session and all that was written in it, and tells the bus.
 * @property {(session: string, seq: number, limit: number) => Promise<Entry[]>} after  Those behind `seq`, in order.
 * @property {(limit: number) => Promise<Session[]>} listSessions  The last heard of first.
 * @property {(ms: number) => Promise<void>} pass  A server ran for this long. Deletes transcripts whose visitor was last heard of more
 *   than `keptMs` of the limits ago. Only this time counts, never the clock of a machine, so a wrong clock cannot delete anything.
 * @property {() => Promise<void>} close
 */

/** `again`: something may have been missed, the store knows. @typedef {{ type: 'entry', entry: Entry } | { type: 'typing', from: 'visitor' | 'agent', on: boolean } | { type: 'session' } | { type: 'again' } | { type: 'forgotten' }} News */

/**
 * News of a session goes to those who follow it, at most once. So it is a hint, and the store is the truth.
 * @typedef {object} Bus
 * @property {(channel: string, news: News) => void} publish
 * @property {(channel: string, listener: (news: News) => void) => Promise<() => void>} subscribe
 * @property {() => Promise<void>} close
 */

export const SESSIONS = 'sessions'; // the channel that says that the list has changed
export const channelOf = (/** @type {string} */ session) => `session:${session}`;
