/**
 * What a test knows to be there. Where it is not, the test fails here, and says so.
 * @template T
 * @param {T} value
 * @param {string} [what]
 * @returns {NonNullable<T>}
 */
export function certain(value, what = 'what the test knows to be there') {
  if (value === undefined || value === null) throw new TypeError(`${what} is not there`);
  return value;
}
