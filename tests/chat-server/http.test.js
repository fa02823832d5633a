// The same conversation through posted frames and server-sent events.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { HELLO, listen, post, visit } from './guest.js';
import { startChat } from './chat-under-test.js';

/** @type {Awaited<ReturnType<typeof startChat>>} */
let server;
before(async () => void (server = await startChat({ origins: ['https://shop.example'] })));
after(() => server.stop());

/** @param {Record<string, any>} [hello] */
async function comeIn(hello = {}) {
  const {
    status,
    frames: [welcome],
  } = await post(server, { session: '', token: '', frames: [{ ...HELLO, ...hello }] });
  assert.deepEqual([status, welcome?.type], [200, 'welcome']);
  return { session: welcome?.session, token: welcome?.token };
}
const say = (/** @type {string} */ id, text = 'hello') => ({ type: 'message', id, text });

test('a visitor whose network breaks WebSockets talks all the same', async () => {
  const key = await comeIn({ reason: { kind: 'microphone', cause: 'denied' } });
  const ear = await listen(server, key, 0);
  assert.match((await ear.until('message')).text, /a script/);
  const { frames } = await post(server, {
    ...key,
    frames: [{ type: 'typing', on: true }, say('v-1'), say('v-2'), { type: 'ping' }],
  });
  assert.deepEqual(
    frames.map(({ type, id, seq }) => [type, id, seq]),
    [
      ['ack', 'v-1', 2],
      ['ack', 'v-2', 3],
      ['pong', undefined, undefined],
    ],
  );
  await ear.until(({ seq }) => seq === 5);
  assert.deepEqual(ear.inbox.numbers(), [1, 2, 3, 4, 5]);
  ear.leave();
});

test('a message that is posted twice is stored once', async () => {
  const key = await comeIn();
  const [
    {
      frames: [first],
    },
    {
      frames: [second],
    },
  ] = [
    await post(server, { ...key, frames: [say('v-1')] }),
    await post(server, { ...key, frames: [say('v-1')] }),
  ];
  assert.deepEqual(first, second);
});

test('both ways may alternate in one conversation', async () => {
  const guest = await visit(server);
  await post(server, { ...guest.key, frames: [say('by-post')] });
  await guest.until(({ id }) => id === 'by-post');
  guest.say('by-socket', 'hello');
  await guest.until(({ type }) => type === 'ack');
  const ear = await listen(server, guest.key, 1);
  await ear.until(({ id }) => id === 'by-socket');
  assert.equal(ear.inbox.numbers()[0], 2, 'only what is after the number that was asked for');
  ear.leave();
  guest.close();
});

test('without the key nothing is read and nothing written', async () => {
  const [key, other] = [await comeIn(), await comeIn()];
  for (const [wrong, status] of /** @type {const} */ ([
    [{ ...key, token: other.token }, 403],
    [{ ...key, token: '' }, 403],
    [{ session: 'nobody', token: key.token }, 404],
    [{ session: '../x', token: key.token }, 404],
  ])) {
    assert.equal((await listen(server, wrong, 0)).status, status);
    const { frames } = await post(server, { ...wrong, frames: [say('v-1')] });
    assert.equal(frames[0]?.code, status === 403 ? 'wrong_token' : 'no_session');
  }
  assert.equal(
    (await listen(server, key, 0, { authorization: key.token })).status,
    403,
    'the scheme is part of it',
  );
  assert.equal(
    (await fetch(`${server.origin}/chat/events?session=${key.session}&token=${key.token}`)).status,
    403,
    'a token in an address is none',
  );
});

test('another site can neither post nor read; a site on the list can', async () => {
  const key = await comeIn();
  assert.equal((await post(server, { ...key, frames: [] }, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await listen(server, key, 0, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await listen(server, key, 0, { 'sec-fetch-site': 'cross-site' })).status, 403);
  const asked = (/** @type {string} */ origin) =>
    fetch(`${server.origin}/chat/frames`, { method: 'OPTIONS', headers: { origin } });
  assert.equal((await asked('http://evil.example')).headers.get('access-control-allow-origin'), null);
  assert.equal(
    (await asked('https://shop.example')).headers.get('access-control-allow-origin'),
    'https://shop.example',
  );
  assert.equal((await post(server, { ...key, frames: [] }, { origin: 'https://shop.example' })).status, 200);
});

for (const [
  what,
  body,
  status,
  headers,
] of /** @type {[string, unknown, number, Record<string, string>?][]} */ ([
  ['no JSON', 'hello', 400],
  ['a list', [], 400],
  ['no frames', { frames: 'all' }, 400],
  ['33 frames', { frames: Array(33).fill({ type: 'ping' }) }, 400],
  ['a form', 'a=b', 400, { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a megabyte', 'x'.repeat(1 << 20), 413],
])) {
  test(`${what}: ${status}`, async () => {
    const answer = await post(server, body, headers);
    assert.equal(answer.status, status);
    assert.equal(answer.frames[0]?.type, 'refused');
  });
}

test('a bad frame does not cost the good ones beside it', async () => {
  const key = await comeIn();
  const { frames } = await post(server, {
    ...key,
    frames: [null, say('v-1'), { type: 'message', id: 'v-2', text: 'x'.repeat(4001) }],
  });
  assert.deepEqual(
    frames.map(({ type, code, id }) => code ?? `${type} ${id}`),
    ['bad_frame', 'ack v-1', 'too_large'],
  );
});

test('the events end when the server stops, with a word', async () => {
  const other = await startChat();
  const {
    frames: [welcome],
  } = await post(other, { frames: [HELLO] });
  const ear = await listen(other, { session: welcome?.session, token: welcome?.token }, 0);
  await ear.until('message');
  await other.stop();
  assert.equal((await ear.until('refused')).code, 'closed');
  await ear.over;
});

test('too many visitors from one address are asked to wait', async () => {
  const small = await startChat({ limits: { hellos: { burst: 2, perSecond: 1 } } });
  const { frames } = await post(small, { frames: [HELLO, HELLO, HELLO] });
  assert.deepEqual(
    frames.map(({ type, code }) => code ?? type),
    ['welcome', 'welcome', 'too_fast'],
  );
  await small.stop();
});
