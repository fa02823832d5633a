// The same lines, the same answers: natively, through WebAssembly, and through the core without WebAssembly.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
/** @import { CreateModule, Module } from '../../js-glue/load-core.js' */

const WASM = 'build/wasm/earshot-core';

/** @returns {Promise<Module>} */
async function wasmCore() {
  /** @type {{ default: CreateModule }} */
  const { default: createModule } = await import(pathToFileURL(resolve(`${WASM}.mjs`)).href);
  return createModule({
    locateFile: (file) => file,
    instantiateWasm(imports, receive) {
      // Emscripten's glue is built for pages and would fetch.
      WebAssembly.instantiate(readFileSync(`${WASM}.wasm`), imports).then(({ instance, module }) => receive(instance, module));
      return {};
    },
  });
}

/** @returns {Promise<Module>} */
async function scriptCore() {
  // A classic script, meant for a page: it leaves its factory in a global, and nothing else.
  runInThisContext(readFileSync(`${WASM}-js.js`, 'utf8'), { filename: `${WASM}-js.js` });
  const { EarshotCoreWithoutWasm } = /** @type {{ EarshotCoreWithoutWasm?: CreateModule }} */ (globalThis);
  assert.ok(EarshotCoreWithoutWasm, 'the global is there');
  return EarshotCoreWithoutWasm({ locateFile: (file) => file });
}

/** Every line of a trace as it was fed, each followed by what the native core said. @param {string} file */
function native(file) {
  const { status, stdout, stderr } = spawnSync('build/native/earshot', ['replay', '--wire', file], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const lines = stdout.trimEnd().split('\n');
  return lines.flatMap((line, n) => (n % 2 === 0 ? [{ line, expected: lines[n + 1] }] : []));
}

const cores = [{ name: 'WebAssembly', core: wasmCore() }, { name: 'the core without WebAssembly', core: scriptCore() }];
const traces = readdirSync('tests/traces').filter((file) => file.endsWith('.jsonl'));

test('there are traces to replay', () => assert.ok(traces.length > 0));

for (const trace of traces) {
  for (const { name, core } of cores) {
    test(`${trace} gives the same answers natively and through ${name}`, async () => {
      const { Machine } = await core;
      const machine = new Machine();
      for (const { line, expected } of native(`tests/traces/${trace}`)) {
        const { config } = JSON.parse(line);
        const answer = config === undefined ? machine.dispatch(line) : machine.configure(JSON.stringify(config));
        assert.equal(answer, expected, line);
      }
      machine.delete();
    });
  }
}
