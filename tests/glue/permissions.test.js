import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPermissions } from '../../js-glue/facts/permissions.js';
import { FakeWindow, collector, deferred, fakeClock, settle } from './fakes.js';

/** A browser whose status objects are new each time. `live`: they also tell of changes, as Chromium's and Firefox's do. */
function fakeBrowser(live = true) {
  /** @type {Set<EventTarget & { state: string }>} */
  const given = new Set();
  const browser = {
    state: 'prompt',
    queries: 0,
    /** @param {string} state */
    change(state) {
      browser.state = state;
      if (live) given.forEach((status) => (status.state = state, status.dispatchEvent(new Event('change'))));
    },
    permissions: {
      async query() {
        browser.queries++;
        const status = Object.assign(new EventTarget(), { state: browser.state });
        given.add(status);
        return status;
      },
    },
  };
  return browser;
}

/** @param {Record<string, unknown>} navigator */
function setUp(navigator) {
  const window = new FakeWindow();
  window.navigator = navigator;
  const { facts, dispatch } = collector();
  const life = new AbortController();
  return { window, facts, life, permissions: createPermissions(dispatch, life.signal, window.real) };
}

test('reading tells the state once, as ordered and not as news', async () => {
  const { permissions, facts } = setUp(fakeBrowser());
  await permissions.read('camera');
  assert.deepEqual(facts, [{ fact: 'permission_read', kind: 'camera', state: 'prompt', live: false }]);
});

test('where the browser cannot say, the state is unknown', async () => {
  for (const navigator of [{}, { permissions: { query: () => Promise.reject(new TypeError('no such name')) } }]) {
    const { permissions, facts } = setUp(navigator);
    await permissions.read('microphone');
    await permissions.watch('microphone', 0);
    assert.deepEqual(facts, [{ fact: 'permission_read', kind: 'microphone', state: 'unknown', live: false }]);
  }
});

test('a change event is told at once, and only if the state differs', async () => {
  const browser = fakeBrowser();
  const { permissions, facts } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 0);
  browser.change('prompt');
  browser.change('denied');
  assert.deepEqual(facts.slice(1), [{ fact: 'permission_read', kind: 'microphone', state: 'denied', live: true }]);
});

test('where change events never come, a poll finds the change, and only while the page is visible', async (t) => {
  const clock = fakeClock(t);
  const browser = fakeBrowser(false);
  const { permissions, facts, window, life } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 1000);
  const next = async () => (clock.tick(1000), await new Promise(setImmediate));

  await next();
  assert.equal(facts.length, 1, 'nothing changed, nothing told');
  window.show('hidden');
  browser.change('granted');
  const before = browser.queries;
  await next();
  assert.equal(browser.queries, before, 'no query while hidden');
  window.show('visible');
  await new Promise(setImmediate);
  assert.deepEqual(facts.slice(1), [{ fact: 'permission_read', kind: 'microphone', state: 'granted', live: true }]);

  browser.change('denied');
  await permissions.watch('microphone', 0); // the core needs no poll any more
  const after = browser.queries;
  await next();
  assert.equal(browser.queries, after);
  life.abort();
});

test('coming back to the page looks again, whatever the browser told', async () => {
  const browser = fakeBrowser(false);
  const { permissions, facts, window } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 0);
  for (const [event, state] of [['focus', 'denied'], ['pageshow', 'granted']]) {
    browser.change(state);
    window.dispatchEvent(new Event(event));
    await settle();
  }
  assert.deepEqual(facts.slice(1).map((fact) => /** @type {any} */ (fact).state), ['denied', 'granted']);
});

test('an answer from before a change event is not taken for news', async () => {
  const browser = fakeBrowser();
  const { permissions, facts, window } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 0);
  const slow = deferred();
  browser.permissions.query = () => /** @type {Promise<any>} */ (slow.promise);
  window.dispatchEvent(new Event('focus'));
  browser.change('granted');
  slow.resolve({ state: 'prompt' });
  await settle();
  assert.deepEqual(facts.slice(1).map((fact) => /** @type {any} */ (fact).state), ['granted']);
});

test('a removed element hears nothing', async () => {
  const browser = fakeBrowser();
  const { permissions, facts, life } = setUp(browser);
  await permissions.watch('microphone', 0);
  life.abort();
  browser.change('denied');
  await permissions.read('microphone');
  assert.deepEqual(facts, []);
});
