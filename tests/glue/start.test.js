// The beginning of a session: what happens with each core that there may be.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWritten } from '../../js-glue/early-config.js';
import { onceMore } from '../../js-glue/once-more.js';
import { startCore } from '../../js-glue/start.js';
/** @import { Core } from '../../js-glue/answers.js' */
/** @import { Config } from '../../js-glue/config.js' */
/** @import { Failure, loadCore } from '../../js-glue/load-core.js' */

const PROBLEM = { path: '/x', problem: 'unknown key', expected: 'media' };
const FAILURE = /** @type {Failure} */ ({ reason: 'missing', error: new Error('404') });

/** @param {{ answer?: string, instead?: Failure, failure?: Failure, leaves?: boolean, leavesThen?: boolean }} [how]
 *   `leavesThen`: when it has given up. */
async function start({
  answer = JSON.stringify({ config: { company: 'Shop' }, problems: [PROBLEM] }),
  instead,
  failure,
  leaves,
  leavesThen,
} = {}) {
  /** @type {unknown[]} */
  const log = [];
  const [life, loop] = [new AbortController(), new AbortController()];
  const core = /** @type {Core} */ ({
    configure: (text) => (log.push(`configure ${text}`), answer),
    dispatch: () => '',
    delete: () => void log.push('delete'),
  });
  if (leaves) life.abort();
  await startCore(
    readWritten('{"x":1}'),
    { life: life.signal, loop: loop.signal },
    {
      owner: {
        problem: ({ path }, written) => void log.push([path, written]),
        halves: () => void log.push('halves'),
        replaced: ({ reason }) => void log.push(`instead: ${reason}`),
      },
      configured: (/** @type {Config} */ { company }) => void log.push(`configured ${company}`),
      ready: () => void log.push('ready'),
      giveUp({ reason }) {
        log.push(`gave up: ${reason}`);
        if (leavesThen) life.abort();
      },
      comeLate: () => void log.push('came late'),
    },
    /** @type {typeof loadCore} */ (async () => failure ?? { core, instead }),
  );
  return { log, loop };
}

test('the core checks what the site wrote before anything is asked of it; it is let go with the loop', async () => {
  const { log, loop } = await start();
  assert.deepEqual(log, ['configure {"x":1}', ['/x', { x: 1 }], 'configured Shop', 'ready']);
  loop.abort();
  assert.equal(log.at(-1), 'delete');
});

test('that another core does the work is said first', async () => {
  assert.deepEqual((await start({ instead: FAILURE })).log[0], 'instead: missing');
});

test('where there is none the session gives up, with the reason', async () => {
  assert.deepEqual((await start({ failure: FAILURE })).log, ['gave up: missing']);
});

test('one that comes after that is told of, where the element is still there', async () => {
  const late = { ...FAILURE, later: Promise.resolve(true) };
  assert.deepEqual((await start({ failure: late })).log, ['gave up: missing', 'came late']);
  const never = { ...FAILURE, later: Promise.resolve(undefined) };
  assert.deepEqual((await start({ failure: never })).log, ['gave up: missing']);
  const left = { ...FAILURE, later: Promise.resolve(true) };
  assert.deepEqual((await start({ failure: left, leavesThen: true })).log, ['gave up: missing']);
});

test('a network that was away: it is tried by itself once, then with a press, and many presses are one try', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const window = new EventTarget();
  const life = new AbortController();
  let tries = 0;
  let deleted = 0;
  const core = /** @type {Core} */ ({ delete: () => void (deleted += 1) });
  const come = onceMore(
    life.signal,
    /** @type {typeof loadCore} */ (async () => ((tries += 1) < 3 ? FAILURE : { core, instead: undefined })),
    window,
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(2999);
  await settled();
  assert.equal(tries, 0);
  t.mock.timers.tick(1);
  await settled();
  assert.equal(tries, 1);
  t.mock.timers.tick(3000);
  await settled();
  assert.equal(tries, 1, 'nothing more by itself');
  for (let presses = 0; presses < 5; presses += 1) window.dispatchEvent(new Event('click'));
  await settled();
  window.dispatchEvent(new Event('online'));
  await settled();
  assert.equal(tries, 2, 'three seconds have not gone by');
  t.mock.timers.tick(3000);
  await come;
  assert.deepEqual([tries, deleted], [3, 1]);
});

test('a core that answers with nonsense is broken', async () => {
  assert.deepEqual((await start({ answer: 'oops' })).log, ['configure {"x":1}', 'gave up: broken']);
});

test('an element that has left meanwhile is not configured, and lets the core go', async () => {
  assert.deepEqual((await start({ leaves: true })).log, ['delete']);
  assert.deepEqual((await start({ leaves: true, failure: FAILURE })).log, []);
});
