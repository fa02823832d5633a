// Which file an address means. Everything outside demo-site/ and dist/ stays unreachable, and so does the server itself.
import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const SITE = fileURLToPath(new URL('..', import.meta.url));

/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.wasm': 'application/wasm',
  '.sha384': 'text/plain; charset=utf-8',
};

/**
 * @param {string} path  Decoded, beginning with a slash.
 * @param {string} dist
 * @returns {Promise<{ path: string, type: string, body: Buffer } | { redirect: string } | undefined>}
 */
export async function readPublicFile(path, dist) {
  if (path === '/favicon.ico') path = '/pictures/leaf.svg';
  if (path.endsWith('/')) path += 'index.html';
  const segments = path.split('/').slice(1);
  if (segments.some((name) => name === '' || name.startsWith('.') || /[\\\0]/.test(name))) return undefined;
  if (segments[0] === 'server' || segments[0] === 'server.mjs') return undefined;
  const built = segments[0] === 'dist';
  const root = built ? dist : SITE;
  try {
    // The real path also sees through a symbolic link that leads out of the folder.
    const file = await realpath(join(root, ...(built ? segments.slice(1) : segments)));
    if (!file.startsWith(`${await realpath(root)}${sep}`)) return undefined;
    if ((await stat(file)).isDirectory()) return built ? undefined : { redirect: `${path}/` };
    const type = TYPES[extname(file)];
    return type ? { path, type, body: await readFile(file) } : undefined;
  } catch {
    return undefined;
  }
}
