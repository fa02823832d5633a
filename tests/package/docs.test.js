// The documents name everything that crosses the border, as the core prints it, and their links lead somewhere.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { runInNewContext, Script } from 'node:vm';
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

test('docs/chat-handover.md: each line opens the chat of its product, and only where that is there', () => {
  const text = readFileSync('docs/chat-handover.md', 'utf8');
  const [, pattern = ''] =
    /```js\n(document\.addEventListener\('earshot-handover', \(event\)[^]*?)```/.exec(text) ?? [];
  const rows = [...text.matchAll(/^\| ([^|]+) \| `(globalThis[^`]+)` \| `([^`]+)` \|$/gm)];
  assert.ok(rows.length >= 10);
  for (const [, product = '', there = '', opens = ''] of rows) {
    const lines = pattern.replace('globalThis.Intercom', there).replace("Intercom('show')", opens);
    /** @param {boolean} loaded */
    const handOver = (loaded) => {
      /** @type {unknown[][]} */
      const calls = [];
      /** Any function, and any object, that keeps how it is called. @type {(...given: unknown[]) => void} */
      const call = (...given) => void calls.push(given);
      const product = new Proxy(call, {
        get: (_, name) => (name === 'call' || name === 'push' ? call : product),
      });
      const [, name = ''] = /^globalThis\.([$\w]+)/.exec(there) ?? [];
      let prevented = false;
      const document = {
        addEventListener: (/** @type {string} */ type, /** @type {(event: object) => void} */ listener) => {
          assert.equal(type, 'earshot-handover');
          listener({ preventDefault: () => void (prevented = true) });
        },
      };
      runInNewContext(lines, { document, ...(loaded && { [name]: product }) });
      return [calls.length, prevented];
    };
    assert.deepEqual(handOver(true), [1, true], product);
    assert.deepEqual(handOver(false), [0, false], product);
  }
});

test('every script in docs/chat-handover.md can be read', () => {
  const text = readFileSync('docs/chat-handover.md', 'utf8');
  const scripts = [...text.matchAll(/```js\n([^]*?)```/g)].map(([, script = '']) => script);
  assert.equal(scripts.length, 2);
  for (const script of scripts) assert.doesNotThrow(() => new Script(script));
  for (const [, config = ''] of text.matchAll(/data-config='([^']*)'/g)) {
    const line = JSON.stringify({ config: JSON.parse(config) });
    const answer = execFileSync('build/native/earshot', ['replay', '--wire', '-'], {
      encoding: 'utf8',
      input: line,
    });
    assert.match(answer, /"problems":\[\]/, config);
  }
});
