// What a stranger can hold open: connections without a hello, bodies that never end, streams that nobody reads. None of it keeps a visitor out.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect as connectTo } from 'node:net';
import { WebSocket } from 'ws';
import { HELLO, connect, listen, post, visit } from './guest.js';
import { startChat } from './chat-under-test.js';

/** @type {import('node:net').Socket[]} */
const lines = [];
after(() => lines.forEach((line) => line.destroy()));

/** A line that sends this and then nothing more. @param {{ port: number }} server @param {string} words */
function begin({ port }, words) {
  const line = connectTo(port, '127.0.0.1').resume();
  lines.push(line);
  line.on('error', () => {});
  line.write(words);
  return { line, closed: once(line, 'close').catch(() => {}) };
}
/** @param {{ port: number, origin: string }} server */
const halfBody = (server) =>
  begin(
    server,
    `POST /chat/frames HTTP/1.1\r\nHost: localhost:${server.port}\r\nOrigin: ${server.origin}\r\n` +
      'Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{"frames":[',
  );

/** @param {{ port: number, origin: string }} server */
async function silent(server) {
  const socket = new WebSocket(`ws://localhost:${server.port}/chat`, { origin: server.origin });
  socket.on('error', () => {});
  await once(socket, 'open');
  return { socket, closed: once(socket, 'close').then(([code]) => code) };
}

test('connections without a hello take nobody’s place: one more ends the oldest of them, and visitors come in', async (t) => {
  const server = await startChat({
    limits: { connections: 2, perAddress: 2, strangers: 30, strangersPerAddress: 20, goodbyeMs: 50 },
  });
  t.after(server.stop);
  const shy = [];
  for (let n = 0; n < 20; n += 1) shy.push(await silent(server));
  const guest = await visit(server);
  assert.equal(await shy[0]?.closed, 1008);
  guest.say('v-1', 'hello');
  await guest.until('ack');
  const second = await visit(server);

  const third = connect(server);
  await once(third.socket, 'open');
  third.send(HELLO);
  const refusal = await third.until('refused');
  assert.deepEqual([refusal.code, refusal.retry_ms], ['full', 5000], 'with a hello they count');
  second.close();
  await second.closed;
  await new Promise((resolve) => setTimeout(resolve, 100));
  third.send(HELLO);
  await third.until('welcome');
  assert.equal(shy.filter(({ socket }) => socket.readyState === WebSocket.OPEN).length, 19);
});

test('a hello that is refused holds no place', async (t) => {
  const server = await startChat({ limits: { perAddress: 1 } });
  t.after(server.stop);
  for (let n = 0; n < 3; n += 1) {
    const thief = connect(server);
    await once(thief.socket, 'open');
    thief.send({ ...HELLO, session: 'nobody' });
    assert.equal((await thief.until('refused')).code, 'no_session');
  }
  (await visit(server)).close();
});

test('a body that does not come is waited for as long as it may take, and not longer', {
  timeout: 10_000,
}, async (t) => {
  const server = await startChat({ limits: { bodyMs: 300 } });
  t.after(server.stop);
  const began = performance.now();
  await halfBody(server).closed;
  assert.ok(performance.now() - began > 250);
});

test('many bodies that never end: one more ends the oldest of them, and a visitor is answered', {
  timeout: 10_000,
}, async (t) => {
  const server = await startChat({ limits: { bodies: 30, bodiesPerAddress: 20 } });
  t.after(server.stop);
  const open = Array.from({ length: 60 }, () => halfBody(server));
  await Promise.all(open.slice(0, 40).map(({ closed }) => closed));
  const { status, frames } = await post(server, { frames: [HELLO] });
  assert.deepEqual([status, frames[0]?.type], [200, 'welcome']);
  assert.ok(open.slice(41).every(({ line }) => !line.destroyed));
});

test('a visitor with a small buffer gets everything over a stream of events, in order', async (t) => {
  const often = { burst: 1e6, perSecond: 1e6 };
  const server = await startChat({
    script: null,
    limits: { bufferBytes: 1024, messages: often, frames: often, addressMessages: often },
  });
  t.after(server.stop);
  const guest = await visit(server);
  const ear = await listen(server, guest.key, 0);
  for (let n = 0; n < 100; n += 1) guest.say(`v-${n}`, 'hello '.repeat(600));
  await ear.until(({ seq }) => seq === 100);
  assert.deepEqual(
    ear.inbox.numbers(),
    Array.from({ length: 100 }, (_, n) => n + 1),
  );
  ear.leave();
});

test('a stream of events that nobody reads is ended, and its place is free', {
  timeout: 20_000,
}, async (t) => {
  const server = await startChat({
    script: null,
    limits: {
      perAddress: 2,
      commentMs: 200,
      bufferBytes: 1024,
      messages: { burst: 1e6, perSecond: 1e6 },
      frames: { burst: 1e6, perSecond: 1e6 },
      addressMessages: { burst: 1e6, perSecond: 1e6 },
      addressBytes: { burst: 1e9, perSecond: 1e6 },
      transcriptBytes: 1e9,
    },
  });
  t.after(server.stop);
  const guest = await visit(server);
  const { session, token } = guest.key;
  const stream = begin(
    server,
    `GET /chat/events?session=${session}&after=0 HTTP/1.1\r\nHost: localhost:${server.port}\r\n` +
      `Origin: ${server.origin}\r\nAuthorization: Earshot ${token}\r\n\r\n`,
  );
  await once(stream.line, 'data');
  stream.line.pause();
  for (let n = 0; n < 1000; n += 1) guest.say(`v-${n}`, '🌿'.repeat(4000)); // more than the system holds for them
  await guest.until(({ type, seq }) => type === 'ack' && seq === 1000);
  for (const end = performance.now() + 5000; ; ) {
    const { status } = await fetch(`${server.origin}/chat/events?session=${session}&after=1000`, {
      headers: { authorization: `Earshot ${token}` },
      signal: AbortSignal.timeout(300),
    }).catch(() => ({ status: 0 }));
    if (status === 200 || status === 0) break;
    assert.ok(performance.now() < end, 'the place is free in the end');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

for (const [what, body] of /** @type {[string, object][]} */ ([
  ['a code', { code: 'anything' }],
  ['the code of a refusal', { code: 'full', type: 'refused', text: 'x' }],
  ['a prototype', JSON.parse('{"__proto__":{"code":"full"},"constructor":1}')],
])) {
  test(`a request with a member that is called like ${what} is answered like any other`, async (t) => {
    const server = await startChat();
    t.after(server.stop);
    const { status, frames } = await post(server, {
      ...body,
      frames: [{ ...HELLO, ...body, type: 'hello' }],
    });
    assert.deepEqual([status, frames[0]?.type], [200, 'welcome']);
  });
}
