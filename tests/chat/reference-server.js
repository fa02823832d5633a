// The reference server as a process of its own, so that it can be killed: node reference-server.js PORT FILE
import { createServer } from 'node:http';
import { openChat } from '../../chat-server/index.js';
import { withoutLimits } from './without-limits.js';

const [port, file] = process.argv.slice(2);
const chat = await openChat({
  file,
  limits: {
    ...withoutLimits(1e9),
    transcript: 1e6,
  },
  script: { name: 'Echo', greeting: 'Hello', thinkingMs: 0, reply: (text) => `You wrote: ${text}` },
});
const server = createServer(
  (request, response) => void (chat.serve(request, response) || response.writeHead(404).end()),
);
server.on('upgrade', (request, socket, head) => {
  socket.on('error', () => {});
  chat.upgrade(request, socket, head);
});
server.listen(Number(port), '127.0.0.1', () =>
  console.log(/** @type {import('node:net').AddressInfo} */ (server.address()).port),
);
process.on('disconnect', () => process.exit()); // never without the test
