// The core as pages get it, started in Node: as WebAssembly, and without.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInThisContext } from 'node:vm';
/** @import { CreateModule, Module } from '../../js-glue/load-core.js' */

/** The folder of another build: script/newer-emscripten compares one. */
const WASM = `${process.env.EARSHOT_CORE ?? 'build/wasm'}/earshot-core`;

/** @returns {Promise<Module>} */
export async function wasmCore() {
  /** @type {{ default: CreateModule }} */
  const { default: createModule } = await import(pathToFileURL(resolve(`${WASM}.mjs`)).href);
  return createModule({
    locateFile: (file) => file,
    instantiateWasm(imports, receive) {
      // Emscripten's glue is built for pages and would fetch.
      WebAssembly.instantiate(readFileSync(`${WASM}.wasm`), imports).then(({ instance, module }) =>
        receive(instance, module),
      );
      return {};
    },
  });
}

/** @returns {Promise<Module>} */
export async function scriptCore() {
  // A classic script, meant for a page: it leaves its factory in a global, and nothing else.
  runInThisContext(readFileSync(`${WASM}-js.js`, 'utf8'), { filename: `${WASM}-js.js` });
  const { EarshotCoreWithoutWasm } = /** @type {{ EarshotCoreWithoutWasm?: CreateModule }} */ (globalThis);
  assert.ok(EarshotCoreWithoutWasm, 'the global is there');
  return EarshotCoreWithoutWasm({ locateFile: (file) => file });
}
