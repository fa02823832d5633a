// The file belongs to one process, also across containers. The kernel holds the lock on the open file, so the lock ends with the process,
// however the process ends; a pid written in a file proves nothing. What this leaves open: docs/decisions/0023-one-owner-of-the-file.md.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { newToken } from '../conversation/tokens.js';
import { CannotStart } from '../settings/cannot-start.js';

// Node cannot lock files. On macOS and BSD, `open` can. On Linux, the command `flock` (util-linux, busybox) locks the open file that it
// inherits from us, and the lock stays for as long as we keep that file open.
const OPEN_LOCKED = { darwin: 0x20, freebsd: 0x20, openbsd: 0x20, netbsd: 0x20 }[
  /** @type {string} */ (process.platform)
]; // O_EXLOCK

/**
 * @typedef {object} Owner
 * @property {() => string | undefined} lost  A sentence, once the file is no longer ours or no longer in its place.
 * @property {() => boolean} sure  Nobody else has had the file, not even on a disk that does not share locks.
 * @property {() => void} release
 */

/** @param {string} file  Its real path. @param {number} lockMs  A network disk may not answer. @returns {Owner} */
export function takeOwnership(file, lockMs) {
  const fd = openLocked(file, lockMs);
  const { dev, ino } = fstatSync(fd);
  const note = `${file}.owner`; // tells people who the owner is, and other machines if the disk does not share locks
  const mine = `${newToken()} process ${process.pid} on ${hostname()}\n`;
  writeFileSync(note, mine);
  return {
    lost() {
      const there = statSync(file, { throwIfNoEntry: false });
      if (!there) return `${file} was removed while the server was running`;
      if (there.ino !== ino || there.dev !== dev) return `${file} was replaced while the server was running`;
      const now = read(note);
      if (now === mine || !whoIn(now)) return undefined; // somebody removed the note, which is not the lock
      return `${file} was taken over by ${whoIn(now)}: its disk does not share locks, so only one machine may use it`;
    },
    sure: () => read(note) === mine,
    release() {
      rmSync(note, { force: true });
      closeSync(fd);
    },
  };
}

/** @param {string} file @param {number} lockMs */
function openLocked(file, lockMs) {
  const flags = constants.O_RDWR | constants.O_CREAT;
  if (OPEN_LOCKED === undefined) return lockWithFlock(file, openSync(file, flags, 0o600), lockMs);
  try {
    return openSync(file, flags | constants.O_NONBLOCK | OPEN_LOCKED, 0o600);
  } catch (error) {
    throw /** @type {NodeJS.ErrnoException} */ (error).code === 'EAGAIN' ? inUse(file) : error;
  }
}

/** @param {string} file @param {number} fd @param {number} lockMs */
function lockWithFlock(file, fd, lockMs) {
  /** @type {import('node:child_process').SpawnSyncOptionsWithStringEncoding} */
  const how = { stdio: ['ignore', 'ignore', 'pipe', fd], encoding: 'utf8', timeout: lockMs };
  const { error, status, stderr } = spawnSync('flock', ['-x', '-n', '3'], how);
  if (status === 0) return fd;
  closeSync(fd);
  if (status === 1 && stderr === '') throw inUse(file);
  if (/** @type {NodeJS.ErrnoException | undefined} */ (error)?.code === 'ENOENT')
    throw cannotLock(file, 'the command flock is missing', 'install util-linux');
  throw cannotLock(
    file,
    (stderr || error?.message || `flock exited with ${status}`).trim(),
    'use a disk that supports locks',
  );
}

/** @param {string} file @param {string} reason @param {string} fix */
const cannotLock = (file, reason, fix) =>
  new CannotStart(`${file} cannot be locked (${reason}): ${fix}, or use CHAT_REDIS.`);

/** @param {string} file */
function inUse(file) {
  const owner = whoIn(read(`${file}.owner`)) ?? 'another process';
  return new CannotStart(
    `${file} is in use by ${owner}: stop that one, set CHAT_DB to another file, or use CHAT_REDIS to run several.`,
  );
}

const whoIn = (/** @type {string} */ note) => /^\S+ (process \d+ on .+)\n$/.exec(note)?.[1];

/** @param {string} note */
function read(note) {
  try {
    return readFileSync(note, 'utf8');
  } catch {
    return '';
  }
}
