import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { reply } from '../../demo-site/server/agent.js';
import { startDemo } from './demo-under-test.js';

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
before(async () => void (demo = await startDemo()));
after(() => demo.stop());

/** @param {{ origin?: string, path?: string }} [how] */
const visit = ({ origin = demo.origin, path = '/chat' } = {}) => new WebSocket(`ws://localhost:${demo.port}${path}`, { origin });
const say = (/** @type {string} */ text) => JSON.stringify({ type: 'message', text });
const hear = async (/** @type {WebSocket} */ guest) => JSON.parse(String((await once(guest, 'message'))[0]));

test('the assistant says at once that it is a script, and answers', async () => {
  const guest = visit();
  assert.match((await hear(guest)).text, /script, not a person/);
  guest.send(say('When are you open?'));
  assert.deepEqual(await hear(guest), { type: 'message', text: reply('When are you open?') });
  guest.close();
});

test('an emergency comes before every other word', () => {
  assert.match(reply('I have chest pain, can I get an appointment today?'), /112/);
});

test('each thing a visitor would ask has its answer', () => {
  for (const [question, answer] of [
    ['What are your opening hours?', /8:00 to 18:00/], ['I need an appointment', /Tuesday/], ['can I talk to a person?', /person/],
    ['my microphone does not work', /voice call/], ['where can I park?', /Parking|parking/], ['do you speak to insurance?', /insurance/],
    ['xyzzy', /only a script/],
  ]) assert.match(reply(String(question)), /** @type {RegExp} */ (answer));
});

test('another site cannot talk through our socket', async () => {
  for (const how of [{ origin: 'http://evil.example' }, { path: '/other' }, { origin: `http://127.0.0.1:${demo.port}` }]) {
    const [, response] = await once(visit(how).on('error', () => {}), 'unexpected-response');
    assert.equal(response.statusCode, 403);
  }
});

for (const [what, frame, code] of /** @type {const} */ ([
  ['a frame over 16 KB', say('x'.repeat(17_000)), 1009],
  ['a frame that is no JSON', 'hello', 1008],
  ['a frame of another type', '{"type":"order"}', 1008],
  ['a JSON null', 'null', 1008],
  ['a binary frame', Buffer.from(say('hello')), 1008],
])) {
  test(`${what} ends the chat`, async () => {
    const guest = visit();
    await hear(guest);
    guest.send(frame);
    assert.equal((await once(guest, 'close'))[0], code);
  });
}

test('a flood is slowed down, then ended', async () => {
  const guest = visit();
  await hear(guest);
  for (let i = 0; i < 6; i++) guest.send(say('hello'));
  assert.match((await hear(guest)).text, /a few messages at a time/);
  for (let i = 0; i < 60; i++) guest.send(say('hello'));
  assert.equal((await once(guest, 'close'))[0], 1008);
});
