// The words that both sides use are those that the core prints, and there is a sentence for each that
// visitors read.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inPlaceOf } from '../../js-glue/refused-facts.js';
import { WORDS_FILE, readVocabulary, wordsFile, wordsOf } from '../../script/words.mjs';

const vocabulary = readVocabulary();

test('js-glue/words.d.ts is what script/words.mjs makes of the words of the core', () => {
  assert.equal(readFileSync(WORDS_FILE, 'utf8'), wordsFile(vocabulary), 'run: node script/words.mjs');
});

// Clues and refusals reach the page as plain text, for the site's owner to read.
const TEXT_ONLY = ['Clue', 'Refusal'];
for (const [type, names] of Object.entries(vocabulary)) {
  if (TEXT_ONLY.includes(type)) continue;
  test(`js-glue/words.d.ts names every ${type} that the core knows, and no other`, () => {
    assert.deepEqual(wordsOf({ Fact: 'FactName', Effect: 'EffectName' }[type] ?? type), names);
  });
}

/**
 * The names of the table in one of the declaration files, with what each holds.
 * @param {string} file
 * @param {string} table
 */
function members(file, table) {
  const [, body = ''] =
    new RegExp(`interface ${table} \\{\\n([^]*?)\\n\\}`).exec(readFileSync(file, 'utf8')) ?? [];
  return new Map(
    body
      .split(/^ {2}(?=\w)/m)
      .slice(1)
      .map((entry) => [entry.slice(0, entry.indexOf(':')), entry]),
  );
}

for (const [type, file] of /** @type {const} */ ([
  ['Fact', 'js-glue/facts.d.ts'],
  ['Effect', 'js-glue/effects.d.ts'],
])) {
  test(`${file} has the members of every ${type} that the core knows, and of no other`, () => {
    assert.deepEqual(
      [...members(file, `${type}Members`).keys()].sort(),
      [...(vocabulary[type] ?? [])].sort(),
    );
  });
}

const { Title = [], Step = [], Action = [], Label = [] } = vocabulary;
for (const file of readdirSync('widget/texts')) {
  test(`widget/texts/${file} has a sentence for every title, step, action and label, and no other`, () => {
    /** @type {Record<string, string>} */
    const texts = JSON.parse(readFileSync(`widget/texts/${file}`, 'utf8'));
    assert.deepEqual(Object.keys(texts).sort(), [...Title, ...Step, ...Action, ...Label].sort());
    for (const [id, text] of Object.entries(texts))
      assert.ok(typeof text === 'string' && text.trim() !== '', id);
  });
}

test('every fact that answers a request has a plain failure that can be told in its place', () => {
  const answers = [...members('js-glue/facts.d.ts', 'FactMembers')]
    .filter(([, text]) => text.includes('request: number'))
    .map(([fact]) => fact);
  assert.ok(answers.includes('request_opened') && answers.includes('recovery_failed'));
  for (const fact of answers) assert.ok(inPlaceOf({ fact, request: 1 }), fact);
});

test('no id means two things', () => {
  const ids = [...Title, ...Step, ...Action, ...Label];
  assert.deepEqual(
    ids.filter((id, n) => ids.indexOf(id) !== n),
    [],
  );
});

test('a word that the core does not have is not explained', () => {
  const { Orb, ...fewer } = vocabulary;
  assert.ok(Orb);
  assert.throws(() => wordsFile(fewer), /Orb/);
});
