import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWakeLock } from '../../js-glue/effects/wake-lock.js';
import { settle } from './fakes.js';

/** @param {object} navigator */
const pageWith = (navigator) => Object.assign(new EventTarget(), { navigator });

/** A browser whose answers wait until the test gives them. */
function setUp() {
  /** @type {{ released: boolean, arrive: () => void, fail: (error: Error) => void }[]} */
  const locks = [];
  /** @type {string[]} */
  const asked = [];
  const wakeLock = {
    request(/** @type {string} */ type) {
      asked.push(type);
      return new Promise((resolve, reject) => {
        const lock = {
          released: false,
          release: async () => void (lock.released = true),
          arrive: () => resolve(lock),
          fail: reject,
        };
        locks.push(lock);
      });
    },
  };
  const life = new AbortController();
  const window = pageWith({ wakeLock });
  return { locks, asked, life, window, screen: createWakeLock(life.signal, window) };
}

test('the screen is asked for once, in the same task, and released when the call is left', async () => {
  const { locks, asked, screen } = setUp();
  screen.hold(true);
  screen.hold(true);
  assert.deepEqual(asked, ['screen']);
  locks[0]?.arrive();
  await settle();
  assert.equal(locks[0]?.released, false);
  screen.hold(false);
  await settle();
  assert.equal(locks[0]?.released, true);
});

test('a lock that arrives after the call was left is released at once', async () => {
  const { locks, screen } = setUp();
  screen.hold(true);
  screen.hold(false);
  locks[0]?.arrive();
  await settle();
  assert.equal(locks[0]?.released, true);
});

test('of two requests that overlap, only the newer one is kept', async () => {
  const { locks, screen } = setUp();
  screen.hold(true);
  screen.hold(false);
  screen.hold(true);
  for (const lock of locks.reverse()) lock.arrive();
  await settle();
  assert.deepEqual(
    locks.reverse().map(({ released }) => released),
    [true, false],
  );
});

test('a refusal is nobody’s trouble, and the next call asks again', async () => {
  const { locks, asked, screen } = setUp();
  screen.hold(true);
  locks[0]?.fail(new DOMException('low battery', 'NotAllowedError'));
  await settle();
  screen.hold(false);
  screen.hold(true);
  assert.equal(asked.length, 2);
});

test('a lock that was refused is asked for once more, with the next press in the call', async () => {
  const { locks, asked, window, screen } = setUp();
  screen.hold(true);
  locks[0]?.fail(new DOMException('no press', 'NotAllowedError'));
  await settle();
  window.dispatchEvent(new Event('click'));
  assert.equal(asked.length, 2);
  locks[1]?.fail(new DOMException('low battery', 'NotAllowedError'));
  await settle();
  window.dispatchEvent(new Event('click'));
  assert.equal(asked.length, 2);
});

test('what a press after a refusal brings is released like any other; a press after the call asks for nothing', async () => {
  const { locks, asked, window, screen } = setUp();
  for (const round of [0, 1]) {
    screen.hold(true);
    locks[2 * round]?.fail(new DOMException('no press', 'NotAllowedError'));
    await settle();
    window.dispatchEvent(new Event('click'));
    screen.hold(false);
    locks[2 * round + 1]?.arrive();
    await settle();
    assert.equal(locks[2 * round + 1]?.released, true);
  }
  screen.hold(true);
  locks[4]?.fail(new DOMException('no press', 'NotAllowedError'));
  await settle();
  screen.hold(false);
  window.dispatchEvent(new Event('click'));
  assert.equal(asked.length, 5);
});

test('a lock that is held is not asked for again by presses', async () => {
  const { locks, asked, window, screen } = setUp();
  screen.hold(true);
  locks[0]?.arrive();
  await settle();
  window.dispatchEvent(new Event('click'));
  assert.equal(asked.length, 1);
});

test('a browser without the API, or one that throws, costs nothing', async () => {
  const broken = {
    request() {
      throw new TypeError('not now');
    },
  };
  const stuck = { request: async () => ({ release: () => Promise.reject(new Error('gone')) }) };
  for (const navigator of [{}, { wakeLock: broken }, { wakeLock: stuck }]) {
    const window = pageWith(navigator);
    const screen = createWakeLock(new AbortController().signal, window);
    screen.hold(true);
    await settle();
    window.dispatchEvent(new Event('click'));
    await settle();
    screen.hold(false);
    await settle(); // a rejection that nobody takes would fail the test
  }
});

test('the end of the session releases the lock, and none is taken after it', async () => {
  const { locks, asked, life, screen } = setUp();
  screen.hold(true);
  locks[0]?.arrive();
  life.abort();
  await settle();
  assert.equal(locks[0]?.released, true);
  screen.hold(true);
  assert.equal(asked.length, 1);
});
