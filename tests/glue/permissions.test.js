import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createPermissions } from '../../js-glue/facts/permissions.js';
import { FakeWindow, collector, deferred, fakeClock, listenersOn, settle } from './fakes.js';

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
      if (live)
        given.forEach((status) => ((status.state = state), status.dispatchEvent(new Event('change'))));
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
  for (const navigator of [
    {},
    { permissions: { query: () => Promise.reject(new TypeError('no such name')) } },
  ]) {
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
  assert.deepEqual(facts.slice(1), [
    { fact: 'permission_read', kind: 'microphone', state: 'denied', live: true },
  ]);
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
  assert.deepEqual(facts.slice(1), [
    { fact: 'permission_read', kind: 'microphone', state: 'granted', live: true },
  ]);

  browser.change('denied');
  await permissions.watch('microphone', 0); // the core needs no poll any more
  const after = browser.queries;
  await next();
  assert.equal(browser.queries, after);
  life.abort();
});

test('coming back to the page looks again, whatever the browser told', async (t) => {
  const clock = fakeClock(t);
  const browser = fakeBrowser(false);
  const { permissions, facts, window } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 0);
  for (const [event, state] of /** @type {const} */ ([
    ['focus', 'denied'],
    ['pageshow', 'granted'],
  ])) {
    browser.change(state);
    window.dispatchEvent(new Event(event));
    await new Promise(setImmediate);
    clock.tick(400);
  }
  assert.deepEqual(
    facts.slice(1).map((fact) => /** @type {any} */ (fact).state),
    ['denied', 'granted'],
  );
});

test('a thousand events in a second are asked about four times for each kind, and the last one is', async (t) => {
  const clock = fakeClock(t);
  const browser = Object.assign(fakeBrowser(false), { mediaDevices: new EventTarget() });
  const { permissions, facts, window, life } = setUp(browser);
  await permissions.watch('microphone', 0);
  await permissions.watch('camera', 0);
  const before = browser.queries;
  for (let n = 0; n < 1000; n++) {
    window.dispatchEvent(new Event('focus'));
    browser.mediaDevices.dispatchEvent(new Event('devicechange'));
    if (n === 999) browser.change('denied');
    clock.tick(1);
  }
  assert.ok(browser.queries - before <= 8, `${browser.queries - before}`);
  clock.tick(400);
  await new Promise(setImmediate);
  assert.deepEqual(
    facts.slice(-2).map((fact) => /** @type {any} */ (fact).state),
    ['denied', 'denied'],
  );
  const queries = browser.queries;
  await permissions.read('microphone');
  assert.equal(browser.queries, queries + 1, 'what is ordered is read at once');
  window.dispatchEvent(new Event('focus'));
  life.abort();
  assert.equal(clock.running(), 0);
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
  assert.deepEqual(
    facts.slice(1).map((fact) => /** @type {any} */ (fact).state),
    ['granted'],
  );
});

test('a reading from before a change event does not take that back', async () => {
  const browser = fakeBrowser();
  const { permissions, facts } = setUp(browser);
  await permissions.read('microphone');
  await permissions.watch('microphone', 0);
  const { query } = browser.permissions;
  const slow = deferred();
  browser.permissions.query = () => /** @type {Promise<any>} */ (slow.promise);
  const reading = permissions.read('microphone');
  browser.permissions.query = query;
  browser.change('granted');
  slow.resolve({ state: 'prompt' });
  await reading;
  assert.deepEqual(facts.slice(1), [
    { fact: 'permission_read', kind: 'microphone', state: 'granted', live: true },
    { fact: 'permission_read', kind: 'microphone', state: 'granted', live: false },
  ]);
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

test('a device that comes or goes is a reason to look again', async () => {
  const browser = Object.assign(fakeBrowser(false), { mediaDevices: new EventTarget() });
  const { permissions, facts, life } = setUp(browser);
  await permissions.watch('microphone', 0);
  browser.change('denied');
  browser.mediaDevices.dispatchEvent(new Event('devicechange'));
  await settle();
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).state),
    ['denied'],
  );
  life.abort();
  assert.equal(listenersOn(browser.mediaDevices), 0);
});

test('a poll that changes its pace asks no more often, and listens once', async (t) => {
  const clock = fakeClock(t);
  const browser = fakeBrowser();
  const { permissions, facts, life, window } = setUp(browser);
  const idle = listenersOn(life.signal);
  await permissions.watch('microphone', 0);
  const watched = listenersOn(life.signal);
  assert.equal(watched, idle + 1);
  for (const pace of [1000, 2000, 5000, 10000, 0, 1000]) await permissions.watch('microphone', pace);
  assert.deepEqual([browser.queries, clock.running(), listenersOn(life.signal)], [1, 1, watched]);
  browser.change('denied');
  assert.equal(facts.length, 1, 'one change is told once');
  clock.tick(1000);
  assert.equal(browser.queries, 2);
  life.abort();
  await permissions.watch('camera', 1000);
  assert.deepEqual([clock.running(), listenersOn(window, window.document)], [0, 0]);
});

test('notifications: the query, and where there is none what the Notification API says', async () => {
  for (const [
    permissions,
    Notification,
    expected,
  ] of /** @type {[object | undefined, object | undefined, string][]} */ ([
    [fakeBrowser().permissions, { permission: 'granted' }, 'prompt'],
    [undefined, { permission: 'default' }, 'prompt'],
    [{ query: () => Promise.reject(new TypeError('no such name')) }, { permission: 'denied' }, 'denied'],
    [undefined, undefined, 'unknown'],
  ])) {
    const { permissions: watched, facts, window } = setUp({ permissions });
    Object.assign(window, Notification && { Notification });
    await watched.read('notifications');
    assert.deepEqual(facts, [
      { fact: 'permission_read', kind: 'notifications', state: expected, live: false },
    ]);
  }
});

test('what the Notification API says of a microphone is nothing', async () => {
  const { permissions, facts, window } = setUp({});
  Object.assign(window, { Notification: { permission: 'granted' } });
  await permissions.read('microphone');
  assert.equal(/** @type {any} */ (facts[0]).state, 'unknown');
});
