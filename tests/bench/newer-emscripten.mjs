// Prints a Markdown table: the core of build/wasm next to that of EARSHOT_CORE, built by another Emscripten. script/newer-emscripten runs it.
//   EARSHOT_CORE=folder node tests/bench/newer-emscripten.mjs VERSION
import { readFileSync } from 'node:fs';
import { createCore } from '../../js-glue/load-core.js';
import { sizesOf } from '../../script/measure.mjs';
import { scriptCore, wasmCore } from '../glue/cores.js';
import { costOf } from './cost.mjs';

const HERE = 'build/wasm';
const ROUNDS = 7;
const { EARSHOT_CORE: other = '' } = process.env;
const [version = '?'] = process.argv.slice(2);
if (!other) {
  console.error(
    'newer-emscripten.mjs: EARSHOT_CORE names no folder with another core: run script/newer-emscripten',
  );
  process.exit(2);
}

const installed = readFileSync('/usr/share/emscripten/emscripten-version.txt', 'utf8')
  .replaceAll('"', '')
  .trim();
/** @param {number | null} was @param {number | null} is */
const change = (was, is) =>
  was && is ? `${is > was ? '+' : '−'}${Math.abs((100 * (is - was)) / was).toFixed(1)} %` : '';

console.log(
  `\n| | ${installed}: raw, gzip, brotli | ${version.replaceAll('"', '')}: raw, gzip, brotli | brotli |\n|---|---|---|---|`,
);
for (const file of ['earshot-core.wasm', 'earshot-core.mjs', 'earshot-core-js.js']) {
  const [was, is] = [sizesOf(`${HERE}/${file}`), sizesOf(`${other}/${file}`)];
  const cells = [was, is].map(({ raw, gzip, brotli }) => [raw, gzip, brotli].map((n) => n ?? '?').join(', '));
  console.log(`| ${file} | ${cells.join(' | ')} | ${change(was.brotli, is.brotli)} |`);
}

console.log(
  `\n| one fact, text to text, µs: the least of ${ROUNDS} | ${installed} | ${version.replaceAll('"', '')} |\n|---|---|---|`,
);
for (const [name, make] of /** @type {const} */ ([
  ['WebAssembly, in Node', wasmCore],
  ['without WebAssembly, in Node', scriptCore],
])) {
  const cores = [await make(HERE), await make(other)];
  const least = cores.map(() => Infinity);
  // In turns, and the least of each: whatever else the machine does is in all but that.
  for (let round = 0; round < ROUNDS; round += 1)
    for (const [n, core] of cores.entries())
      least[n] = Math.min(
        Number(least[n]),
        costOf(() => createCore(core)),
      );
  console.log(`| ${name} | ${least.map((cost) => cost.toFixed(1)).join(' | ')} |`);
}
