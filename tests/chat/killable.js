import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('reference-server.js', import.meta.url));

/** The reference server, as often as it is killed. @param {import('node:test').TestContext} t */
export async function startKillable(t) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-chat-'));
  let port = 0;
  /** @type {import('node:child_process').ChildProcess} */
  let child;

  async function start() {
    child = spawn(process.execPath, [SERVER, String(port), join(folder, 'chat.db')], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    const [line] = await once(/** @type {import('node:stream').Readable} */ (child.stdout), 'data');
    port = Number(line);
  }

  /** In the middle of whatever it does. */
  async function kill() {
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  await start();
  t.after(async () => {
    await kill();
    rmSync(folder, { recursive: true });
  });
  return {
    get port() {
      return port;
    },
    async restart() {
      await kill();
      await start();
    },
  };
}
