// What is acknowledged is kept, whatever becomes of the place where it is kept: power, room, the file itself, Redis.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen, post, visit } from './guest.js';
import { watchList } from './person.js';
import { noMounts, withMount } from './container.js';
import { FAST_LIMITS, killAll, startServer } from './server-process.js';
import { startRedis } from './redis-under-test.js';

const timeout = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'earshot-kept-'));
after(async () => {
  await killAll();
  rmSync(folder, { recursive: true });
});

let files = 0;
/** A folder of its own, and a file in it. */
function newPlace() {
  const place = join(folder, String(++files));
  mkdirSync(place);
  return { place, file: join(place, 'chat.db') };
}

/** @typedef {Awaited<ReturnType<typeof visit>>} Guest */
const acked = (/** @type {Guest} */ guest) =>
  guest.inbox.frames.filter(({ type }) => type === 'ack').map(({ id }) => id);

/** @param {Guest} guest @param {string[]} ids @param {string} [text] */
async function write(guest, ids, text = 'hello') {
  for (const id of ids) guest.say(id, text);
  await guest.until(({ type, id }) => type === 'ack' && id === ids[ids.length - 1]);
}
const many = (/** @type {number} */ count) => Array.from({ length: count }, (_, n) => `v-${n}`);

/** A server that starts on that file has these messages. @param {string} file @param {Guest} guest @param {string[]} ids */
async function keeps(file, guest, ids) {
  const next = await startServer({ CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS });
  const again = await visit(next, { ...guest.key, after: 0 });
  if (again.welcome.seq > 0)
    await again.until(({ seq, type }) => type === 'message' && seq === again.welcome.seq);
  const kept = new Set(again.inbox.messages().map(({ id }) => id));
  assert.deepEqual(
    ids.filter((id) => !kept.has(id)),
    [],
    `all ${ids.length} acknowledged messages are there`,
  );
  await next.stop();
}

const power = fileURLToPath(new URL('preload/power.js', import.meta.url));

test('power is lost: what was acknowledged is on the disk', {
  timeout,
  skip: process.platform !== 'linux',
}, async () => {
  const { place, file } = newPlace();
  const disk = newPlace();
  const server = await startServer(
    { CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS, EARSHOT_DISK: disk.place },
    { preload: power },
  );
  const guest = await visit(server);
  await write(guest, many(60));
  const late = await visit(server);
  await server.kill();
  rmSync(place, { recursive: true });
  await keeps(disk.file, guest, acked(guest));
  await keeps(disk.file, late, []);
});

test('power is lost: what another tab has seen is on the disk, too', {
  timeout,
  skip: process.platform !== 'linux',
}, async () => {
  const { file } = newPlace();
  const disk = newPlace();
  const server = await startServer(
    { CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS, EARSHOT_DISK: disk.place, EARSHOT_SYNC_MS: '300' },
    { preload: power },
  );
  const guest = await visit(server);
  guest.say('v-1', 'hello');
  const tab = await listen(server, guest.key, 0);
  await tab.until(({ id }) => id === 'v-1');
  await server.kill();
  await keeps(disk.file, guest, ['v-1']);
});

test('the disk is full: nothing is acknowledged that is not kept, the server says so, and goes on when there is room', {
  timeout,
  skip: noMounts,
}, async () => {
  const { place, file } = newPlace();
  const server = await startServer(
    { CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS },
    { through: withMount('-t', 'tmpfs', '-o', 'size=1m', 'none', place) },
  );
  const inside = `/proc/${server.pid}/root${place}`;
  const guest = await visit(server);
  const ballast = join(inside, 'ballast');
  writeFileSync(ballast, Buffer.alloc(300_000));
  for (const id of many(400)) guest.say(id, 'hello '.repeat(600));
  assert.equal(await guest.closed, 1011);
  assert.ok(acked(guest).length > 5 && acked(guest).length < 400, `${acked(guest).length} were acknowledged`);
  await server.says('no message is acknowledged until it works again.');
  const answer = await post(server, {
    ...guest.key,
    frames: [{ type: 'message', id: 'by-post', text: 'hello '.repeat(600) }],
  });
  assert.equal(answer.status, 503);

  const copy = newPlace();
  for (const name of ['chat.db', 'chat.db-wal']) cpSync(join(inside, name), join(copy.place, name));
  await keeps(copy.file, guest, acked(guest));

  rmSync(ballast);
  const again = await visit(server, { ...guest.key, after: 0 });
  await write(again, ['v-room'], 'hello '.repeat(600));
  await server.says('The chat store works again.');
  await server.stop();
});

for (const [what, happens, said] of /** @type {[string, (file: string) => void, RegExp][]} */ ([
  [
    'removed',
    (file) => rmSync(file),
    /chat\.db was removed while the server was running: nothing more can be stored\.\n$/,
  ],
  [
    'moved away',
    (file) => renameSync(file, `${file}.old`),
    /chat\.db was removed while the server was running: nothing more can be stored\.\n$/,
  ],
  [
    'replaced by another',
    (file) => (writeFileSync(`${file}.new`, ''), renameSync(`${file}.new`, file)),
    /chat\.db was replaced while the server was running: nothing more can be stored\.\n$/,
  ],
  [
    'taken over by a machine with which the disk shares no locks',
    (file) => writeFileSync(`${file}.owner`, 'key process 7 on elsewhere\n'),
    /chat\.db was taken over by process 7 on elsewhere: its disk does not share locks, so only one machine may use it: nothing more can be stored\.\n$/,
  ],
])) {
  test(`the file is ${what}: nothing more is acknowledged, and the server ends and says why`, {
    timeout,
  }, async () => {
    const { file } = newPlace();
    const server = await startServer({ CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS });
    const guest = await visit(server);
    await write(guest, many(20));
    await guest.until(({ seq, type }) => type === 'message' && seq === 41); // and all are answered
    const log = readFileSync(`${file}-wal`);
    happens(file);
    guest.say('v-late', 'is anybody there?');
    await Promise.race([guest.closed, guest.until(({ type, id }) => type === 'ack' && id === 'v-late')]);
    assert.ok(!acked(guest).includes('v-late'), 'it was not acknowledged');
    assert.equal(await server.ended, 1);
    assert.match(server.complaints(), said);
    assert.ok(
      readFileSync(`${file}-wal`).equals(log),
      'it wrote nothing more: the file may be in use by its new owner',
    );
  });
}

test('the log is removed: the server ends, and what was acknowledged before is kept', {
  timeout,
}, async () => {
  const { file } = newPlace();
  const server = await startServer({ CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS });
  const guest = await visit(server);
  await write(guest, many(20));
  rmSync(`${file}-wal`);
  guest.say('v-late', 'is anybody there?');
  await Promise.race([guest.closed, guest.until(({ type, id }) => type === 'ack' && id === 'v-late')]);
  assert.ok(!acked(guest).includes('v-late'), 'it was not acknowledged');
  assert.equal(await server.ended, 1);
  assert.match(
    server.complaints(),
    /chat\.db-wal was removed while the server was running: nothing more can be stored\.\n$/,
  );
  await keeps(file, guest, acked(guest));
});

test('what lies beside the file is only for people: without it the server goes on, and the file is still its own', {
  timeout,
}, async () => {
  const { file } = newPlace();
  const server = await startServer({ CHAT_DB: file, CHAT_LIMITS: FAST_LIMITS });
  const guest = await visit(server);
  rmSync(`${file}.owner`);
  rmSync(`${file}.lock`, { recursive: true });
  await write(guest, many(20));
  await assert.rejects(startServer({ CHAT_DB: file }), /is in use by another process:/);
  await server.kill();
  await keeps(file, guest, acked(guest));
});

test('Redis becomes a follower: nothing is acknowledged, operators see no empty list, and all goes on when it leads again', {
  timeout,
}, async (t) => {
  const redis = await startRedis();
  t.after(redis.stop);
  const order = (/** @type {string[]} */ ...words) =>
    execFileSync('redis-cli', ['-p', String(redis.port), ...words]);
  const server = await startServer({ CHAT_REDIS: redis.url, CHAT_LIMITS: FAST_LIMITS });
  const guest = await visit(server);
  await write(guest, many(20));
  order('replicaof', '127.0.0.1', '1'); // a leader that is away: it keeps its data, and takes no more
  guest.say('v-late', 'is anybody there?');
  assert.equal(await guest.closed, 1011);
  assert.ok(!acked(guest).includes('v-late'));
  await server.says('no message is acknowledged until it works again.');
  order('replicaof', 'no', 'one');
  const again = await visit(server, { ...guest.key, after: 0 });
  await write(again, ['v-late']);
  await server.says('The chat store works again.');
  assert.deepEqual(
    again.inbox
      .messages()
      .filter(({ from }) => from === 'visitor')
      .map(({ id }) => id),
    many(20),
  );

  const list = await watchList(server);
  await list.until(({ sessions }) => sessions?.length === 1);
  order('acl', 'setuser', 'default', '-zrevrange');
  again.say('v-last', 'hello'); // the list has changed, and cannot be read
  await list.over;
  assert.deepEqual(
    list.inbox.frames.filter(({ sessions }) => sessions?.length !== 1),
    [],
    'an empty list would say that nobody is there',
  );
  await server.stop();
});
