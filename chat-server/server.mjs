// Starts the chat by itself: `node chat-server/server.mjs`. The settings are environment variables: see README.md.
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
    const { port, host, names, scriptFile, chat: settings } = readEnvironment(process.env, 'chat.db');
    const chat = await openChat({ ...settings, script: await loadScript(scriptFile), lost: giveUp });
    return { port, host, names, chat, kept: whereKept(settings) };
  } catch (error) {
    if (error instanceof CannotStart) giveUp(error.message);
    throw error;
  }
}

/** @param {string | undefined} file */
async function loadScript(file) {
  if (file === undefined) return undefined;
  const { script } = await import(pathToFileURL(resolve(file)).href).catch((error) => {
    const fix = 'set it to a JavaScript file that exports `script`, or unset it';
    throw new CannotStart(`CHAT_SCRIPT cannot be loaded (${error.message}): ${fix}.`);
  });
  if (script !== undefined) return checkScript(script, 'CHAT_SCRIPT: script');
  throw new CannotStart(
    `CHAT_SCRIPT is ${file}, which exports no \`script\`: add "export const script = …" to it.`,
  );
}

/** @param {{ file?: string, redis?: string }} settings */
function whereKept({ file = '', redis }) {
  if (redis !== undefined) return `Redis, at ${nameOf(redis)}`;
  return file === ':memory:' ? 'memory only, and end with this process' : resolve(file);
}

/** @param {NodeJS.ErrnoException} error */
function whyNot({ code, message }) {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${wish} is already in use: set PORT to another one, or to 0 to take a free one.`;
    case 'EACCES':
      return `Port ${wish} needs more rights than this user has: set PORT to one above 1023.`;
    case 'EADDRNOTAVAIL':
      return (
        `CHAT_HOST is ${host}, which is no address of this machine: ` +
        'set it to 127.0.0.1, or to 0.0.0.0 for all of them.'
      );
    default:
      return `The chat could not start: ${message}`;
  }
}

const { port: wish, host, names, chat, kept } = await open();
const onlyHere = ['127.0.0.1', '::1'].includes(host);
const everywhere = ['0.0.0.0', '::'].includes(host);
const written = isIPv6(host) ? `[${host}]` : host;
const server = createOwnServer({ chat, names: everywhere ? names : [written, ...names], headers: HEADERS });
server.on('error', (error) => giveUp(whyNot(error)));
server.listen(wish, host, () => {
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : wish;
  const here = `http://${onlyHere || everywhere ? 'localhost' : written}:${port}`;
  const from = onlyHere
    ? 'this machine only'
    : everywhere
      ? 'every address of this machine'
      : 'this address only';
  console.log(`The chat listens on ${here}/chat (${from}).`);
  console.log(`Transcripts are kept in ${kept}.`);
  console.log(
    onlyHere || everywhere
      ? `Answer the chat as a person: ${here}/chat/operator.html#${chat.operatorToken}`
      : "The operators' page answers this machine only: set CHAT_HOST to 127.0.0.1 or 0.0.0.0 to use it.",
  );
});
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => chat.close().finally(() => process.exit(0)));
}
