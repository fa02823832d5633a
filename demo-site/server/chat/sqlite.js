// Transcripts in one file (or in memory), for one process. SQLite as WebAssembly: nothing to compile, and Node 18 will do.
import { existsSync, mkdirSync, readFileSync, rmSync, rmdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { channelOf } from './types.js';

/** @type {typeof import('node-sqlite3-wasm')} */
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm');

const KEPT_MS = 7 * 24 * 3600 * 1000; // transcripts are personal: none is kept longer than somebody needs to answer
const SWEEP_MS = 3600 * 1000;
const TABLES = `
  create table if not exists sessions (id text primary key, token_hash text not null, reason text not null, seq integer not null,
    taken text not null, began integer not null, seen integer not null) without rowid;
  create index if not exists sessions_seen on sessions (seen);
  create table if not exists messages (session text not null, seq integer not null, sender text not null, id text not null,
    name text not null, text text not null, at integer not null, primary key (session, seq)) without rowid;
  create unique index if not exists messages_id on messages (session, sender, id);`;

/**
 * @param {{ file: string, bus: import('./types.js').Bus, now?: () => number }} options  `file`: a path, or `:memory:`.
 * @returns {import('./types.js').Store}
 */
export function sqliteStore({ file, bus, now = Date.now }) {
  const release = file === ':memory:' ? () => {} : claim(file);
  const db = new Database(file);
  // Nobody else opens the file, and so the write-ahead log needs no shared memory. It survives a killed process whole.
  db.exec('pragma locking_mode = exclusive');
  db.exec('pragma journal_mode = wal');
  db.exec('pragma synchronous = normal');
  db.exec(TABLES);
  forget();
  const sweeping = setInterval(forget, SWEEP_MS).unref();

  const insertSession = db.prepare('insert into sessions values (?, ?, ?, 0, \'\', ?, ?)');
  const oneSession = db.prepare('select * from sessions where id = ?');
  const newestSessions = db.prepare('select * from sessions order by seen desc limit ?');
  const known = db.prepare('select seq, at from messages where session = ? and sender = ? and id = ?');
  const next = db.prepare('update sessions set seq = seq + 1 where id = ? returning seq');
  const insert = db.prepare('insert into messages values (?, ?, ?, ?, ?, ?, ?)');
  const rest = db.prepare('select * from messages where session = ? and seq > ? order by seq limit ?');
  const statements = [insertSession, oneSession, newestSessions, known, next, insert, rest];

  return {
    async createSession({ id, tokenHash, reason, at }) {
      insertSession.run([id, tokenHash, JSON.stringify(reason), at, at]);
    },
    async session(id) {
      const row = oneSession.get([id]);
      return row ? sessionOf(row) : undefined;
    },
    async change(id, { taken, reason, seen }) {
      db.run('update sessions set taken = coalesce(?, taken), reason = coalesce(?, reason), seen = coalesce(?, seen) where id = ?',
        [taken ?? null, reason ? JSON.stringify(reason) : null, seen ?? null, id]);
    },
    async append(session, draft, { untaken = false } = {}) {
      const first = known.get([session, draft.from, draft.id]);
      if (first) return { ...draft, seq: Number(first.seq), at: Number(first.at), fresh: false };
      const row = oneSession.get([session]);
      if (!row || (untaken && row.taken)) return undefined;
      const seq = write(session, draft);
      const entry = { ...draft, seq };
      bus.publish(channelOf(session), { type: 'entry', entry });
      return { ...entry, fresh: true };
    },
    async after(session, seq, limit) {
      return rest.all([session, seq, limit]).map(entryOf);
    },
    async listSessions(limit) {
      return newestSessions.all([limit]).map(sessionOf);
    },
    async close() {
      if (!db.isOpen) return;
      clearInterval(sweeping);
      for (const statement of statements) statement.finalize();
      db.close();
      release();
    },
  };

  function forget() {
    db.run('delete from messages where session in (select id from sessions where seen < ?)', [now() - KEPT_MS]);
    db.run('delete from sessions where seen < ?', [now() - KEPT_MS]);
  }

  /** The number and the message, or neither. @param {string} session @param {import('./types.js').Draft} draft */
  function write(session, { id, from, name, text, at }) {
    db.exec('begin immediate');
    try {
      const seq = Number(/** @type {any} */ (next.all([session])[0]).seq);
      insert.run([session, seq, from, id, name ?? '', text, at]);
      db.exec('commit');
      return seq;
    } catch (error) {
      if (db.inTransaction) db.exec('rollback');
      throw error;
    }
  }
}

/** @param {any} row @returns {import('./types.js').Session} */
function sessionOf({ id, token_hash, reason, seq, taken, began, seen }) {
  return { id, tokenHash: token_hash, reason: JSON.parse(reason), seq: Number(seq), taken, began: Number(began), seen: Number(seen) };
}

/** @param {any} row @returns {import('./types.js').Entry} */
function entryOf({ id, seq, at, sender, name, text }) {
  return { id, seq: Number(seq), at: Number(at), from: sender, ...(name && { name }), text };
}

/**
 * One process at a time. The library locks with a folder beside the file, which a killed process leaves behind; so who
 * had it is written down, and a lock of nobody is taken away.
 * @param {string} file
 */
function claim(file) {
  mkdirSync(dirname(file), { recursive: true });
  const note = `${file}.pid`;
  const owner = existsSync(note) ? Number(readFileSync(note, 'utf8')) : 0;
  if (owner !== process.pid && lives(owner)) throw new Error(`${file} is in use by process ${owner}`);
  if (existsSync(`${file}.lock`)) rmdirSync(`${file}.lock`);
  writeFileSync(note, String(process.pid));
  return () => rmSync(note, { force: true });
}

/** @param {number} pid */
function lives(pid) {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}
