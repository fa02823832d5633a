// Starts the demo: `node demo-site/server.mjs`, or `PORT=9000 node demo-site/server.mjs`. It listens on this machine only.
// The settings of its chat are those of chat-server/README.md.
import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart, openChat, readEnvironment } from '../chat-server/index.js';
import { assistant } from './server/assistant.js';
import { createDemoServer } from './server/demo-server.js';
import { headersFor } from './server/headers.js';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Creates the folder of the usual file. The folder of a named file is never created: it may be a disk that is not mounted yet. @param {string} file */
function makeRoomFor(file) {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw new CannotStart(
      `${file} cannot be created (${/** @type {Error} */ (error).message}): set CHAT_DB to another file.`,
    );
  }
}

async function open() {
  const usual = fileURLToPath(new URL('../build/chat.db', import.meta.url));
  try {
    const settings = readEnvironment(process.env, usual);
    if (settings.chat.file === usual) makeRoomFor(usual);
    return {
      ...settings,
      chat: await openChat({
        ...settings.chat,
        headers: headersFor('', ''),
        script: assistant,
        lost: giveUp,
      }),
    };
  } catch (error) {
    if (error instanceof CannotStart) giveUp(error.message);
    throw error;
  }
}

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const { port: wish, chat } = await open();
const server = createDemoServer({ dist, chat });
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE')
    giveUp(
      `Port ${wish} is already in use: choose another one, or run PORT=0 script/demo, which takes a free one.`,
    );
  if (error.code === 'EACCES')
    giveUp(
      `Port ${wish} needs more rights than this user has: choose one above 1023, for example PORT=8080 script/demo.`,
    );
  giveUp(`The demo could not start: ${error.message}`);
});
server.listen(wish, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : wish;
  if (!existsSync(`${dist}earshot.js`))
    console.warn('dist/earshot.js is missing, so the pages have no orb yet: script/demo builds it.');
  console.log(`http://localhost:${port}`);
  console.log(`Answer the chat as a person: http://localhost:${port}/operator.html#${chat.operatorToken}`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => chat.close().finally(() => process.exit(0)));
