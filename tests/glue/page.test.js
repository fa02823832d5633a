import assert from 'node:assert/strict';
import { test } from 'node:test';
import { watchPage } from '../../js-glue/facts/page.js';
import { FakeWindow, collector, fakeClock } from './fakes.js';

const SEEN = {
  fact: 'page_changed',
  visible: true,
  focused: true,
  frozen: false,
  restored: false,
  slept_ms: 0,
};

function setUp() {
  const window = new FakeWindow();
  const { facts, dispatch } = collector();
  const life = new AbortController();
  return { window, facts, life, start: () => watchPage(dispatch, life.signal, window.real) };
}

test('a page that is seen and focused says nothing until that changes', () => {
  const { window, facts, life, start } = setUp();
  start();
  window.dispatchEvent(new Event('focus'));
  assert.deepEqual(facts, []);
  window.dispatchEvent(new Event('blur'));
  window.show('hidden');
  window.document.dispatchEvent(new Event('freeze'));
  window.document.dispatchEvent(new Event('resume'));
  life.abort();
  window.show('visible');
  assert.deepEqual(facts, [
    { ...SEEN, focused: false },
    { ...SEEN, focused: false, visible: false },
    { ...SEEN, focused: false, visible: false, frozen: true },
    { ...SEEN, focused: false, visible: false },
  ]);
});

test('a page that starts hidden says so', () => {
  const { window, facts, life, start } = setUp();
  window.document.visibilityState = 'hidden';
  start();
  life.abort();
  assert.deepEqual(facts, [{ ...SEEN, visible: false }]);
});

test('a page brought back from the cache says so, also when nothing else changed', () => {
  const { window, facts, life, start } = setUp();
  start();
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  life.abort();
  assert.deepEqual(facts, [{ ...SEEN, restored: true }]);
});

test("a clock that jumps means sleep, but a hidden page's slow timers do not", (t) => {
  const clock = fakeClock(t);
  const { window, facts, life, start } = setUp();
  start();
  /** The next tick comes this long after the one before. */
  const after = (/** @type {number} */ ms) => (clock.sleep(ms - 1), clock.tick(1));
  after(5_000);
  after(12_000);
  assert.deepEqual(facts, [], 'a busy machine');
  after(65_000);
  assert.deepEqual(facts, [{ ...SEEN, slept_ms: 60_000 }]);
  window.show('hidden');
  after(65_000);
  assert.equal(facts.length, 2, 'once a minute is how hidden pages tick');
  after(3_605_000);
  assert.deepEqual(facts[2], { ...SEEN, visible: false, slept_ms: 3_600_000 });
  life.abort();
});
