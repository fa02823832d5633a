import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} path */
const read = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
/** @type {Record<string, string>} */
const english = JSON.parse(read('../../widget/texts/en.json'));
const contract = read('../../js-glue/contract.js');

/** @param {string} type */
function idsOf(type) {
  const definition = contract.match(new RegExp(`@typedef \\{([^}]*)\\} ${type} `))?.[1] ?? '';
  return [...definition.matchAll(/'(\w+)'/g)].map(([, id]) => id);
}
const groups = ['Title', 'Step', 'Action', 'Label'].map((type) => /** @type {const} */ ([type, idsOf(type)]));

for (const [type, ids] of groups) {
  test(`every ${type.toLowerCase()} of the contract has a sentence`, () => {
    assert.notEqual(ids.length, 0);
    for (const id of ids) assert.match(english[id] ?? '', /\S/, id);
  });
}

test('no sentence is left over, and no id means two things', () => {
  const ids = groups.flatMap(([, each]) => each);
  assert.deepEqual(Object.keys(english).filter((id) => !ids.includes(id)), []);
  assert.equal(new Set(ids).size, ids.length);
});

test('titles and steps are whole sentences, without an exclamation mark and short enough to take in', () => {
  for (const id of [...idsOf('Title'), ...idsOf('Step')]) {
    const sentence = english[id];
    assert.match(sentence, /^[A-Z].*(\.|…|https:\/\/)$/, id);
    assert.doesNotMatch(sentence, /!|error|fail|sorry|invalid|please try/i, id);
    assert.ok(sentence.length <= 120, `${id}: ${sentence.length} characters`);
  }
});

test('the step that names a button names it as the button does', () => {
  assert.ok(english.press_try_again.includes(english.try_again));
});
