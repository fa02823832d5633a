#!/usr/bin/env node
// Writes js-glue/words.d.ts: every word that crosses between the core and the page, as the core itself
// prints them. tests/glue/contract.test.js fails where the file is another one.
//   node script/words.mjs       after a change of the words in C++, and a build
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const WORDS_FILE = join(root, 'js-glue/words.d.ts');

/** Clues and refusals reach the page as plain text, for the site's owner to read. */
const TEXT_ONLY = ['Clue', 'Refusal'];

/** A fact has a name and members: facts.d.ts adds those. */
const NAMES = new Map([
  ['Fact', 'FactName'],
  ['Effect', 'EffectName'],
]);

/** What the words alone do not say. @type {Record<string, string>} */
const COMMENTS = {
  Fact: 'What happened: the member `fact` of each of facts.d.ts.',
  Effect: 'What the core orders: the member `effect` of each of effects.d.ts.',
  Capability: 'What a browser grants. `notifications`: a permission only.',
  MediaKind: 'What can be captured.',
  Permission: '`unknown`: this browser cannot say.',
  Engine: 'What renders the page; it decides what a fact means.',
  Browser: 'Whose menus the words and pictures describe.',
  Os: 'Whose settings they describe.',
  RecoveryElement: 'The elements by which this browser lifts a block inside the page.',
  AddressBar: 'Where a browser keeps its icons. `none`: a side panel, an extension’s window.',
  FarEnd: 'What the host knows of it.',
  Action: 'What a visitor can press.',
  Phase: 'Where the session is; docs/states.md has the whole table.',
  Orb: 'What the round button shows.',
  Medium: 'What one kind of media is doing now.',
  Recovery: "The browser's own element that lifts a block inside the page.",
  WayOut: "Out of another app's web view, into a real browser.",
  Notice: '`off`: the site shows no notifications.',
  HostEvent:
    'What the page around the widget is told; the element adds `earshot-`, and a hyphen for the underscore.',
  Pointer: 'The window edge where this browser asks.',
  Picture: 'A drawing of the place to press.',
  Confidence: 'How sure a verdict is.',
  AudioContextWord: 'The states of an AudioContext that mean something to a call.',
  MediaSessionWord: 'Mute buttons outside of the page, by the name that the Media Session API gives them.',
  Title: 'The one sentence that says what is going on.',
  Step: 'One line of what to do.',
  Label: "Words of the widget's own furniture, also overridable in `config.texts`.",
  Cause: 'Why a kind of media cannot be had: docs/diagnostics.md has a section for each.',
};

const HEAD = `// Generated: node script/words.mjs writes this from what \`build/native/earshot vocabulary\` prints.
// Every word that crosses between the core and the page, by its type. Each set of them is a closed list.
`;

const WIDTH = 110;

/** Wraps between words, as many to a line as fit. @param {string} name @param {readonly string[]} words */
function typeOf(name, words) {
  const parts = words.map((word) => `'${word}'`);
  const line = `export type ${name} = ${parts.join(' | ')};`;
  if (line.length <= WIDTH) return line;
  const lines = [`export type ${name} =`];
  let current = ' ';
  for (const part of parts) {
    if (current.length + part.length + 4 > WIDTH) {
      lines.push(current);
      current = ' ';
    }
    current += ` | ${part}`;
  }
  return [...lines, `${current};`].join('\n');
}

/** The whole file. @param {Record<string, string[]>} vocabulary */
export function wordsFile(vocabulary) {
  const stale = Object.keys(COMMENTS).filter((type) => !(type in vocabulary));
  if (stale.length > 0)
    throw new Error(`script/words.mjs explains what the core does not have: ${stale.join(', ')}`);
  const types = Object.entries(vocabulary)
    .filter(([type]) => !TEXT_ONLY.includes(type))
    .map(([type, words]) => {
      const comment = COMMENTS[type] ? `/** ${COMMENTS[type]} */\n` : '';
      return comment + typeOf(NAMES.get(type) ?? type, words);
    });
  return `${[HEAD, ...types].join('\n')}\n`.replace(/;\n(?=export|\/\*\*)/g, ';\n\n');
}

/** @returns {Record<string, string[]>} */
export const readVocabulary = () =>
  JSON.parse(execFileSync(join(root, 'build/native/earshot'), ['vocabulary'], { encoding: 'utf8' }));

/** The words of a type, as the file has them. @param {string} type @returns {string[]} */
export function wordsOf(type) {
  const [, words = ''] =
    new RegExp(`^export type ${type} =([^;]*);`, 'm').exec(readFileSync(WORDS_FILE, 'utf8')) ?? [];
  return [...words.matchAll(/'([\w-]*)'/g)].map(([, word = '']) => word);
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(WORDS_FILE, wordsFile(readVocabulary()));
