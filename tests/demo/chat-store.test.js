// What a store and a bus promise, held against both implementations.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBackend } from '../../demo-site/server/chat/backend.js';
import { channelOf } from '../../demo-site/server/chat/types.js';
import { startRedis } from './redis-under-test.js';

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
  ['SQLite in memory', () => ({})], ['SQLite in a file', () => ({ file: join(folder, `${randomUUID()}.db`) })], ['Redis', () => ({ redis: redis.url })],
])) {
  /** @param {(backend: Backend, session: string) => Promise<void>} run */
  const withSession = async (run) => {
    const backend = await openBackend(where());
    const session = randomUUID();
    await backend.store.createSession({ id: session, tokenHash: 'hash', reason: { kind: 'camera', cause: 'denied' }, at: 5 + Date.now() });
    try {
      await run(backend, session);
    } finally {
      await backend.bus.close();
      await backend.store.close();
    }
  };

  test(`${name}: numbers have no gaps, whoever writes at the same time, and an id counts once`, () => withSession(async ({ store }, session) => {
    const kept = await Promise.all(Array.from({ length: 60 }, (_, n) => store.append(session, draft(`v-${n % 40}`))));
    assert.deepEqual(new Set(kept.map((entry) => entry?.seq)).size, 40);
    assert.equal(kept.filter((entry) => entry?.fresh).length, 40);
    const all = await store.after(session, 0, 100);
    assert.deepEqual(all.map(({ seq }) => seq), Array.from({ length: 40 }, (_, n) => n + 1));
    assert.equal((await store.append(session, draft('v-3', 'another text')))?.seq, all.find(({ id }) => id === 'v-3')?.seq);
    assert.equal((await store.append(session, { ...draft('v-3'), from: 'agent' }))?.seq, 41, 'ids belong to their sender');
  }));

  test(`${name}: what comes back is what was kept, from any place on`, () => withSession(async ({ store }, session) => {
    const texts = ['plain', '"quotes" \\ and }', '🌿 ü \u202e\u200b', '\n', "'; drop table messages; --"];
    for (const [n, text] of texts.entries()) await store.append(session, { ...draft(`v-${n}`, text), from: 'agent', name: 'Mei' });
    assert.deepEqual((await store.after(session, 0, 100)).map(({ text }) => text), texts);
    assert.deepEqual(await store.after(session, 4, 100), [{ id: 'v-4', seq: 5, at: 7, from: 'agent', name: 'Mei', text: texts[4] }]);
    assert.deepEqual((await store.after(session, 1, 2)).map(({ seq }) => seq), [2, 3]);
    assert.deepEqual(await store.after('nobody', 0, 10), []);
  }));

  test(`${name}: a session remembers why voice failed and who has taken it`, () => withSession(async ({ store }, session) => {
    const first = await store.session(session);
    assert.deepEqual([first?.reason, first?.taken, first?.seq], [{ kind: 'camera', cause: 'denied' }, '', 0]);
    await store.change(session, { taken: 'Mei', reason: { kind: 'microphone', cause: 'revoked' }, seen: first?.seen && first.seen + 1 });
    assert.equal(await store.append(session, draft('a-1'), { untaken: true }), undefined, 'the script is silent then');
    assert.equal((await store.append(session, draft('a-1')))?.seq, 1);
    const [newest] = await store.listSessions(1);
    assert.deepEqual([newest?.id, newest?.taken, newest?.reason?.cause, newest?.seq], [session, 'Mei', 'revoked', 1]);
    assert.equal(await store.session('nobody'), undefined);
    assert.equal(await store.append('nobody', draft('v-1')), undefined);
    await store.change('nobody', { taken: 'Mei' });
    assert.equal(await store.session('nobody'), undefined, 'and no change makes one');
  }));

  test(`${name}: whoever follows a session hears of its messages, and nobody else does`, () => withSession(async ({ store, bus }, session) => {
    /** @type {string[]} */
    const heard = [];
    const hear = (/** @type {string} */ who) => (/** @type {import('../../demo-site/server/chat/types.js').News} */ news) => void heard.push(`${who} ${news.type === 'entry' ? news.entry.seq : news.type}`);
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

test('SQLite: a file belongs to one process, and one that was killed does not keep it', async () => {
  const { spawn } = await import('node:child_process');
  const file = join(folder, 'killed.db');
  const code = `import { openBackend } from './demo-site/server/chat/backend.js';
    const { store } = await openBackend({ file: ${JSON.stringify(file)} });
    await store.createSession({ id: 's', tokenHash: 'h', reason: null, at: Date.now() });
    for (let n = 0; n < 100; n += 1) await store.append('s', { id: 'v-' + n, from: 'visitor', text: 'hello', at: n });
    console.log('ready'); setInterval(() => {}, 1000);`;
  const run = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: new URL('../..', import.meta.url) });
  await once(run.stdout, 'data');
  await assert.rejects(openBackend({ file }), /is in use by process \d+/);
  run.kill('SIGKILL');
  await once(run, 'close');
  const { store } = await openBackend({ file });
  assert.equal((await store.after('s', 0, 200)).length, 100);
  await store.close();
});

test('SQLite: transcripts are forgotten a week after the visitor was last seen', async () => {
  const file = join(folder, 'old.db');
  const week = 7 * 24 * 3600 * 1000;
  const first = await openBackend({ file });
  for (const [id, at] of /** @type {const} */ ([['old', Date.now() - week - 1000], ['new', Date.now() - week + 60_000]])) {
    await first.store.createSession({ id, tokenHash: 'h', reason: null, at });
    await first.store.append(id, draft('v-1'));
  }
  await first.store.close();
  const { store } = await openBackend({ file });
  assert.deepEqual([await store.after('old', 0, 9), (await store.after('new', 0, 9)).length, (await store.listSessions(9)).length], [[], 1, 1]);
  await store.close();
});
