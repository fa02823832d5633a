// What a browser or a page offers may be missing, or a script may have put something there that throws.

/** @template T @template [Otherwise=undefined] @param {() => T} look @param {Otherwise} [otherwise] @returns {T | Otherwise} */
export function tried(look, otherwise) {
  try {
    return look();
  } catch {
    return /** @type {Otherwise} */ (otherwise);
  }
}
