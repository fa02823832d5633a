// Why the core cannot run on a page, and what its owner can do about that.
/** @import { Reason } from '../load-core.js' */
/** @import { Site } from './site.js' */
import { assetUrl } from '../assets.js';

/** @type {Record<Reason, string>} */
export const NO_CORE = {
  unsupported: 'this browser has no WebAssembly, and the version without it did not load',
  missing: 'earshot-core.wasm is not beside the script, or could not be reached',
  wrong_type: 'something else was served in place of earshot-core.wasm',
  forbidden: "the page's Content Security Policy forbids it",
  broken: 'earshot-core.wasm is not the one this script was built with, or it does not run',
  late: 'nothing has answered yet',
};

/** Where our files come from, in the words of a Content Security Policy. @param {Site} site */
function sourceOf({ location }) {
  const { origin } = new URL(assetUrl('earshot-core.wasm'));
  return origin === location.origin ? "'self'" : origin;
}

const BUNDLER =
  "Bundlers: copy earshot-core.wasm from node_modules/earshot/dist beside the bundle. Vite's dev server: optimizeDeps: { exclude: ['earshot'] }";

/** @param {Reason} reason @param {Site} site @param {unknown} [bundled] @returns {string[]} */
export function coreFixOf(reason, site, bundled = import.meta.bundled) {
  const source = sourceOf(site);
  const file = assetUrl('earshot-core.wasm');
  const stranger =
    source === "'self'"
      ? []
      : [
          `Access-Control-Allow-Origin: ${site.location.origin}   ← with every file there, as it is another origin`,
        ];
  const also = [...stranger, ...(bundled ? [BUNDLER] : [])];
  switch (reason) {
    case 'forbidden':
      return [
        `Content-Security-Policy: script-src ${source} 'wasm-unsafe-eval'; connect-src ${source}   ← beside what these lines hold already`,
      ];
    case 'missing':
    case 'late':
      return [`${file}   ← must answer`, ...also];
    case 'wrong_type':
      return [`${file}   ← must answer with Content-Type: application/wasm`, ...also];
    case 'broken':
      return ['Upload all files of one build together.'];
    case 'unsupported':
      return [`${assetUrl('earshot-core-js.js')}   ← must answer`];
  }
}
