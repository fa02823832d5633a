// What the chat makes of texts, times and news, without a page.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fillCount } from '../../widget/chat/fill-count.js';
import { piecesOf } from '../../widget/chat/links.js';
import { safeAddress } from '../../widget/chat/safe-address.js';
import { createNews } from '../../widget/chat/news.js';
import { createTimes, together } from '../../widget/chat/times.js';
import { createTrail } from '../../widget/chat/trail.js';
import { reasonFor } from '../../widget/chat/why.js';
import { localeOf } from '../../widget/locale.js';
import { HOSTILE } from '../browser/hostile-texts.js';
import { VIEWS } from './views.js';
/** @import { ChatEntry } from '../../js-glue/chat.js' */

/** @param {string} text */
const links = (text) => piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));

for (const [text, ...found] of /** @type {[string, ...string[]][]} */ ([
  ['nothing here'],
  ['https://example.com', 'https://example.com'],
  ['See https://example.com/a?b=1#c.', 'https://example.com/a?b=1#c'],
  ['(https://example.com/a_(b))', 'https://example.com/a_(b)'],
  ['“https://example.com/x”, she wrote', 'https://example.com/x'],
  ['http://a.example and https://b.example!', 'http://a.example', 'https://b.example'],
  ['mailto:help@example.com, or tel:+4930123456;', 'mailto:help@example.com', 'tel:+4930123456'],
  ['HTTPS://EXAMPLE.COM/', 'HTTPS://EXAMPLE.COM/'],
  ['https://例え.example/パス。', 'https://例え.example/パス'],
  ['javascript:alert(1) data:text/html,x ftp://example.com www.example.com'],
  ['https://bank.example@evil.example/'],
  ['https://example.com/\u202egpj.exe', 'https://example.com/'],
  ['https:// https://[ https://%'],
])) {
  test(`in ${JSON.stringify(text)} the links are ${found.join(' and ') || 'none'}`, () =>
    assert.deepEqual(links(text), found));
}

test('whatever is written, its pieces together are the text, and every link may be followed', () => {
  for (const text of HOSTILE) {
    const pieces = piecesOf(text);
    assert.equal(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join(''), text);
    for (const piece of pieces) {
      if (typeof piece === 'string') continue;
      assert.match(piece.href, /^(https?|mailto|tel):/, text);
      assert.doesNotMatch(piece.text, /[\p{C}\p{Z}]/u, text);
    }
    const address = safeAddress(text, 'https://site.example/');
    assert.ok(address === null || /^(https?|mailto|tel):/.test(address), text);
  }
});

test('a long text of nothing but signs is read in no time, also one as long as a server may send', () => {
  const address = 'https://a.example/';
  for (const signs of [
    'https://',
    '(',
    'https://a(',
    ')',
    'tel:',
    '.',
    `${address}((((`,
    `${address}${')'.repeat(4000)}`,
    `${address}${'.'.repeat(2000)}x${')'.repeat(2000)}`,
    `${address}${').'.repeat(4000)}`,
  ]) {
    const text = signs.repeat(Math.ceil(60_000 / signs.length));
    const began = performance.now();
    piecesOf(text);
    assert.ok(performance.now() - began < 500, `${signs.slice(0, 40)}: ${performance.now() - began} ms`);
  }
});

test('days are called as people call them, and times as the visitor writes them', () => {
  const now = Date.now();
  const english = createTimes('en-GB');
  assert.equal(english.day(now), 'today');
  assert.equal(english.day(new Date(now).setHours(-12)), 'yesterday');
  assert.match(english.clock(now), /^\d{1,2}:\d\d$/);
  assert.match(createTimes('en-US').clock(now), /^\d{1,2}:\d\d\s[AP]M$/);
  assert.equal(createTimes('de').day(now), 'heute');
  assert.match(english.day(now - 20 * 86_400_000), /^\w+,? \d+ \w+$/);
  assert.match(english.day(now - 400 * 86_400_000), /\d{4}$/);
  for (const odd of ['', 'x', 'no such language', '<b>']) assert.match(createTimes(odd).clock(now), /\d/);
});

test('a visitor from Britain writes times as there, also where the words are plain English', () => {
  assert.equal(localeOf('en', ['de-DE', 'en-GB', 'en']), 'en-GB');
  assert.equal(localeOf('ar', ['en']), 'ar');
});

test('what one person writes within minutes belongs together', () => {
  const at = new Date(2026, 10, 21, 23, 58).getTime();
  const one = { from: 'agent', name: 'Ana', at };
  assert.ok(together({ ...one, at: at + 60_000 }, one));
  assert.ok(!together({ ...one, at: at + 180_000 }, one), 'another day');
  assert.ok(!together({ ...one, name: 'Ben' }, one));
  assert.ok(!together({ ...one, at: at - 600_000 }, one));
  assert.ok(!together(one, undefined));
});

test('each message is news once, wherever it takes its place', () => {
  const news = createNews();
  /** @param {string} id @param {'agent' | 'visitor'} [from] */
  const entry = (id, from = 'agent') => /** @type {ChatEntry} */ (/** @type {unknown} */ ({ id, from }));
  const ids = (/** @type {ChatEntry[]} */ entries) => news.take(entries).map(({ id }) => id);
  assert.deepEqual(ids([entry('1'), entry('2')]), ['1', '2']);
  assert.deepEqual(ids([entry('1'), entry('1b'), entry('2'), entry('2', 'visitor')]), ['1b', '2']);
  assert.deepEqual(ids([entry('1'), entry('1b'), entry('2'), entry('2', 'visitor')]), []);
});

test('a number is written in the visitor’s digits, and a text without a place for it stays as it is', () => {
  assert.equal(fillCount('New: {count}', 1234, 'de'), 'New: 1.234');
  assert.equal(fillCount('New', 3, 'en'), 'New');
  assert.equal(fillCount('New: {count}', 3, '<b>'), 'New: 3');
});

test('why there is no voice is what was said last, and forgotten when it is back', () => {
  const trail = createTrail();
  /** @param {import('../../js-glue/answers.js').View} view */
  const why = (view) => reasonFor(trail(view), view);
  assert.equal(why(VIEWS.idle), null);
  assert.equal(why(VIEWS.chatting), null);
  why(VIEWS.blocked);
  assert.equal(why(VIEWS.chatting), 'chat_why_blocked');
  assert.equal(why(VIEWS['chatting-ready']), null);
  assert.equal(why(VIEWS.chatting), null);
  why(VIEWS['blocked-linux']);
  assert.equal(why(VIEWS.chatting), 'chat_why_missing');
  why(VIEWS['blocked-busy']);
  assert.equal(why(VIEWS.chatting), 'chat_why_other');
  why(VIEWS.live);
  assert.equal(why(VIEWS.chatting), null);
  assert.equal(
    why({ ...VIEWS.chatting, microphone: 'blocked' }),
    'chat_why_other',
    'nobody knows since when',
  );
});
