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
}

for (const script of ['dist/earshot.js', 'dist/earshot.mjs', 'dist/npm.mjs']) {
  const text = readFileSync(script, 'utf8');
  test(`${script} evaluates no text as code, and names no address but the SVG namespace`, () => {
    assert.doesNotMatch(text, /\beval\(|new Function\b/);
    assert.deepEqual([...new Set(text.match(/(?:https?|wss?):\/\/[\w.]+/g))], ['http://www.w3.org']);
  });
  test(`${script} is plain ASCII, so that a page of any encoding reads it`, () =>
    assert.doesNotMatch(text, /[\u0080-\uffff]/));
}

test('what bundlers find names each of its files where they look for names, and nothing that would tell where the builder lives', () => {
  const [npm, ...served] = ['npm.mjs', 'earshot.mjs', 'earshot.js'].map((file) =>
    readFileSync(`dist/${file}`, 'utf8'),
  );
  const packs = readdirSync('dist/texts').filter((file) => file.endsWith('.json') && file !== 'en.json');
  assert.ok(packs.length > 2);
  const wasm = 'new URL("./earshot-core.wasm",import.meta.url)';
  const names = [
    wasm,
    'import("./earshot-core-js.js")',
    ...packs.map((file) => `import("./texts/${file.replace('json', 'mjs')}")`),
  ];
  for (const name of names) {
    assert.ok(npm?.includes(name), name);
    for (const script of served) assert.ok(!script.includes(name), name);
  }
  assert.doesNotMatch(npm?.replace(wasm, '') ?? '', /import\.meta/);
});

for (const file of readdirSync('dist/texts').filter((name) => name.endsWith('.mjs'))) {
  test(`texts/${file} is the pack of sentences for bundlers`, async () => {
    const pack = await import(`../../dist/texts/${file}`);
    assert.deepEqual(
      pack.default,
      JSON.parse(readFileSync(`dist/texts/${file.replace('mjs', 'json')}`, 'utf8')),
    );
  });
}

test('no file says where it was built', () => {
  const files = readdirSync('dist', { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  for (const { parentPath, path, name } of files)
    assert.doesNotMatch(
      readFileSync(`${parentPath ?? path}/${name}`, 'latin1'),
      /file:\/\/\/|\/(home|tmp|root)\//,
      name,
    );
});

for (const file of ['earshot.mjs', 'npm.mjs']) {
  test(`${file} can be imported where there is no page, as a server does`, async () => {
    const module = await import(`../../dist/${file}`);
    assert.deepEqual(Object.keys(module).sort(), ['EarshotWidgetElement', 'mount']);
  });
}
