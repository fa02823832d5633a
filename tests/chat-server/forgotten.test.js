// A visitor deletes a conversation: whoever follows it is told, the token opens nothing any more, and the words are not on the disk.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../chat-server/store/backend.js';
import { startChat } from './chat-under-test.js';
import { listen, post, visit } from './guest.js';
import { actAs, watchList } from './person.js';
import { startRedis } from './redis-under-test.js';

const folder = mkdtempSync(join(tmpdir(), 'earshot-forgotten-'));
after(() => rmSync(folder, { recursive: true }));

test('over a WebSocket: other connections and the operator are told, and nothing of it is found again', async (t) => {
  const server = await startChat();
  t.after(server.stop);
  const guest = await visit(server);
  const [tab, ear] = [await visit(server, guest.key), await listen(server, guest.key, 0)];
  guest.say('v-1', 'My secret');
  await ear.until(({ seq }) => seq === 3);
  const token = server.chat.operatorToken;
  const person = await actAs('Mei', server, guest.key.session, token);
  const reading = await person.listen();
  const list = await watchList(server, token);
  await list.until(({ sessions }) => sessions?.length === 1);

  guest.send({ type: 'forget' });
  await Promise.all([guest, tab, ear, reading].map((each) => each.until('forgotten')));
  await ear.over;
  await reading.over;
  await list.until(({ sessions }) => sessions?.length === 0);
  for (const each of [guest, tab]) {
    each.say('v-2', 'Is anybody there?');
    assert.equal((await each.until('refused')).code, 'no_session');
  }
  assert.equal((await listen(server, guest.key, 0)).status, 404);
  assert.equal(
    (await person.post({ type: 'message', id: 'a-1', text: 'Hello?' })).frames[0].code,
    'no_session',
  );
  list.leave();
  for (const each of [guest, tab]) each.close();
});

test('over HTTP, and only with the key', async (t) => {
  const server = await startChat();
  t.after(server.stop);
  const { key, close } = await visit(server);
  const { key: other, close: leave } = await visit(server);
  const forget = { type: 'forget' };
  const { frames: no } = await post(server, { ...key, token: other.token, frames: [forget] });
  assert.equal(no[0]?.code, 'wrong_token');
  const { frames } = await post(server, {
    ...key,
    frames: [
      { type: 'message', id: 'v-1', text: 'hello' },
      forget,
      { type: 'message', id: 'v-2', text: 'hello' },
    ],
  });
  assert.deepEqual(
    frames.map(({ type, code }) => code ?? type),
    ['ack', 'forgotten', 'no_session'],
  );
  assert.equal((await post(server, { ...key, frames: [forget] })).frames[0]?.code, 'no_session');
  assert.equal((await listen(server, other, 0)).status, 200, 'another conversation is still there');
  close();
  leave();
});

test('the words are neither in the file nor in its log once a minute has been counted', async () => {
  const file = join(folder, 'chat.db');
  const SECRET = 'xyzzy-my-secret-xyzzy';
  const holds = () =>
    readdirSync(folder).filter((name) => readFileSyncOrNone(join(folder, name)).includes(SECRET));
  const { store } = await openBackend({ file });
  for (const id of ['secret', 'other'])
    await store.createSession({ id, tokenHash: 'h', reason: null, at: 1 });
  for (let n = 0; n < 50; n += 1) {
    await store.append('secret', { id: `v-${n}`, from: 'visitor', text: `${SECRET} ${n}`, at: 1 });
    await store.append('other', { id: `v-${n}`, from: 'visitor', text: 'hello', at: 1 });
  }
  assert.ok(holds().length > 0);
  await store.forget('secret');
  await store.pass(60_000);
  assert.deepEqual(holds(), []);
  assert.equal((await store.after('other', 0, 100)).length, 50);
  await store.close();
  assert.deepEqual(holds(), []);
});

/** @param {string} path */
function readFileSyncOrNone(path) {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0); // the folder by which the library locks
  }
}

test('Redis: a visitor of one process deletes, and is gone from the other one', async (t) => {
  const redis = await startRedis();
  const servers = [await startChat({ redis: redis.url }), await startChat({ redis: redis.url })];
  t.after(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  });
  const [one, two] = /** @type {[(typeof servers)[0], (typeof servers)[0]]} */ (servers);
  const guest = await visit(one);
  guest.say('v-1', 'My secret');
  await guest.until('ack');
  const ear = await listen(two, guest.key, 0);
  await ear.until(({ seq }) => seq === 2);
  guest.send({ type: 'forget' });
  await guest.until('forgotten');
  await ear.until('forgotten');
  assert.equal((await listen(two, guest.key, 0)).status, 404);
  guest.close();
});
