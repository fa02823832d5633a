// What npm and the script tag give is there, whole, and what its hash says.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { shippedFiles } from '../../script/measure.mjs';

/** @type {{ exports: Record<string, string | Record<string, string>>, files: string[] }} */
const pack = JSON.parse(readFileSync('package.json', 'utf8'));

for (const [name, target] of Object.entries(pack.exports)) {
  for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
    test(`earshot${name.slice(1)} resolves to ${path}`, () => {
      if (path.endsWith('/*')) assert.ok(readdirSync(path.slice(0, -2)).length > 0);
      else assert.ok(existsSync(path));
    });
  }
}

/** @param {string} file */
const hashOf = (file) => `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

for (const file of shippedFiles('dist')) {
  test(`${file} has its hash beside it`, () =>
    assert.equal(readFileSync(`${file}.sha384`, 'utf8').trim(), hashOf(file)));
}

for (const script of ['dist/earshot.js', 'dist/earshot.mjs']) {
  const text = readFileSync(script, 'utf8');
  test(`${script} holds the hashes of both cores and of every pack of sentences, so that one integrity covers all`, () => {
    assert.ok(text.includes(hashOf('dist/earshot-core.wasm')));
    assert.ok(text.includes(hashOf('dist/earshot-core-js.js')));
    for (const file of readdirSync('dist/texts').filter(
      (name) => name.endsWith('.json') && name !== 'en.json',
    ))
      assert.ok(text.includes(hashOf(`dist/texts/${file}`)), file);
  });
  test(`${script} evaluates no text as code, and names no address but the SVG namespace`, () => {
    assert.doesNotMatch(text, /\beval\(|new Function\b/);
    assert.deepEqual([...new Set(text.match(/(?:https?|wss?):\/\/[\w.]+/g))], ['http://www.w3.org']);
  });
  test(`${script} is plain ASCII, so that a page of any encoding reads it`, () =>
    assert.doesNotMatch(text, /[\u0080-\uffff]/));
}

test('the module names each of its files where a bundler looks for names, and the script none of them', () => {
  const [script, module] = [
    readFileSync('dist/earshot.js', 'utf8'),
    readFileSync('dist/earshot.mjs', 'utf8'),
  ];
  const data = shippedFiles('dist')
    .map((file) => file.replace('dist/', ''))
    .filter((file) => /\.(wasm|json)$/.test(file) && file !== 'texts/en.json');
  assert.ok(data.length > 2);
  const names = [
    ...data.map((file) => `new URL("./${file}",import.meta.url)`),
    'import("./earshot-core-js.js")',
  ];
  for (const name of names) {
    assert.ok(module.includes(name), name);
    assert.ok(!script.includes(name), name);
  }
});

test('the module can be imported where there is no page, as a server does', async () => {
  const built = '../../dist/earshot.mjs'; // not there when types are checked
  const module = await import(built);
  assert.deepEqual(Object.keys(module).sort(), ['EarshotWidgetElement', 'mount']);
});
