// Loads a script of our own into a page that may forbid many things.

/** @typedef {{ createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) =>
 *   { createScriptURL: (url: string) => string } }} TrustedTypes */

/** @type {ReturnType<TrustedTypes['createPolicy']> | undefined} A page may forbid to make the same policy twice. */
let policy;

/** What `script.src` accepts where the page requires Trusted Types; the text itself elsewhere. @param {string} url */
function trusted(url) {
  const { trustedTypes } = /** @type {{ trustedTypes?: TrustedTypes }} */ (globalThis);
  try {
    policy ??= trustedTypes?.createPolicy('earshot', { createScriptURL: (text) => text });
    return policy?.createScriptURL(url) ?? url;
  } catch {
    return url; // the page does not list our policy: if it enforces, the assignment will say so
  }
}

/**
 * @param {string} url
 * @param {{ integrity: string, nonce: string }} how
 * @returns {Promise<'loaded' | 'missing' | 'forbidden'>}
 */
export function loadScript(url, { integrity, nonce }) {
  return new Promise((resolve) => {
    let forbidden = false;
    /** @param {SecurityPolicyViolationEvent} event */
    const violated = ({ effectiveDirective }) => {
      if (/^(script-src|require-trusted)/.test(effectiveDirective)) forbidden = true;
    };
    document.addEventListener('securitypolicyviolation', violated);
    const script = document.createElement('script');
    /** @param {'loaded' | 'missing' | 'forbidden'} outcome */
    const done = (outcome) => {
      document.removeEventListener('securitypolicyviolation', violated);
      script.remove();
      resolve(outcome);
    };
    script.integrity = integrity;
    script.crossOrigin = 'anonymous'; // without it, no integrity for another origin
    script.nonce = nonce;
    script.onload = () => done('loaded');
    // The report of a violation may come after the error.
    script.onerror = () => setTimeout(() => done(forbidden ? 'forbidden' : 'missing'));
    try {
      script.src = trusted(url);
      document.head.append(script);
    } catch {
      done('forbidden');
    }
  });
}
