// The schema and the document name every word that a message can hold, and no other.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GROUPS } from '../../demo-site/call/far-side-words.js';

const read = (/** @type {string} */ path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const contract = read('js-glue/contract.js');
const schema = JSON.parse(read('docs/far-side.schema.json'));
const page = read('docs/far-side.md');
/** @param {string} type */
const namesOf = (type) => [...(contract.match(new RegExp(`@typedef \\{([^}]*)\\} ${type}\\b`))?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '');

for (const [type, listed] of /** @type {[string, string[]][]} */ ([
  ['Orb', schema.$defs.state.enum], ['Medium', schema.$defs.medium.properties.state.enum], ['Cause', schema.$defs.cause.enum],
])) {
  test(`the schema lists every ${type}`, () => assert.deepEqual(listed, namesOf(type)));
}

test('the members are those of the contract', () => {
  const type = /\{\{ (earshot: 1,[^]*?)\}\} FarSideMessage/.exec(contract)?.[1] ?? '';
  const members = [...type.replace(/\{[^}]*\}/g, '').matchAll(/(\w+):/g)].map(([, name]) => name);
  assert.deepEqual(schema.required, members);
  assert.deepEqual(Object.keys(schema.properties), members);
});

test('the page has words for every state, and for every cause that keeps the visitor from being heard', () => {
  const { fine, unsaid, frozen, ...said } = GROUPS; // nothing to say, said in general, the camera's
  for (const name of [...namesOf('Orb'), ...namesOf('Medium'), ...Object.values(said).flat()]) assert.ok(page.includes(`\`${name}\``), name);
});

test('the message shown on the page is one of these', () => {
  const shown = JSON.parse(/```json\n([^]*?)```/.exec(page)?.[1] ?? '');
  assert.deepEqual(Object.keys(shown), schema.required);
  assert.ok(namesOf('Orb').includes(shown.state));
  for (const { state, cause } of [shown.microphone, shown.camera]) assert.ok(namesOf('Medium').includes(state) && namesOf('Cause').includes(cause));
});
