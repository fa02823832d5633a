// A named place for transcripts that cannot be used ends the server with one sentence. It never makes do with memory.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../chat-server/store/backend.js';
import { visit } from './guest.js';
import { noMounts, withMount } from './container.js';
import { killAll, startServer, tryServer } from './server-process.js';
import { startRedis } from './redis-under-test.js';

/** @type {typeof import('node-sqlite3-wasm')} */
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm');

const folder = mkdtempSync(join(tmpdir(), 'earshot-start-'));
/** @type {Awaited<ReturnType<typeof startRedis>>} */
let redis;
before(
  async () =>
    void (redis = await startRedis(undefined, [
      'requirepass secret',
      'user default on >secret ~* &* +@all',
      'user mute on >secret ~* &* +@all -eval -evalsha',
      'user deaf on >secret ~* resetchannels +@all',
    ])),
);
after(async () => {
  await killAll();
  await redis?.stop();
  rmSync(folder, { recursive: true });
});

/** A file of transcripts, as a server leaves it. @param {string} name @param {string[]} statements  What happens to it then. */
async function keptAs(name, ...statements) {
  const file = join(folder, name);
  const server = await startServer({ CHAT_DB: file });
  const guest = await visit(server);
  for (let n = 0; n < 20; n += 1) guest.say(`v-${n}`, 'hello '.repeat(500));
  await guest.until(({ id, type }) => type === 'ack' && id === 'v-19');
  await server.stop();
  const db = new Database(file);
  for (const statement of ['pragma locking_mode = exclusive', ...statements]) db.exec(statement);
  db.close();
  return file;
}

/** @param {import('./server-process.js').How} [how] @param {NodeJS.ProcessEnv} env */
async function refusalOf(env, how) {
  const { code, complaints } = await tryServer(env, how);
  assert.equal(code, 1, `it started: ${complaints}`);
  assert.match(complaints, /^[^\n]+\.\n$/, 'one sentence');
  return complaints.trim();
}

const contents = () =>
  readdirSync(folder, { withFileTypes: true }).map((each) => [
    each.name,
    each.isFile() && readFileSync(join(folder, each.name), 'base64'),
  ]);

const ANOTHER = 'or set CHAT_DB to another file.';

for (const [
  what,
  file,
  sentence,
] of /** @type {[string, () => string | Promise<string>, (file: string) => string][]} */ ([
  [
    'no name',
    () => '',
    () =>
      'CHAT_DB is empty: set it to a file, or to :memory: to keep transcripts in memory only, or unset it.',
  ],
  [
    'a blank',
    () => ' ',
    () =>
      'CHAT_DB is empty: set it to a file, or to :memory: to keep transcripts in memory only, or unset it.',
  ],
  [
    'a folder that is not there, as a disk that is not mounted',
    () => join(folder, 'data/chat.db'),
    (file) => `${file} is in a folder that does not exist: create or mount ${join(file, '..')}, ${ANOTHER}`,
  ],
  [
    'a folder that is a file',
    () => (writeFileSync(join(folder, 'file'), ''), join(folder, 'file/chat.db')),
    (file) => `${file} is in a folder that does not exist: create or mount ${join(file, '..')}, ${ANOTHER}`,
  ],
  [
    'a folder',
    () => folder,
    (file) => `${file} is a folder: name a file in it, for example CHAT_DB=${file}/chat.db.`,
  ],
  ['a device', () => '/dev/null', (file) => `${file} is not a regular file: set CHAT_DB to another file.`],
  [
    'a text',
    () => (
      writeFileSync(join(folder, 'letter.txt'), 'Dear reader, '.repeat(1000)), join(folder, 'letter.txt')
    ),
    (file) => `${file} cannot be used (file is not a database): move it away, ${ANOTHER}`,
  ],
  [
    'the database of another program',
    () => {
      const db = new Database(join(folder, 'places.db'));
      db.exec('create table places (name text)');
      db.close();
      return join(folder, 'places.db');
    },
    (file) => `${file} is a database of another program: set CHAT_DB to another file.`,
  ],
  [
    'a file of a newer version',
    () => keptAs('newer.db', 'pragma user_version = 1000'),
    (file) => `${file} was written by a newer version of this server: start that version, ${ANOTHER}`,
  ],
])) {
  test(`${what}: the server does not start, says why, and leaves it as it was`, async () => {
    const name = await file();
    const before = contents();
    assert.equal(await refusalOf({ CHAT_DB: name }), sentence(name));
    assert.deepEqual(contents(), before);
  });
}

test('a damaged file: the server does not start, wherever the damage is', async () => {
  const whole = readFileSync(await keptAs('whole.db'));
  const file = join(folder, 'damaged.db');
  const sentence = new RegExp(
    `^${file} cannot be used \\(.+\\): restore a backup, move it away to start empty, or set CHAT_DB to another file\\.$`,
  );
  for (let page = 1; page < whole.length / 4096; page += 1) {
    writeFileSync(file, whole);
    const fd = openSync(file, 'r+');
    writeSync(fd, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
    closeSync(fd);
    await assert.rejects(openBackend({ file }), { message: sentence });
  }
  assert.match(await refusalOf({ CHAT_DB: file }), sentence);
});

test('a disk that may only be read: the server does not start', { skip: noMounts }, async () => {
  const file = await keptAs('read-only.db');
  const sentence = await refusalOf(
    { CHAT_DB: file },
    { through: withMount('--bind', '-o', 'ro', folder, folder) },
  );
  assert.ok(sentence.startsWith(`${file} cannot be used (EROFS: read-only file system, access '`), sentence);
  assert.ok(
    sentence.endsWith(`): give this user write access to it and to its folder, ${ANOTHER}`),
    sentence,
  );
});

test('a disk that is full: the server does not start', { skip: noMounts }, async () => {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  const sentence = await refusalOf(
    { CHAT_DB: join(disk, 'chat.db') },
    { through: withMount('-t', 'tmpfs', '-o', 'size=16k', 'none', disk) },
  );
  assert.match(
    sentence,
    /^\S+\/disk\/chat\.db cannot be used \(.+\): (free some space on|check) its disk, or set CHAT_DB to another file\.$/,
  );
});

test('memory is used where it is asked for, and nothing else is', async () => {
  const server = await startServer({ CHAT_DB: ':memory:' });
  const guest = await visit(server);
  guest.say('v-1', 'hello');
  await guest.until('ack');
  await server.stop();
  assert.doesNotMatch(server.complaints(), /memory/);
});

/** @param {string} user @param {string} [password] */
const at = (user, password = 'secret') =>
  `redis://${user}:${password}@127.0.0.1:${redis.port}/0?password=secret`;
const OTHER = 'start that Redis, or point CHAT_REDIS at another one.';
const LIKE =
  'CHAT_REDIS is not an address: it should look like redis://127.0.0.1:6379 or rediss://user:password@host:6379/0.';

for (const [what, url, reason, fix] of /** @type {[string, () => string, string, string][]} */ ([
  ['nothing there', () => 'redis://me:secret@127.0.0.1:1', 'connect ECONNREFUSED 127.0.0.1:1', OTHER],
  [
    'a password that is wrong',
    () => at('default', 'wrong-secret').replace(/\?.*/, ''),
    'WRONGPASS invalid username-password pair or user is disabled',
    'add the user and password to CHAT_REDIS, as in redis://user:password@host:6379.',
  ],
  [
    'no password',
    () => `redis://127.0.0.1:${redis.port}`,
    'NOAUTH Authentication required',
    'add the user and password to CHAT_REDIS, as in redis://user:password@host:6379.',
  ],
  [
    'a user who may run no scripts',
    () => at('mute'),
    "NOPERM this user has no permissions to run the 'eval' command",
    'allow this user to run scripts, to write to chat:* and sessions, and to use the channels sessions and session:*.',
  ],
  [
    'a user who may hear nothing',
    () => at('deaf'),
    'NOPERM this user has no permissions to access one of the channels used as arguments',
    'allow this user to run scripts, to write to chat:* and sessions, and to use the channels sessions and session:*.',
  ],
])) {
  test(`Redis with ${what}: the server does not start, and says why without the password`, async () => {
    const { host, pathname } = new URL(url());
    assert.equal(
      await refusalOf({ CHAT_REDIS: url() }),
      `redis://${host}${pathname} cannot be used (${reason}): ${fix}`,
    );
  });
}

test('a Redis that only follows another keeps nothing: the server does not start', async () => {
  const replica = await startRedis(undefined, [`replicaof 127.0.0.1 ${redis.port}`, 'masterauth secret']);
  try {
    while (
      !execFileSync('redis-cli', ['-p', String(replica.port), 'role'], { encoding: 'utf8' }).includes(
        'connected',
      )
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(
      await refusalOf({ CHAT_REDIS: replica.url }),
      `${replica.url} cannot be used (READONLY You can't write against a read only replica): point CHAT_REDIS at the primary, because a replica is read-only.`,
    );
  } finally {
    await replica.stop();
  }
});

test('a machine that takes the connection and never says a word: the server does not start', async () => {
  const silent = createServer(() => {});
  await once(silent.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (silent.address());
  assert.equal(
    await refusalOf({ CHAT_REDIS: `redis://127.0.0.1:${port}` }),
    `redis://127.0.0.1:${port} cannot be used (no answer): ${OTHER}`,
  );
  silent.close();
});

for (const [what, env, sentence] of /** @type {[string, NodeJS.ProcessEnv, string][]} */ ([
  [
    'CHAT_ORIGINS without any',
    { CHAT_ORIGINS: '' },
    'CHAT_ORIGINS is empty: set it to origins such as https://shop.example, separated by commas, or unset it.',
  ],
  [
    'CHAT_REDIS without an address',
    { CHAT_REDIS: '' },
    'CHAT_REDIS is empty: set it to an address such as redis://127.0.0.1:6379, or unset it.',
  ],
  ['CHAT_REDIS with no scheme', { CHAT_REDIS: '127.0.0.1:6379' }, LIKE],
  ['CHAT_REDIS with another scheme', { CHAT_REDIS: 'http://me:secret@127.0.0.1:6379' }, LIKE],
  [
    'CHAT_REDIS with a file besides',
    { CHAT_REDIS: 'redis://127.0.0.1:1', CHAT_DB: join(folder, 'both.db') },
    'CHAT_DB and CHAT_REDIS both name a store: unset one of them.',
  ],
])) {
  test(`${what}: the server does not start`, async () => assert.equal(await refusalOf(env), sentence));
}
