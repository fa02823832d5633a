// The demo as a process of its own, which can be killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('../../demo-site/server.mjs', import.meta.url));

/** @param {NodeJS.ProcessEnv} env  Without a word about where, transcripts stay in memory. */
export async function startDemoProcess(env = {}) {
  const run = spawn(process.execPath, [SERVER], { env: { ...process.env, PORT: '0', CHAT_DB: ':memory:', OPERATOR_TOKEN: 'operator', ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  let err = '';
  run.stderr.setEncoding('utf8').on('data', (part) => (err += part));
  run.stdout.setEncoding('utf8').on('data', (part) => (out += part));
  while (!out.includes('\n')) {
    await Promise.race([once(run.stdout, 'data'), once(run, 'close')]);
    if (run.exitCode !== null) throw new Error(`the demo did not start: ${err}`);
  }
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    if (run.exitCode !== null || run.signalCode !== null) return run.exitCode;
    run.kill(signal);
    return (await once(run, 'close'))[0];
  };
  return { origin: out.split('\n')[0] ?? '', pid: run.pid ?? 0, kill: () => end('SIGKILL'), stop: () => end('SIGTERM'), complaints: () => err };
}
