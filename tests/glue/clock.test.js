// Time as facts tell it, on pages whose scripts have replaced the browser's clocks.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startClock } from '../../js-glue/clock.js';
import { stopwatch } from '../../js-glue/stopwatch.js';

/** Of the browser's own clock, and of the one that a script may replace. @param {import('node:test').TestContext} t */
function clocks(t) {
  const clock = { own: 1000, now: /** @type {any} */ (1000) };
  t.mock.getter(Event.prototype, 'timeStamp', () => clock.own);
  t.mock.method(performance, 'now', () => {
    if (clock.now === 'throws') throw new Error('by a script');
    return clock.now;
  });
  return clock;
}

test('it counts whole milliseconds', (t) => {
  const clock = clocks(t);
  const elapsed = startClock();
  clock.now = clock.own = 1234.4;
  assert.equal(elapsed(), 234);
});

for (const [words, broken] of /** @type {[string, any][]} */ ([
  ['goes back', -3_600_000],
  ['stands still', 1000],
  ['is no number', NaN],
  ['throws', 'throws'],
]))
  test(`a clock that ${words} is not believed: the browser's own goes on`, (t) => {
    const clock = clocks(t);
    const elapsed = startClock();
    clock.own = 3000;
    clock.now = broken;
    assert.equal(elapsed(), 2000);
    clock.own = 3500;
    assert.equal(elapsed(), 2500);
    clock.own = 1000;
    assert.equal(elapsed(), 2500, 'never back');
  });

test('one that is broken from the beginning is as good as none', (t) => {
  const clock = clocks(t);
  clock.now = 'throws';
  const [elapsed, watch] = [startClock(), stopwatch()];
  clock.own = 9000;
  assert.equal(elapsed(), 8000);
  assert.ok(watch() >= 0);
});
