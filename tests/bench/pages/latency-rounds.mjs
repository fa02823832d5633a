// The latencies, as often as is asked for, and what one fact costs; with when, where and beside what.
import { execFileSync } from 'node:child_process';
import { loadavg } from 'node:os';
import { createCore } from '../../../js-glue/load-core.js';
import { wasmCore } from '../../glue/cores.js';
import { costOf, nativeCost } from '../cost.mjs';
import { latencyOf } from './latency.mjs';
import { ROOT } from './pages.mjs';
/** @import { Browser } from 'puppeteer-core' */
/** @import { Latency } from './latency.mjs' */

/** `native`, `wasm`: µs a fact, the least of all rounds.
 * @typedef {{ date: string, commit: string, load: [number, number], rounds: Latency[], native: number, wasm: number }} MeasuredLatency */

export const provenance = () => ({
  date: new Date().toISOString().slice(0, 10),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim(),
});

/** @param {Browser} browser @param {string} origin @param {number} times @returns {Promise<MeasuredLatency>} */
export async function measureLatency(browser, origin, times) {
  const load = () => loadavg()[0] ?? 0;
  const core = await wasmCore();
  /** @type {MeasuredLatency} */
  const found = { ...provenance(), load: [load(), 0], rounds: [], native: Infinity, wasm: Infinity };
  for (let round = 0; round <= times; round += 1) {
    const one = await latencyOf(browser, origin);
    if (round > 0) found.rounds.push(one); // the first meets a browser that has not run yet
    found.native = Math.min(found.native, nativeCost());
    found.wasm = Math.min(
      found.wasm,
      costOf(() => createCore(core)),
    );
    console.error(`latency: round ${round} of ${times}, load ${load().toFixed(1)}`);
  }
  found.load[1] = load();
  return found;
}
