// The documents name everything that crosses the border, as the core prints it, and their links lead somewhere.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { certain } from '../certain.js';

/** @type {Record<string, string[]>} */
const vocabulary = JSON.parse(execFileSync('build/native/earshot', ['vocabulary'], { encoding: 'utf8' }));

for (const [file, types] of /** @type {[string, string[]][]} */ ([
  ['docs/traces.md', ['Fact', 'Effect']],
  ['docs/diagnostics.md', ['Cause', 'Clue']],
])) {
  for (const type of types) {
    test(`${file} names every ${type}`, () => {
      const text = readFileSync(file, 'utf8');
      const left = certain(vocabulary[type], type).filter(
        (name) => name !== 'none' && !text.includes(`\`${name}\``),
      );
      assert.deepEqual(left, []);
    });
  }
}

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'tests/README.md',
  'chat-server/README.md',
  .../** @type {string[]} */ (readdirSync('docs', { recursive: true }))
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

for (const document of documents) {
  test(`${document}: every link to a file leads to one`, () => {
    const links = [...readFileSync(document, 'utf8').matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
      ([, to = '']) => to,
    );
    for (const to of links) assert.ok(existsSync(join(dirname(document), to)), `${document} points to ${to}`);
  });
}

test('docs/states.md names every title, timer and action that a visitor can meet', () => {
  const phases = readFileSync('docs/states.md', 'utf8').split('\n## Times')[0] ?? '';
  /** @param {string} head */
  const listed = (head) =>
    [...phases.matchAll(new RegExp(`^- ${head}: (.*)$`, 'gm'))].flatMap(([, line = '']) => line.split(', '));
  // Only said aloud; offered by no view yet; and second explanations, after tries that failed in the same way: too many for chance.
  const later = [
    'announce_live',
    'switch_device',
    'copy_report',
    'restart_browser_first',
    'blocked_by_administrator',
  ];
  const missing = [
    ...(vocabulary.Title ?? []).filter((title) => !listed('Shows').includes(title) && !later.includes(title)),
    ...(vocabulary.Timer ?? []).filter((timer) => !listed('Timers').includes(timer)),
    ...(vocabulary.Action ?? []).filter(
      (action) => !listed('Offers').includes(action) && !later.includes(action),
    ),
  ];
  assert.deepEqual(missing, []);
});
