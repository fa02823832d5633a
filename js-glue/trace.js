// The run so far as JSON lines: what a support report holds and what `earshot replay` reads. The first line says
// which Earshot it was, beside the configuration, where every replay passes over what it does not need.
import { VERSION } from './version.js';

const MOST_LINES = 20_000; // about an hour of a call, some three megabytes

/** Scripts of the page have a say in that, and no trace is worth a session. */
const UNWRITTEN = `{"earshot":"${VERSION}","about":"the configuration could not be written"}`;

/** @param {string} text  The configuration as the site wrote it. */
function headerLine(text) {
  /** @type {unknown} */
  let config = text;
  try {
    // A reviver, because an address may carry a token in its query, and a trace is made to be sent to somebody.
    config = JSON.parse(text, (key, value) => ((key === 'url' || key === 'href') && typeof value === 'string' ? value.replace(/[?#].*/s, '') : value));
  } catch {
    // Not JSON: the trace then holds the text itself, and the core says the same about it.
  }
  try {
    return JSON.stringify({ earshot: VERSION, config }) ?? UNWRITTEN;
  } catch {
    return UNWRITTEN;
  }
}

/** @param {string} config */
export function createTrace(config) {
  const first = headerLine(config);
  /** @type {string[]} */
  let lines = [];
  let dropped = 0;

  return {
    /** @param {string} line @param {string} reply */
    record(line, reply) {
      lines.push(line, reply);
      if (lines.length < MOST_LINES * 1.25) return;
      const excess = lines.length - MOST_LINES;
      dropped += excess;
      lines = lines.slice(excess);
    },
    text() {
      const gap = dropped ? [JSON.stringify({ about: `${dropped} earlier lines were left out` })] : [];
      return [first, ...gap, ...lines, ''].join('\n');
    },
  };
}
