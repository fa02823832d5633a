// A site in strict TypeScript installs the package as npm packs it. What is right compiles; what is wrong
// does not.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

// Outside of the project: the compiler would find the package there by its own name.
const site = mkdtempSync(join(tmpdir(), 'earshot-consumer-'));
const FILES = readdirSync('tests/package/consumer');
const MARK = /^\s*\/\/ @ts-expect-error (TS\d+): ./;
const TSC = resolve('node_modules/.bin/tsc');

before(() => {
  const installed = join(site, 'node_modules/earshot');
  mkdirSync(installed, { recursive: true });
  const options = ['--cache', join(site, '.npm'), '--offline', '--loglevel=error'];
  const packed = execFileSync('npm', ['pack', '--pack-destination', site, ...options], { encoding: 'utf8' });
  execFileSync('tar', [
    '-xzf',
    join(site, packed.trim().split('\n').at(-1) ?? ''),
    '-C',
    installed,
    '--strip-components=1',
  ]);
  cpSync('tests/package/consumer', site, { recursive: true });
  writeFileSync(join(site, 'package.json'), JSON.stringify({ type: 'module' }));
});
after(() => rmSync(site, { recursive: true }));

/** With everything that a strict site can turn on. @param {string} module @param {string} resolution */
function compile(module, resolution) {
  const modules = ['--module', module, '--moduleResolution', resolution, '--allowJs', '--checkJs'];
  const exact = ['--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--skipLibCheck', 'false'];
  const page = ['--target', 'es2022', '--lib', 'es2022,dom,dom.iterable', '--types', ''];
  const options = ['--noEmit', '--strict', ...modules, ...exact, ...page];
  const { stdout, stderr } = spawnSync(TSC, [...options, ...FILES], { cwd: site, encoding: 'utf8' });
  return stdout + stderr;
}

test('a bundler finds the types, what is right compiles, and what is wrong does not', () => {
  assert.equal(compile('esnext', 'bundler'), '');
});

test('so it is where modules are found as Node finds them', () => {
  assert.equal(compile('nodenext', 'nodenext'), '');
});

test('what is wrong is wrong for the reason that stands beside it', () => {
  /** @type {string[]} */
  const expected = [];
  for (const file of FILES) {
    const lines = readFileSync(join(site, file), 'utf8').split('\n');
    lines.forEach((line, at) => {
      const code = MARK.exec(line)?.[1];
      if (code) expected.push(`${file}:${at + 2} ${code}`); // the line after, and the first one is 1
    });
    writeFileSync(join(site, file), lines.map((line) => (MARK.test(line) ? '' : line)).join('\n'));
  }
  const errors = compile('esnext', 'bundler').matchAll(/^([\w.-]+)\((\d+),\d+\): error (TS\d+)/gm);
  assert.deepEqual(
    [...errors].map(([, file, line, code]) => `${file}:${line} ${code}`),
    expected,
  );
  assert.ok(expected.length > 40);
});
