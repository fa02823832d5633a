import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { script } from './answers.js';
import { startChat } from './chat-under-test.js';
import { HELLO, connect, visit } from './guest.js';

/** @type {Awaited<ReturnType<typeof startChat>>} */
let server;
before(async () => void (server = await startChat()));
after(() => server.stop());

test('the script says at once what it is, and answers', async () => {
  const guest = await visit(server);
  assert.deepEqual(guest.welcome, { type: 'welcome', earshot: 1, seq: 1, resumed: false });
  const greeting = await guest.until('message');
  assert.match(greeting.text, /script, not a person/);
  assert.match(greeting.name, /script/);
  guest.say('v-1', 'When are you open?');
  assert.equal((await guest.until('ack')).seq, 2);
  await guest.until(({ type, on }) => type === 'typing' && on);
  const answer = await guest.until(({ seq, type }) => type === 'message' && seq === 3);
  assert.deepEqual([answer.text, answer.from], [script.reply('When are you open?'), 'agent']);
  assert.ok(Math.abs(answer.at - Date.now()) < 10_000);
  guest.close();
});

test('a visitor who comes back hears what was missed, in order, and nothing twice', async () => {
  const first = await visit(server);
  first.say('v-1', 'hello');
  await first.until(({ seq }) => seq === 3);
  first.socket.terminate();
  const second = await visit(server, { ...first.key, after: 1 });
  assert.equal(second.welcome.resumed, true);
  assert.deepEqual([second.key, second.welcome.seq], [first.key, 3]);
  await second.until(({ seq, type }) => type === 'message' && seq === 3);
  assert.deepEqual(
    second.inbox.messages().map(({ seq, from, id }) => [seq, from, id]),
    [
      [2, 'visitor', 'v-1'],
      [3, 'agent', 'script-2'],
    ],
  );
  second.close();
});

test('a message that is sent again keeps its place and is stored once', async () => {
  const guest = await visit(server);
  for (const text of ['hello', 'hello', 'something else']) guest.say('v-1', text);
  await guest.until(({ id }) => id === 'script-2');
  guest.send({ type: 'ping' });
  await guest.until('pong');
  const acks = guest.inbox.frames.filter(({ type }) => type === 'ack');
  assert.deepEqual(
    acks.map(({ id, seq }) => [id, seq]),
    [
      ['v-1', 2],
      ['v-1', 2],
      ['v-1', 2],
    ],
  );
  assert.equal(guest.inbox.messages().filter(({ from }) => from === 'agent').length, 2, 'and answered once');
  const again = await visit(server, { ...guest.key });
  await again.until(({ seq, type }) => type === 'message' && seq === 3);
  assert.deepEqual(
    again.inbox
      .messages()
      .map(({ text }) => text)
      .slice(1, 2),
    ['hello'],
    'the first text counts',
  );
  guest.close();
  again.close();
});

test('two tabs of one session see the same, each its own message as an acknowledgement in its place', async () => {
  const one = await visit(server);
  const two = await visit(server, one.key);
  for (let n = 0; n < 5; n += 1) {
    one.say(`one-${n}`, 'hi');
    two.say(`two-${n}`, 'hello');
  }
  for (const tab of [one, two]) {
    await tab.until(({ seq, type }) => type !== 'welcome' && seq === 21);
    assert.deepEqual(
      tab.inbox.numbers(),
      Array.from({ length: 21 }, (_, n) => n + 1),
    );
    tab.close();
  }
});

test('nobody gets into a session without its key', async () => {
  const owner = await visit(server);
  owner.say('v-1', 'This is private.');
  await owner.until('ack');
  const other = await visit(server);
  for (const [hello, code] of /** @type {const} */ ([
    [{ session: owner.key.session, token: '' }, 'wrong_token'],
    [{ session: owner.key.session, token: other.key.token }, 'wrong_token'],
    [{ session: owner.key.session, token: 'x'.repeat(43) }, 'wrong_token'],
    [{ session: 'nobody', token: owner.key.token }, 'no_session'],
  ])) {
    const thief = connect(server);
    await once(thief.socket, 'open');
    thief.send({ ...HELLO, ...hello });
    assert.equal((await thief.until('refused')).code, code);
    thief.send({ type: 'message', id: 'v-1', text: 'let me in' });
    await thief.until(({ id }) => id === 'v-1');
    assert.deepEqual(
      thief.inbox.frames.map((frame) => frame.code),
      [code, 'no_session'],
    );
    thief.send(HELLO);
    assert.notEqual((await thief.until('welcome')).session, owner.key.session);
    thief.close();
  }
  assert.ok(other.inbox.frames.every(({ text = '' }) => !text.includes('private')));
  other.close();
  owner.close();
});

test('another site cannot talk through our socket', async () => {
  for (const how of [
    { origin: 'http://evil.example' },
    { path: '/other' },
    { origin: `http://127.0.0.1:${server.port}` },
    { origin: '' },
  ]) {
    const { socket } = connect(server, how);
    const [, response] = await once(socket, 'unexpected-response');
    assert.equal(response.statusCode, 403, JSON.stringify(how));
  }
});

for (const [what, frame, code] of /** @type {const} */ ([
  ['no JSON', 'hello', 'bad_frame'],
  ['a JSON null', 'null', 'bad_frame'],
  ['another type', '{"type":"order"}', 'bad_frame'],
  ['a message without text', '{"type":"message","id":"a"}', 'bad_frame'],
  ['a message of nothing', '{"type":"message","id":"a","text":" \\n "}', 'bad_frame'],
  ['a text that is a list', '{"type":"message","id":"a","text":["a"]}', 'bad_frame'],
  ['an id with a space', '{"type":"message","id":"a b","text":"a"}', 'bad_frame'],
  ['an id that is an object', '{"type":"message","id":{"__proto__":1},"text":"a"}', 'bad_frame'],
  ['typing without a word', '{"type":"typing"}', 'bad_frame'],
  ['a second hello', JSON.stringify(HELLO), 'bad_frame'],
  ['another version', '{"type":"hello","earshot":2}', 'bad_frame'],
  ['a binary frame', Buffer.from('{"type":"ping"}'), 'bad_frame'],
  ['4,001 characters', JSON.stringify({ type: 'message', id: 'a', text: '🌿'.repeat(4001) }), 'too_large'],
])) {
  test(`${what} is refused, and the chat goes on`, async () => {
    const guest = await visit(server);
    guest.raw(frame);
    assert.equal((await guest.until('refused')).code, code);
    guest.say('v-1', '🌿'.repeat(4000));
    await guest.until('ack');
    guest.close();
  });
}

test('a frame of a megabyte ends the connection before it is read, and the session is still there', async () => {
  const guest = await visit(server);
  guest.raw(JSON.stringify({ type: 'message', id: 'big', text: 'x'.repeat(1 << 20) }));
  assert.equal(await guest.closed, 1009);
  const again = await visit(server, guest.key);
  assert.equal(again.welcome.seq, 1);
  again.close();
});

test('half a character, or a NUL, is kept as the sign for that', async () => {
  const guest = await visit(server);
  guest.raw('{"type":"message","id":"v-1","text":"a\\ud83c b\\u0000c"}');
  await guest.until('ack');
  const again = await visit(server, guest.key);
  assert.equal((await again.until(({ id }) => id === 'v-1')).text, 'a\ufffd b\ufffdc');
  again.close();
  guest.close();
});

test('a flood is refused as a whole until the time that was said, and arrives in order when it is sent again', async () => {
  const guest = await visit(server);
  for (let n = 0; n < 30; n += 1) guest.say(`v-${n}`, 'hello');
  await guest.until(({ id, type }) => id === 'v-29' && type === 'refused');
  const refused = guest.inbox.frames.filter(({ type }) => type === 'refused');
  assert.deepEqual(
    refused.map(({ id, code }) => [id, code]),
    Array.from({ length: 10 }, (_, n) => [`v-${20 + n}`, 'too_fast']),
  );
  assert.ok(refused.every(({ retry_ms }) => retry_ms > 0 && retry_ms < 5000));
  const acks = guest.inbox.frames.filter(({ type }) => type === 'ack');
  assert.deepEqual(
    acks.map(({ id }) => id),
    Array.from({ length: 20 }, (_, n) => `v-${n}`),
  );
  guest.close();
});

test('who only sends what cannot be taken is shown out', async () => {
  const guest = await visit(server);
  for (let n = 0; n < 400; n += 1) guest.raw('{}');
  assert.equal(await guest.closed, 1008);
});

test('what one visitor writes, no other hears, typing included', async () => {
  const [one, two] = [await visit(server), await visit(server)];
  one.send({ type: 'typing', on: true });
  one.say('v-1', 'only for you');
  await one.until(({ id }) => id === 'script-2');
  two.send({ type: 'ping' });
  await two.until('pong');
  assert.deepEqual(
    two.inbox.frames.map(({ type }) => type),
    ['welcome', 'message', 'pong'],
  );
  one.close();
  two.close();
});

test('a visitor whose line is slow gets everything, in order', async () => {
  const rate = { burst: 1e6, perSecond: 1e6 };
  const other = await startChat({
    script: null,
    limits: {
      messages: { ...rate, pause: 1 },
      frames: { ...rate, pause: 1 },
      addressMessages: rate,
      addressBytes: { burst: 1e8, perSecond: 1 },
      transcriptBytes: 1e8,
    },
  });
  const writer = await visit(other);
  const reader = await visit(other, writer.key);
  reader.socket.pause();
  const text = '🌿'.repeat(4000);
  for (let n = 0; n < 600; n += 1) writer.say(`v-${n}`, text);
  await writer.until(({ type, seq }) => type === 'ack' && seq === 600);
  reader.socket.resume();
  await reader.until(({ type, seq }) => type === 'message' && seq === 600);
  assert.deepEqual(
    reader.inbox.numbers(),
    Array.from({ length: 600 }, (_, n) => n + 1),
  );
  await other.stop();
});

test('a line that is dead without a word is ended, and its place is free again', async () => {
  const other = await startChat({ limits: { aliveMs: 100, perAddress: 1 } });
  const dead = new WebSocket(`ws://localhost:${other.port}/chat`, { origin: other.origin, autoPong: false });
  await once(dead, 'open');
  dead.send(JSON.stringify(HELLO));
  await once(dead, 'message');
  const second = connect(other);
  await once(second.socket, 'open');
  second.send(HELLO);
  assert.equal((await second.until('refused')).code, 'full');
  const [code] = await once(dead, 'close');
  second.close();
  assert.equal(code, 1006);
  const guest = await visit(other);
  await new Promise((resolve) => setTimeout(resolve, 300));
  assert.equal(guest.socket.readyState, guest.socket.OPEN, 'who answers stays');
  await other.stop();
});

test('a server that stops says so, and finishes what it has taken', async () => {
  const other = await startChat();
  const guest = await visit(other);
  guest.say('v-1', 'hello');
  await guest.until('ack');
  await other.stop();
  const { code, retry_ms } = await guest.until('refused');
  assert.equal(code, 'closed');
  assert.ok(retry_ms >= 500);
  assert.equal(await guest.closed, 1012);
});
