// Whose page is it? Browsers let any page send to any host; only these headers tell them apart.
// Our own origin is what `Host` says, so the web server in front answers to its own names only, as own-server.js does.

/** @typedef {import('node:http').IncomingMessage} IncomingMessage */

/** @param {string[]} [others]  Origins besides our own whose pages may talk to this chat. */
export function createOrigins(others = []) {
  /** @param {{ origin?: string, host?: string }} headers */
  const ours = ({ origin = '', host }) =>
    origin === `http://${host}` || origin === `https://${host}` || others.includes(origin);
  return {
    /** A WebSocket, or anything that is sent: a browser always says from where. @param {IncomingMessage} request */
    maySend: ({ headers }) => headers.origin !== undefined && ours(headers),
    /** A page says nothing when it reads from its own origin; then Sec-Fetch-Site does, in browsers that have it. @param {IncomingMessage} request */
    mayRead: ({ headers }) =>
      headers.origin === undefined
        ? (headers['sec-fetch-site'] ?? 'same-origin') === 'same-origin'
        : ours(headers),
    /** What a browser must hear before it lets another site's page read the answer. @param {IncomingMessage} request @returns {Record<string, string>} */
    shared: ({ headers: { origin } }) =>
      origin !== undefined && others.includes(origin)
        ? {
            'access-control-allow-origin': origin,
            'access-control-allow-headers': 'authorization, content-type',
            'access-control-max-age': '600',
            'cross-origin-resource-policy': 'cross-origin',
            vary: 'Origin',
          }
        : {},
  };
}
