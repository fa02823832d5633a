// docs/field-cases.md is the casebook: every trace of tests/traces/field/ has a row there, and what a row names is there.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const REPORT = /[\w.-]+\/[\w.-]+#\d+/g;
const traces = readdirSync('tests/traces/field').map((file) => file.replace(/\.jsonl$/, ''));

/** The cells of each case, without the heads and the tables that have no trace. */
const cases = readFileSync('docs/field-cases.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.slice(2, -2).split(' | '))
  .filter((cells) => cells.length === 5 && cells[3] !== 'Trace')
  .map(([, reports = '', , named = '', seen = '']) => ({
    reports: [...(reports.match(/\[[^\]]+\]/g) ?? [])].map((link) => link.slice(1, -1)),
    traces: [...(named.match(/[\w-]+/g) ?? [])],
    seen,
  }));

test('every trace has a case, and every case that names a trace has it', () => {
  assert.ok(traces.length > 0);
  assert.deepEqual(cases.flatMap((each) => each.traces).sort(), traces.sort());
});

test('every report is a link to itself', () => {
  const links = [...readFileSync('docs/field-cases.md', 'utf8').matchAll(/\[([^\]]+)#(\d+)\]\(([^)]+)\)/g)];
  assert.ok(links.length > 0);
  for (const [, project, number, to] of links)
    assert.equal(to, `https://github.com/${project}/issues/${number}`);
});

test('every browser test that is named is there, and what nobody ran is called replayed', () => {
  for (const { traces, seen } of cases) {
    const [, file = ''] = /^`([\w-]+\.test\.js)`, run in (?:Chromium|Firefox|WebKitGTK)\b/.exec(seen) ?? [];
    assert.ok(file || seen === (traces.length > 0 ? 'replayed' : '–'), `${traces}: ${seen}`);
    if (file) assert.ok(existsSync(`tests/browser/${file}`), file);
  }
});

for (const trace of traces) {
  test(`${trace} says first which reports it stands for, as its case does, and expects something`, () => {
    const [first = '', ...lines] = readFileSync(`tests/traces/field/${trace}.jsonl`, 'utf8').split('\n');
    /** @type {{ about: string }} */
    const { about } = JSON.parse(first);
    const reports = cases.find((each) => each.traces.includes(trace))?.reports;
    assert.deepEqual((about.match(REPORT) ?? []).sort(), [...(reports ?? [])].sort());
    assert.match(about, /[Nn]ot recorded\.|[Ww]ritten by hand\./);
    assert.ok(lines.some((line) => line.startsWith('{"expect":')));
  });
}
