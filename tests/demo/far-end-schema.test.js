// The schema and the document name every word that a message can hold, and no other.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { wordsOf } from '../../script/words.mjs';
import { GROUPS } from '../../demo-site/call/far-end-words.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('docs/far-end.schema.json'));
const page = read('docs/far-end.md');

for (const [type, listed] of /** @type {[string, string[]][]} */ ([
  ['Orb', schema.$defs.state.enum],
  ['Medium', schema.$defs.medium.properties.state.enum],
  ['Cause', schema.$defs.cause.enum],
])) {
  test(`the schema lists every ${type}`, () => assert.deepEqual(listed, wordsOf(type)));
}

test('the members are those of the type', () => {
  const [, type = ''] = /type FarEndMessage = \{([^]*?)\n\};/.exec(read('js-glue/answers.d.ts')) ?? [];
  const members = [...type.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
  assert.deepEqual(schema.required, members);
  assert.deepEqual(Object.keys(schema.properties), members);
});

test('the page has words for every state, and for every cause that keeps the visitor from being heard', () => {
  const { fine, unsaid, frozen, starting, ...said } = GROUPS; // nothing to say, said in general, the camera's
  for (const name of [...wordsOf('Orb'), ...wordsOf('Medium'), ...Object.values(said).flat()])
    assert.ok(page.includes(`\`${name}\``), name);
});

test('the message shown on the page is one of these', () => {
  const shown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
  assert.deepEqual(Object.keys(shown), schema.required);
  assert.ok(wordsOf('Orb').includes(shown.state));
  for (const { state, cause } of [shown.microphone, shown.camera])
    assert.ok(wordsOf('Medium').includes(state) && wordsOf('Cause').includes(cause));
});
