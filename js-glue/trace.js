// The run so far as JSON lines: what a support report holds and what `earshot replay` reads. The first line says
// which Earshot it was, beside the configuration, where every replay passes over what it does not need.
/** @import { Written } from './config.js' */
import { toJson } from './own-json.js';
import { VERSION } from './version.js';

const MOST_LINES = 20_000; // about an hour of a call, some three megabytes

/** An address may carry a token in its query, and a trace is made to be sent to somebody. @param {string} key @param {unknown} value */
const withoutTokens = (key, value) =>
  (key === 'url' || key === 'href') && typeof value === 'string' ? value.replace(/[?#].*/s, '') : value;

/** Where it is no JSON the trace holds the text itself, and the core says the same about it. @param {Pick<Written, 'text' | 'json'>} written */
const configLine = ({ text, json }) =>
  toJson({ earshot: VERSION, config: json === undefined ? text : json }, withoutTokens);

/** @param {Pick<Written, 'text' | 'json'>} written  The configuration that holds, as the site wrote it. */
export function createTrace(written) {
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
      const gap = dropped ? [toJson({ about: `${dropped} earlier lines were left out` })] : [];
      return [configLine(written), ...gap, ...lines, ''].join('\n');
    },
  };
}
