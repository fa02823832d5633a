// One version, said in package.json: everything else that says one says the same. A page is asked in
// tests/browser/embedding.test.js.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
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

for (const script of ['dist/earshot.js', 'dist/earshot.mjs', 'dist/npm.mjs']) {
  test(`${script} says it in its first line`, () => {
    assert.equal(readFileSync(script, 'utf8').split('\n')[0], `/*! Earshot ${version}, MIT */`);
  });
}

test('the element says it', async () => {
  const built = '../../dist/earshot.mjs'; // not there when types are checked
  const { EarshotWidgetElement } = await import(built);
  assert.equal(EarshotWidgetElement.version, version);
});

test('a trace is replayed alike with any version in its first line, and with none', () => {
  const config = '"config":{"media":["microphone","camera"]}';
  const fact = '{"t":0,"fact":"environment","engine":"gecko","browser":"firefox"}';
  const headers = [`{${config}}`, `{"earshot":"0.0.1",${config}}`, `{"earshot":"unbundled",${config}}`];
  const played = headers.map((header) => {
    const input = `${header}\n${fact}\n`;
    return execFileSync('build/native/earshot', ['replay', '--wire', '-'], { input, encoding: 'utf8' });
  });
  assert.match(played[0] ?? '', /"orb":"idle"/);
  assert.deepEqual(played, [played[0], played[0], played[0]]);
});

test('the sources have none, so that no test of theirs changes with a release', () => {
  assert.equal(VERSION, 'unbundled');
});
