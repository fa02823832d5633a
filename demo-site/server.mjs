// Starts the demo: `node demo-site/server.mjs`, or `PORT=9000 node demo-site/server.mjs`. It listens on this machine only.
// The chat: CHAT_DB (a file, or :memory:), CHAT_REDIS (an address, instead), CHAT_ORIGINS (other sites that may use it, with
// commas), CHAT_LIMITS (JSON: see LIMITS in server/chat/chat.js), OPERATOR_TOKEN (else a new one each time).
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openChat } from './server/chat/open-chat.js';
import { createDemoServer } from './server/demo-server.js';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

const wish = process.env.PORT ?? '8080';
if (!/^\d{1,5}$/.test(wish) || Number(wish) > 65535) giveUp(`PORT must be a number from 0 to 65535, not "${wish}".`);

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { CHAT_DB: file = fileURLToPath(new URL('../build/chat.db', import.meta.url)), CHAT_REDIS: redis, CHAT_ORIGINS, CHAT_LIMITS, OPERATOR_TOKEN } = process.env;
/** @type {import('./server/chat/open-chat.js').ChatOptions} */
const chatOptions = { redis, origins: CHAT_ORIGINS?.split(','), operatorToken: OPERATOR_TOKEN, limits: readLimits(CHAT_LIMITS) };
const chat = await openChat({ ...chatOptions, file }).catch((/** @type {Error} */ error) => {
  console.warn(`Transcripts are kept in memory only: ${error.message}. CHAT_DB names another file.`);
  return openChat(chatOptions);
});
const server = createDemoServer({ dist, chat });
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') giveUp(`Port ${wish} is already in use: choose another one, or run PORT=0 script/demo, which takes a free one.`);
  if (error.code === 'EACCES') giveUp(`Port ${wish} needs more rights than this user has: choose one above 1023, for example PORT=8080 script/demo.`);
  giveUp(`The demo could not start: ${error.message}`);
});
server.listen(Number(wish), '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : wish;
  if (!existsSync(`${dist}earshot.js`)) console.warn('dist/earshot.js is missing, so the pages have no orb yet: script/demo builds it.');
  console.log(`http://localhost:${port}`);
  console.log(`Answer the chat as a person: http://localhost:${port}/operator.html#${chat.operatorToken}`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chat.close().finally(() => process.exit(0)));

/** @param {string | undefined} text */
function readLimits(text) {
  try {
    return JSON.parse(text ?? '{}');
  } catch {
    return giveUp('CHAT_LIMITS must be JSON, such as {"connections":500}.');
  }
}
