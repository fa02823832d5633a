// The words of js-glue/contract.js are compared with those the core prints. Neither is generated, and neither can drift.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { inPlaceOf } from '../../js-glue/refusals.js';

/** @type {Record<string, string[]>} */
const vocabulary = JSON.parse(execFileSync('build/native/earshot', ['vocabulary'], { encoding: 'utf8' }));
const contract = readFileSync('js-glue/contract.js', 'utf8');

/** Type name -> its definition. @type {Map<string, string>} */
const definitions = new Map(contract.split('@typedef').slice(1).map((chunk) => {
  const [, definition = '', name = ''] = /^\s*(\{[^]*\}) (\w+)/.exec(chunk.split('*/')[0]) ?? [];
  return [name, definition];
}));

/** @param {string} text */
const quoted = (text) => [...text.matchAll(/'([\w-]*)'/g)].map(([, name]) => name);
/** The names in `fact: 'a' | 'b'`. @param {string} definition @param {string} member */
const discriminants = (definition, member) =>
  [...definition.matchAll(new RegExp(`${member}: ('\\w+'(?:\\s*\\|\\s*'\\w+')*)`, 'g'))].flatMap(([, names]) => quoted(names));

// Clues and refusals reach the page as plain text, for the site's owner to read.
const TEXT_ONLY = ['Clue', 'Refusal'];
for (const [type, names] of Object.entries(vocabulary)) {
  if (TEXT_ONLY.includes(type)) continue;
  test(`contract.js names every ${type} that the core knows, and no other`, () => {
    const definition = definitions.get(type) ?? '';
    const member = { Fact: 'fact', Effect: 'effect' }[type];
    const written = member ? discriminants(definition, member) : quoted(definition);
    assert.deepEqual(written.sort(), [...names].sort());
  });
}

const { Title, Step, Action, Label } = vocabulary;
for (const file of readdirSync('widget/texts')) {
  test(`widget/texts/${file} has a sentence for every title, step, action and label, and no other`, () => {
    /** @type {Record<string, string>} */
    const texts = JSON.parse(readFileSync(`widget/texts/${file}`, 'utf8'));
    assert.deepEqual(Object.keys(texts).sort(), [...Title, ...Step, ...Action, ...Label].sort());
    for (const [id, text] of Object.entries(texts)) assert.ok(typeof text === 'string' && text.trim() !== '', id);
  });
}

test('every fact that answers a request has a plain failure that can be told in its place', () => {
  const answers = (definitions.get('Fact') ?? '').split('{ fact: ').filter((fact) => fact.includes('request: number')).flatMap((fact) => quoted(fact.split(',')[0]));
  assert.ok(answers.includes('request_opened') && answers.includes('recovery_failed'));
  for (const fact of answers) assert.ok(inPlaceOf({ fact, request: 1 }), fact);
});

test('no id means two things', () => {
  const ids = [...Title, ...Step, ...Action, ...Label];
  assert.deepEqual(ids.filter((id, n) => ids.indexOf(id) !== n), []);
});
