// docs/diagnostics.md says of each cause what the table in the core says: how sure, by which evidence, and what else fits.
// docs/states.md is that table as the tool prints it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

/** @param {string} text @param {string} heading */
function section(text, heading) {
  const from = text.indexOf(`\n${heading}\n`);
  assert.ok(from >= 0, heading);
  const level = /** @type {string} */ (heading.split(' ')[0]);
  const end = text.slice(from + 1).search(new RegExp(`\n#{1,${level.length}} `));
  return end < 0 ? text.slice(from) : text.slice(from, from + 1 + end);
}

/** The cells of each row, without the head. @param {string} text */
const rowsOf = (text) =>
  text
    .split('\n')
    .filter((line) => /^\| [`<]/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

const documented = readFileSync('docs/diagnostics.md', 'utf8');
const printed = rowsOf(section(readFileSync('docs/states.md', 'utf8'), '## Causes')).map(
  ([cause = '', confidence = '', evidence = '', fits = '']) => ({
    cause: cause.replaceAll('`', ''),
    way: `${confidence}: ${evidence} → ${fits}`.replace(/ → –$/, ''),
    fits: fits === '–' ? [] : fits.split(', '),
  }),
);
const causes = printed
  .map(({ cause }) => cause)
  .filter((cause, n, all) => cause !== 'none' && all.indexOf(cause) === n);

/** @type {Record<string, string>} */
const cells = Object.fromEntries(
  rowsOf(section(documented, '## Causes'))
    .filter(([first = '']) => first.startsWith('<a id='))
    .map(([cause = '', , decided = '']) => [cause.replace(/<.*?>|`/g, ''), decided.replaceAll('`', '')]),
);

test('every cause that a row of the table ends in is documented, and no other', () => {
  assert.deepEqual(Object.keys(cells).sort(), [...causes].sort());
});

for (const cause of causes) {
  test(`${cause} is decided by what the document says`, () => {
    const ways = printed.filter((row) => row.cause === cause).map(({ way }) => way);
    assert.deepEqual((cells[cause] ?? '').split('<br>'), [...new Set(ways)]);
  });
}

test('what is never the first explanation is listed as such, with all that it also fits', () => {
  const { Cause } = JSON.parse(execFileSync('build/native/earshot', ['vocabulary'], { encoding: 'utf8' }));
  const later = Object.fromEntries(
    /** @type {string[]} */ (Cause)
      .filter((cause) => cause !== 'none' && !causes.includes(cause))
      .map((cause) => [
        cause,
        [...new Set(printed.filter(({ fits }) => fits.includes(cause)).map((row) => row.cause))].sort(),
      ]),
  );
  const listed = Object.fromEntries(
    rowsOf(section(documented, '## Never the first explanation')).map(([cause = '', , , fits = '']) => [
      cause.replace(/<.*?>|`/g, ''),
      fits.replaceAll('`', '').split(', ').sort(),
    ]),
  );
  assert.deepEqual(listed, later);
  for (const [cause, fits] of Object.entries(later))
    assert.ok(fits.length > 0, `nothing ever leads to ${cause}`);
});

test('every cause has an anchor to link to', () => {
  const { Cause } = JSON.parse(execFileSync('build/native/earshot', ['vocabulary'], { encoding: 'utf8' }));
  for (const cause of Cause)
    if (cause !== 'none') assert.ok(documented.includes(`<a id="${cause}"></a>`), cause);
});

test('every "More:" that the console prints leads to an anchor', () => {
  const glue = /** @type {string[]} */ (readdirSync('js-glue', { recursive: true }))
    .filter((file) => file.endsWith('.js'))
    .map((file) => readFileSync(`js-glue/${file}`, 'utf8'))
    .join('\n');
  const reasons =
    /** @type {string} */ (/@typedef \{('unsupported'[^}]*)\} Reason/.exec(glue)?.[1]).match(/\w+/g) ?? [];
  const anchors = [
    ...reasons.map((reason) => `core_${reason}`),
    'chat_forbidden',
    'text_packs',
    'fact_refused',
  ];
  assert.equal(anchors.length, 9);
  for (const anchor of ['chat_forbidden', 'text_packs', 'fact_refused'])
    assert.ok(glue.includes(anchor), anchor);
  for (const anchor of anchors) assert.ok(documented.includes(`<a id="${anchor}"></a>`), anchor);
});

test('every link inside the document leads to a heading or an anchor', () => {
  const headings = [...documented.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  const anchors = [...documented.matchAll(/<a id="(\w+)">/g)].map(([, id]) => id);
  for (const [, to = ''] of documented.matchAll(/\]\(#([^)]+)\)/g))
    assert.ok(headings.includes(to) || anchors.includes(to), to);
});
