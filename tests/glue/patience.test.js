// How long a press counts that came before the core.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPatience } from '../../js-glue/patience.js';
import { FakeWindow, fakeClock, listenersOn } from './fakes.js';

/** @param {import('node:test').TestContext} t */
function setUp(t) {
  const clock = fakeClock(t);
  const window = new FakeWindow();
  const life = new AbortController();
  let lapsed = 0;
  const patience = createPatience(life.signal, window.real, () => void lapsed++);
  return { clock, window, life, patience, lapsed: () => lapsed };
}

test('a press counts for ten seconds, and then it is offered again', (t) => {
  const { clock, patience, lapsed } = setUp(t);
  const first = patience.begin();
  clock.tick(9_999);
  assert.deepEqual([first(), lapsed()], [true, 0]);
  const second = patience.begin();
  clock.tick(1);
  assert.deepEqual([first(), second(), lapsed()], [false, true, 0], 'somebody still waits');
  clock.tick(9_999);
  assert.deepEqual([second(), lapsed()], [false, 1]);
  assert.equal(patience.begin()(), true, 'a press after that is as good as ever');
});

test('the time in which the machine slept counts, though no timer ran', (t) => {
  const { clock, patience } = setUp(t);
  const meant = patience.begin();
  clock.sleep(3_600_000);
  assert.equal(meant(), false);
});

test('no clock that is set back, or stands still, makes it last longer', (t) => {
  const { clock, patience } = setUp(t);
  let [ticks, time] = [0, 0];
  t.mock.method(performance, 'now', () => ticks);
  t.mock.method(Date, 'now', () => time);
  const setBack = patience.begin();
  [ticks, time] = [10_000, -3_600_000];
  assert.equal(setBack(), false);
  const asleep = patience.begin();
  time += 10_000;
  assert.equal(asleep(), false);
  time = NaN;
  const unreadable = patience.begin();
  assert.equal(unreadable(), true);
  ticks += 10_000;
  assert.equal(unreadable(), false);
  assert.equal(clock.running(), 3);
});

for (const [words, leave] of /** @type {[string, (window: FakeWindow) => void][]} */ ([
  ['hidden', (window) => window.show('hidden')],
  ['left', (window) => window.dispatchEvent(new Event('pagehide'))],
])) {
  test(`a page that was ${words} has nobody in front of it who pressed, also when it is seen again`, (t) => {
    const { window, patience, lapsed } = setUp(t);
    const presses = [patience.begin(), patience.begin()];
    leave(window);
    assert.deepEqual([presses.map((meant) => meant()), lapsed()], [[false, false], 1]);
    window.show('visible');
    assert.deepEqual([presses.map((meant) => meant()), patience.begin()()], [[false, false], true]);
  });
}

test('what a script presses in a page that nobody sees does not wait for anybody', (t) => {
  const { window, patience, lapsed } = setUp(t);
  window.show('hidden');
  const meant = patience.begin();
  window.show('visible');
  assert.deepEqual([meant(), lapsed()], [false, 1]);
});

test('once nothing has to wait, no timer and no listener is left, and nothing is said', (t) => {
  for (const end of [
    (/** @type {ReturnType<typeof setUp>} */ { patience }) => patience.stop(),
    (/** @type {ReturnType<typeof setUp>} */ { life }) => life.abort(),
  ]) {
    const all = setUp(t);
    all.patience.begin();
    end(all);
    all.window.show('hidden');
    assert.deepEqual(
      [all.clock.running(), listenersOn(all.window, all.window.document), all.lapsed()],
      [0, 0, 0],
    );
    t.mock.restoreAll();
  }
});
