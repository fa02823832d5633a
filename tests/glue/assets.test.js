// Packs of sentences: fetched once, and English where they cannot be had.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { sentences } from '../../js-glue/owner/owner.js';
import { loadPack } from '../../js-glue/packs.js';

/** @param {import('node:test').TestContext} t @param {(url: string, how: RequestInit) => Promise<Response>} fetch */
function serve(t, fetch) {
  const fetched = t.mock.method(
    globalThis,
    'fetch',
    /** @type {typeof globalThis.fetch} */ (/** @type {unknown} */ (fetch)),
  );
  const warned = t.mock.method(console, 'warn', () => {});
  return { fetched, said: () => warned.mock.calls.map(({ arguments: [line] }) => String(line)) };
}

test('a pack is fetched once, without cookies, however many widgets want it', async (t) => {
  const { fetched, said } = serve(t, async () => new Response('{"label_send":"Senden"}'));
  const both = await Promise.all([loadPack('de'), loadPack('de')]);
  assert.deepEqual(both, [{ label_send: 'Senden' }, { label_send: 'Senden' }]);
  assert.equal(fetched.mock.callCount(), 1);
  const [url, how] = certain(fetched.mock.calls[0]).arguments;
  assert.match(String(url), /\/texts\/de\.json$/);
  assert.equal(how?.credentials, 'omit');
  assert.deepEqual(said(), []);
});

for (const [
  language,
  what,
  fetch,
] of /** @type {[string, RegExp, (url: string, how: RequestInit) => Promise<Response>][]} */ ([
  [
    'fr',
    /texts\/fr\.json answered 404.*\n.*Upload the folder texts of dist\//,
    async () => new Response('Not found', { status: 404 }),
  ],
  [
    'es',
    /texts\/es\.json is not the file .*\n.*files of one build/,
    async () => new Response('<!doctype html>'),
  ],
  [
    'it',
    /texts\/it\.json could not be reached.*\n.*connect-src/,
    async () => {
      throw new TypeError('Failed to fetch');
    },
  ],
  [
    'ja',
    /texts\/ja\.json is not the file .*\n.*files of one build/,
    async (_url, { integrity }) => {
      // its hash is another
      if (integrity === undefined) return new Response('{}');
      throw new TypeError('Failed to fetch');
    },
  ],
])) {
  test(`a pack that cannot be had is one warning with its file and its fix: ${language}`, async (t) => {
    const { said } = serve(t, fetch);
    assert.equal(await loadPack(language), null);
    assert.equal(await loadPack(language), null);
    await sentences.load();
    assert.equal(said().length, 1);
    const [line = ''] = said();
    assert.match(line, what);
    assert.match(line, /\n {2}More: docs\/diagnostics\.md#text_packs$/);
  });
}

test('a pack that does not answer is a warning, and is still taken when it comes', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  /** @type {(response: Response) => void} */
  let arrive = () => {};
  const { said } = serve(t, () => new Promise((resolve) => void (arrive = resolve)));
  const pack = loadPack('ar');
  t.mock.timers.tick(9000);
  await new Promise((resolve) => setImmediate(resolve));
  assert.match(said().join(), /texts\/ar\.json could not be reached\. Visitors read English instead/);
  arrive(new Response('{"label_send":"إرسال"}'));
  assert.deepEqual(await pack, { label_send: 'إرسال' });
  assert.equal(said().length, 1);
});
