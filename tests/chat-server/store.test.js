// What a store and a bus promise, held against both implementations.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../chat-server/store/backend.js';
import { channelOf } from '../../chat-server/store/types.js';
import { startRedis } from './redis-under-test.js';

/** @type {typeof import('node-sqlite3-wasm')} */
const { Database } = createRequire(import.meta.url)('node-sqlite3-wasm');

/** @typedef {Awaited<ReturnType<typeof openBackend>>} Backend */
/** @type {Awaited<ReturnType<typeof startRedis>>} */
let redis;
const folder = mkdtempSync(join(tmpdir(), 'earshot-chat-'));
before(async () => void (redis = await startRedis()));
after(async () => {
  await redis.stop();
  rmSync(folder, { recursive: true });
});

/** @param {string} id */
const draft = (id, text = 'hello') => ({ id, from: /** @type {const} */ ('visitor'), text, at: 7 });

for (const [name, where] of /** @type {[string, () => { redis?: string, file?: string }][]} */ ([
  ['SQLite in memory', () => ({ file: ':memory:' })],
  ['SQLite in a file', () => ({ file: join(folder, `${randomUUID()}.db`) })],
  ['Redis', () => ({ redis: redis.url })],
])) {
  /** @param {(backend: Backend, session: string) => Promise<void>} run */
  const withSession = async (run) => {
    const backend = await openBackend(where());
    const session = randomUUID();
    await backend.store.createSession({
      id: session,
      tokenHash: 'hash',
      reason: { kind: 'camera', cause: 'denied' },
      at: 5 + Date.now(),
    });
    try {
      await run(backend, session);
    } finally {
      await backend.bus.close();
      await backend.store.close();
    }
  };

  test(`${name}: numbers have no gaps, whoever writes at the same time, and an id counts once`, () =>
    withSession(async ({ store }, session) => {
      const kept = await Promise.all(
        Array.from({ length: 60 }, (_, n) => store.append(session, draft(`v-${n % 40}`))),
      );
      assert.deepEqual(new Set(kept.map((entry) => entry?.seq)).size, 40);
      assert.equal(kept.filter((entry) => entry?.fresh).length, 40);
      const all = await store.after(session, 0, 100);
      assert.deepEqual(
        all.map(({ seq }) => seq),
        Array.from({ length: 40 }, (_, n) => n + 1),
      );
      assert.equal(
        (await store.append(session, draft('v-3', 'another text')))?.seq,
        all.find(({ id }) => id === 'v-3')?.seq,
      );
      assert.equal(
        (await store.append(session, { ...draft('v-3'), from: 'agent' }))?.seq,
        41,
        'ids belong to their sender',
      );
    }));

  test(`${name}: what comes back is what was kept, from any place on`, () =>
    withSession(async ({ store }, session) => {
      const texts = ['plain', '"quotes" \\ and }', '🌿 ü \u202e\u200b', '\n', "'; drop table messages; --"];
      for (const [n, text] of texts.entries())
        await store.append(session, { ...draft(`v-${n}`, text), from: 'agent', name: 'Mei' });
      assert.deepEqual(
        (await store.after(session, 0, 100)).map(({ text }) => text),
        texts,
      );
      assert.deepEqual(await store.after(session, 4, 100), [
        { id: 'v-4', seq: 5, at: 7, from: 'agent', name: 'Mei', text: texts[4] },
      ]);
      assert.deepEqual(
        (await store.after(session, 1, 2)).map(({ seq }) => seq),
        [2, 3],
      );
      assert.deepEqual(await store.after('nobody', 0, 10), []);
    }));

  test(`${name}: a session remembers why voice failed and who has taken it`, () =>
    withSession(async ({ store }, session) => {
      const first = await store.session(session);
      assert.deepEqual(
        [first?.reason, first?.taken, first?.seq],
        [{ kind: 'camera', cause: 'denied' }, '', 0],
      );
      await store.change(session, {
        taken: 'Mei',
        reason: { kind: 'microphone', cause: 'revoked' },
        seen: first?.seen && first.seen + 1,
      });
      assert.equal(
        await store.append(session, draft('a-1'), { untaken: true }),
        undefined,
        'the script is silent then',
      );
      assert.equal((await store.append(session, draft('a-1')))?.seq, 1);
      const [newest] = await store.listSessions(1);
      assert.deepEqual(
        [newest?.id, newest?.taken, newest?.reason?.cause, newest?.seq],
        [session, 'Mei', 'revoked', 1],
      );
      assert.equal(await store.session('nobody'), undefined);
      assert.equal(await store.append('nobody', draft('v-1')), undefined);
      await store.change('nobody', { taken: 'Mei' });
      assert.equal(await store.session('nobody'), undefined, 'and no change makes one');
    }));

  test(`${name}: whoever follows a session hears of its messages, and nobody else does`, () =>
    withSession(async ({ store, bus }, session) => {
      /** @type {string[]} */
      const heard = [];
      const hear =
        (/** @type {string} */ who) =>
        (/** @type {import('../../chat-server/store/types.js').News} */ news) =>
          void heard.push(`${who} ${news.type === 'entry' ? news.entry.seq : news.type}`);
      const leave = await bus.subscribe(channelOf(session), hear('one'));
      await bus.subscribe(channelOf(session), hear('two'));
      await bus.subscribe(channelOf('another'), hear('three'));
      await store.append(session, draft('v-1'));
      await store.append(session, draft('v-1'));
      bus.publish(channelOf(session), { type: 'typing', from: 'agent', on: true });
      while (heard.length < 4) await new Promise((resolve) => setTimeout(resolve, 5));
      leave();
      await store.append(session, draft('v-2'));
      while (heard.length < 5) await new Promise((resolve) => setTimeout(resolve, 5));
      assert.deepEqual(heard.slice().sort(), ['one 1', 'one typing', 'two 1', 'two 2', 'two typing']);
    }));
}

test('SQLite: a file belongs to one process, and one that was killed does not keep it', async (t) => {
  const { spawn } = await import('node:child_process');
  const file = join(folder, 'killed.db');
  const code = `import { openBackend } from './chat-server/store/backend.js';
    const { store } = await openBackend({ file: ${JSON.stringify(file)} });
    await store.createSession({ id: 's', tokenHash: 'h', reason: null, at: Date.now() });
    for (let n = 0; n < 100; n += 1) await store.append('s', { id: 'v-' + n, from: 'visitor', text: 'hello', at: n });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: new URL('../..', import.meta.url),
  });
  t.after(() => run.kill('SIGKILL'));
  await once(run.stdout, 'data');
  await assert.rejects(openBackend({ file }), /is in use by process \d+ on /);
  run.kill('SIGKILL');
  await once(run, 'close');
  const { store } = await openBackend({ file });
  assert.equal((await store.after('s', 0, 200)).length, 100);
  await store.close();
});

test('SQLite: what is written goes from the log into the file, so that neither the log nor the next start grows with what was said', async () => {
  const file = join(folder, 'long.db');
  const { store } = await openBackend({ file });
  await store.createSession({ id: 's', tokenHash: 'h', reason: null, at: 1 });
  for (let n = 0; n < 20; n += 1) {
    await store.session('s');
    await Promise.all(Array.from({ length: 100 }, (_, each) => store.append('s', draft(`v-${n}-${each}`))));
  }
  const { size } = statSync(`${file}-wal`);
  assert.ok(size < 12 * 1024 * 1024, `the log has ${size} bytes`);
  await store.close();
});

test('SQLite: a file of the first version is read, and what was kept stays', async () => {
  const file = join(folder, 'first.db');
  const db = new Database(file);
  db.exec(`create table sessions (id text primary key, token_hash text not null, reason text not null, seq integer not null,
      taken text not null, began integer not null, seen integer not null) without rowid;
    create index sessions_seen on sessions (seen);
    create table messages (session text not null, seq integer not null, sender text not null, id text not null,
      name text not null, text text not null, at integer not null, primary key (session, seq)) without rowid;
    create unique index messages_id on messages (session, sender, id);
    insert into sessions values ('early', 'h', 'null', 1, '', 5, 1000), ('late', 'h', 'null', 1, '', 5, 2000);
    insert into messages values ('early', 1, 'visitor', 'v-1', '', 'hello', 7), ('late', 1, 'visitor', 'v-1', '', 'hello', 7);`);
  db.close();
  for (let start = 0; start < 2; start += 1) {
    const { store } = await openBackend({ file });
    await store.pass(60_000);
    assert.deepEqual(
      (await store.listSessions(9)).map(({ id }) => id),
      ['late', 'early'],
    );
    assert.equal((await store.after('early', 0, 9)).length, 1);
    await store.close();
  }
});

const WEEK = 7 * 24 * 3600 * 1000;
const FAR = 365 * 24 * 3600 * 1000;

for (const [
  name,
  place,
] of /** @type {[string, () => Promise<{ where: { redis?: string, file?: string }, stop: () => Promise<void>, next: () => void }>][]} */ ([
  [
    'SQLite',
    async () => ({ where: { file: join(folder, `${randomUUID()}.db`) }, stop: async () => {}, next() {} }),
  ],
  [
    'Redis',
    async () => {
      const own = await startRedis();
      return {
        where: { redis: own.url },
        stop: own.stop,
        next: () => void execFileSync('redis-cli', ['-p', String(own.port), 'del', 'chat:minute']),
      };
    },
  ],
])) {
  test(`${name}: transcripts are forgotten when servers have run for a week since the visitor was last heard of, whatever the clocks say`, async () => {
    const { where, stop, next } = await place();
    const { store, bus } = await openBackend(where);
    const pass = async (/** @type {number} */ ms) => {
      await store.pass(ms);
      next(); // of several processes one counts a minute; the test does not wait for the next one
    };
    try {
      const now = Date.now();
      for (const [id, at] of /** @type {const} */ ([
        ['past', now - FAR],
        ['now', now],
        ['future', now + FAR],
      ])) {
        await store.createSession({ id, tokenHash: 'h', reason: null, at });
        await store.append(id, draft('v-1'));
      }
      await pass(60_000);
      assert.deepEqual(
        (await store.listSessions(9)).map(({ id }) => id),
        ['future', 'now', 'past'],
        'none is gone, and the last heard of is first',
      );
      await store.change('past', { seen: now - FAR });
      assert.equal((await store.listSessions(1))[0]?.id, 'past');
      await pass(WEEK - 60_000);
      await store.append('now', draft('v-2'));
      await store.append('future', { ...draft('a-1'), from: 'agent' });
      await store.change('future', { taken: 'Mei' });
      await pass(120_000);
      assert.deepEqual(
        (await store.listSessions(9)).map(({ id }) => id),
        ['now'],
        'who wrote since is there',
      );
      assert.deepEqual(
        [
          await store.session('past'),
          await store.after('past', 0, 9),
          (await store.after('now', 0, 9)).length,
        ],
        [undefined, [], 2],
      );
      await pass(WEEK);
      assert.deepEqual(await store.listSessions(9), []);
    } finally {
      await bus.close();
      await store.close();
      await stop();
    }
  });
}

test('Redis: of two servers one counts a minute, and nothing of a transcript expires by the clock of Redis', async () => {
  const backends = [await openBackend({ redis: redis.url }), await openBackend({ redis: redis.url })];
  const session = randomUUID();
  const [{ store }] = /** @type {[Backend, Backend]} */ (backends);
  await store.createSession({ id: session, tokenHash: 'h', reason: null, at: 1 });
  await store.append(session, draft('v-1'));
  const ask = (/** @type {string[]} */ ...words) =>
    execFileSync('redis-cli', ['-p', String(redis.port), ...words], { encoding: 'utf8' }).trim();
  const before = Number(ask('get', 'chat:{sessions}:lived'));
  await Promise.all(backends.map((backend) => backend.store.pass(60_000)));
  assert.equal(Number(ask('get', 'chat:{sessions}:lived')) - before, 60_000 * 1000);
  const keys = ask('keys', '*')
    .split('\n')
    .filter((key) => key !== 'chat:minute');
  assert.ok(
    keys.filter((key) => key.includes(session)).length === 3 && keys.includes('sessions'),
    keys.join(),
  );
  assert.deepEqual(
    keys.filter((key) => ask('ttl', key) !== '-1'),
    [],
  );
  for (const { bus, store } of backends) await Promise.all([bus.close(), store.close()]);
});
