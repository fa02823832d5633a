/** @import { Place } from './connection.js' */
import { connectionForbidden } from '../owner/chat.js';

/** Relative addresses are the page's; what follows # is never asked for. @param {string} url @param {string} base */
export function addressAt(url, base) {
  const address = new URL(url, base);
  address.hash = '';
  return address;
}

/** @param {string} url @param {string} base @param {'' | '/frames' | '/events'} [path]  Below it, whether a slash ends it or not. */
export function httpAddress(url, base, path = '') {
  const address = addressAt(url, base);
  address.pathname = address.pathname.replace(/\/*$/, path);
  return address;
}

/** Throws where it is another protocol's. @param {URL} address */
export function ofHttp(address) {
  if (!/^https?:$/.test(address.protocol)) throw new TypeError('not http');
  return address;
}

/** Asked for with `redirect: 'manual'`: text goes only to the address that the site has configured. @param {Response} response */
export const redirects = ({ type, status }) => type === 'opaqueredirect' || (status > 299 && status < 400);

/** @param {string} url @param {string} base */
export function socketAddress(url, base) {
  const address = addressAt(url, base);
  address.protocol = address.protocol.replace('http', 'ws');
  return address;
}

/** The page's own policy may forbid the connection; whoever tries only hears that it is lost.
 * @param {URL} address @param {Place} place @returns {() => void} Stops watching. */
export function watchPolicy({ protocol, host }, { document, warn }) {
  /** @param {Event} event */
  const violated = (event) => {
    const { effectiveDirective, blockedURI } = /** @type {SecurityPolicyViolationEvent} */ (event);
    if (effectiveDirective !== 'connect-src' || !blockedURI.includes(`//${host}`)) return;
    stop(); // it is tried again and again
    warn(connectionForbidden(`${protocol}//${host}`));
  };
  const stop = () => document.removeEventListener('securitypolicyviolation', violated);
  document.addEventListener('securitypolicyviolation', violated);
  return stop;
}
