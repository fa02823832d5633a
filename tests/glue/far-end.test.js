// What the far end is told, by every run that is kept as a trace, is what docs/far-end.schema.json says.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { certain } from '../certain.js';

/** @typedef {{ $ref?: string, const?: unknown, enum?: unknown[], type?: string, required?: string[], properties?: Record<string, Schema> }} Schema */
/** @type {Schema & { $defs: Record<string, Schema> }} */
const schema = JSON.parse(readFileSync('docs/far-end.schema.json', 'utf8'));

/** The little of JSON Schema that ours uses. @param {any} value @param {Schema} rule @param {string} [path] @returns {string[]} */
function faults(value, rule, path = '') {
  if (rule.$ref)
    return faults(value, certain(schema.$defs[rule.$ref.replace('#/$defs/', '')], rule.$ref), path);
  if (rule.const !== undefined) return value === rule.const ? [] : [`${path} is not ${rule.const}`];
  if (rule.enum) return rule.enum.includes(value) ? [] : [`${path} is ${value}`];
  if (rule.type !== typeof value) return [`${path} is no ${rule.type}`];
  const missing = (rule.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${path}/${name} is missing`);
  const strange = Object.keys(value)
    .filter((name) => rule.properties && !(name in rule.properties))
    .map((name) => `${path}/${name} is not described`);
  return [
    ...missing,
    ...strange,
    ...Object.entries(rule.properties ?? {}).flatMap(([name, inner]) =>
      name in value ? faults(value[name], inner, `${path}/${name}`) : [],
    ),
  ];
}

/** @param {string} file */
function messagesIn(file) {
  const { stdout } = spawnSync('build/native/earshot', ['replay', '--wire', file], { encoding: 'utf8' });
  const answers = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return answers.flatMap(({ effects = [] }) =>
    effects
      .filter((/** @type {any} */ { event }) => event === 'message')
      .map((/** @type {any} */ { detail }) => detail),
  );
}

const traces = /** @type {string[]} */ (readdirSync('tests/traces', { recursive: true })).filter((file) =>
  file.endsWith('.jsonl'),
);
const messages = traces.flatMap((trace) => messagesIn(`tests/traces/${trace}`));

test('every message fits the schema, and the schema describes all of it', () => {
  assert.ok(messages.length > 100, `${messages.length} messages`);
  assert.deepEqual([...new Set(messages.flatMap((message) => faults(message, schema)))], []);
});

test('between them they say that somebody is heard, is not, and is texting', () => {
  for (const member of ['heard', 'seen', 'texting']) {
    assert.deepEqual(new Set(messages.map((message) => message[member])), new Set([true, false]), member);
  }
});

test('a message that is none is found out', () => {
  assert.deepEqual(faults({ ...messages[0], state: 'gone', heard: 1, name: 'me', earshot: 2 }, schema), [
    '/name is not described',
    '/earshot is not 1',
    '/state is gone',
    '/heard is no boolean',
  ]);
  assert.deepEqual(faults({}, schema).length, schema.required?.length);
});
