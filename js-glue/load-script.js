// Loads a script of our own into a page that may forbid many things.
import { tried } from './tried.js';
import { globalNamed, unclobbered } from './unclobbered.js';

/** @typedef {{ createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) =>
 *   { createScriptURL: (url: string) => string } }} TrustedTypes */

/** A page may forbid to make the same policy twice, or at all: null. @type {ReturnType<TrustedTypes['createPolicy']> | undefined | null} */
let policy;

/** @returns {typeof policy} */
const makePolicy = () =>
  tried(
    () =>
      /** @type {TrustedTypes | undefined} */ (globalNamed(globalThis, 'trustedTypes'))?.createPolicy(
        'earshot',
        { createScriptURL: (text) => text },
      ),
    null,
  );

/**
 * Settles when the script has run; rejects where it cannot.
 * @param {string} url
 * @param {{ integrity: string, nonce: string, strict: boolean }} how  `strict`: the page holds our own script to its hash, so nothing
 *   is loaded that cannot be held to one.
 */
export async function loadScript(url, { integrity, nonce, strict }) {
  if (policy !== null) policy ??= makePolicy();
  // Our policy is not on the page's list of Trusted Types. A module asks for none, but cannot be held to its hash.
  if (policy === null && !strict) return void (await import(url));
  const script = unclobbered(document).createElement('script');
  script.integrity = integrity;
  script.crossOrigin = 'anonymous'; // without it, no integrity for another origin
  script.nonce = nonce;
  try {
    await new Promise((/** @type {(none?: undefined) => void} */ resolve, reject) => {
      script.onload = () => resolve(); // an event could be taken for a promise, where a script has given every object a `then`
      script.onerror = () => reject(new Error(url));
      script.src = policy?.createScriptURL(url) ?? url; // a text where the page requires more throws
      unclobbered(document).head.append(script);
    });
  } finally {
    script.remove();
  }
}
