// The core as pages get it, started in Node: as WebAssembly, and without.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
/** @import { CreateModule, Module } from '../../js-glue/load-core.js' */

const WASM = 'build/wasm/earshot-core';

/** @returns {Promise<Module>} */
export async function wasmCore() {
  /** @type {{ default(options: { wasm: Uint8Array }): Promise<Module> }} */
  const { default: createModule } = await import(pathToFileURL(resolve(`${WASM}.mjs`)).href);
  return createModule({ wasm: readFileSync(`${WASM}.wasm`) });
}

/** @returns {Promise<Module>} */
export async function scriptCore() {
  // A classic script, meant for a page: it leaves its factory in a global, and nothing else.
  runInThisContext(readFileSync(`${WASM}-js.js`, 'utf8'), { filename: `${WASM}-js.js` });
  const { EarshotCoreWithoutWasm } = /** @type {{ EarshotCoreWithoutWasm?: CreateModule }} */ (globalThis);
  assert.ok(EarshotCoreWithoutWasm, 'the global is there');
  return EarshotCoreWithoutWasm({});
}
