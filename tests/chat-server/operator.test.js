// A person answers, by the endpoints.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { script } from './answers.js';
import { startChat } from './chat-under-test.js';
import { visit } from './guest.js';
import { OPERATOR_TOKEN, actAs, watchList } from './person.js';

/** @type {Awaited<ReturnType<typeof startChat>>} */
let server;
before(async () => void (server = await startChat({ operatorToken: OPERATOR_TOKEN })));
after(() => server.stop());

const DENIED = { reason: { kind: 'microphone', cause: 'blocked_for_site' } };

test('a person sees who is there and why voice failed, but no key', async () => {
  const list = await watchList(server);
  const guest = await visit(server, DENIED);
  const { sessions } = await list.until(
    (frame) =>
      frame.type === 'sessions' &&
      frame.sessions.some((/** @type {any} */ { id }) => id === guest.key.session),
  );
  const shown = sessions.find((/** @type {any} */ { id }) => id === guest.key.session);
  assert.deepEqual(shown.reason, DENIED.reason);
  assert.deepEqual(Object.keys(shown).sort(), ['began', 'id', 'reason', 'seen', 'seq', 'taken']);
  list.leave();
  guest.close();
});

test('once a person has taken a session, the script is silent in it, also about what it was just thinking of', async () => {
  const other = await startChat({ operatorToken: OPERATOR_TOKEN, script: { ...script, thinkingMs: 3000 } });
  const guest = await visit(other);
  const person = await actAs('Mei Tanaka', other, guest.key.session);
  guest.say('v-1', 'When are you open?');
  await guest.until(({ type, on }) => type === 'typing' && on);
  assert.equal((await person.post({ type: 'message', id: 'a-1', text: 'Mei here.' })).frames[0]?.type, 'ack');
  const answer = await guest.until(({ id }) => id === 'a-1');
  assert.deepEqual([answer.from, answer.name, answer.text], ['agent', 'Mei Tanaka', 'Mei here.']);
  guest.say('v-2', 'When are you open?');
  await guest.until(({ type, id }) => type === 'ack' && id === 'v-2');
  await guest.until(({ type, on }) => type === 'typing' && !on); // it has thought about the first
  await person.post({ type: 'leave' });
  guest.say('v-3', 'When are you open?');
  await guest.until(({ id }) => id === 'script-5');
  assert.deepEqual(
    guest.inbox.messages().map(({ id }) => id),
    ['script-0', 'a-1', 'script-5'],
  );
  await other.stop();
});

test('what a person sends twice is said once', async () => {
  const guest = await visit(server);
  const person = await actAs('Mei', server, guest.key.session);
  const frame = { type: 'message', id: 'a-1', text: 'Hello.' };
  const { frames } = await person.post(frame, frame);
  assert.deepEqual(frames[0], frames[1]);
  guest.close();
});

test('without the token, from another page, or through a proxy nobody is an operator', async () => {
  const guest = await visit(server);
  for (const token of ['', 'wrong', guest.key.token]) {
    const person = await actAs('Mei', server, guest.key.session, token);
    assert.equal((await person.post({ type: 'message', id: 'a-1', text: 'Hello.' })).status, 403);
    assert.equal((await person.listen()).status, 403);
    assert.equal((await watchList(server, token)).status, 403);
  }
  assert.equal((await watchList(server, OPERATOR_TOKEN, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await watchList(server, OPERATOR_TOKEN, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await watchList(server, OPERATOR_TOKEN, { 'x-forwarded-for': '192.0.2.1' })).status, 403);
  guest.send({ type: 'ping' });
  await guest.until('pong');
  assert.deepEqual(
    guest.inbox.messages().map(({ id }) => id),
    ['script-0'],
  );
  guest.close();
});

test('the token is new at each start', async () => {
  const others = [await startChat(), await startChat()];
  const [one, two] = others.map(({ chat }) => chat.operatorToken);
  assert.match(one ?? '', /^[\w-]{43}$/);
  assert.notEqual(one, two);
  for (const other of others) await other.stop();
});

for (const [what, body, code] of /** @type {[string, object, string][]} */ ([
  [
    'an unknown session',
    { session: 'nobody', name: 'Mei', frames: [{ type: 'message', id: 'a-1', text: 'Hello.' }] },
    'no_session',
  ],
  ['no name', { session: 'nobody', frames: [] }, 'bad_frame'],
  ['a hello', { session: 'nobody', name: 'Mei', frames: [{ type: 'hello' }] }, 'bad_frame'],
])) {
  test(`an operator who sends ${what} is refused`, async () => {
    const response = await fetch(`${server.origin}/chat/operator/frames`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: {
        origin: server.origin,
        'content-type': 'application/json',
        authorization: `Operator ${OPERATOR_TOKEN}`,
      },
    });
    assert.equal(/** @type {any} */ (await response.json()).frames[0].code, code);
  });
}
