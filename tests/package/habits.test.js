// What keeps the house in order is there: the commands that others name, and a lint that finds something.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';

const CI = '.github/workflows/ci.yml';
const ci = readFileSync(CI, 'utf8');
/** @type {{ scripts: Record<string, string>, devDependencies: Record<string, string> }} */
const pack = JSON.parse(readFileSync('package.json', 'utf8'));
const ciCommands = [...ci.matchAll(/^ *-? run: (.*)$/gm)].map(([, command = '']) => command);

/** The parts of script/test. */
const parts = [...readFileSync('script/test', 'utf8').matchAll(/^([a-z_]+)\(\) \{ # /gm)].map(
  ([, part = '']) => part,
);

/** What a script may be told, where it is told anything. @type {Record<string, string[]>} */
const WORDS = { 'script/test': ['fast', ...parts], 'script/lint': ['all', 'fix'] };

for (const [place, commands] of /** @type {[string, string[]][]} */ ([
  ['package.json', Object.values(pack.scripts)],
  [CI, ciCommands],
])) {
  test(`${place} runs scripts that are there, with words that they know`, () => {
    assert.ok(commands.length > 4);
    for (const command of commands) {
      const [script = '', ...words] = command.split(' ');
      assert.match(script, /^script\/\w+$/);
      assert.ok(existsSync(script), command);
      for (const word of words) assert.ok(WORDS[script]?.includes(word), command);
    }
  });
}

test(`what script/test does, ${CI} does in one of its jobs`, () => {
  const [, all] = /^all=\((.*)\)$/m.exec(readFileSync('script/test', 'utf8')) ?? [];
  const [, fast] = /^fast=\((.*)\)$/m.exec(readFileSync('script/test', 'utf8')) ?? [];
  const done = `${ciCommands.join(' ')} ${fast}`.split(' ');
  assert.deepEqual(
    all?.split(' ').filter((part) => !done.includes(part)),
    [],
  );
});

test(`${CI} may only read, and names the actions of others by their commits`, () => {
  assert.match(ci, /^permissions:\n {2}contents: read\n\n/m);
  assert.doesNotMatch(ci, /: write\b/);
  for (const [, action = ''] of ci.matchAll(/uses: (.*)/g)) assert.match(action, /@[0-9a-f]{40} # v\d/);
});

test('every script begins with what it does', () => {
  for (const name of readdirSync('script').filter((name) => !name.endsWith('.json'))) {
    const [first, ...more] = readFileSync(`script/${name}`, 'utf8').split('\n');
    assert.match((first?.startsWith('#!') ? more[0] : first) ?? '', /^(#|\/\/|\/\*\*) \w/, name);
  }
});

test('packages from npm are there in one exact version', () => {
  for (const [name, version] of Object.entries(pack.devDependencies))
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

/** @type {{ what: string, command: string[], bad: string, good: string }[]} */
const FINDS = [
  {
    what: 'JavaScript in another form',
    command: [resolve('node_modules/.bin/biome'), 'check', '--error-on-warnings', 'draft.js'],
    bad: 'export const word = "spoken"\n',
    good: "export const word = 'spoken';\n",
  },
  {
    what: 'a promise that nobody waits for',
    command: [resolve('node_modules/.bin/biome'), 'check', '--error-on-warnings', 'draft.js'],
    bad: 'async function send() {}\n\nexport function press() {\n  send();\n}\n',
    good: 'async function send() {}\n\nexport function press() {\n  void send();\n}\n',
  },
  {
    what: 'C++ in another form',
    command: ['clang-format-14', '--dry-run', '--Werror', 'draft.cpp'],
    bad: 'int  word( ) { return 1 ; }\n',
    good: 'int word() { return 1; }\n',
  },
];

for (const { what, command, bad, good } of FINDS) {
  test(`lint finds ${what}`, (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'earshot-lint-'));
    t.after(() => rmSync(folder, { recursive: true }));
    for (const rules of ['biome.jsonc', '.clang-format']) copyFileSync(rules, join(folder, rules));
    const [program = '', ...words] = command;
    const statusOf = (/** @type {string} */ text) => {
      writeFileSync(join(folder, words.at(-1) ?? ''), text);
      const { status, error } = spawnSync(program, words, { cwd: folder });
      assert.ifError(error);
      return status;
    };
    assert.equal(statusOf(good), 0);
    assert.equal(statusOf(bad), 1);
  });
}
