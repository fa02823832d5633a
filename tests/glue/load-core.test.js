import assert from 'node:assert/strict';
import { test } from 'node:test';
import { downloadWasm } from '../../js-glue/core-download.js';
import { eitherCore, forgetCore, loadCore, tryWasm } from '../../js-glue/load-core.js';
/** @import { CreateModule, Module, Outcome } from '../../js-glue/load-core.js' */

const URL = 'https://site.example/earshot-core.wasm';
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);
const GARBAGE = new TextEncoder().encode('<!doctype html>');
let machines = 0;
/** @type {Module} */
const module = {
  create: () => machines++,
  configure: () => '{}',
  dispatch: (machine) => `{"from":${machine}}`,
  destroy() {},
};

/** As Emscripten 3.1.6 does: its promise stays pending for ever when instantiation fails. @type {CreateModule} */
const createModule = (options) => new Promise((resolve) => options.wasm?.({})(() => resolve(module)));

/** @param {Uint8Array} bytes @param {string} type */
const answer = (bytes, type) =>
  new Response(/** @type {BodyInit} */ (/** @type {unknown} */ (bytes)), {
    headers: { 'content-type': type },
  });

/**
 * @param {import('node:test').TestContext} t
 * @param {(url: string, options?: { integrity?: string }) => Promise<Response>} fetch
 */
async function outcome(t, fetch) {
  t.mock.method(globalThis, 'fetch', /** @type {typeof globalThis.fetch} */ (fetch));
  const result = await tryWasm(downloadWasm(URL, 'sha384-x'), async () => createModule);
  return 'reason' in result ? result.reason : 'loaded';
}
const integrityFails =
  (/** @type {Response} */ without) =>
  async (/** @type {string} */ _, /** @type {{ integrity?: string }} */ options = {}) => {
    if (options.integrity) throw new TypeError('Failed to fetch');
    return without;
  };

test('the module is asked for with its hash, and instantiated', async (t) => {
  /** @type {unknown[]} */
  const asked = [];
  assert.equal(
    await outcome(
      t,
      async (url, options) => (asked.push(url, options?.integrity), answer(EMPTY_MODULE, 'application/wasm')),
    ),
    'loaded',
  );
  assert.deepEqual(asked, [URL, 'sha384-x']);
});

test('the right bytes under a wrong type still load', async (t) => {
  assert.equal(await outcome(t, async () => answer(EMPTY_MODULE, 'application/octet-stream')), 'loaded');
  assert.equal(await outcome(t, async () => answer(EMPTY_MODULE, '')), 'loaded');
});

test('missing: the file is not there, or nothing answers', async (t) => {
  assert.equal(await outcome(t, async () => new Response('', { status: 404 })), 'missing');
  assert.equal(await outcome(t, () => Promise.reject(new TypeError('Failed to fetch'))), 'missing');
});

test('wrong_type: another file came in its place', async (t) => {
  assert.equal(await outcome(t, async () => answer(GARBAGE, 'text/html')), 'wrong_type');
  assert.equal(await outcome(t, integrityFails(answer(GARBAGE, 'text/html'))), 'wrong_type');
});

test('broken: it came, but is not what was built', async (t) => {
  assert.equal(await outcome(t, async () => answer(GARBAGE, 'application/wasm')), 'broken');
  assert.equal(await outcome(t, integrityFails(answer(EMPTY_MODULE, 'application/wasm'))), 'broken');
});

test("forbidden: by the page's policy, whether at the first look, at the fetch, or only when it should run", async (t) => {
  const fine = async () => answer(EMPTY_MODULE, 'application/wasm');
  const refused = Object.assign(
    new WebAssembly.CompileError("because 'unsafe-eval' is not an allowed source"),
  );
  t.mock.method(WebAssembly, 'instantiateStreaming', () => Promise.reject(refused)); // WebKit
  assert.equal(await outcome(t, fine), 'forbidden');

  const page = new EventTarget();
  Object.assign(globalThis, { document: page });
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  for (const [blockedURI, reason] of /** @type {const} */ ([
    ['https://site.example', 'forbidden'],
    ['https://other.example/metrics', 'missing'], // the page's own, forbidden at the same time
  ]))
    assert.equal(
      await outcome(t, () => {
        const told = { effectiveDirective: 'connect-src', blockedURI };
        page.dispatchEvent(Object.assign(new Event('securitypolicyviolation'), told));
        return Promise.reject(new TypeError('Failed to fetch'));
      }),
      reason,
    );

  t.mock.method(WebAssembly, 'Module', () => {
    throw refused;
  });
  assert.equal(
    await outcome(t, () => {
      throw new Error('nothing is downloaded');
    }),
    'forbidden',
  );
});

test('unsupported: no WebAssembly at all', async (t) => {
  const kept = globalThis.WebAssembly;
  Object.assign(globalThis, { WebAssembly: undefined });
  t.after(() => Object.assign(globalThis, { WebAssembly: kept }));
  assert.equal(await outcome(t, async () => answer(EMPTY_MODULE, 'application/wasm')), 'unsupported');
});

test('two widgets share one module and have a machine each', async () => {
  let loads = 0;
  const from = async () => (loads++, { module });
  const [first, second] = await Promise.all([loadCore(from), loadCore(from)]);
  assert.equal(loads, 1);
  assert.ok('core' in first && 'core' in second);
  assert.notEqual(first.core.dispatch('{}'), second.core.dispatch('{}'));
  forgetCore();
  await loadCore(from);
  assert.equal(loads, 2);
  forgetCore();
});

test('a failure is an answer, never an exception, and the next widget tries again', async () => {
  const missing = await loadCore(async () => ({ reason: 'missing', error: 0 }));
  assert.deepEqual(missing, { reason: 'missing', error: 0 });
  const broken = await loadCore(() => Promise.reject(new Error('oh')));
  assert.equal('reason' in broken && broken.reason, 'broken');
  assert.ok('core' in (await loadCore(async () => ({ module }))));
  forgetCore();
});

/** Neither file answers until the test says how. @param {import('node:test').TestContext} t */
function silence(t) {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  t.after(forgetCore);
  /** @type {(outcome: Outcome) => void} */
  let wasmIs = () => {};
  /** @type {(outcome: Outcome) => void} */
  let scriptIs = () => {};
  const wasm = new Promise((resolve) => void (wasmIs = resolve));
  const script = t.mock.fn(() => new Promise((resolve) => void (scriptIs = resolve)));
  return {
    load: () => loadCore(() => eitherCore(wasm, script)),
    /** How often the core in JavaScript was asked for. */
    asked: () => script.mock.callCount(),
    wasmIs: (/** @type {Outcome} */ outcome) => wasmIs(outcome),
    scriptIs: (/** @type {Outcome} */ outcome) => scriptIs(outcome),
    /** @param {number} ms */
    async pass(ms) {
      t.mock.timers.tick(ms);
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
/** @type {Outcome} */
const BROKEN = { reason: 'broken', error: 0 };

test('WebAssembly that does not answer is not waited for: the core in JavaScript does the work, and the reason is known', async (t) => {
  const { load, asked, scriptIs, pass } = silence(t);
  const loading = load();
  await pass(3999);
  assert.equal(asked(), 0);
  await pass(1);
  assert.equal(asked(), 1);
  scriptIs({ module });
  const loaded = await loading;
  assert.ok('core' in loaded);
  assert.equal(loaded.instead?.reason, 'late');
});

test('WebAssembly that is late may still be first; broken, it costs nothing', async (t) => {
  for (const come of /** @type {const} */ (['wasm', 'script'])) {
    const { load, wasmIs, scriptIs, pass } = silence(t);
    const loading = load();
    await pass(4000);
    if (come === 'wasm') scriptIs(BROKEN);
    wasmIs(come === 'wasm' ? { module } : BROKEN);
    await pass(1);
    if (come === 'script') scriptIs({ module });
    assert.ok('core' in (await loading), come);
    forgetCore();
    t.mock.timers.reset();
  }
});

test('where nothing answers, that is an answer in less than the ten seconds that a press waits; what comes later is told and used', async (t) => {
  const { load, asked, wasmIs, pass } = silence(t);
  const loading = load();
  await pass(4000);
  await pass(5000);
  const none = await loading;
  assert.ok('reason' in none);
  assert.equal(none.reason, 'late');
  const next = load(); // waits for the same, and not for ever either
  wasmIs({ module });
  assert.equal(await none.later, true);
  assert.ok('core' in (await next));
  assert.ok('core' in (await load()));
  assert.equal(asked(), 1);
});

test('where the WebAssembly is missing and the JavaScript does not answer, the site hears what it can mend', async (t) => {
  const { load, wasmIs, scriptIs, pass } = silence(t);
  const loading = load();
  wasmIs({ reason: 'missing', error: 0 });
  await pass(1);
  await pass(9000);
  const none = await loading;
  assert.ok('reason' in none);
  assert.equal(none.reason, 'missing');
  scriptIs(BROKEN);
  assert.ok(!(await none.later));
  const again = await loadCore(async () => ({ module }));
  assert.ok('core' in again, 'the next widget tries anew');
});
