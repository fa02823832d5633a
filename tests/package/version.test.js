// One version, said in package.json: everything else that says one says the same. tests/browser/embedding.test.js asks a page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { VERSION } from '../../js-glue/version.js';

/** @param {string} file */
const versionIn = (file) => JSON.parse(readFileSync(file, 'utf8')).version;
const version = versionIn('package.json');

test('the lock and the newest entry of the changelog are of this version', () => {
  assert.equal(versionIn('package-lock.json'), version);
  assert.equal(/^## \[(.+?)\]/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1], version);
});

for (const script of ['dist/earshot.js', 'dist/earshot.mjs']) {
  test(`${script} says it in its first line`, () => {
    assert.equal(readFileSync(script, 'utf8').split('\n')[0], `/*! Earshot ${version}, MIT */`);
  });
}

test('the element says it', async () => {
  const built = '../../dist/earshot.mjs'; // not there when types are checked
  const { EarshotWidgetElement } = await import(built);
  assert.equal(EarshotWidgetElement.version, version);
});

test('the sources have none, so that no test of theirs changes with a release', () => assert.equal(VERSION, 'unbundled'));
