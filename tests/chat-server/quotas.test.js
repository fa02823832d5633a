// How much is kept for whom: one visitor cannot fill the disk, nor take the places of the others. Beyond a quota it is `full`; what is
// kept already is acknowledged again all the same.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPace } from '../../chat-server/conversation/pace.js';
import { openBackend } from '../../chat-server/store/backend.js';
import { LIMITS } from '../../chat-server/index.js';
import { startChat } from './chat-under-test.js';
import { HELLO, connect, listen, post } from './guest.js';
import { actAs } from './person.js';
import { startRedis } from './redis-under-test.js';

const folder = mkdtempSync(join(tmpdir(), 'earshot-quotas-'));
after(() => rmSync(folder, { recursive: true }));

const say = (/** @type {string} */ id, text = 'hello') => ({ type: 'message', id, text });
const OFTEN = { burst: 1e6, perSecond: 1e6 };

/** @param {{ origin: string }} server */
async function comeIn(server) {
  const {
    frames: [welcome],
  } = await post(server, { frames: [HELLO] });
  return { session: welcome?.session, token: welcome?.token };
}

/** @param {{ origin: string }} server @param {object} key @param {object[]} frames */
const codes = async (server, key, ...frames) =>
  (await post(server, { ...key, frames })).frames.map(({ type, code }) => code ?? type);

let files = 0;
for (const [
  name,
  place,
] of /** @type {[string, () => Promise<{ where: { file?: string, redis?: string }, stop: () => Promise<void> }>][]} */ ([
  ['SQLite', async () => ({ where: { file: join(folder, `${++files}.db`) }, stop: async () => {} })],
  [
    'Redis',
    async () => {
      const redis = await startRedis();
      return { where: { redis: redis.url }, stop: redis.stop };
    },
  ],
])) {
  test(`${name}: a session is full by messages and by bytes; what it has is acknowledged again, and whoever answers is heard`, async (t) => {
    const { where, stop } = await place();
    const server = await startChat({
      ...where,
      script: null,
      limits: { transcript: 3, transcriptBytes: 20_000, messages: OFTEN },
    });
    t.after(async () => {
      await server.stop();
      await stop();
    });
    const many = await comeIn(server);
    assert.deepEqual(await codes(server, many, say('1'), say('2'), say('3'), say('4'), say('2')), [
      'ack',
      'ack',
      'ack',
      'full',
      'ack',
    ]);
    const large = await comeIn(server);
    const text = '🌿'.repeat(2400); // 9,600 bytes
    assert.deepEqual(
      await codes(server, large, say('1', text), say('2', text), say('3', text), say('1', text)),
      ['ack', 'full', 'full', 'ack'],
    );
    assert.deepEqual(await codes(server, large, say('4')), ['ack'], 'a short one still fits');
    const person = await actAs('Mei', server, many.session, server.chat.operatorToken);
    assert.equal((await person.post(say('a-1'))).frames[0].type, 'ack');
  });

  test(`${name}: the store is full: visitors are refused, whoever runs the server is told, and there is room when transcripts are deleted`, async (t) => {
    const { where, stop } = await place();
    /** @type {string[]} */
    const told = [];
    const limits = { storeBytes: 20_000, messages: OFTEN };
    const server = await startChat({ ...where, script: null, limits, tell: (line) => told.push(line) });
    t.after(async () => {
      await server.stop();
      await stop();
    });
    const key = await comeIn(server);
    const text = '🌿'.repeat(2200);
    assert.deepEqual(
      await codes(server, key, say('1', text), say('2', text), say('3', text), say('1', text)),
      ['ack', 'ack', 'full', 'ack'],
    );
    const frames = (await post(server, { frames: Array(8).fill(HELLO) })).frames;
    assert.equal(frames.at(-1)?.code, 'full', JSON.stringify(frames.at(-1)));
    assert.equal(told.length, 1);
    assert.match(
      told[0] ?? '',
      /^The chat store is full: .+ Raise storeBytes or storeMessages of the limits/,
    );
    assert.deepEqual(await codes(server, key, { type: 'forget' }), ['forgotten']);
    assert.deepEqual(await codes(server, await comeIn(server), say('3', text)), ['ack']);
  });
}

test('the store counts on where it was, and a file of an earlier version is counted once', async () => {
  const file = join(folder, 'counted.db');
  const limits = { ...LIMITS, storeMessages: 2 };
  const draft = (/** @type {string} */ id) =>
    /** @type {const} */ ({ id, from: 'visitor', text: 'hello', at: 1 });
  for (const id of ['1', '2']) {
    const { store } = await openBackend({ file, limits });
    if (id === '1') await store.createSession({ id: 's', tokenHash: 'h', reason: null, at: 1 });
    assert.equal((await store.append('s', draft(id)))?.fresh, true);
    await store.close();
  }
  const { store } = await openBackend({ file, limits });
  assert.deepEqual(await store.append('s', draft('3')), { full: 'store' });
  await store.forget('s');
  assert.equal(await store.createSession({ id: 't', tokenHash: 'h', reason: null, at: 1 }), true);
  assert.equal((await store.append('t', draft('1')))?.fresh, true);
  await store.close();
});

test('an address is full by messages and by bytes, in however many sessions; another one is not, and what it has is acknowledged', async (t) => {
  const server = await startChat({
    script: null,
    proxies: ['127.0.0.1', '::1'],
    limits: {
      addressMessages: { burst: 6, perSecond: 0.001 },
      addressBytes: { burst: 20_000, perSecond: 0.001 },
      messages: OFTEN,
    },
  });
  t.after(server.stop);
  const from = (/** @type {string} */ address, /** @type {object} */ body) =>
    post(server, body, { 'x-forwarded-for': `192.0.2.9, ${address}` });
  const first = async (/** @type {string} */ address) => (await from(address, { frames: [HELLO] })).frames[0];
  const [one, two] = [await first('2001:db8:1:1::1'), await first('2001:db8:1:1::2')];
  const speak = async (
    /** @type {any} */ { session, token },
    /** @type {string} */ address,
    /** @type {object[]} */ ...frames
  ) => (await from(address, { session, token, frames })).frames.map(({ type, code }) => code ?? type);
  assert.deepEqual(await speak(one, '2001:db8:1:1::1', say('1'), say('2')), ['ack', 'ack']);
  assert.deepEqual(
    await speak(two, '2001:db8:1:1:ffff::7', say('1'), say('2'), say('3'), say('2')),
    ['ack', 'ack', 'full', 'ack'],
    'the same half of an IPv6 address is the same address',
  );
  const refusal = await first('2001:db8:1:1::3');
  assert.equal(refusal?.code, 'full');
  assert.ok(refusal?.retry_ms > 59_000 && refusal?.retry_ms <= 60_000, 'nobody is sent away for longer');
  assert.deepEqual(await speak(one, '2001:db8:1:2::1', say('3')), ['ack'], 'the next network is another one');

  const large = await first('198.51.100.7');
  const text = '🌿'.repeat(4000);
  assert.deepEqual(
    await speak(large, '198.51.100.7', say('1', text), say('2', text), say('3', text), say('1', text)),
    ['ack', 'ack', 'full', 'ack'],
  );
  assert.equal((await first('::ffff:198.51.100.7'))?.code, 'full', 'written as IPv6 it is the same');
});

test('without a proxy of ours, whatever a visitor writes into X-Forwarded-For counts for nothing', async (t) => {
  const server = await startChat({ limits: { hellos: { burst: 2, perSecond: 0.001 } } });
  t.after(server.stop);
  const seen = [];
  for (let n = 0; n < 3; n += 1)
    seen.push((await post(server, { frames: [HELLO] }, { 'x-forwarded-for': `192.0.2.${n}` })).frames[0]);
  assert.deepEqual(
    seen.map((frame) => frame?.code ?? frame?.type),
    ['welcome', 'welcome', 'too_fast'],
  );
});

test('one client that writes as much as it can, in session after session: what is kept stays below what an address may have', {
  timeout: 60_000,
}, async (t) => {
  const server = await startChat({ script: null, file: join(folder, 'flood.db') });
  t.after(server.stop);
  const text = '🌿'.repeat(4000);
  const began = performance.now();
  let kept = 0;
  let full = 0;
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      while (full < 100) {
        const { session, token } = await comeIn(server);
        if (!session) full += 1;
        for (let n = 0; session && n < 18; n += 3) {
          const seen = await codes(
            server,
            { session, token },
            ...[0, 1, 2].map((m) => say(`v-${n + m}`, text)),
          );
          kept += seen.filter((word) => word === 'ack').length;
          full += seen.filter((word) => word === 'full').length;
        }
      }
    }),
  );
  const { burst, perSecond } = LIMITS.addressBytes;
  const most = burst + ((performance.now() - began) / 1000) * perSecond + 16_200; // the last one may go over
  assert.ok(kept * 16_200 > burst / 2 && kept * 16_000 < most, `${kept} messages of 16 kB are kept`);
});

test('a pace asks nobody to wait for longer than a minute, and many addresses do not make it slow', () => {
  let now = 0;
  const pace = createPace({ burst: 1, perSecond: 0.0001, pause: 1 }, () => now);
  assert.equal(pace('a'), 0);
  assert.equal(pace('a'), 60_000);
  now += 60_000;
  assert.equal(pace('a'), 60_000, 'told again, because it is still too early');
  now += 11_000_000;
  assert.equal(pace('a'), 0);
  const began = performance.now();
  for (let n = 0; n < 200_000; n += 1) pace(`address ${n}`);
  assert.ok(performance.now() - began < 3000, `${performance.now() - began} ms`);
});

test('over HTTP frames are paced as on a WebSocket, and so are requests', async (t) => {
  const server = await startChat({
    limits: { frames: { burst: 10, perSecond: 0.001 }, requests: { burst: 5, perSecond: 0.001 } },
  });
  t.after(server.stop);
  const key = await comeIn(server);
  const seen = await codes(
    server,
    key,
    ...Array(9).fill({ type: 'ping' }),
    { type: 'typing', on: true },
    say('1'),
  );
  assert.deepEqual(seen, [...Array(9).fill('pong'), 'too_fast']);
  const { status, frames } = await post(server, { ...key, frames: [say('2')] });
  assert.deepEqual([status, frames[0]?.code, frames[0]?.id], [200, 'too_fast', '2']);
  await post(server, { frames: [] });
  await post(server, { frames: [] });
  const late = await post(server, { frames: [] });
  assert.deepEqual([late.status, late.frames[0]?.code], [429, 'too_fast']);
  assert.equal((await listen(server, key, 0)).status, 429);
  const [, response] = await once(connect(server).socket, 'unexpected-response');
  assert.equal(response.statusCode, 429);
});
