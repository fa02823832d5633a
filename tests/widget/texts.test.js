import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { certain } from '../certain.js';
import { wordsOf } from '../../script/words.mjs';
import { LANGUAGES } from '../../widget/languages.js';

/** @param {string} path */
const read = (path) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
/** @type {Record<string, string>} */
const english = JSON.parse(read('../../widget/texts/en.json'));
const groups = ['Title', 'Step', 'Action', 'Label'].map(
  (type) => /** @type {const} */ ([type, wordsOf(type)]),
);

for (const [type, ids] of groups) {
  test(`every ${type.toLowerCase()} has a sentence`, () => {
    assert.notEqual(ids.length, 0);
    for (const id of ids) assert.match(english[id] ?? '', /\S/, id);
  });
}

test('no sentence is left over, and no id means two things', () => {
  const ids = groups.flatMap(([, each]) => each);
  assert.deepEqual(
    Object.keys(english).filter((id) => !ids.includes(id)),
    [],
  );
  assert.equal(new Set(ids).size, ids.length);
});

test('titles and steps are whole sentences, without an exclamation mark and short enough to take in', () => {
  for (const id of [...wordsOf('Title'), ...wordsOf('Step')]) {
    const sentence = certain(english[id], id);
    assert.match(sentence, /^[A-Z].*(\.|…|https:\/\/)$/, id);
    assert.doesNotMatch(sentence, /!|error|fail|sorry|invalid|please try/i, id);
    assert.ok(sentence.length <= 120, `${id}: ${sentence.length} characters`);
  }
});

const files = readdirSync(fileURLToPath(new URL('../../widget/texts/', import.meta.url))).map((name) =>
  name.replace('.json', ''),
);
/** @type {[string, Record<string, string>][]} */
const packs = files.map((language) => [language, JSON.parse(read(`../../widget/texts/${language}.json`))]);
const holes = (/** @type {string} */ sentence) =>
  [...sentence.matchAll(/\{\w*\}/g)].map(([hole]) => hole).sort();

test('every pack is one that a visitor can be given', () => {
  assert.deepEqual(
    files.filter((language) => !LANGUAGES.includes(language)),
    [],
  );
});

for (const [language, texts] of packs) {
  test(`${language}: no sentence is missing or left over, and each has the placeholders of the English one`, () => {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(english).sort());
    for (const [id, sentence] of Object.entries(texts))
      assert.deepEqual(holes(sentence), holes(english[id] ?? ''), id);
  });

  test(`${language}: sentences are text, without markup, and none stands alone in two lines`, () => {
    for (const [id, sentence] of Object.entries(texts)) {
      assert.match(sentence, /\S/, id);
      assert.doesNotMatch(sentence, /<\w|&\w+;|\n|^\s|\s$|[!！]/, id);
    }
  });

  test(`${language}: the steps that name a button name it as the button does`, () => {
    for (const [step, action] of /** @type {const} */ ([
      ['press_try_again', 'try_again'],
      ['press_reload', 'reload'],
      ['press_turn_on_camera', 'enable_camera'],
    ])) {
      assert.ok(certain(texts[step]).includes(certain(texts[action])), texts[step]);
    }
  });
}

test('an Arabic sentence begins with an Arabic letter, so that its direction is clear', () => {
  const [, arabic = {}] = packs.find(([language]) => language === 'ar') ?? [];
  for (const [id, sentence] of Object.entries(arabic))
    assert.match(sentence.match(/\p{L}/u)?.[0] ?? '', /\p{Script=Arabic}/u, id);
});
