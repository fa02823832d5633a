// Opens the database file, or says in one sentence why it cannot and what to do.
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { CannotStart } from '../settings/cannot-start.js';
import { takeOwnership } from './owner.js';
import { bringTables, expectOurs } from './sqlite-tables.js';

/** @type {typeof import('node-sqlite3-wasm')} */
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm');

const LOOKED_THROUGH = 64 * 1024 * 1024; // bytes; takes about a second. In larger files, damage fails the requests that meet it

/**
 * @typedef {object} Opened
 * @property {string} file
 * @property {import('node-sqlite3-wasm').Database} db
 * @property {number} [log]  The open write-ahead log. None in memory.
 * @property {() => string | undefined} lost  A sentence, once the next start would not find what is written now.
 * @property {() => void} close
 */

/** @returns {Opened} */
export function openMemory() {
  const db = new Database(':memory:');
  bringTables(db);
  return { file: ':memory:', db, lost: () => undefined, close: () => db.close() };
}

/** @param {string} name @param {number} lockMs @returns {Opened} */
export function openFile(name, lockMs) {
  let file = resolve(name);
  /** @type {import('./owner.js').Owner | undefined} */
  let owner;
  try {
    file = realPath(file);
    owner = takeOwnership(file, lockMs);
    const opened = withLog(file, openDatabase(file), owner);
    const lost = opened.lost(); // replaced between the lock and now
    if (lost) throw new Error(lost);
    return opened;
  } catch (error) {
    owner?.release();
    throw error instanceof CannotStart ? error : cannotUse(file, /** @type {Error} */ (error).message);
  }
}

/** @param {string} file @param {import('node-sqlite3-wasm').Database} db @param {import('./owner.js').Owner} owner @returns {Opened} */
function withLog(file, db, owner) {
  const log = openSync(`${file}-wal`, 'r');
  fsyncSync(log);
  rememberNames(dirname(file));
  const { ino } = fstatSync(log);
  return {
    file,
    db,
    log,
    lost() {
      const sentence = owner.lost();
      if (sentence || look(`${file}-wal`)?.ino === ino) return sentence;
      if (owner.sure()) db.exec('pragma wal_checkpoint(full)'); // we still have the log open: its content moves into the file
      return `${file}-wal was removed while the server was running`;
    },
    close() {
      db.close();
      closeSync(log);
      owner.release();
    },
  };
}

/** @param {string} file */
function openDatabase(file) {
  // The library locks with a folder, which a killed process leaves behind. We hold the real lock, so this one is stale.
  if (statSync(`${file}.lock`, { throwIfNoEntry: false })) rmdirSync(`${file}.lock`);
  const db = new Database(file);
  try {
    // Nobody else opens the file, and so the write-ahead log needs no shared memory.
    db.exec('pragma locking_mode = exclusive');
    expectOurs(db, file);
    if (db.get('pragma journal_mode = wal')?.journal_mode !== 'wal')
      throw new Error('it takes no write-ahead log');
    db.exec('pragma synchronous = normal'); // the store syncs the log itself, before it acknowledges
    db.exec('pragma secure_delete = on'); // what a visitor deletes is overwritten, too
    db.exec('pragma wal_autocheckpoint = 2000'); // pages: moving the log into the file blocks the server for some milliseconds
    const fault =
      statSync(file).size <= LOOKED_THROUGH ? String(db.get('pragma quick_check(1)')?.quick_check) : 'ok';
    if (fault !== 'ok') throw new Error(`malformed: ${fault}`);
    bringTables(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Syncs the names of new files. @param {string} folder */
function rememberNames(folder) {
  const fd = openSync(folder, 'r');
  fsyncSync(fd);
  closeSync(fd);
}

/** Resolves symbolic links, because the log must lie beside the file itself. @param {string} given */
function realPath(given) {
  const there = look(given);
  if (there?.isDirectory())
    throw new CannotStart(
      `${given} is a folder: name a file in it, for example CHAT_DB=${join(given, 'chat.db')}.`,
    );
  if (there && !there.isFile())
    throw new CannotStart(`${given} is not a regular file: set CHAT_DB to another file.`);
  const folder = dirname(given);
  if (!look(folder)?.isDirectory())
    throw new CannotStart(
      `${given} is in a folder that does not exist: create or mount ${folder}, or set CHAT_DB to another file.`,
    );
  const file = there ? realpathSync(given) : join(realpathSync(folder), basename(given));
  if (isMounted(file))
    throw new CannotStart(
      `${file} is mounted without its folder, so its write-ahead log would be lost with the container: mount the folder instead.`,
    );
  accessSync(dirname(file), constants.W_OK | constants.X_OK);
  if (there) accessSync(file, constants.R_OK | constants.W_OK);
  return file;
}

/** @param {string} path  Undefined if a part of it is missing or not a folder. */
function look(path) {
  try {
    return statSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? ''))
      return undefined;
    throw error;
  }
}

/** Containers can mount a single file. Linux lists all mounts. @param {string} file */
function isMounted(file) {
  try {
    const escaped = file.replace(/[\s\\]/g, (sign) => `\\${sign.charCodeAt(0).toString(8).padStart(3, '0')}`);
    return readFileSync('/proc/self/mountinfo', 'utf8')
      .split('\n')
      .some((line) => line.split(' ')[4] === escaped);
  } catch {
    return false;
  }
}

/** @type {[RegExp, string][]} */
const FIXES = [
  [/not a database/, 'move it away, or set CHAT_DB to another file'],
  [/malformed/, 'restore a backup, move it away to start empty, or set CHAT_DB to another file'],
  [
    /EACCES|EPERM|EROFS|readonly|read-only/,
    'give this user write access to it and to its folder, or set CHAT_DB to another file',
  ],
  [/ENOSPC|EDQUOT|full/, 'free some space on its disk, or set CHAT_DB to another file'],
];

/** @param {string} file @param {string} reason */
function cannotUse(file, reason) {
  const fix =
    FIXES.find(([pattern]) => pattern.test(reason))?.[1] ?? 'check its disk, or set CHAT_DB to another file';
  return new CannotStart(`${file} cannot be used (${reason.replace(/\s+/g, ' ')}): ${fix}.`);
}
