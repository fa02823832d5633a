// How many presses a way takes, and that docs/recovery.md says the same.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const TABLE = readFileSync(new URL('../../docs/recovery.md', import.meta.url), 'utf8');

/** A hand that counts. What it is said to press stands in the table, in the same words. */
export function countingHand() {
  /** @type {string[]} */
  const pressed = [];
  return {
    /** @param {string} what @param {() => Promise<unknown>} act */
    async press(what, act) {
      pressed.push(what);
      await act();
    },
    /** The row of the table that begins so must name these presses, and their number. @param {string} way */
    agreesWithTable(way) {
      const row = TABLE.split('\n').find((line) => line.startsWith(`| ${way} |`));
      assert.ok(row, `docs/recovery.md has no row "${way}"`);
      const [, , number, presses] = row.split('|').map((cell) => cell.trim());
      assert.equal(`${number} | ${presses}`, `${pressed.length} | ${pressed.join(' → ')}`, way);
    },
  };
}
