// Whether anybody takes the stream of a call: who does reads it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTaken } from '../../js-glue/effects/taken.js';

const STREAM = {};

/** @param {import('node:test').TestContext} t */
function setUp(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {string[]} */
  const said = [];
  const life = new AbortController();
  const taken = createTaken(
    (fact) => void said.push(/** @type {any} */ (fact).state),
    life.signal,
    () => void said.push('the owner'),
  );
  return { said, life, taken, pass: (/** @type {number} */ ms) => t.mock.timers.tick(ms) };
}

test('who reads the stream in its event takes it, and nothing is said', (t) => {
  const { said, taken, pass } = setUp(t);
  taken.offer(true, () => assert.equal(taken.read(STREAM), STREAM));
  pass(10_000);
  assert.deepEqual(said, []);
});

test('where nobody does, the visitor waits for three seconds, and then the owner reads it', (t) => {
  const { said, taken, pass } = setUp(t);
  taken.offer(true, () => {});
  assert.deepEqual(said, ['connecting']);
  taken.read(null); // there is none: nobody has taken anything
  pass(2_999);
  assert.deepEqual(said, ['connecting']);
  pass(1);
  assert.deepEqual(said, ['connecting', 'untaken', 'the owner']);
});

test('a script that comes later brings the ordinary words at once, before and after', (t) => {
  const { said, taken, pass } = setUp(t);
  taken.offer(true, () => {});
  taken.read(STREAM);
  taken.read(STREAM);
  pass(10_000);
  assert.deepEqual(said, ['connecting', 'ready']);
  taken.offer(true, () => {}); // the next call is another matter
  pass(3_000);
  taken.read(STREAM);
  assert.deepEqual(said.slice(2), ['connecting', 'untaken', 'the owner', 'ready']);
});

test('a page that speaks of its far end has one, and its own word stands', (t) => {
  const { said, taken, pass } = setUp(t);
  taken.offer(true, () => {});
  taken.read({ far_end: 'echo' });
  said.push('echo');
  taken.read(STREAM);
  pass(10_000);
  assert.deepEqual(said, ['connecting', 'ready', 'echo']);
});

test("in guard mode the stream is the page's own, and after the session nobody waits", (t) => {
  const { said, taken, pass } = setUp(t);
  taken.offer(false, () => {});
  pass(10_000);
  assert.deepEqual(said, []);
  t.mock.timers.reset();
  const other = setUp(t);
  other.taken.offer(true, () => {});
  other.life.abort();
  other.pass(10_000);
  assert.deepEqual(other.said, ['connecting']);
});
