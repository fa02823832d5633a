// What one fact costs, text in and text out: the visit of visit.jsonl, natively and through a core that runs in Node.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
/** @import { Core } from '../../js-glue/answers.js' */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** In µs. @returns {number} */
export const nativeCost = () =>
  JSON.parse(execFileSync('build/native/tests/bench', { cwd: ROOT, encoding: 'utf8' })).us_per_fact;

/** @param {() => Core} create @param {string[]} lines @param {number} visits */
function measure(create, lines, visits) {
  const began = performance.now();
  for (let n = 0; n < visits; n += 1) {
    const machine = create();
    for (const line of lines) machine.dispatch(line);
    machine.delete();
  }
  return ((performance.now() - began) * 1000) / (visits * lines.length);
}

/** In µs. Warmed up first: pages run each line of code more than once. @param {() => Core} create */
export function costOf(create) {
  const lines = readFileSync(new URL('visit.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  measure(create, lines, 200);
  return measure(create, lines, 500);
}
