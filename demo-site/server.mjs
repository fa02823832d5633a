// Starts the demo: `node demo-site/server.mjs`, or `PORT=9000 node demo-site/server.mjs`. It listens on this machine only.
// The chat: CHAT_DB (a file, or :memory:), CHAT_REDIS (an address, instead), CHAT_ORIGINS (other sites that may use it, with
// commas), CHAT_LIMITS (JSON: see LIMITS in server/chat/chat.js), OPERATOR_TOKEN (else a new one each time). See docs/scaling.md.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CannotStart } from './server/chat/cannot-start.js';
import { openChat } from './server/chat/open-chat.js';
import { createDemoServer } from './server/demo-server.js';
import { readSettings } from './server/settings.js';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

async function open() {
  try {
    const settings = readSettings(process.env, fileURLToPath(new URL('../build/chat.db', import.meta.url)));
    return { ...settings, chat: await openChat({ ...settings.chat, lost: giveUp }) };
  } catch (error) {
    if (error instanceof CannotStart) giveUp(error.message);
    throw error;
  }
}

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { port: wish, chat } = await open();
const server = createDemoServer({ dist, chat });
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') giveUp(`Port ${wish} is already in use: choose another one, or run PORT=0 script/demo, which takes a free one.`);
  if (error.code === 'EACCES') giveUp(`Port ${wish} needs more rights than this user has: choose one above 1023, for example PORT=8080 script/demo.`);
  giveUp(`The demo could not start: ${error.message}`);
});
server.listen(wish, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : wish;
  if (!existsSync(`${dist}earshot.js`)) console.warn('dist/earshot.js is missing, so the pages have no orb yet: script/demo builds it.');
  console.log(`http://localhost:${port}`);
  console.log(`Answer the chat as a person: http://localhost:${port}/operator.html#${chat.operatorToken}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chat.close().finally(() => process.exit(0)));
