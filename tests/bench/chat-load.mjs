// A thousand visitors write at once to the chat server, a process of its own with its transcripts in a file. Prints a Markdown table.
//   node tests/bench/chat-load.mjs [sessions [seconds between two messages of one visitor [sqlite | redis [processes]]]]
// It ends by itself in less than a minute, whatever happens.
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { startRedis } from '../chat-server/redis-under-test.js';
import { startServer } from '../chat-server/server-process.js';

const [sessions = 1000, every = 3, store = 'sqlite', processes = 1] = process.argv
  .slice(2)
  .map((word) => (Number.isNaN(Number(word)) ? word : Number(word)));
const WARM_MS = 4000; // the first messages find code that was never run
const MEASURED_MS = 20_000;
const END_MS = 55_000;
const COMING_AT_ONCE = 50;
const TEXT = 'Good morning! Are you open on Saturday, and can I bring my children along? Thank you.';

const folder = mkdtempSync(join(tmpdir(), 'earshot-load-'));
const redis = store === 'redis' ? await startRedis() : undefined;
const limits = JSON.stringify({
  connections: Number(sessions) + 10,
  perAddress: Number(sessions) + 10,
  hellos: { burst: 1e6, perSecond: 1e6 },
  messages: { burst: 1e6, perSecond: 1e6 },
  frames: { burst: 1e6, perSecond: 1e6 },
  requests: { burst: 1e6, perSecond: 1e6 },
  addressMessages: { burst: 1e6, perSecond: 1e6 },
  addressBytes: { burst: 1e9, perSecond: 1e9 },
  strangersPerAddress: 500,
});
const servers = await Promise.all(
  Array.from({ length: Number(processes) }, () =>
    startServer({
      CHAT_LIMITS: limits,
      ...(redis ? { CHAT_REDIS: redis.url } : { CHAT_DB: join(folder, 'chat.db') }),
    }),
  ),
);
const end = async (/** @type {number} */ code) => {
  await Promise.all(servers.map((server) => server.kill()));
  await redis?.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
setTimeout(() => (console.error(`chat-load: not done after ${END_MS / 1000} s`), end(1)), END_MS).unref();

/** Memory in MB and processor time in s, of all server processes. */
function costs() {
  const all = servers.map(({ pid }) => {
    const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const { 13: user, 14: system } = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/\(.*\)/, 'node')
      .split(' ');
    return { rss: Number(memory) / 1024, cpu: (Number(user) + Number(system)) / 100 };
  });
  return { rss: all.reduce((sum, { rss }) => sum + rss, 0), cpu: all.reduce((sum, { cpu }) => sum + cpu, 0) };
}

let measuring = false;
let leaving = false;
let sent = 0;
let lost = 0;
/** @type {number[]} */ const acks = [];
/** @type {number[]} */ const answers = [];

/** @param {number} index */
async function visitor(index) {
  const { origin } = /** @type {{ origin: string }} */ (servers[index % servers.length]);
  const socket = new WebSocket(`${origin.replace('http', 'ws')}/chat`, { origin });
  socket.on('error', () => {});
  socket.on('close', () => void (leaving || (lost += 1)));
  await once(socket, 'open');
  /** @type {Map<string, number>} */ const asked = new Map();
  /** @type {Map<string, number>} */ const kept = new Map();
  let welcomed = () => {};
  const welcome = new Promise((resolve) => (welcomed = () => resolve(undefined)));
  socket.on('message', (data) => {
    const frame = JSON.parse(data.toString());
    if (frame.type === 'welcome') welcomed();
    if (frame.type === 'refused') throw new Error(frame.text);
    if (frame.type === 'ack') {
      const began = asked.get(frame.id);
      if (began === undefined) return;
      asked.delete(frame.id);
      acks.push(performance.now() - began);
      kept.set(`script-${frame.seq}`, began);
    }
    const began = frame.type === 'message' ? kept.get(frame.id) : undefined;
    if (began !== undefined) answers.push(performance.now() - began);
  });
  socket.send(JSON.stringify({ type: 'hello', earshot: 1, session: '', token: '', after: 0, reason: null }));
  await welcome;
  const write = async () => {
    await pause(Math.random() * Number(every) * 1000);
    for (let n = 0; !leaving; n += 1) {
      const id = `v-${n}`;
      if (measuring) {
        asked.set(id, performance.now());
        sent += 1;
      }
      socket.send(JSON.stringify({ type: 'message', id, text: TEXT }));
      await pause(Number(every) * 1000);
    }
  };
  return { socket, write };
}

const empty = costs();
const came = performance.now();
/** @type {Awaited<ReturnType<typeof visitor>>[]} */
const all = [];
for (let first = 0; first < Number(sessions); first += COMING_AT_ONCE) {
  all.push(
    ...(await Promise.all(
      Array.from({ length: Math.min(COMING_AT_ONCE, Number(sessions) - first) }, (_, n) =>
        visitor(first + n),
      ),
    )),
  );
}
const coming = (performance.now() - came) / 1000;
const quiet = costs();
for (const { write } of all) write();
await pause(WARM_MS);
measuring = true;
const before = costs();
await pause(MEASURED_MS);
measuring = false;
const after = costs();
await pause(1500); // the last answers
leaving = true;

const quantile = (/** @type {number[]} */ list, /** @type {number} */ q) =>
  (list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * q))] ?? NaN).toFixed(1);
const seconds = MEASURED_MS / 1000;
const messages = sent + answers.length;
console.log(
  '| sessions, store | messages a second, in and out | acknowledged in ms: p50, p99 | answered in ms (400: the script "thinks"): p50, p99 | server, MB: empty, all there, after | server, ms of a core for a message | missing | load |',
);
console.log('|---|---|---|---|---|---|---|---|');
console.log(
  `| ${sessions}, ${store}${servers.length > 1 ? `, ${servers.length} processes` : ''} | ${(sent / seconds).toFixed(0)} + ${(answers.length / seconds).toFixed(0)} | ${quantile(acks, 0.5)}, ${quantile(acks, 0.99)} ` +
    `| ${quantile(answers, 0.5)}, ${quantile(answers, 0.99)} | ${empty.rss.toFixed(0)}, ${quiet.rss.toFixed(0)}, ${after.rss.toFixed(0)} | ${(((after.cpu - before.cpu) * 1000) / messages).toFixed(2)} | ${sent - acks.length} acknowledgements, ${lost} lines | ${loadavg()[0]?.toFixed(0)} |`,
);
console.log(
  `\nAll were in after ${coming.toFixed(1)} s. Visitors and server shared ${cpus().length} cores; load is what everything on the machine wanted.\n`,
);
await end(sent > 0 && sent === acks.length && lost === 0 ? 0 : 1);
