// The parts of the script-tag build: classic scripts beside the first one, the only kind whose nonce and integrity hold in every engine.
// script/bundle.mjs wraps each: it leaves a function under this key, which gets what it exports and finds what it imports.
import { assetUrl, scriptNonce } from './assets.js';
import { loadScript } from './load-script.js';
import { VERSION } from './version.js';

/**
 * Rejects where it cannot be had, or is something else than was built: then it has left nothing.
 * @param {string} name @param {string} integrity @returns {Promise<any>}
 */
export async function loadScriptPart(name, integrity) {
  const file = `earshot-${name}.js`;
  const { parts, exports } = /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis))[
    Symbol.for(`earshot ${VERSION}`)
  ];
  if (!parts[file]) await loadScript(assetUrl(file), { integrity, nonce: scriptNonce() });
  const own = exports[file] ?? {};
  if (!exports[file]) parts[file](own, (/** @type {string} */ other) => exports[other.slice(2)]);
  return (exports[file] = own);
}
