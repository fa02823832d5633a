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
