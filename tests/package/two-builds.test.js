// Built once more from nothing, in another folder, another language and another time zone, it is the same to the byte: core and dist/.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, before, test } from 'node:test';

const SOURCES = [
  'CMakeLists.txt',
  'CMakePresets.json',
  'js-glue',
  'package.json',
  'script',
  'wasm',
  'widget',
];
const CORE = ['earshot-core.wasm', 'earshot-core.mjs', 'earshot-core-js.js'];
const WHY = 'was built from other sources (run script/build), or the build depends on where and when it runs';

const other = mkdtempSync(join(tmpdir(), 'earshot-built-elsewhere-'));
after(() => rmSync(other, { recursive: true, force: true }));

before(() => {
  for (const source of SOURCES) cpSync(source, join(other, source), { recursive: true });
  symlinkSync(resolve('node_modules'), join(other, 'node_modules'));
  execFileSync(join(other, 'script/build'), ['pages'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TZ: 'Pacific/Chatham', LC_ALL: 'C', SOURCE_DATE_EPOCH: '1' },
  });
});

/** @param {string} folder */
const filesIn = (folder) =>
  /** @type {string[]} */ (readdirSync(folder, { recursive: true }))
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();

test('the core is the same', () => {
  for (const file of CORE) {
    const [ours, theirs] = [`build/wasm/${file}`, join(other, 'build/wasm', file)];
    assert.ok(readFileSync(ours).equals(readFileSync(theirs)), `${ours} ${WHY}`);
  }
});

test('dist/ has the same files, and each is the same', () => {
  const files = filesIn('dist');
  assert.ok(files.includes('earshot.js') && files.includes('earshot-core.wasm'));
  assert.deepEqual(filesIn(join(other, 'dist')), files);
  for (const file of files)
    assert.ok(
      readFileSync(join('dist', file)).equals(readFileSync(join(other, 'dist', file))),
      `dist/${file} ${WHY}`,
    );
});
