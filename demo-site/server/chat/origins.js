// Whose page is it? Browsers let any page send to any host; only these headers tell them apart.
// Our own origin is what `Host` says, so the web server in front answers to its own names only (OUR_NAMES in demo-server.js).

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/** @param {string[]} [others]  Origins besides our own whose pages may talk to this chat. */
export function createOrigins(others = []) {
  /** @param {{ origin?: string, host?: string }} headers */
  const ours = ({ origin = '', host }) => origin === `http://${host}` || origin === `https://${host}` || others.includes(origin);
  return {
    /** A WebSocket, or anything that is sent: a browser always says from where. @param {IncomingMessage} request */
    maySend: ({ headers }) => headers.origin !== undefined && ours(headers),
    /** A page says nothing when it reads from its own origin; then Sec-Fetch-Site does, in browsers that have it. @param {IncomingMessage} request */
    mayRead: ({ headers }) => (headers.origin === undefined ? (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin' : ours(headers)),
    /** What a browser must hear before it lets another site's page read the answer. @param {IncomingMessage} request @returns {Record<string, string>} */
    shared: ({ headers: { origin } }) => (origin !== undefined && others.includes(origin)
      ? { 'Access-Control-Allow-Origin': origin, 'Access-Control-Allow-Headers': 'authorization, content-type', 'Access-Control-Max-Age': '600', 'Cross-Origin-Resource-Policy': 'cross-origin', Vary: 'Origin' }
      : {}),
  };
}
