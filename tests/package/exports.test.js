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

/** @param {string} file @param {string} [algorithm]  By default that of what one file says of another one. */
const hashOf = (file, algorithm = 'sha256') =>
  `${algorithm}-${createHash(algorithm).update(readFileSync(file)).digest('base64')}`;

for (const file of shippedFiles('dist')) {
  test(`${file} has its hash beside it`, () =>
    assert.equal(readFileSync(`${file}.sha384`, 'utf8').trim(), hashOf(file, 'sha384')));
}

/** @param {string} file */
const textOf = (file) => readFileSync(`dist/${file}`, 'utf8');
const packs = readdirSync('dist/texts')
  .filter((name) => name.endsWith('.json') && name !== 'en.json')
  .map((name) => `texts/${name}`);

test('one integrity on the tag covers all: each file has the hashes of those that it loads', () => {
  assert.ok(textOf('earshot.js').includes(hashOf('dist/earshot-live.js')));
  for (const ending of ['js', 'mjs']) {
    assert.ok(textOf(`earshot.${ending}`).includes(hashOf('dist/earshot-core.wasm')));
    assert.ok(textOf(`earshot-live.${ending}`).includes(hashOf('dist/earshot-core-js.js')));
    for (const file of packs)
      assert.ok(textOf(`earshot-live.${ending}`).includes(hashOf(`dist/${file}`)), file);
  }
});

const modules = readdirSync('dist').filter((file) => /^(earshot|npm)(-(?!core)\w+)?\.m?js$/.test(file));
for (const script of modules) {
  const text = textOf(script);
  test(`${script} evaluates no text as code, and names no address but the SVG namespace`, () => {
    assert.doesNotMatch(text, /\beval\(|new Function\b/);
    for (const named of text.match(/(?:https?|wss?):\/\/[\w.]+/g) ?? [])
      assert.equal(named, 'http://www.w3.org');
  });
  test(`${script} is plain ASCII, so that a page of any encoding reads it`, () =>
    assert.doesNotMatch(text, /[\u0080-\uffff]/));
}

test('what bundlers find names each file where they look for names, and what is served names none', () => {
  const [classic, served, npm] = [/^earshot.*\.js$/, /^earshot.*\.mjs$/, /^npm.*\.mjs$/].map((kind) =>
    modules
      .filter((file) => kind.test(file))
      .map(textOf)
      .join('\n'),
  );
  const wasm = 'new URL("./earshot-core.wasm",import.meta.url)';
  const names = [
    wasm,
    'import("./earshot-core-js.js")',
    ...packs.map((file) => `import("./${file.replace('json', 'mjs')}")`),
  ];
  assert.ok(packs.length > 2);
  for (const name of names) {
    assert.ok(npm?.includes(name), name);
    assert.ok(!served?.includes(name), name);
    assert.ok(!classic?.includes(name), name);
  }
  for (const part of modules.filter((file) => file.startsWith('npm-')))
    assert.ok(npm?.includes(`import("./${part}")`), part);
  assert.doesNotMatch(npm?.replace(wasm, '') ?? '', /import\.meta/, 'webpack writes where the builder lives');
});

for (const file of readdirSync('dist/texts').filter((name) => name.endsWith('.mjs'))) {
  test(`texts/${file} is the pack of sentences for bundlers`, async () => {
    const pack = await import(`../../dist/texts/${file}`);
    assert.deepEqual(pack.default, JSON.parse(textOf(`texts/${file.replace('mjs', 'json')}`)));
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
    // What its own parts have from it has names of one letter or two; earshot.d.ts knows none of them.
    const known = Object.keys(module).filter((name) => name.length > 2);
    assert.deepEqual(known.sort(), ['EarshotWidgetElement', 'mount']);
  });
}
