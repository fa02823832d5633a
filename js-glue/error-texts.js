// What an error says, as text: from a browser, or from a script that handed it on.

const LONGEST_TEXT = 500;

/** @param {unknown} error  OverconstrainedError is not an Error everywhere: look at its members only. */
export function textsOf(error) {
  const text = (/** @type {unknown} */ value) => String(value ?? '').slice(0, LONGEST_TEXT);
  try {
    const {
      name = 'Error',
      message = String(error),
      constraint = '',
    } = /** @type {Record<string, unknown>} */ (error ?? {});
    return { name: text(name), message: text(message), constraint: text(constraint) };
  } catch {
    return { name: 'Error', message: '', constraint: '' }; // one that a script has made, and that cannot be read
  }
}
