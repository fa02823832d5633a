// Writes to a database, acknowledged when they are on the disk. What comes while the disk is busy waits and goes together, in one transaction
// with one sync. A file thread waits for the disk, and nothing is written meanwhile, because a write would block the server until the disk is done.
import { fdatasync } from 'node:fs';
import { promisify } from 'node:util';

const sync = promisify(fdatasync);

/** @typedef {{ session: string, work: () => unknown, resolve: (value: any) => void, reject: (error: unknown) => void }} Write */

/**
 * @param {import('./sqlite-file.js').Opened} opened
 * @param {(sentence: string) => void} lost  Told once, when nothing can be stored any more.
 */
export function groupCommit({ file, db, log, lost: whyLost }, lost) {
  /** @type {Write[]} */
  let waiting = [];
  /** Sessions whose newest data may not be on the disk yet. @type {Set<string>} */
  let unsynced = new Set();
  let running = Promise.resolve();
  let gone = '';

  async function run() {
    const batch = waiting;
    waiting = [];
    try {
      check();
      const outcomes = commit(batch);
      unsynced = new Set(batch.map(({ session }) => session));
      // After a failed sync the system forgets what it could not write, so the next one would succeed without it.
      if (log !== undefined)
        await sync(log).catch((error) => lose(`${file} could not be written (${error.message})`));
      check();
      for (const [n, { resolve, reject }] of batch.entries()) {
        const outcome = outcomes[n];
        if (outcome && 'value' in outcome) resolve(outcome.value);
        else reject(outcome?.error);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
    unsynced = new Set();
  }

  /** All together; if that fails, each alone, so that one failure costs only itself. @param {Write[]} batch @returns {({ value: unknown } | { error: unknown })[]} */
  function commit(batch) {
    db.exec('begin immediate');
    try {
      const outcomes = batch.map(({ work }) => ({ value: work() }));
      db.exec('commit');
      return outcomes;
    } catch (error) {
      if (db.inTransaction) db.exec('rollback');
      return batch.length === 1 ? [{ error }] : batch.flatMap((write) => commit([write]));
    }
  }

  /** The file is still ours, and in its place. */
  function check() {
    const sentence = gone || whyLost();
    if (sentence) lose(sentence);
  }

  /** @param {string} sentence @returns {never} */
  function lose(sentence) {
    if (!gone) lost(`${sentence}: nothing more can be stored.`);
    gone = sentence;
    throw new Error(sentence);
  }

  return {
    /** @template T @param {string} session @param {() => T} work @returns {Promise<T>}  What it returned, once that is on the disk. */
    write(session, work) {
      if (waiting.length === 0) running = running.then(run);
      return new Promise((resolve, reject) => void waiting.push({ session, work, resolve, reject }));
    },
    /** What a power cut could take back is not shown to anybody. @param {string} session */
    async synced(session) {
      if (unsynced.has(session)) await running;
      if (gone) throw new Error(gone);
    },
    /** Everything that was written before. */
    all: () => running,
  };
}
