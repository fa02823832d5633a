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

/** @param {string} file */
const textOf = (file) => readFileSync(`dist/${file}`, 'utf8');
const packs = readdirSync('dist/texts')
  .filter((name) => name.endsWith('.json') && name !== 'en.json')
  .map((name) => `texts/${name}`);

test('one integrity on the tag covers all: each file has the hashes of those that it loads', () => {
  for (const file of ['earshot-core.wasm', 'earshot-live.js'])
    assert.ok(textOf('earshot.js').includes(hashOf(`dist/${file}`)), file);
  for (const ending of ['js', 'mjs']) {
    assert.ok(textOf(`earshot.${ending}`).includes(hashOf('dist/earshot-core.wasm')));
    for (const file of ['earshot-core-js.js', ...packs])
      assert.ok(textOf(`earshot-live.${ending}`).includes(hashOf(`dist/${file}`)), file);
  }
});

const scripts = shippedFiles('dist')
  .map((file) => file.replace('dist/', ''))
  .filter((file) => /^earshot(-(?!core)\w+)?\.m?js$/.test(file));
for (const script of scripts) {
  const text = textOf(script);
  test(`${script} evaluates no text as code, and names no address but the SVG namespace`, () => {
    assert.doesNotMatch(text, /\beval\(|new Function\b/);
    for (const named of text.match(/(?:https?|wss?):\/\/[\w.]+/g) ?? [])
      assert.equal(named, 'http://www.w3.org');
  });
  test(`${script} is plain ASCII, so that a page of any encoding reads it`, () =>
    assert.doesNotMatch(text, /[\u0080-\uffff]/));
}

test('the module and its parts name each file where a bundler looks for names, and the scripts none of them', () => {
  const [classic, modules] = ['.js', '.mjs'].map((ending) =>
    scripts
      .filter((file) => file.endsWith(ending))
      .map(textOf)
      .join('\n'),
  );
  const names = [
    ...['earshot-core.wasm', ...packs].map((file) => `new URL("./${file}",import.meta.url)`),
    'import("./earshot-core-js.js")',
    ...scripts.filter((file) => /^earshot-.*mjs$/.test(file)).map((file) => `import("./${file}")`),
  ];
  assert.ok(names.length > packs.length + 2);
  for (const name of names) {
    assert.ok(modules?.includes(name), name);
    assert.ok(!classic?.includes(name), name);
  }
});

test('the module can be imported where there is no page, as a server does', async () => {
  const built = '../../dist/earshot.mjs'; // not there when types are checked
  const module = await import(built);
  // What its own parts have from it has names of one letter or two; earshot.d.ts knows none of them.
  const known = Object.keys(module).filter((name) => name.length > 2);
  assert.deepEqual(known.sort(), ['EarshotWidgetElement', 'mount']);
});
