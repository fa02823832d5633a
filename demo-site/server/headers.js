// What each page may do. The table is the whole policy of the demo: a page that is not in it gets the row `default`.
import { otherOrigin } from './fill.js';

const OWN_FILES =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self'";
const NOBODY_FRAMES_US = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
const TRUSTED_TYPES = "require-trusted-types-for 'script'";
const OWN_DEVICES = 'microphone=(self), camera=(self), geolocation=(), display-capture=(), payment=()';

/** @typedef {{ csp: string, permissions: string }} Row */
/** @type {Record<string, Row>} `{other}` is the server's other name, a foreign origin to the browser. */
const TABLE = {
  default: { csp: `${OWN_FILES}; ${NOBODY_FRAMES_US}; ${TRUSTED_TYPES}`, permissions: OWN_DEVICES },
  '/embed/strict-csp.html': {
    csp: `default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; ${TRUSTED_TYPES}`,
    permissions: OWN_DEVICES,
  },
  '/embed/no-wasm-csp.html': { csp: "script-src 'self'", permissions: OWN_DEVICES },
  '/embed/iframe-with-allow.html': {
    csp: `${OWN_FILES}; frame-src {other}; ${NOBODY_FRAMES_US}; ${TRUSTED_TYPES}`,
    permissions: 'microphone=(self "{other}"), camera=(self "{other}")',
  },
  '/embed/iframe-without-allow.html': {
    csp: `${OWN_FILES}; frame-src {other}; ${NOBODY_FRAMES_US}; ${TRUSTED_TYPES}`,
    permissions: 'microphone=(self "{other}"), camera=(self "{other}")',
  },
  '/embed/framed.html': {
    csp: `${OWN_FILES}; base-uri 'none'; form-action 'none'; frame-ancestors {other}; ${TRUSTED_TYPES}`,
    permissions: OWN_DEVICES,
  },
};

/** @param {string} path @param {string} host @returns {Record<string, string>} */
export function headersFor(path, host) {
  const { csp, permissions } = /** @type {Row} */ (TABLE[path] ?? TABLE.default);
  const picture = path.endsWith('.svg'); // a picture opened on its own may style itself, and do nothing else
  return {
    'Content-Security-Policy': picture
      ? "default-src 'none'; style-src 'unsafe-inline'"
      : csp.replaceAll('{other}', otherOrigin(host)),
    'Permissions-Policy': permissions.replaceAll('{other}', otherOrigin(host)),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-cache',
  };
}
