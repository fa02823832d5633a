// Starts the demo server on a free port, with a stand-in for dist/ so that these tests need no build.
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChat } from '../../chat-server/index.js';
import { assistant } from '../../demo-site/server/assistant.js';
import { createDemoServer } from '../../demo-site/server/demo-server.js';
import { headersFor } from '../../demo-site/server/headers.js';

/** @param {{ dist?: string, chat?: import('../../chat-server/index.js').ChatSettings }} [options] */
export async function startDemo({ dist, chat: chatOptions } = {}) {
  const standIn = mkdtempSync(join(tmpdir(), 'earshot-dist-'));
  writeFileSync(join(standIn, 'earshot.js'), 'globalThis.standIn = true;\n');
  writeFileSync(join(standIn, 'earshot.js.sha384'), 'sha384-standin\n');
  writeFileSync(join(standIn, 'earshot-core.wasm'), '\0asm');
  const chat = await openChat({
    file: ':memory:',
    headers: headersFor('', ''),
    script: assistant,
    ...chatOptions,
  });
  const server = createDemoServer({ dist: dist ?? standIn, chat });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    dist: standIn,
    chat,
    origin: `http://localhost:${port}`,
    async stop() {
      await chat.close();
      server.close();
      server.closeAllConnections();
      rmSync(standIn, { recursive: true });
    },
  };
}
