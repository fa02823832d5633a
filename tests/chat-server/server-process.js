// The server as a process of its own, which can be killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OPERATOR_TOKEN } from './person.js';

const SERVER = fileURLToPath(new URL('../../chat-server/server.mjs', import.meta.url));
const CHAT_SCRIPT = fileURLToPath(new URL('answers.js', import.meta.url));

/** For a test that writes faster than people do. */
export const FAST_LIMITS = JSON.stringify({
  messages: { burst: 5000, perSecond: 5000 },
  frames: { burst: 5000, perSecond: 5000 },
  addressMessages: { burst: 1e6, perSecond: 5000 },
  addressBytes: { burst: 1e9, perSecond: 1e6 },
});

const PATIENCE_MS = 5000;

/**
 * `through`: the command that starts it, such as `unshare` for a container. `preload`: a file that is run in it first.
 * `file`: another copy of the server. `cwd`: its current folder. `flags`: those of Node.
 * @typedef {{ through?: string[], preload?: string, file?: string, cwd?: string, flags?: string[] }} How
 */

/** Those that run. @type {Set<() => Promise<unknown>>} */
const running = new Set();
/** For `after`, so that a test that fails leaves none behind. */
export const killAll = () => Promise.all([...running].map((kill) => kill()));

/** @param {NodeJS.ProcessEnv} env  Without a word about where, transcripts stay in memory. @param {How} [how] */
export async function startServer(env = {}, how = {}) {
  const { server, complaints } = await tryServer(env, how);
  if (!server) throw new Error(`the server did not start: ${complaints}`);
  return server;
}

/** Either a server that runs, or what it said when it ended. @param {NodeJS.ProcessEnv} env @param {How} [how] */
export async function tryServer(env = {}, { through = [], preload, file = SERVER, cwd, flags = [] } = {}) {
  const [command = '', ...words] = [
    ...through,
    process.execPath,
    ...flags,
    ...(preload ? ['--import', preload] : []),
    file,
  ];
  const memory = env.CHAT_REDIS === undefined ? { CHAT_DB: ':memory:' } : {};
  const run = spawn(command, words, {
    env: { ...process.env, PORT: '0', OPERATOR_TOKEN, CHAT_SCRIPT, ...memory, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd,
  });
  const closed = once(run, 'close');
  let out = '';
  let err = '';
  run.on('error', (error) => (err += error.message));
  run.stderr.setEncoding('utf8').on('data', (part) => (err += part));
  run.stdout.setEncoding('utf8').on('data', (part) => (out += part));
  const over = () => run.exitCode !== null || run.signalCode !== null;
  while (!out.includes('\n')) {
    await Promise.race([once(run.stdout, 'data'), closed]);
    if (!over()) continue;
    await closed;
    return { server: undefined, code: run.exitCode, complaints: err };
  }
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    if (over()) return run.exitCode;
    if (through.length > 0) process.kill(childOf(run.pid ?? 0), signal);
    else run.kill(signal);
    return (await closed)[0];
  };
  const server = {
    origin: /https?:\/\/[^/\s]+/.exec(out)?.[0] ?? '',
    pid: run.pid ?? 0,
    ended: closed.then(([code]) => code),
    complaints: () => err,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    signal: (/** @type {NodeJS.Signals} */ signal) => void run.kill(signal),
    /** What its standard output shows there, once it does. @param {RegExp} pattern */
    async printed(pattern) {
      for (;;) {
        const [, found] = pattern.exec(out) ?? [];
        if (found !== undefined) return found;
        await once(run.stdout, 'data');
      }
    },
    /** It says so on its standard error. @param {string} words */
    async says(words) {
      const signal = AbortSignal.timeout(PATIENCE_MS);
      while (!err.includes(words))
        await once(run.stderr, 'data', { signal }).catch(() =>
          Promise.reject(new Error(`it did not say "${words}", but: ${err}`)),
        );
    },
  };
  running.add(server.kill);
  closed.then(() => running.delete(server.kill));
  return { server, code: null, complaints: err };
}

/** The one that a command has started, as we see it; or the command has become it. @param {number} pid */
const childOf = (pid) => Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim()) || pid;
