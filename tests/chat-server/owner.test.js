// Whose the file of the transcripts is: one process's, wherever it runs, until it ends, however it ends.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { visit } from './guest.js';
import { noMounts, ownNumbers, withMount } from './container.js';
import { FAST_LIMITS, killAll, startServer, tryServer } from './server-process.js';

const folder = mkdtempSync(join(tmpdir(), 'earshot-owner-'));
after(async () => {
  await killAll();
  rmSync(folder, { recursive: true });
});

let files = 0;
/** The settings of a server with a file of its own. */
function newFile() {
  mkdirSync(join(folder, String(++files)));
  return { CHAT_LIMITS: FAST_LIMITS, CHAT_DB: join(folder, String(files), 'chat.db') };
}

/** @typedef {Awaited<ReturnType<typeof visit>>} Guest */
/** @param {Guest} guest @param {number} first @param {number} count */
async function write(guest, first, count) {
  for (let n = first; n < first + count; n += 1) guest.say(`v-${n}`, 'hello');
  await guest.until(({ type, id }) => type === 'ack' && id === `v-${first + count - 1}`);
}

/** Everything that was acknowledged is there, in its place. @param {{ origin: string }} server @param {Guest} guest */
async function hasAll(server, guest) {
  const again = await visit(server, { ...guest.key, after: 0 });
  await again.until(({ seq, type }) => type === 'message' && seq === again.welcome.seq);
  const kept = new Map(again.inbox.messages().map(({ id, seq }) => [id, seq]));
  const acks = guest.inbox.frames.filter(({ type }) => type === 'ack');
  assert.deepEqual(
    acks.filter(({ id, seq }) => kept.get(id) !== seq),
    [],
    `all ${acks.length} acknowledged messages are there`,
  );
  again.close();
  return acks.length;
}

const inUse = (/** @type {string} */ file, /** @type {number} */ pid) =>
  `${file} is in use by process ${pid} on ${hostname()}: stop that one, set CHAT_DB to another file, or use CHAT_REDIS to run several.\n`;

test('two containers, in both of which the server is process 1: the second ends, the first goes on, and everything acknowledged is kept', {
  skip: ownNumbers.skip,
}, async () => {
  const env = newFile();
  const first = await startServer(env, ownNumbers);
  const guest = await visit(first);
  await write(guest, 0, 200);
  const second = await tryServer(env, ownNumbers);
  assert.deepEqual([second.code, second.complaints], [1, inUse(env.CHAT_DB, 1)]);
  await write(guest, 200, 201);
  await first.kill();
  const third = await startServer(env, ownNumbers);
  assert.equal(await hasAll(third, guest), 401);
  await third.stop();
});

test('a machine that lost power: what the dead server left behind names a process that is another one now, and all is there', {
  skip: ownNumbers.skip,
}, async () => {
  const env = newFile();
  const before = await startServer(env, ownNumbers); // process 1, which lives on every machine
  const guest = await visit(before);
  await write(guest, 0, 50);
  await before.kill();
  assert.ok(readdirSync(join(env.CHAT_DB, '..')).length > 2, 'it left more than the transcripts');
  const next = await startServer(env);
  assert.equal(await hasAll(next, guest), 50);
  await next.stop();
  assert.deepEqual(
    readdirSync(join(env.CHAT_DB, '..')),
    ['chat.db'],
    'and one that stops leaves nothing else',
  );
});

test('six servers start at once, again and again: one has the file, five end', async () => {
  const env = newFile();
  /** @type {Guest[]} */
  const guests = [];
  for (let round = 0; round < 3; round += 1) {
    const all = await Promise.all(Array.from({ length: 6 }, () => tryServer(env)));
    const [server, ...more] = all.flatMap((each) => each.server ?? []);
    assert.ok(server && more.length === 0, `${more.length + 1} have it`);
    assert.deepEqual(
      all.filter((each) => !each.server).map(({ code, complaints }) => [code, complaints.split('\n').length]),
      Array(5).fill([1, 2]),
    );
    for (const guest of guests) await hasAll(server, guest);
    const guest = await visit(server);
    await write(guest, 0, 20);
    guests.push(guest);
    await server.kill();
  }
});

test('a server that is stopped in its tracks keeps its file, and goes on when it is let', async () => {
  const env = newFile();
  const first = await startServer(env);
  const guest = await visit(first);
  first.signal('SIGSTOP');
  const second = await tryServer(env);
  assert.deepEqual([second.code, second.complaints], [1, inUse(env.CHAT_DB, first.pid)]);
  first.signal('SIGCONT');
  await write(guest, 0, 20);
  await first.stop();
});

test('the same file by another name is the same file', async () => {
  const env = newFile();
  const first = await startServer(env);
  symlinkSync(env.CHAT_DB, join(folder, 'by-a-link.db'));
  symlinkSync(join(env.CHAT_DB, '..'), join(folder, 'a-folder'));
  for (const name of ['by-a-link.db', 'a-folder/chat.db']) {
    const second = await tryServer({ ...env, CHAT_DB: join(folder, name) });
    assert.deepEqual([second.code, second.complaints], [1, inUse(env.CHAT_DB, first.pid)]);
  }
  await first.kill();
  const guestOf = async (/** @type {string} */ name) => {
    const server = await startServer({ ...env, CHAT_DB: name });
    return { server, guest: await visit(server) };
  };
  const { server, guest } = await guestOf(join(folder, 'by-a-link.db'));
  await write(guest, 0, 20);
  await server.kill();
  const next = await startServer(env);
  assert.equal(await hasAll(next, guest), 20, 'and what was written by one name is read by the other');
  await next.stop();
});

test('a file that is mounted alone is refused: its log would stay in the container', {
  skip: noMounts,
}, async () => {
  const env = newFile();
  writeFileSync(env.CHAT_DB, '');
  const { code, complaints } = await tryServer(env, {
    through: withMount('--bind', env.CHAT_DB, env.CHAT_DB),
  });
  assert.deepEqual(
    [code, complaints],
    [
      1,
      `${env.CHAT_DB} is mounted without its folder, so its write-ahead log would be lost with the container: mount the folder instead.\n`,
    ],
  );
});

test('a machine that has no way to lock a file starts no server on one', {
  skip: process.platform !== 'linux',
}, async () => {
  const env = newFile();
  const { code, complaints } = await tryServer({ ...env, PATH: folder });
  assert.equal(code, 1);
  assert.equal(
    complaints,
    `${env.CHAT_DB} cannot be locked (the command flock is missing): install util-linux, or use CHAT_REDIS.\n`,
  );
});
