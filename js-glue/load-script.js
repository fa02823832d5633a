// Loads a script of our own into a page that may forbid many things.
import { globalNamed, unclobbered } from './unclobbered.js';

/** @typedef {{ createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) =>
 *   { createScriptURL: (url: string) => string } }} TrustedTypes */

/** @type {ReturnType<TrustedTypes['createPolicy']> | undefined} A page may forbid to make the same policy twice. */
let policy;

/** What `script.src` accepts where the page requires Trusted Types; the text itself elsewhere. @param {string} url */
function trusted(url) {
  /** @type {TrustedTypes | undefined} */
  const trustedTypes = globalNamed(globalThis, 'trustedTypes');
  try {
    policy ??= trustedTypes?.createPolicy('earshot', { createScriptURL: (text) => text });
    return policy?.createScriptURL(url) ?? url;
  } catch {
    return url; // the page does not list our policy: if it enforces, the assignment will say so
  }
}

/**
 * Settles when the script has run, or cannot.
 * @param {string} url
 * @param {{ integrity: string, nonce: string }} how
 */
export async function loadScript(url, { integrity, nonce }) {
  const script = unclobbered(document).createElement('script');
  script.integrity = integrity;
  script.crossOrigin = 'anonymous'; // without it, no integrity for another origin
  script.nonce = nonce;
  try {
    await new Promise((resolve, reject) => {
      script.onload = resolve;
      script.onerror = reject;
      script.src = trusted(url);
      unclobbered(document).head.append(script);
    });
  } finally {
    script.remove();
  }
}
