// A network that loses, cuts, swaps, repeats and spoils, and a server that is killed: nothing is lost, nothing comes twice, the order is kept.
// EARSHOT_SEED=… takes other faults; EARSHOT_SHARE=0.1 fewer messages.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startFaultyHttp } from './faulty-http.js';
import { startFaultyWebSocket } from './faulty-websocket.js';
import { startKillable } from './killable.js';
import { createTab, until } from './visitor.js';

const SEED = Number(process.env.EARSHOT_SEED ?? 20_250_101);
const SHARE = Number(process.env.EARSHOT_SHARE ?? 1); // of the messages: 0.1 is soon done
const UNDER_WAY = 20; // written ahead of what is confirmed
const PATIENCE_MS = 60_000;

/** What the server has stored, without any fault between. @param {number} port @param {Map<string, string>} kept */
async function stored(port, kept) {
  const { session, token, seq } = JSON.parse([...kept.values()][0] ?? '{}');
  const origin = `http://127.0.0.1:${port}`;
  const response = await fetch(`${origin}/chat/events?session=${session}&after=0`, {
    headers: { authorization: `Earshot ${token}`, origin },
  });
  /** @type {any[]} */
  const messages = [];
  let text = '';
  const words = new TextDecoder();
  for await (const piece of /** @type {AsyncIterable<Uint8Array>} */ (
    /** @type {unknown} */ (response.body)
  )) {
    text += words.decode(piece, { stream: true });
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    for (const event of events) {
      const data = /^data: (.*)$/m.exec(event)?.[1];
      const frame = data ? JSON.parse(data) : {};
      if (frame.type === 'message') messages.push(frame);
    }
    if (messages.length > 0 && messages[messages.length - 1].seq >= seq) break;
  }
  return messages;
}

/** @typedef {Awaited<ReturnType<typeof startKillable>>} Server @typedef {Awaited<ReturnType<typeof startFaultyHttp>>} Faults */

/** One visitor, who writes ahead of what is confirmed, and reloads the page now and then.
 * @param {Faults} faults @param {{ over: 'websocket' | 'http', name: number, messages: number, reloads: number, wrote: () => void }} how */
function createWriter(faults, { over, name, messages, reloads, wrote }) {
  const tab = createTab(faults.port, SEED + name);
  let page = tab.open({ over });
  const texts = Array.from({ length: messages }, (_, n) => `${name}: ${n}`);
  const reloadAfter = Math.ceil(messages / (reloads + 1));

  /** What is not confirmed stands last. */
  function ahead() {
    const entries = page.entries();
    let count = 0;
    while (entries[entries.length - 1 - count]?.status === 'sending') count++;
    return count;
  }
  const confirmed = (/** @type {number} */ most) =>
    until(() => ahead() <= most, `visitor ${name} to be confirmed (${page.state()})`, PATIENCE_MS);

  return {
    async write() {
      for (const [n, text] of texts.entries()) {
        if (ahead() >= UNDER_WAY) await confirmed(UNDER_WAY / 2);
        assert.ok(page.send(text));
        wrote();
        if ((n + 1) % reloadAfter !== 0) continue;
        page.close();
        page = tab.open({ over });
      }
      await confirmed(0);
    },
    /** @param {Server} server */
    async compare(server) {
      texts.push(`${name}: the end`);
      page.send(`${name}: the end`);
      const there = () =>
        page.entries().every(({ seq }, n) => seq === n + 1) &&
        page.entries().some(({ text }) => text === `You wrote: ${name}: the end`);
      await until(there, `visitor ${name} to see everything`, PATIENCE_MS);
      const kept = await stored(server.port, tab.kept);
      assert.deepEqual(
        kept.map(({ seq }) => seq),
        kept.map((_, n) => n + 1),
        'the server numbers without gaps',
      );
      assert.deepEqual(
        kept.filter(({ from }) => from === 'visitor').map(({ text }) => text),
        texts,
        'the server has everything once, in the order of writing',
      );
      const brief = (/** @type {any} */ { id, seq, from, text }) => `${seq} ${from} ${id} ${text}`;
      assert.deepEqual(
        page.entries().map(brief),
        kept.map(brief),
        'the visitor sees the same, in the same order',
      );
      assert.ok(
        page.entries().every(({ status, from }) => status === (from === 'visitor' ? 'sent' : 'received')),
      );
      return kept.length;
    },
    close: () => page.close(),
  };
}

/**
 * @param {import('node:test').TestContext} t
 * @param {{ over: 'websocket' | 'http', messages: number, visitors: number, reloads: number, kills: number, start: typeof startFaultyWebSocket | typeof startFaultyHttp, expected: string[] }} how
 */
async function survive(t, { over, messages: all, visitors, reloads, kills, start, expected }) {
  const began = Date.now();
  const server = await startKillable(t);
  const faults = await start(t, () => server.port, SEED);
  const messages = Math.ceil((SHARE * all) / visitors);
  let written = 0;
  let killing = Promise.resolve();
  const wrote = () => {
    if (++written % Math.ceil((SHARE * all) / (kills + 1)) === 0) killing = killing.then(server.restart);
  };
  const writers = Array.from({ length: visitors }, (_, name) =>
    createWriter(faults, { over, name, messages, reloads, wrote }),
  );
  t.after(() => writers.forEach((writer) => writer.close()));
  await Promise.all(writers.map((writer) => writer.write()));
  await killing;
  faults.calm();
  let seen = 0;
  for (const writer of writers) seen += await writer.compare(server);
  for (const name of SHARE < 1 ? [] : expected)
    assert.ok((faults.met[name] ?? 0) > 0, `the fault ${name} came: ${JSON.stringify(faults.met)}`);
  t.diagnostic(
    `${written} messages of ${visitors} visitors, ${seen} with the answers, in ${Date.now() - began} ms; ${faults.connections()} connections, ` +
      `${kills} kills, ${reloads * visitors} reloads, ${JSON.stringify(faults.met)}`,
  );
}

test(
  '10,000 messages over WebSockets: none is lost, none comes twice, the order is kept',
  { timeout: 240_000 },
  (t) =>
    survive(t, {
      over: 'websocket',
      messages: 10_000,
      visitors: 10,
      reloads: 2,
      kills: 3,
      start: startFaultyWebSocket,
      expected: [
        'lost_before',
        'lost_after',
        'cut',
        'half_open',
        'dropped',
        'twice',
        'swapped',
        'slow',
        'nonsense',
        'huge',
        'busy',
        'wrong_session',
        'wrong_token',
      ],
    }),
);

// Fewer, for each costs a request: enough that every fault comes.
test('2,000 messages over HTTP and server-sent events: the same', { timeout: 240_000 }, (t) =>
  survive(t, {
    over: 'http',
    messages: 2_000,
    visitors: 10,
    reloads: 1,
    kills: 2,
    start: startFaultyHttp,
    expected: [
      'lost_before',
      'lost_after',
      'cut',
      'half_open',
      'bad_gateway',
      'nonsense',
      'twice',
      'slow',
      'stream_lost',
      'stream_cut',
      'stream_half_open',
      'dropped',
      'event_twice',
      'swapped',
      'event_slow',
      'event_nonsense',
      'huge',
      'busy',
      'wrong_session',
      'wrong_token',
    ],
  }),
);
