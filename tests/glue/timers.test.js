import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTimers } from '../../js-glue/effects/timers.js';
import { collector, fakeClock } from './fakes.js';

test('a timer fires once, as a fact; set again it starts anew; cancelled or removed it is silent', (t) => {
  const clock = fakeClock(t);
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const timers = createTimers(dispatch, life.signal);
  timers.set('steady', 100);
  clock.tick(90);
  timers.set('steady', 100);
  clock.tick(90);
  assert.deepEqual(facts, []);
  clock.tick(10);
  assert.deepEqual(facts, [{ fact: 'timer_fired', timer: 'steady' }]);

  timers.set('prompt_ignored', 10);
  timers.cancel('prompt_ignored');
  timers.cancel('prompt_expected'); // never set: nothing happens
  timers.set('prompt_expected', 10);
  life.abort();
  clock.tick(1000);
  assert.equal(facts.length, 1);
});

test('a page that was suspended hears what is overdue before it hears that it is back', (t) => {
  t.mock.timers.enable({ apis: ['Date'] }); // goes on while timers and the other clock stand still, as in a sleep
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const timers = createTimers(dispatch, life.signal);
  timers.set('press_lapses', 60_000);
  timers.set('hidden_long', 300_000);
  t.mock.timers.setTime(59_000);
  timers.fireLate();
  assert.deepEqual(facts, []);
  t.mock.timers.setTime(61_000);
  timers.fireLate();
  timers.fireLate();
  assert.deepEqual(facts, [{ fact: 'timer_fired', timer: 'press_lapses' }]);
  t.mock.timers.setTime(0); // a clock set back makes nobody wait longer, and nothing fire early
  timers.fireLate();
  assert.equal(facts.length, 1);
  life.abort();
  t.mock.timers.setTime(400_000);
  timers.fireLate();
  assert.equal(facts.length, 1);
});
