// JSON that is written without the page: as JSON.stringify would, but for what a script has a say in.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toJson, wellFormed } from '../../js-glue/own-json.js';

for (const value of [
  null,
  true,
  0,
  -1.5,
  1e21,
  NaN,
  Infinity,
  '',
  'say "no"\\\n\t\u0000\u2028 é 😀',
  [],
  [1, [2, 'three'], {}, undefined, () => 4],
  {},
  { a: 1, b: undefined, c: () => 3, d: Symbol('e'), 'é"': { f: [null] } },
])
  test(`${JSON.stringify(value)} is read as what it is`, () => {
    assert.deepEqual(JSON.parse(toJson(value) ?? ''), JSON.parse(JSON.stringify(value)));
  });

test('what JSON cannot hold is nothing', () => {
  assert.deepEqual(
    [undefined, () => {}, Symbol('a'), 1n].map((value) => toJson(value)),
    [undefined, undefined, undefined, undefined],
  );
});

test('half a character is a sign in its place, in names too; a whole one stays', () => {
  assert.equal(toJson({ '\ud83d': '😀 \ude00' }), '{"\ufffd":"😀 \ufffd"}');
  assert.equal(wellFormed('a\ud83d😀\ude00b'), 'a\ufffd😀\ufffdb');
});

test('what contains itself throws, and what throws when it is read', () => {
  const endless = /** @type {Record<string, unknown>} */ ({});
  endless.self = endless;
  assert.throws(() => toJson(endless), /circular/);
  assert.throws(
    () =>
      toJson({
        get a() {
          throw new Error('no');
        },
      }),
    /no/,
  );
});

test('neither a toJSON nor a member of every object, nor another Object.keys, has a say', (t) => {
  Object.assign(Object.prototype, { toJSON: () => 'everything', extend: () => {} });
  Object.assign(Array.prototype, { toJSON: () => 'a list' });
  t.mock.method(Object, 'keys', () => ['b']);
  const text = toJson({ a: [1, 'two'], at: new Date(0) });
  for (const name of ['toJSON', 'extend']) Reflect.deleteProperty(Object.prototype, name);
  Reflect.deleteProperty(Array.prototype, 'toJSON');
  assert.equal(text, '{"a":[1,"two"],"at":{}}');
});
