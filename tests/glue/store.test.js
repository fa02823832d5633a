import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStore } from '../../js-glue/store.js';
/** @import { Core, Effect, View } from '../../js-glue/contract.js' */

/**
 * @param {(line: string) => string} answer
 * @param {{ perform?: (effect: Effect) => void, draw?: (view: View) => void }} [acts]
 */
function setUp(answer, { perform = () => {}, draw = () => {} } = {}) {
  const life = new AbortController();
  /** @type {string[]} */
  const log = [];
  /** @type {unknown[]} */
  const reported = [];
  /** @type {unknown[]} */
  const failed = [];
  let time = 0;
  const store = createStore({
    perform: (effect) => (log.push(effect.effect), perform(effect)),
    draw,
    now: () => time,
    record: (line, reply) => void log.push(line, reply),
    report: (error) => reported.push(error),
    fail: (error) => failed.push(error),
  }, life.signal);
  /** @type {Core} */
  const core = { dispatch: answer, configure: () => '', delete() {} };
  return { store, core, life, log, reported, failed, pass: (/** @type {number} */ ms) => (time += ms) };
}
const NOTHING = '{"effects":[]}';

test('a fact raised by an effect waits until the current fact is done', () => {
  const two = '{"effects":[{"effect":"reload"},{"effect":"open_tab"}]}';
  const { store, core, log } = setUp((line) => (line.includes('"end"') ? NOTHING : two), {
    perform: ({ effect }) => effect === 'reload' && store.dispatch({ fact: 'pressed', action: 'end' }),
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log, ['{"t":0,"fact":"pressed","action":"reload"}', two, 'reload', 'open_tab',
    '{"t":0,"fact":"pressed","action":"end"}', NOTHING]);
});

test('facts from before the core was ready are kept in order, with the time at which they happened', () => {
  const { store, core, log, pass } = setUp(() => NOTHING);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  pass(700);
  store.dispatch({ fact: 'pressed', action: 'end' });
  assert.deepEqual(log, []);
  store.connect(core);
  assert.deepEqual(log.filter((line) => line !== NOTHING),
    ['{"t":0,"fact":"pressed","action":"orb"}', '{"t":700,"fact":"pressed","action":"end"}']);
});

test('an effect that throws does not cost the others, nor does a drawing', () => {
  const view = /** @type {View} */ (/** @type {unknown} */ ({ orb: 'idle' }));
  const { store, core, log, reported } = setUp(() => JSON.stringify({ view, effects: [{ effect: 'reload' }, { effect: 'open_tab' }] }), {
    perform: ({ effect }) => { if (effect === 'reload') throw new Error('no'); },
    draw: () => { throw new Error('draw'); },
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log.slice(-2), ['reload', 'open_tab']);
  assert.equal(reported.length, 2);
});

test('send answers with what the core said, refusals too', () => {
  const { store, core } = setUp((line) => (line.includes('nonsense') ? '{"refused":"no such fact"}' : NOTHING));
  assert.equal(store.send({ fact: 'pressed' }), null, 'no core yet');
  store.connect(core);
  assert.deepEqual(store.send({ fact: 'pressed', action: 'end' }), { effects: [] });
  assert.deepEqual(store.send({ fact: 'nonsense' }), { refused: 'no such fact' });
});

test('once the element is gone, nothing is dispatched and no further effect runs', () => {
  const { store, core, life, log } = setUp(() => '{"effects":[{"effect":"reload"},{"effect":"open_tab"}]}', {
    perform: () => life.abort(), // the host removes the element when it is told
  });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'reload' });
  store.dispatch({ fact: 'pressed', action: 'reload' });
  assert.deepEqual(log.slice(2), ['reload']);
});

test('a core that breaks is given up once, and never asked again', () => {
  let asked = 0;
  const { store, core, failed } = setUp(() => { asked++; throw new Error('unreachable'); });
  store.connect(core);
  store.dispatch({ fact: 'pressed', action: 'orb' });
  store.dispatch({ fact: 'pressed', action: 'orb' });
  assert.equal(asked, 1);
  assert.equal(failed.length, 1);
});
