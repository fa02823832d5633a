// Transcripts in one file (or in memory), for one process. SQLite as WebAssembly: nothing to compile, and Node 18 will do.
import { groupCommit } from './group-commit.js';
import { openFile, openMemory } from './sqlite-file.js';
import { channelOf } from './types.js';
import { SESSION_WEIGHT, weightOf } from './weight.js';

const AT_ONCE = 100; // sessions deleted in one go
const TICKS = 1000; // of the store's clock per millisecond, which leaves room to order visitors within one
// When a visitor was last heard of, by the store's own clock. It counts the time in which a server ran, and it never stands still or goes
// back, whatever the machine's clock does.
const HEARD = 'max(coalesce((select max(heard) from sessions), 0) + 1, (select lived from clock))';

/**
 * @param {object} options
 * @param {string} options.file  A path, or `:memory:`.
 * @param {import('./types.js').Bus} options.bus
 * @param {import('../settings/limits.js').Limits} options.limits
 * @param {(sentence: string) => void} [options.lost]  The file no longer belongs to this process, so nothing can be stored any more.
 * @returns {import('./types.js').Store}
 */
export function sqliteStore({ file, bus, limits, lost = () => {} }) {
  const opened = file === ':memory:' ? openMemory() : openFile(file, limits.lockMs);
  const { db } = opened;
  const { write, synced, all } = groupCommit(opened, lost);

  const insertSession = db.prepare(
    `insert into sessions (id, token_hash, reason, seq, taken, began, seen, heard, bytes) values (?, ?, ?, 0, '', ?, ?, ${HEARD}, ${SESSION_WEIGHT})`,
  );
  const oneSession = db.prepare('select * from sessions where id = ?');
  const newestSessions = db.prepare('select * from sessions order by heard desc limit ?');
  const known = db.prepare('select seq, at from messages where session = ? and sender = ? and id = ?');
  const next = db.prepare(
    `update sessions set seq = seq + 1, bytes = bytes + ?, heard = iif(?, ${HEARD}, heard) where id = ? returning seq`,
  );
  const insert = db.prepare('insert into messages values (?, ?, ?, ?, ?, ?, ?)');
  const rest = db.prepare('select * from messages where session = ? and seq > ? order by seq limit ?');
  const change =
    db.prepare(`update sessions set taken = coalesce(?, taken), reason = coalesce(?, reason), seen = coalesce(?, seen),
    heard = iif(?, ${HEARD}, heard) where id = ?`);
  const age = db.prepare('update clock set lived = lived + ?');
  const total = db.prepare('select messages, bytes from clock');
  const weigh = db.prepare('update clock set messages = messages + ?, bytes = bytes + ?');
  const oldest = db.prepare(
    'select id, seq, bytes from sessions where heard < (select lived from clock) - ? order by heard limit ?',
  );
  const deleteMessages = db.prepare('delete from messages where session = ?');
  const deleteSession = db.prepare('delete from sessions where id = ?');
  const statements = [
    insertSession,
    oneSession,
    newestSessions,
    known,
    next,
    insert,
    rest,
    change,
    age,
    total,
    weigh,
    oldest,
    deleteMessages,
    deleteSession,
  ];

  let forgotten = false; // something was, since the log moved into the file

  return {
    createSession: ({ id, tokenHash, reason, at }) =>
      write(id, () => {
        if (isFull(SESSION_WEIGHT)) return false;
        insertSession.run([id, tokenHash, JSON.stringify(reason), at, at]);
        weigh.run([0, SESSION_WEIGHT]);
        return true;
      }),
    async session(id) {
      const row = one(oneSession, id);
      await synced(id);
      return row ? sessionOf(row) : undefined;
    },
    async change(id, { taken, reason, seen }) {
      await write(id, () =>
        change.run([taken ?? null, reason ? JSON.stringify(reason) : null, seen ?? null, seen ? 1 : 0, id]),
      );
    },
    async append(session, draft, only = {}) {
      const entry = await write(session, () => place(session, draft, only));
      if (entry?.fresh) bus.publish(channelOf(session), { type: 'entry', entry });
      return entry;
    },
    async after(session, seq, limit) {
      const rows = rest.all([session, seq, limit]);
      await synced(session);
      return rows.map(entryOf);
    },
    async forget(id) {
      const row = await write(id, () => {
        const found = one(oneSession, id);
        if (found) remove(found);
        return found;
      });
      forgotten ||= row !== undefined;
      if (row) bus.publish(channelOf(id), { type: 'forgotten' });
    },
    async listSessions(limit) {
      return newestSessions.all([limit]).map(sessionOf);
    },
    async pass(ms) {
      await write('', () => age.run([ms * TICKS]));
      while (db.isOpen && (await write('', forgetOld)) === AT_ONCE);
      if (!forgotten || !db.isOpen) return;
      forgotten = false;
      db.exec('pragma wal_checkpoint(truncate)'); // the log holds what was deleted until it is written anew
    },
    async close() {
      if (!db.isOpen) return;
      await all();
      for (const statement of statements) statement.finalize();
      opened.close();
    },
  };

  /** The message in its place, or in the one that it already has. @param {string} session @param {import('./types.js').Draft} draft @param {import('./types.js').Only} only @returns {import('./types.js').Full | import('./types.js').Entry & { fresh: boolean, full?: undefined } | undefined} */
  function place(session, draft, { untaken = false, known: again = false }) {
    const first = one(known, session, draft.from, draft.id);
    if (first) return { ...draft, seq: Number(first.seq), at: Number(first.at), fresh: false };
    const row = again ? undefined : one(oneSession, session);
    if (!row || (untaken && row.taken)) return undefined;
    const visitor = draft.from === 'visitor';
    const weight = weightOf(draft);
    if (
      visitor &&
      (Number(row.seq) >= limits.transcript || Number(row.bytes) + weight > limits.transcriptBytes)
    )
      return { full: 'session' };
    if (visitor && isFull(weight)) return { full: 'store' };
    const [counted] = next.all([weight, visitor ? 1 : 0, session]);
    const seq = Number(counted?.seq);
    weigh.run([1, weight]);
    insert.run([session, seq, draft.from, draft.id, draft.name ?? '', draft.text, draft.at]);
    return { ...draft, seq, fresh: true };
  }

  /** Only visitors are refused: who answers them is trusted, and writes little. @param {number} weight */
  function isFull(weight) {
    const { messages, bytes } = one(total) ?? {};
    return Number(messages) >= limits.storeMessages || Number(bytes) + weight > limits.storeBytes;
  }

  /** @param {Record<string, unknown>} session */
  function remove({ id, seq, bytes }) {
    deleteMessages.run([String(id)]);
    deleteSession.run([String(id)]);
    weigh.run([-Number(seq), -Number(bytes)]);
  }

  /** Returns how many sessions it deleted. */
  function forgetOld() {
    const old = oldest.all([limits.keptMs * TICKS, AT_ONCE]);
    old.forEach(remove);
    return old.length;
  }
}

/**
 * One row. `get` would leave the statement open, and SQLite never moves the log into the file while a statement is open: it grows without end.
 * @param {import('node-sqlite3-wasm').Statement} statement @param {string[]} values
 */
const one = (statement, ...values) => statement.all(values)[0];

/** @param {any} row @returns {import('./types.js').Session} */
function sessionOf({ id, token_hash, reason, seq, taken, began, seen }) {
  return {
    id,
    tokenHash: token_hash,
    reason: JSON.parse(reason),
    seq: Number(seq),
    taken,
    began: Number(began),
    seen: Number(seen),
  };
}

/** @param {any} row @returns {import('./types.js').Entry} */
function entryOf({ id, seq, at, sender, name, text }) {
  return { id, seq: Number(seq), at: Number(at), from: sender, ...(name && { name }), text };
}
