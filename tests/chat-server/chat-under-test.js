// The chat on a free port of this machine, in the test's own process, with transcripts in memory.
import { once } from 'node:events';
import { HEADERS, openChat } from '../../chat-server/index.js';
import { createOwnServer } from '../../chat-server/transport/own-server.js';
import { script } from './answers.js';

/** @param {import('../../chat-server/index.js').ChatSettings & { names?: string[] }} [settings]  `names`: other names of the server. */
export async function startChat({ names = [], ...settings } = {}) {
  const chat = await openChat({ file: ':memory:', script, ...settings });
  const server = createOwnServer({ chat, names, headers: settings.headers ?? HEADERS });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    port,
    chat,
    origin: `http://localhost:${port}`,
    async stop() {
      await chat.close();
      server.close();
      server.closeAllConnections();
    },
  };
}
