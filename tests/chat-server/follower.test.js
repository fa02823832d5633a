// The news may be late, doubled, out of order or lost: what goes out is every message once, in order.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { openBackend } from '../../chat-server/store/backend.js';
import { Delivery } from '../../chat-server/conversation/delivery.js';

/** @typedef {import('../../chat-server/store/types.js').News} News */
const rest = () => new Promise((resolve) => setImmediate(resolve));

const { store } = await openBackend({ file: ':memory:' });
let sessions = 0;

/** @param {{ full?: () => boolean }} [line] */
async function follow({ full = () => false } = {}) {
  const session = `s-${++sessions}`;
  await store.createSession({ id: session, tokenHash: 'h', reason: null, at: Date.now() });
  /** @type {{ type: string, seq: number, id: string }[]} */
  const out = [];
  let pages = 0;
  const follower = new Delivery({
    store: { ...store, after: async (...asked) => (await rest(), pages++, store.after(...asked)) },
    session,
    after: 0,
    lost: () => assert.fail('the store answers'),
    sink: {
      write: (frame) => void out.push(/** @type {any} */ (frame)),
      full,
      ready: async () => {
        while (full()) await rest();
      },
    },
  });
  /** @param {string} id @param {'visitor' | 'agent'} from */
  const keep = async (id, from = 'agent') =>
    /** @type {import('../../chat-server/store/types.js').Entry} */ (
      await store.append(session, { id, from, text: 'hello', at: 1 })
    );
  return { follower, out, keep, pages: () => pages };
}

/** The same numbers each time. @param {number} seed */
const dice = (seed) => () => (seed = (seed * 16807) % 2147483647) / 2147483647;

test('news that is lost, doubled and shuffled', async () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const chance = dice(seed);
    const { follower, out, keep } = await follow();
    /** @type {News[]} */
    const late = [];
    for (let n = 1; n <= 60; n += 1) {
      const own = chance() < 0.3;
      if (own) follower.expect(`m-${n}`);
      const entry = await keep(`m-${n}`, own ? 'visitor' : 'agent');
      if (chance() < 0.8) late.push({ type: 'entry', entry });
      if (chance() < 0.1) late.push({ type: 'entry', entry });
      if (own) follower.settle(entry);
      while (late.length > 0 && chance() < 0.5)
        void follower.hear(/** @type {News} */ (late.splice(Math.floor(chance() * late.length), 1)[0]));
      if (chance() < 0.2) await rest();
    }
    void follower.hear({ type: 'again' });
    while (follower.sent < 60) await rest();
    assert.deepEqual(
      out.map(({ seq }) => seq),
      Array.from({ length: 60 }, (_, n) => n + 1),
      `seed ${seed}`,
    );
    assert.ok(out.every(({ id, seq }) => id === `m-${seq}`));
  }
});

test('news that comes as it should is passed on without a look into the store', async () => {
  const { follower, out, keep, pages } = await follow();
  for (let n = 1; n <= 20; n += 1) void follower.hear({ type: 'entry', entry: await keep(`m-${n}`) });
  assert.deepEqual([out.length, pages()], [20, 0]);
});

test('nothing is written to a full line; when it has room again, everything comes', async () => {
  let full = true;
  const { follower, out, keep } = await follow({ full: () => full });
  for (let n = 1; n <= 500; n += 1) void follower.hear({ type: 'entry', entry: await keep(`m-${n}`) });
  for (let n = 0; n < 20; n += 1) await rest();
  assert.equal(out.length, 0);
  full = false;
  while (follower.sent < 500) await rest();
  assert.deepEqual(
    out.map(({ seq }) => seq),
    Array.from({ length: 500 }, (_, n) => n + 1),
  );
});

test('a message that is sent a second time is acknowledged with its first number', async () => {
  const { follower, out, keep } = await follow();
  for (let n = 0; n < 2; n += 1) {
    follower.expect('v-1');
    follower.settle(await keep('v-1', 'visitor'));
  }
  assert.deepEqual(
    out.map(({ type, seq }) => `${type} ${seq}`),
    ['ack 1', 'ack 1'],
  );
});
