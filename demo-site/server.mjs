// Starts the demo: `node demo-site/server.mjs`, or `PORT=9000 node demo-site/server.mjs`. It listens on this machine only.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDemoServer } from './server/demo-server.js';

/** @param {string} sentence @returns {never} */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}

const wish = process.env.PORT ?? '8080';
if (!/^\d{1,5}$/.test(wish) || Number(wish) > 65535) giveUp(`PORT must be a number from 0 to 65535, not "${wish}".`);

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const server = createDemoServer({ dist });
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
});
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(0));
