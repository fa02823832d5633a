// The folder for people without a bundler: whole, the same each time, and what its README says is true.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { shippedFiles } from '../../script/measure.mjs';

/** @type {{ version: string }} */
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const [one, other] = ['a', 'b'].map((name) => mkdtempSync(join(tmpdir(), `earshot-release-${name}-`)));
after(() => [one, other].forEach((folder) => rmSync(String(folder), { recursive: true, force: true })));
for (const into of [one, other]) execFileSync('script/release', [String(into)]);
const zip = join(String(one), `earshot-${version}.zip`);
const folder = join(String(one), version);
/** @param {string} file */
const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

test('it holds every file that a page may load, as it was built, and the notices', () => {
  const here = /** @type {string[]} */ (readdirSync(folder, { recursive: true }));
  for (const file of shippedFiles('dist')) {
    const name = file.replace('dist/', '');
    if (!/^npm|^texts\/.*mjs$/.test(name))
      assert.deepEqual(readFileSync(join(folder, name)), readFileSync(file), name);
  }
  for (const file of ['LICENSE', 'THIRD-PARTY-NOTICES.md', 'README.md', 'script-src.txt'])
    assert.ok(here.includes(file), file);
  assert.deepEqual(
    here.filter((file) => file.startsWith('npm')),
    [],
  );
});

test('the zip holds the folder, under its version, and nothing else', () => {
  const listed = execFileSync('unzip', ['-Z1', zip], { encoding: 'utf8' }).trim().split('\n').sort();
  const files = /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
    .filter((file) => /\.\w+$|LICENSE$/.test(file))
    .map((file) => `${version}/${file}`)
    .sort();
  assert.deepEqual(listed, files);
  execFileSync('unzip', ['-tqq', zip]);
});

test('twice made it is the same', () =>
  assert.equal(hashOf(zip), hashOf(join(String(other), `earshot-${version}.zip`))));

test('the lines for a page name the hash of the file that they load', () => {
  const lines = [
    ...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(
      /src="\/earshot\/[\d.]+\/([\w.-]+)"[^>]*integrity="([^"]+)"/g,
    ),
  ];
  assert.deepEqual(
    lines.map(([, file]) => file),
    ['earshot.js', 'earshot-all.js'],
  );
  for (const [, file, integrity] of lines) assert.equal(integrity, hashOf(join(folder, String(file))));
});
