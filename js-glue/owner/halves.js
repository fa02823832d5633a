// Texts of a configuration that are cut in the middle of a character, as `slice` does with an emoji.
import { members } from '../furniture.js';
import { wellFormed } from '../own-json.js';

/** @param {unknown} value @param {string} path @returns {string[]} */
function halvesIn(value, path) {
  if (typeof value === 'string') return wellFormed(value) === value ? [] : [path];
  return Object.entries(members(value)).flatMap(([name, member]) => [
    ...(wellFormed(name) === name ? [] : [path || '/']),
    ...halvesIn(member, `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`),
  ]);
}

/** A line for each. @param {unknown} config  As it was parsed. */
export const halfLines = (config) =>
  halvesIn(config, '')
    .map(
      (path) =>
        `[Earshot] config ${path}: expected whole characters, got half of one: it is shown as \ufffd. Do not cut texts in the middle of an emoji.`,
    )
    .join('\n');
