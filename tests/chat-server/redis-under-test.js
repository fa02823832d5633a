// A real Redis on a free port of this machine, that keeps nothing and ends with the test.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

async function freePort() {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  await once(server.close(), 'close');
  return port;
}

/** @param {number} [wish]  A port that it had before. @param {string[]} [more]  Lines of its configuration. */
export async function startRedis(wish, more = []) {
  const port = wish ?? (await freePort());
  const dir = mkdtempSync(join(tmpdir(), 'earshot-redis-'));
  writeFileSync(
    join(dir, 'redis.conf'),
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `dir ${dir}`,
      'save ""',
      'appendonly no',
      'daemonize no',
      ...more,
    ].join('\n'),
  );
  const run = spawn('redis-server', [join(dir, 'redis.conf')]);
  let said = '';
  run.on('error', (error) => (said += error.message));
  for await (const part of run.stdout.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    said += part;
    if (said.includes('Ready to accept connections')) break;
  }
  if (!said.includes('Ready'))
    throw new Error(`redis-server did not start (script/setup installs it): ${said}`);
  run.stdout.resume();
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      if (run.exitCode === null && run.signalCode === null) {
        run.kill('SIGKILL');
        await once(run, 'close');
      }
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
