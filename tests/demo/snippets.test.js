import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';

const folder = new URL('../../demo-site/embed/', import.meta.url);
const read = (/** @type {string} */ name) => readFileSync(new URL(name, folder), 'utf8');
const unescaped = (/** @type {string} */ text) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** The page's own modules, in whose text a snippet may stand. @param {string} page */
const modulesOf = (page) =>
  [...page.matchAll(/src="\/embed\/([\w-]+\.js)"/g)].map(([, file]) => read(file ?? '')).join('\n');

for (const name of pages.filter((page) => page !== 'index.html' && page !== 'framed.html')) {
  test(`${name}: the snippet to copy is the one that runs on the page`, () => {
    const page = read(name);
    const shown = [...page.matchAll(/<pre[^>]*><code>([^]*?)<\/code><\/pre>/g)].map(([, code]) =>
      unescaped(code ?? ''),
    );
    assert.ok(shown.length > 0);
    const rest = `${page.replace(/<pre[^]*?<\/pre>/g, '')}\n${modulesOf(page)}`;
    for (const snippet of shown.filter((text) => !text.startsWith('Content-Security-Policy')))
      assert.ok(rest.includes(snippet), snippet);
  });
}

for (const list of ['index.html', '../index.html']) {
  test(`${list} leads to every way to embed`, () => {
    for (const name of pages.filter((page) => page !== 'index.html' && page !== 'framed.html')) {
      assert.ok(read(list).includes(`href="/embed/${name}"`), name);
    }
  });
}
