// Prints Markdown tables: the same visit natively, through WebAssembly and through the build without it; then the walk.
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { shippedFiles, sizesOf } from '../../script/measure.mjs';
import { createCore } from '../../js-glue/load-core.js';
import { scriptCore, wasmCore } from '../glue/cores.js';
import { costOf, nativeCost } from './cost.mjs';

const native = nativeCost();
const began = performance.now();
const wasm = await wasmCore();
const start = performance.now() - began;
const script = await scriptCore();

/** @type {[string, number][]} */
const rows = [
  ['native (RelWithDebInfo)', native],
  ['WebAssembly, in Node', costOf(() => createCore(wasm))],
  ['without WebAssembly, in Node', costOf(() => createCore(script))],
];
console.log('| one fact, text to text | µs | times native |\n|---|---|---|');
for (const [name, cost] of rows)
  console.log(`| ${name} | ${cost.toFixed(1)} | ${(cost / native).toFixed(1)} |`);
console.log(`\nCompile and start of the wasm: ${start.toFixed(0)} ms.\n`);
const walk = JSON.parse(execFileSync('build/native/tests/bench_walk', { encoding: 'utf8' }));
const million = (/** @type {number} */ n) => (n / 1e6).toFixed(1);
console.log(
  '| walked with a browser | states, million | transitions, million | million a second | MB at the peak |\n|---|---|---|---|---|',
);
console.log(
  `| ${walk.world} | ${million(walk.states)} | ${million(walk.transitions)} | ${million(walk.transitions / walk.seconds)} | ${walk.megabytes} |\n`,
);
console.log('| file | raw | gzip | brotli |\n|---|---|---|---|');
for (const file of shippedFiles('dist')) {
  const { raw, gzip, brotli } = sizesOf(file);
  console.log(`| ${file} | ${raw} | ${gzip} | ${brotli} |`);
}
