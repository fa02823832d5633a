// JSON that no script of the page has a say in: old libraries give every list or object a `toJSON`, or replace JSON.stringify.

import { ownMembers } from './own-members.js';

const UNFIT = /["\\\p{Cc}]/gu; // a few more than JSON forbids
const HALVES = /[\ud800-\udfff]/gu; // with `u`, whole characters are none
const DEEPEST = 99;

/** Without half characters, which no UTF-8 can hold. @param {string} text */
export const wellFormed = (text) => text.replace(HALVES, '\ufffd');

/** @param {string} sign */
const escaped = (sign) =>
  sign > '\\' || sign < ' ' ? `\\u${(0x10000 + sign.charCodeAt(0)).toString(16).slice(1)}` : `\\${sign}`;

/** @param {string} text */
const quoted = (text) => `"${wellFormed(text).replace(UNFIT, escaped)}"`;

/** Own members only. Throws where a value contains itself, or cannot be read.
 * @param {unknown} value @param {(name: string, value: unknown) => unknown} [as]  What a member is written as.
 * @returns {string | undefined} undefined: nothing that JSON could hold. */
export function toJson(value, as = (_, same) => same, depth = 0) {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'number':
      return value - value === 0 ? `${value}` : 'null'; // neither NaN nor infinite
    case 'boolean':
      return `${value}`;
    case 'object': {
      if (depth > DEEPEST) throw new TypeError('circular, or too deep');
      let members = '';
      if (Array.isArray(value)) {
        for (let n = 0; n < value.length; n++)
          members += (n ? ',' : '') + (toJson(value[n], as, depth + 1) ?? 'null');
        return `[${members}]`;
      }
      const own = /** @type {Record<string, unknown>} */ (ownMembers(value));
      for (const name in own) {
        const member = toJson(as(name, own[name]), as, depth + 1);
        if (member !== undefined) members += `${members && ','}${quoted(name)}:${member}`;
      }
      return `{${members}}`;
    }
    default:
      return undefined;
  }
}
