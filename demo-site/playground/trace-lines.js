// Reads a pasted trace. Facts are kept; answers and expectations belong to a replay and are passed over.

/** @import { Fact } from '../../widget/earshot.js' */

/** @typedef {{ config?: unknown, facts: Fact[], remarks: string[] }} Pasted */

/** @param {string} text @returns {Pasted} */
export function readTrace(text) {
  /** @type {Pasted} */
  const pasted = { facts: [], remarks: [] };
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const entry = parse(line);
    if (typeof entry === 'string') pasted.remarks.push(`Line ${index + 1} is not JSON: ${entry}`);
    else if ('config' in entry) pasted.config = entry.config;
    // The clock of this run goes on: a time from another run would lie in the past.
    else if ('fact' in entry) pasted.facts.push(withoutTime(entry));
    else if ('advance' in entry)
      pasted.remarks.push(
        `Line ${index + 1}: time cannot be moved on in a browser, so "advance" was left out.`,
      );
  });
  return pasted;
}

/** @param {Record<string, unknown>} entry */
const withoutTime = ({ t, ...fact }) => /** @type {Fact} */ (fact);

/** @param {string} line @returns {Record<string, unknown> | string}  The object, or what is wrong. */
export function parse(line) {
  try {
    const value = JSON.parse(line);
    const object = typeof value === 'object' && value !== null && !Array.isArray(value);
    return object ? value : 'an object in braces is expected.';
  } catch (error) {
    return error instanceof Error ? `${error.message}.` : String(error);
  }
}
