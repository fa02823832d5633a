// Bytes that travel, as exact numbers: a change of size is a change that somebody made on purpose.
// UPDATE_SIZES=1 writes the new ones; say in the commit what they bought. Compressed by Debian's gzip and brotli (see
// script/measure.mjs); the core's raw bytes are those of Debian 12's Emscripten.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { test } from 'node:test';
import { shippedFiles, sizesOf } from '../../script/measure.mjs';

const RECORD = 'tests/package/sizes.json';
const GLUE = 'build/emscripten-glue.mjs'; // Emscripten's part of the scripts, minified by itself

/** @typedef {ReturnType<typeof sizesOf>} Sizes */
/** @type {Record<string, Sizes>} */
const now = Object.fromEntries(shippedFiles('dist').map((file) => [relative('dist', file), sizesOf(file)]));
const glue = sizesOf(GLUE);

if (process.env.UPDATE_SIZES) {
  const rows = Object.entries(now).map(
    ([file, sizes]) => `  ${JSON.stringify(file)}: ${JSON.stringify(sizes).replace(/([:,])/g, '$1 ')}`,
  );
  writeFileSync(RECORD, `{\n${rows.join(',\n')}\n}\n`);
}

/** @type {Record<string, Sizes>} */
const recorded = JSON.parse(readFileSync(RECORD, 'utf8'));

test('brotli and gzip are installed', () =>
  assert.ok(glue.gzip !== null && glue.brotli !== null, 'apt-get install gzip brotli'));

test('every shipped file has a recorded size, and no other has', () => {
  assert.deepEqual(Object.keys(now).sort(), Object.keys(recorded).sort());
});

for (const [file, sizes] of Object.entries(now)) {
  test(`${file} is as big as it was`, () => assert.deepEqual(sizes, recorded[file]));
}

/** What a visitor loads before a call in English, and other promises of the documentation. Bytes after brotli. */
const MOST = {
  'the first file': [6_000, ['earshot.js']],
  'a voice start in English': [70_000, ['earshot.js', 'earshot-live.js', 'earshot-core.wasm']],
  'the core': [40_000, ['earshot-core.wasm']],
};
for (const [what, [most, files]] of Object.entries(MOST)) {
  test(`${what} is at most ${most} bytes`, () => {
    const bytes = /** @type {string[]} */ (files).map((file) => now[file]?.brotli ?? Number.NaN);
    assert.ok(bytes.reduce((sum, each) => sum + each, 0) <= Number(most), `${files}: ${bytes}`);
  });
}
test("Emscripten's JavaScript is at most 5500 bytes", () => assert.ok((glue.brotli ?? Number.NaN) <= 5500));
