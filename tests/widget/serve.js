// Serves the repository's files on loopback. `?csp=` on a page adds that policy to its answer.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** @param {number} [port]  0: any free one. */
export async function serveRepository(port = 0) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const path = join(ROOT, normalize(decodeURIComponent(url.pathname)));
    const type = TYPES[extname(path)];
    const body =
      type && path.startsWith(ROOT) && !path.includes(`${sep}.git${sep}`)
        ? await readFile(path).catch(() => null)
        : null;
    if (body === null) return void response.writeHead(404).end();
    const csp = url.searchParams.get('csp');
    response
      .writeHead(200, {
        'content-type': type,
        'cache-control': 'no-store',
        ...(csp && { 'content-security-policy': csp }),
      })
      .end(body);
  });
  await new Promise((ready, failed) =>
    server.once('error', failed).listen(port, '127.0.0.1', () => ready(undefined)),
  );
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    gallery: `http://127.0.0.1:${address.port}/tests/widget/gallery.html`,
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}
