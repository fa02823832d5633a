import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fill, fillPieces, valuesOf } from '../../widget/fill.js';
import { VIEWS } from './views.js';

/** @type {import('../../widget/texts.js').Texts} */
const texts = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../widget/texts/en.json', import.meta.url)), 'utf8'),
);
/** @param {Partial<import('../../js-glue/answers.js').View>} view @param {Partial<{ host: string, company: string }>} [site] */
const values = (view, site) =>
  valuesOf({ ...VIEWS.blocked, ...view }, texts, { host: 'shop.example', company: '', ...site });

test('a sentence names the site, the browser, the device, the company and the address', () => {
  const filled = fill(
    '{host} {browser} {device} {company} {address}',
    values({ kind: 'camera', browser: 'samsung', address: 'x://y' }, { company: 'Fern' }),
  );
  assert.equal(filled, 'shop.example Samsung Internet camera Fern x://y');
});

test('a browser without a name of its own is “your browser”, and a site without a company is its host', () => {
  assert.equal(fill('{browser} {company}', values({ browser: 'other' })), 'your browser shop.example');
});

test('what is trouble with notifications names the microphone, as what the site is for', () => {
  assert.equal(fill('{device}', values({ kind: 'notifications' })), 'microphone');
});

test('every other brace stays as it is written', () => {
  const text = '{Host} {hots} { host } {} {{device}} {title}';
  assert.equal(fill(text, values({})), '{Host} {hots} { host } {} {microphone} {title}');
});

test('what was filled in is not read again', () => {
  assert.equal(
    fill('{company} {host}', values({}, { company: '{host} $& <b>' })),
    '{host} $& <b> shop.example',
  );
});

test('what was filled in can be told from the words around it', () => {
  assert.deepEqual(fillPieces('Type {address}.', values({ address: 'a://b' })), [
    'Type ',
    { name: 'address', value: 'a://b' },
    '.',
  ]);
  assert.deepEqual(fillPieces('{host}', values({})), [{ name: 'host', value: 'shop.example' }]);
});
