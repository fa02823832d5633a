// Prints Markdown tables: the same visit natively, through WebAssembly and through the build without it; then the walk.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { shippedFiles, sizesOf } from '../../script/measure.mjs';
import { createCore } from '../../js-glue/load-core.js';
import { scriptCore, wasmCore } from '../glue/cores.js';

/** @import { Core } from '../../js-glue/answers.js' */

const native = JSON.parse(execFileSync('build/native/tests/bench', { encoding: 'utf8' }));
const lines = readFileSync('tests/bench/visit.jsonl', 'utf8').trim().split('\n');

/** @param {() => Core} create @param {number} visits */
function measure(create, visits) {
  let facts = 0;
  const began = performance.now();
  for (let n = 0; n < visits; n += 1) {
    const machine = create();
    for (const line of lines) machine.dispatch(line);
    facts += lines.length;
    machine.delete();
  }
  return ((performance.now() - began) * 1000) / facts;
}

const began = performance.now();
const wasm = await wasmCore();
const start = performance.now() - began;
const script = await scriptCore();

/** @type {(create: () => Core) => number} Warmed up first: pages run each line of code more than once. */
const us = (create) => (measure(create, 200), measure(create, 500));
const rows = [
  ['native (RelWithDebInfo)', native.us_per_fact],
  ['WebAssembly, in Node', us(() => createCore(wasm))],
  ['without WebAssembly, in Node', us(() => createCore(script))],
];
console.log('| one fact, text to text | µs | times native |\n|---|---|---|');
for (const [name, cost] of rows)
  console.log(`| ${name} | ${cost.toFixed(1)} | ${(cost / native.us_per_fact).toFixed(1)} |`);
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
