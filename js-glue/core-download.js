// The core's way to the page. It begins with the first file, beside everything else that is loaded; load-core.js makes a module of it.
import { WASM_INTEGRITY, assetUrl } from './assets.js';
import { globalNamed } from './unclobbered.js';

/** Why there is none: this browser has no WebAssembly, the page's policy forbids it, or the file could not be had.
 * @typedef {{ stopped: 'unsupported' | 'forbidden' | 'missing', error: unknown, url: string }} NoDownload */

const HEADER = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0); // the smallest module

/** Where WebAssembly may run, the file; where it may not, why. Never rejects.
 * @param {string} url @param {string} integrity @returns {Promise<Response | NoDownload>} */
export async function downloadWasm(url, integrity) {
  /** @param {NoDownload['stopped']} stopped @param {unknown} error @returns {NoDownload} */
  const none = (stopped, error) => ({ stopped, error, url });
  if (typeof globalNamed(globalThis, 'WebAssembly') !== 'object')
    return none('unsupported', 'no WebAssembly');
  try {
    new WebAssembly.Module(HEADER); // `validate` would say yes where the page's policy says no
  } catch (error) {
    return none('forbidden', error);
  }
  try {
    // As a page asks that preloads it (`<link rel="preload" as="fetch" crossorigin>`): otherwise it would come twice.
    return await fetch(url, { integrity, credentials: 'same-origin' });
  } catch (error) {
    return none('missing', error);
  }
}

/** @type {Promise<Response | NoDownload> | undefined} */
let coming;

/** Before anybody asks for it. */
export function beginDownload() {
  coming ??= downloadWasm(assetUrl('earshot-core.wasm'), WASM_INTEGRITY);
}

/** What has begun, or begins now; a response is read once. */
export function takeDownload() {
  beginDownload();
  const taken = /** @type {Promise<Response | NoDownload>} */ (coming);
  coming = undefined;
  return taken;
}
