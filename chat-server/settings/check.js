// Refuses a value with one sentence that names its place and the fix.
import { CannotStart } from './cannot-start.js';

const MOST_QUOTED = 60;

/** As it stands in a sentence. @param {unknown} value */
export function quoted(value) {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value) ?? String(value);
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED)}…` : text;
}

/**
 * An object that has no other members than these.
 * @param {unknown} value @param {string} place @param {string[]} names
 * @returns {Record<string, unknown>}
 */
export function checkObject(value, place, names) {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new CannotStart(`${place} must be an object, not ${quoted(value)}.`);
  }
  const strange = Object.keys(value).find((name) => !names.includes(name));
  if (strange === undefined) return /** @type {Record<string, unknown>} */ (value);
  throw new CannotStart(`${place}.${strange} is unknown: remove it, or use one of ${names.join(', ')}.`);
}

/**
 * @param {unknown} value @param {string} place
 * @param {{ from: number, to: number, unit: string }} range @param {{ whole?: boolean }} [how]
 */
export function checkNumber(value, place, { from, to, unit }, { whole = false } = {}) {
  const range = `set it to a ${whole ? 'whole ' : ''}number from ${from} to ${to} (${unit})`;
  if (value === undefined) throw new CannotStart(`${place} is missing: ${range}.`);
  const fits = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
  const number = /** @type {number} */ (value);
  if (!fits || number < from || number > to) throw new CannotStart(`${place} is ${quoted(value)}: ${range}.`);
}
