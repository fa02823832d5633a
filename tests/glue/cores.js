// The core as pages get it, started in Node: as WebAssembly, and without.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
/** @import { CreateModule, Module } from '../../js-glue/load-core.js' */

/** script/newer-emscripten compares another build. */
const BUILT = process.env.EARSHOT_CORE ?? 'build/wasm';

/** @param {string} [folder] @returns {Promise<Module>} */
export async function wasmCore(folder = BUILT) {
  /** @type {{ default(options: { wasm: Uint8Array }): Promise<Module> }} */
  const { default: createModule } = await import(pathToFileURL(resolve(`${folder}/earshot-core.mjs`)).href);
  return createModule({ wasm: readFileSync(`${folder}/earshot-core.wasm`) });
}

/** @param {string} [folder] @returns {Promise<Module>} */
export async function scriptCore(folder = BUILT) {
  const file = `${folder}/earshot-core-js.js`;
  // A classic script, meant for a page: it leaves its factory in a global, and nothing else.
  runInThisContext(readFileSync(file, 'utf8'), { filename: file });
  const { EarshotCoreWithoutWasm } = /** @type {{ EarshotCoreWithoutWasm?: CreateModule }} */ (globalThis);
  assert.ok(EarshotCoreWithoutWasm, 'the global is there');
  return EarshotCoreWithoutWasm({});
}
