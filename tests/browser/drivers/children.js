// Programs that never outlive the test: each leads a process group of its own, and whatever is still running ends with
// this process, however this process ends.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
/** @type {Set<string>} */
const folders = new Set();

/** @param {import('node:child_process').ChildProcess} child @param {NodeJS.Signals} signal */
function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The whole group is gone already.
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(command, args, options = {}) {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.on('error', () => running.delete(child));
  return child;
}

/** @param {import('node:child_process').ChildProcess} child @param {number} [patience] */
export async function stop(child, patience = 4000) {
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    const gone = new Promise((done) => child.once('exit', done));
    signalGroup(child, 'SIGTERM');
    await atMost(patience, gone);
  }
  signalGroup(child, 'SIGKILL'); // helpers that outlived their leader
  running.delete(child);
}

/**
 * Runs `open`; when it fails, whatever it had started by then ends too.
 * @template T
 * @param {() => Promise<T>} open
 */
export async function allOrNothing(open) {
  const before = new Set(running);
  try {
    return await open();
  } catch (error) {
    for (const child of [...running].reverse()) if (!before.has(child)) await stop(child);
    throw error;
  }
}

/**
 * Resolves with `promise`, or with undefined when it takes too long. The timer never keeps the process alive.
 * @template T
 * @param {number} ms
 * @param {Promise<T>} promise
 * @returns {Promise<T | undefined>}
 */
export async function atMost(ms, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((done) => {
    timer = setTimeout(done, ms);
  });
  try {
    return await /** @type {Promise<T | undefined>} */ (Promise.race([promise, late]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Resolves with the first match of `pattern` in what the program prints; fails when it ends or stays silent.
 * @param {import('node:child_process').ChildProcess} child
 * @param {import('node:stream').Readable} output
 * @param {RegExp} pattern
 */
export async function firstMatch(child, output, pattern, ms = 60_000) {
  let text = '';
  const name = child.spawnfile;
  const found = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${name} ended (${code}):\n${text}`)));
    output.on('data', (data) => {
      text += data;
      const match = pattern.exec(text);
      if (match) resolve(match);
    });
  });
  found.catch(() => {});
  const match = /** @type {RegExpExecArray | undefined} */ (await atMost(ms, found));
  if (!match) throw new Error(`${name} said nothing like ${pattern} in ${ms} ms:\n${text}`);
  return match[1] ?? match[0];
}

export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-'));
  folders.add(folder);
  return folder;
}

/** @param {string} folder */
export function removeFolder(folder) {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    folders.delete(folder);
  } catch {
    // A browser that is still dying may hold a file; the exit handler tries again.
  }
}

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL');
  for (const folder of folders) removeFolder(folder);
});
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => process.exit(130));
