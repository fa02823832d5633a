// docs/guidance.md is what the catalogue and the English texts say.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TABLE_FILE, table, tableOf } from '../../script/guidance-table.mjs';

test('docs/guidance.md is the table of today: node script/guidance-table.mjs', () => {
  assert.equal(readFileSync(TABLE_FILE, 'utf8'), table());
});

test('whoever reads the same first stands together', () => {
  const golden = `# head

== silent, microphone ==
Chrome 156, Windows 11; Chrome 140, Windows 10
  cannot_hear_you
    steps    check_mute_key check_mute_switch
    actions  try_again open_chat
    picture  none
everybody else
  cannot_hear_you
    steps    -
    actions  open_chat
    picture  none
`;
  const out = tableOf(golden, {
    cannot_hear_you: 'No sound.',
    check_mute_key: 'Press {browser}.',
    label_browser: 'it',
  });
  assert.ok(out.includes('| Chrome, Windows | No sound. | Press it. | try_again |'), out);
  assert.ok(out.includes('| everybody else | No sound. | – | open_chat |'), out);
});
