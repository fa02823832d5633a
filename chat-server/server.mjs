// Starts the chat by itself: `node chat-server/server.mjs`. README.md lists the settings, which are environment variables.
import { isIPv6 } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openChat } from './open-chat.js';
import { CannotStart } from './settings/cannot-start.js';
import { readEnvironment } from './settings/environment.js';
import { HEADERS, checkScript } from './settings/settings.js';
import { nameOf } from './store/redis-address.js';
import { createOwnServer } from './transport/own-server.js';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

async function open() {
  try {
    const settings = readEnvironment(process.env, 'chat.db');
    const script = await loadScript(settings.scriptFile);
    const chat = await openChat({ ...settings.chat, script, lost: giveUp });
    return { ...settings, chat, kept: settings.chat.redis === undefined ? whereKept(settings.chat.file) : `Redis, at ${nameOf(settings.chat.redis)}` };
  } catch (error) {
    if (error instanceof CannotStart) giveUp(error.message);
    throw error;
  }
}

/** @param {string | undefined} file */
async function loadScript(file) {
  if (file === undefined) return undefined;
  const { script } = await import(pathToFileURL(resolve(file)).href).catch((error) => {
    throw new CannotStart(`CHAT_SCRIPT cannot be loaded (${error.message}): set it to a JavaScript file that exports \`script\`, or unset it.`);
  });
  if (script === undefined) throw new CannotStart(`CHAT_SCRIPT is ${file}, which exports no \`script\`: add "export const script = …" to it.`);
  return checkScript(script, 'CHAT_SCRIPT: script');
}

const whereKept = (file = '') => (file === ':memory:' ? 'memory only, and end with this process' : resolve(file));

const { port: wish, host, names, chat, kept } = await open();
const onlyHere = ['127.0.0.1', '::1'].includes(host);
const everywhere = ['0.0.0.0', '::'].includes(host);
const written = isIPv6(host) ? `[${host}]` : host;
const server = createOwnServer({ chat, names: everywhere ? names : [written, ...names], headers: HEADERS });
server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
  if (error.code === 'EADDRINUSE') giveUp(`Port ${wish} is already in use: set PORT to another one, or to 0 to take a free one.`);
  if (error.code === 'EACCES') giveUp(`Port ${wish} needs more rights than this user has: set PORT to one above 1023.`);
  if (error.code === 'EADDRNOTAVAIL') giveUp(`CHAT_HOST is ${host}, which is no address of this machine: set it to 127.0.0.1, or to 0.0.0.0 for all of them.`);
  giveUp(`The chat could not start: ${error.message}`);
});
server.listen(wish, host, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : wish;
  const here = `http://${onlyHere || everywhere ? 'localhost' : written}:${port}`;
  console.log(`The chat listens on ${here}/chat (${onlyHere ? 'this machine only' : everywhere ? 'every address of this machine' : 'this address only'}).`);
  console.log(`Transcripts are kept in ${kept}.`);
  if (onlyHere || everywhere) console.log(`Answer the chat as a person: ${here}/chat/operator.html#${chat.operatorToken}`);
  else console.log(`The operators' page answers this machine only: set CHAT_HOST to 127.0.0.1 or 0.0.0.0 to use it.`);
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => chat.close().finally(() => process.exit(0)));
