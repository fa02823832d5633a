#!/usr/bin/env node
// Writes docs/guidance.md: what a visitor reads first, by cause and by device, from tests/core/guidance.golden
// and the English texts. tests/package/guidance-table.test.js fails where the file is another one.
//   node script/guidance-table.mjs       after a change of catalogue.inc, of the titles or of the texts
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
export const TABLE_FILE = join(root, 'docs/guidance.md');

const HEAD = `# What visitors read first

Generated: \`node script/guidance-table.mjs\` writes this from what \`earshot guidance --all\` prints.

For each cause and each kind of device: the sentence at the top of the card, its first step, and its first button. A row
for the camera stands where it differs. \`earshot guidance --cause CAUSE --browser NAME --os NAME\` prints a whole card, with
the source of each step; the catalogue is \`wasm/core/show/catalogue.inc\`. What each cause means: [diagnostics](diagnostics.md).
`;

/** @param {string} golden */
function cardsOf(golden) {
  return golden
    .split(/^== /m)
    .slice(1)
    .map((section) => {
      const [head = '', ...rest] = section.split('\n');
      const [, cause = '', kind = ''] = /^(\w+), (\w+) ==$/.exec(head) ?? [];
      const groups = rest
        .join('\n')
        .split(/\n(?=\S)/)
        .map((group) => {
          const [who = '', title = '', ...lines] = group.trim().split('\n');
          /** @param {string} name */
          const first = (name) =>
            lines
              .find((line) => line.trim().startsWith(`${name} `))
              ?.trim()
              .split(/\s+/)[1] ?? '-';
          return { who, title: title.trim(), step: first('steps'), action: first('actions') };
        })
        .filter(({ who }) => who !== '');
      return { cause, kind, groups };
    });
}

/** Browser versions of the list of visitors say nothing here. @param {string} who */
const devices = (who) =>
  [...new Set(who.split('; ').map((name) => name.replace(/ \d+(?=[ ,]|$)/g, '')))].join('; ');

/** @param {string} golden @param {Record<string, string>} texts */
export function tableOf(golden, texts) {
  /** @param {string} id */
  const say = (id) =>
    id === '-'
      ? '–'
      : (texts[id] ?? id)
          .replaceAll('{browser}', texts.label_browser ?? '')
          .replaceAll('{host}', 'your-site.example')
          .replaceAll('|', '\\|');
  let out = HEAD;
  let before = '';
  for (const { cause, kind, groups } of cardsOf(golden)) {
    /** Those who read the same first stand together, also where a later step differs. @type {Map<string, string[]>} */
    const rows = new Map();
    for (const { who, title, step, action } of groups) {
      const row = `${say(title)} | ${say(step)} | ${say(action)}`;
      rows.set(row, [...(rows.get(row) ?? []), who]);
    }
    const table = [...rows].map(([row, who]) => `| ${devices(who.join('; '))} | ${row} |`).join('\n');
    if (kind === 'camera' && table === before) continue;
    before = table;
    out += `\n## ${kind === 'camera' ? `${cause}, of the camera` : cause}\n\n| Who | Reads | First step | First button |\n|---|---|---|---|\n${table}\n`;
  }
  return out;
}

export const table = () =>
  tableOf(
    readFileSync(join(root, 'tests/core/guidance.golden'), 'utf8'),
    JSON.parse(readFileSync(join(root, 'widget/texts/en.json'), 'utf8')),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(TABLE_FILE, table());
