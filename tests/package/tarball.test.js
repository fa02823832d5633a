// What npm would publish: whole, nothing else, and only of the version that package.json says.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { test } from 'node:test';

const QUIET = ['--offline', '--loglevel=error', '--cache', join(tmpdir(), 'earshot-npm')];
const pack = JSON.parse(readFileSync('package.json', 'utf8'));
/** @type {[{ files: { path: string }[] }]} */
const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts', ...QUIET], { encoding: 'utf8' }),
);
const packed = files.map(({ path }) => path);

/** @param {string} name */
const text = (name) => readFileSync(name, 'utf8');

test('what package.json names is packed', () => {
  /** @type {string[]} */
  const named = [pack.main, pack.types, ...pack.sideEffects];
  for (const target of Object.values(pack.exports)) {
    if (typeof target === 'string') named.push(target);
    else named.push(.../** @type {string[]} */ (Object.values(target)));
  }
  for (const name of named) {
    const pattern = new RegExp(`^${name.replace('./', '').replaceAll('.', '\\.').replace('*', '[^/]+')}$`);
    assert.ok(
      packed.some((path) => pattern.test(path)),
      name,
    );
  }
});

test('what the packed files load or import is packed', () => {
  let found = 0;
  for (const path of packed.filter((name) => /\.(m?js|d\.ts)$/.test(name))) {
    for (const [, wanted = ''] of text(path).matchAll(/(?:new URL\(|import\(|from ?)["'](\.[^"']+)["']/g)) {
      const target = posix.join(
        dirname(path),
        path.endsWith('.d.ts') ? wanted.replace(/\.js$/, '.d.ts') : wanted,
      );
      assert.ok(packed.includes(target), `${path} names ${wanted}`);
      found += 1;
    }
  }
  assert.ok(found > 10);
});

test('nothing else is packed than what was built and what is to be read', () => {
  const others = packed.filter((path) => !path.startsWith('dist/'));
  assert.deepEqual(others.sort(), [
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY-NOTICES.md',
    'package.json',
  ]);
});

test('a bundler may leave out no file that does something when it runs', () => {
  // Packs of sentences only give a value.
  for (const path of packed.filter((name) => /\.m?js$/.test(name) && !name.startsWith('dist/texts/')))
    assert.ok(pack.sideEffects.includes(`./dist/*.${path.split('.').at(-1)}`), path);
});

/** A package of which this much was built. @param {import('node:test').TestContext} t @param {Record<string, string>} built */
function tryToPack(t, built) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-prepack-'));
  t.after(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'dist'));
  mkdirSync(join(folder, 'script'));
  for (const file of ['package.json', 'script/prepack']) cpSync(file, join(folder, file));
  for (const [file, content] of Object.entries(built)) writeFileSync(join(folder, 'dist', file), content);
  return spawnSync('npm', ['pack', '--dry-run', ...QUIET], { cwd: folder, encoding: 'utf8' });
}

const names = [
  'earshot.js',
  'earshot.mjs',
  'npm.mjs',
  'earshot-core.wasm',
  'earshot-core-js.js',
  'earshot.d.ts',
];
const whole = Object.fromEntries(names.map((file) => [file, `/*! Earshot ${pack.version}, MIT */\n`]));

test('npm packs what was built', (t) => assert.equal(tryToPack(t, whole).status, 0));

for (const [what, built, why] of /** @type {[string, Record<string, string>, RegExp][]} */ ([
  ['nothing was built', {}, /^script\/prepack: dist\/earshot\.js is missing; run script\/build first\.$/m],
  [
    'an older version was built',
    { ...whole, 'npm.mjs': '/*! Earshot 0.0.9, MIT */\n' },
    new RegExp(
      `^script/prepack: dist/npm\\.mjs is not of version ${pack.version}; run script/build first\\.$`,
      'm',
    ),
  ],
])) {
  test(`npm packs nothing where ${what}, and says why in one sentence`, (t) => {
    const { status, stderr } = tryToPack(t, built);
    assert.equal(status, 1);
    assert.match(stderr, why);
  });
}
