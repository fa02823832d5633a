import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNotifications } from '../../js-glue/effects/notifications.js';
import { FakeWindow, collector, deferred, fakeClock, settle } from './fakes.js';

/** @param {object | undefined} Notification */
function setUp(Notification) {
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const window = Object.assign(new FakeWindow(), Notification && { Notification });
  return { facts, life, notifications: createNotifications(dispatch, life.signal, window.real) };
}

test("the browser is asked in the caller's own task, and its answer told with the time it took", async (t) => {
  const clock = fakeClock(t);
  const answer = deferred();
  let asked = 0;
  const { facts, notifications } = setUp({ requestPermission: () => (asked++, answer.promise) });
  notifications.request();
  assert.equal(asked, 1);
  clock.tick(1200);
  answer.resolve('default'); // closed without an answer
  await answer.promise;
  assert.deepEqual(facts, [{ fact: 'notifications_answered', state: 'prompt', elapsed_ms: 1200 }]);
});

test('a browser that calls back, that does both, or that throws, is told once', async () => {
  /** @param {(answer: (state: string) => void) => unknown} requestPermission */
  const states = async (requestPermission, permission = 'default') => {
    const { facts, notifications } = setUp({ requestPermission, permission });
    notifications.request();
    await settle();
    return facts.map((fact) => /** @type {any} */ (fact).state);
  };
  assert.deepEqual(await states((answer) => answer('granted')), ['granted']);
  assert.deepEqual(await states((answer) => (answer('denied'), Promise.resolve('denied'))), ['denied']);
  assert.deepEqual(await states(() => Promise.reject(new TypeError('no')), 'denied'), ['denied']);
  assert.deepEqual(
    await states(() => {
      throw new TypeError('no');
    }),
    ['prompt'],
  );
});

test('where there are no notifications the answer is that nobody knows', () => {
  const { facts, notifications } = setUp(undefined);
  notifications.request();
  assert.equal(/** @type {any} */ (facts[0]).state, 'unknown');
});

test('an answer after the element left is told to nobody', async () => {
  const answer = deferred();
  const { facts, life, notifications } = setUp({ requestPermission: () => answer.promise });
  notifications.request();
  life.abort();
  answer.resolve('granted');
  await settle();
  assert.deepEqual(facts, []);
});
