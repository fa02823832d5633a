// The parts of the script-tag build: classic scripts beside the first one, the only kind whose nonce and integrity hold in every engine.
// script/bundle.mjs makes `load` of what a module imports when it is wanted, and wraps each part: it leaves a function in the registry,
// which gets what it exports and finds what it imports.
import { assetUrl, scriptRights } from './assets.js';
import { loadScript } from './load-script.js';

const registry = EARSHOT_REGISTRY;

/**
 * Rejects where it cannot be had, or is something else than was built: then it has left nothing.
 * @param {string} path  "./earshot-live.js" @param {string} integrity @param {string} again  See part.js. @returns {Promise<unknown>}
 */
registry.load ??= async (path, integrity, again) => {
  const { parts, exports } = registry;
  // In earshot-all.js it is here, but that has not come to its end, where it says what others may use of it.
  await (parts[path] || loadScript(assetUrl(path + again), { integrity, ...scriptRights() }));
  if (!exports[path]) {
    const own = Object.create(null); // as a module has it: a promise looks for a `then`
    // One that was loaded and left nothing is none: that throws.
    /** @type {NonNullable<typeof parts[string]>} */ (parts[path])(own, (other) => exports[other]);
    exports[path] = own;
  }
  return exports[path];
};
