// A form takes what visitors write: one POST a message, with an address for the answer.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openTab } from './chat-tab.js';
import { settle } from './fakes.js';

const SITE = 'https://clinic.example';
const FORM = { transport: 'form', url: '/contact/' };

/** @typedef {{ url: string, fields: Record<string, string>, how: RequestInit }} Post */

/** @param {import('node:test').TestContext} t @param {(post: Post) => Response | Promise<Response>} [answer] */
function openForm(t, answer = () => new Response(null, { status: 204 })) {
  const tab = openTab(t);
  /** @type {Post[]} */
  const posts = [];
  /** @type {string[]} */
  const warned = [];
  t.mock.method(console, 'warn', (/** @type {string} */ line) => void warned.push(line));
  /** @param {Record<string, unknown>} [wishes] @param {string} [page] */
  function visit(wishes = FORM, page = '/') {
    const conversation = tab.visit(`${SITE}${page}`, wishes);
    const fetch = async (/** @type {URL} */ url, /** @type {RequestInit} */ how) => {
      const post = { url: url.href, fields: Object.fromEntries(/** @type {any} */ (how.body)), how };
      posts.push(post);
      return answer(post);
    };
    Object.defineProperty(globalThis, 'fetch', { value: fetch, configurable: true });
    return conversation;
  }
  return { ...tab, posts, warned, visit };
}

test('a message goes out once, with the address for the answer, a name of its own, and why there is no voice', async (t) => {
  const { visit, posts, warned } = openForm(t);
  const chat = visit();
  chat.open();
  assert.equal(chat.lacksEmail(), true);
  assert.equal(chat.send('Please call me'), false, 'nobody could answer');
  for (const wrong of ['ana', 'ana@', '@example.com', 'a b@example.com', 'ana@exam@ple.com']) {
    chat.setEmail(wrong);
    assert.equal(chat.lacksEmail(), true, wrong);
  }
  chat.setEmail(' ana@example.com ');
  assert.equal(chat.send('Please call me'), true);
  assert.equal(chat.send(''), false, 'a double press finds an empty field');
  await settle();
  assert.deepEqual(chat.shown(), ['Please call me: sent']);
  const [{ url, fields, how }] = /** @type {[Post]} */ (posts);
  assert.equal(posts.length, 1);
  assert.equal(url, `${SITE}/contact/`, 'with the slash that it has');
  assert.deepEqual(
    { ...fields, id: '' },
    { message: 'Please call me', email: 'ana@example.com', id: '', reason: '' },
  );
  assert.equal(fields.id, chat.entries()[0]?.id);
  assert.deepEqual([how.method, how.redirect, how.body instanceof URLSearchParams], ['POST', 'manual', true]);
  assert.deepEqual(warned, []);
});

for (const [what, answer, warning] of /** @type {const} */ ([
  ['is refused', () => new Response(null, { status: 422 }), /answered 422/],
  ['fails', () => new Response(null, { status: 500 }), /answered 500/],
  [
    'is sent elsewhere',
    () => new Response(null, { status: 303, headers: { location: '/thanks' } }),
    /redirects/,
  ],
  [
    'is sent where nobody may look',
    () => Object.defineProperty(new Response(), 'type', { value: 'opaqueredirect' }) && gone(),
    /redirects/,
  ],
  ['does not arrive', () => Promise.reject(new TypeError('Failed to fetch')), null],
])) {
  test(`a message that ${what} is not sent; a press sends the same again, and no other`, async (t) => {
    let well = false;
    const { visit, posts, warned } = openForm(t, () => (well ? new Response('{}') : answer()));
    const chat = visit();
    chat.open();
    chat.setEmail('ana@example.com');
    chat.send('Please call me');
    await settle();
    assert.deepEqual(chat.shown(), ['Please call me: failed']);
    chat.retry(chat.entries()[0]?.id ?? '');
    chat.retry(chat.entries()[0]?.id ?? '');
    await settle();
    assert.equal(posts.length, 2);
    assert.deepEqual(chat.shown(), ['Please call me: failed']);
    well = true;
    chat.setEmail('ana@example.org');
    chat.retry(chat.entries()[0]?.id ?? '');
    await settle();
    assert.deepEqual(chat.shown(), ['Please call me: sent']);
    assert.equal(new Set(posts.map(({ fields }) => fields.id)).size, 1, 'a handler knows it by its id');
    assert.equal(posts.at(-1)?.fields.email, 'ana@example.org');
    assert.equal(warned.length, warning ? 1 : 0, 'the owner reads it once');
    if (warning) assert.match(warned[0] ?? '', warning);
  });
}

/** What a browser gives instead of a redirect that is not followed. */
const gone = () =>
  /** @type {Response} */ (/** @type {unknown} */ ({ ok: false, status: 0, type: 'opaqueredirect' }));

test('a form of another origin whose answers no page may read is named to the owner', async (t) => {
  const { visit, warned } = openForm(t, () => Promise.reject(new TypeError('Failed to fetch')));
  const chat = visit({ transport: 'form', url: 'https://forms.example/f/1' });
  chat.open();
  chat.setEmail('ana@example.com');
  chat.send('Hello');
  await settle();
  assert.match(warned.join(), /Access-Control-Allow-Origin/);
});

test('an address that is none for HTTP is named, and nothing is sent', async (t) => {
  const { visit, posts, warned } = openForm(t);
  const chat = visit({ transport: 'form', url: 'mailto:us@clinic.example' });
  chat.open();
  chat.setEmail('ana@example.com');
  chat.send('Hello');
  await settle();
  assert.deepEqual([posts, chat.shown()], [[], ['Hello: failed']]);
  assert.match(warned.join(), /is not an address for HTTP/);
});

test('after a reload draft and address are there; what may have arrived is sent again by a press only; another form gets nothing of it', async (t) => {
  const { visit, posts } = openForm(t, () => new Promise(() => {}));
  const first = visit();
  first.open();
  first.setEmail('ana@example.com');
  first.send('Please call me');
  first.setDraft('And please');
  first.close();

  const other = visit({ transport: 'form', url: '/jobs' }, '/jobs');
  assert.deepEqual([other.email(), other.draft(), other.shown(), other.byItself], ['', '', [], false]);
  other.close();

  const again = visit();
  assert.deepEqual(
    [again.email(), again.draft(), again.shown(), again.byItself],
    ['ana@example.com', 'And please', ['Please call me: failed'], false],
  );
  again.open();
  await settle();
  assert.equal(posts.length, 1);

  again.forget();
  assert.deepEqual([again.email(), again.draft(), again.shown()], ['', '', []]);
  assert.deepEqual([visit().email(), visit().draft()], ['', '']);
});
