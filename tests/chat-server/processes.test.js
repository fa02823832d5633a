// Several processes, one conversation: a visitor on one, a person or another tab on the other; one is killed, the other goes on.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listen, visit } from './guest.js';
import { actAs } from './person.js';
import { FAST_LIMITS, startServer } from './server-process.js';
import { startRedis } from './redis-under-test.js';

/** @typedef {Awaited<ReturnType<typeof startServer>>} Server */
/** @type {Awaited<ReturnType<typeof startRedis>>} */
let redis;
/** @type {Server} */
let one;
/** @type {Server} */
let two;
before(async () => {
  redis = await startRedis();
  [one, two] = await Promise.all([start(), start()]);
});
/** @type {Set<() => Promise<unknown>>} */
const endings = new Set();
after(async () => {
  for (const end of endings) await end();
  await Promise.all([one?.stop(), two?.stop()]);
  await redis?.stop();
});
/** @param {NodeJS.ProcessEnv} env */
const startWith = async (env) => {
  const server = await startServer({ CHAT_LIMITS: FAST_LIMITS, ...env });
  endings.add(server.stop);
  return server;
};
const start = () => startWith({ CHAT_REDIS: redis.url });
const upTo = (/** @type {number} */ last) => Array.from({ length: last }, (_, n) => n + 1);

test('two processes: a visitor on one and a person on the other write at once; both have the same transcript', async () => {
  const guest = await visit(one);
  const person = await actAs('Mei', two, guest.key.session);
  await person.post({ type: 'take', name: 'Mei' });
  const ear = await person.listen();
  const talk = async () => {
    for (let n = 0; n < 100; n += 1)
      await person.post({ type: 'message', id: `a-${n}`, text: `answer ${n}` });
  };
  const write = async () => {
    for (let n = 0; n < 100; n += 1) {
      guest.say(`v-${n}`, `question ${n}`);
      if (n % 10 === 9) await guest.until(({ id }) => id === `v-${n}`);
    }
  };
  await Promise.all([talk(), write()]);
  await Promise.all([
    guest.until(({ seq, type }) => seq === 201 && type !== 'welcome'),
    ear.until(({ seq }) => seq === 201),
  ]);
  assert.deepEqual(guest.inbox.numbers(), upTo(201));
  assert.deepEqual(ear.inbox.numbers(), upTo(201));
  const idAt = (/** @type {import('./guest.js').Frame[]} */ frames) =>
    Object.fromEntries(
      frames.filter(({ type }) => type === 'message' || type === 'ack').map(({ seq, id }) => [seq, id]),
    );
  assert.deepEqual(idAt(guest.inbox.frames), idAt(ear.inbox.frames));
  ear.leave();
  guest.close();
});

test('two processes: typing crosses, both ways', async () => {
  const guest = await visit(one);
  const person = await actAs('Mei', two, guest.key.session);
  const ear = await person.listen();
  guest.send({ type: 'typing', on: true });
  await ear.until(({ type, from, on }) => type === 'typing' && from === 'visitor' && on);
  await person.post({ type: 'typing', on: true });
  await guest.until(({ type, from, on }) => type === 'typing' && from === 'agent' && on);
  ear.leave();
  guest.close();
});

test('two processes: two tabs, one by WebSocket here, one by events there', async () => {
  const here = await visit(one);
  const there = await listen(two, here.key, 0);
  for (let n = 0; n < 50; n += 1) here.say(`v-${n}`, 'hello');
  await Promise.all([
    here.until(({ seq, type }) => seq === 101 && type !== 'welcome'),
    there.until(({ seq }) => seq === 101),
  ]);
  assert.deepEqual([here.inbox.numbers(), there.inbox.numbers()], [upTo(101), upTo(101)]);
  there.leave();
  here.close();
});

test('the line on which Redis tells news breaks, again and again: what was missed is read from the transcript', async () => {
  const guest = await visit(one);
  const person = await actAs('Mei', two, guest.key.session);
  for (let n = 0; n < 40; n += 1) {
    if (n % 8 === 4)
      execFileSync('redis-cli', ['-p', String(redis.port), 'client', 'kill', 'type', 'pubsub']);
    await person.post({ type: 'message', id: `a-${n}`, text: 'still here' });
  }
  await guest.until(({ seq, type }) => seq === 41 && type === 'message');
  assert.deepEqual(guest.inbox.numbers(), upTo(41));
  guest.close();
});

test('a process is killed in the middle of a burst: the visitor goes on at the other, nothing is lost or twice', async () => {
  const third = await start();
  const first = await visit(third);
  const ids = Array.from({ length: 300 }, (_, n) => `v-${n}`);
  for (const id of ids) first.say(id, 'hello');
  await first.until(({ type, seq }) => type === 'ack' && seq >= 40);
  await third.kill();
  const acked = new Set(first.inbox.frames.filter(({ type }) => type === 'ack').map(({ id }) => id));
  assert.ok(acked.size < ids.length, 'it was in the middle');

  const second = await visit(two, { ...first.key, after: Math.max(...first.inbox.numbers()) });
  for (const id of ids.filter((each) => !acked.has(each))) second.say(id, 'hello');
  await Promise.all(
    ids
      .filter((each) => !acked.has(each))
      .map((id) => second.until((frame) => frame.type === 'ack' && frame.id === id)),
  );
  const reader = await visit(one, { ...first.key, after: 0 });
  await reader.until(({ seq, type }) => type === 'message' && seq >= second.welcome.seq);
  await second.until(
    ({ id }) =>
      id ===
      `script-${Math.max(...second.inbox.frames.filter(({ type }) => type === 'ack').map(({ seq }) => seq))}`,
  );
  reader.send({ type: 'ping' });
  await reader.until('pong');
  const seen = reader.inbox
    .messages()
    .filter(({ from }) => from === 'visitor')
    .map(({ id }) => id);
  assert.deepEqual(seen, ids, 'each once, in the order in which they were written');
  assert.deepEqual(reader.inbox.numbers(), upTo(reader.inbox.numbers().length));
  second.close();
  reader.close();
});

test('Redis goes away and comes back empty: nothing is said to be kept that is not, and conversations begin anew', async () => {
  const other = await startRedis();
  const server = await startWith({ CHAT_REDIS: other.url });
  const guest = await visit(server);
  await other.stop();
  guest.say('v-1', 'is anybody there?');
  const again = await startRedis(other.port);
  endings.add(again.stop);
  const answer = await Promise.race([guest.closed, guest.until('refused')]);
  assert.ok(
    answer === 1011 || /** @type {any} */ (answer).code === 'no_session',
    'it was not said to be kept',
  );
  const anew = await visit(server);
  anew.say('v-1', 'hello');
  await anew.until(({ id }) => id === 'script-2');
  anew.close();
  guest.close();
  await server.stop();
  await again.stop();
});

test('SQLite: a process is killed while it writes, another opens the file, and every acknowledged message is in it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-chat-'));
  const env = { CHAT_DB: join(folder, 'chat.db') };
  const before = await startWith(env);
  const guest = await visit(before);
  for (let n = 0; n < 500; n += 1) guest.say(`v-${n}`, 'hello');
  await guest.until(({ seq, type }) => type === 'ack' && seq > 50);
  await before.kill();
  const acks = guest.inbox.frames.filter(({ type }) => type === 'ack');
  const next = await startWith(env);
  assert.doesNotMatch(next.complaints(), /memory/);
  const again = await visit(next, { ...guest.key, after: 0 });
  await again.until(({ seq, type }) => type === 'message' && seq === again.welcome.seq);
  const kept = new Map(again.inbox.messages().map(({ id, seq }) => [id, seq]));
  for (const { id, seq } of acks) assert.equal(kept.get(id), seq);
  assert.deepEqual(again.inbox.numbers().slice(0, again.welcome.seq), upTo(again.welcome.seq));
  again.close();
  await next.stop();
  rmSync(folder, { recursive: true });
});
