// The three things a page cannot know when it is written: the hash of the built script, its own host and its other name.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @param {string} page
 * @param {{ host: string, dist: string }} where
 * @returns {Promise<string | undefined>}  Nothing where the page needs a hash and the script is not built.
 */
export async function fill(page, { host, dist }) {
  const named = page
    .replaceAll('{{origin}}', `http://${host}`)
    .replaceAll('{{other-origin}}', otherOrigin(host));
  if (!named.includes('{{integrity}}')) return named;
  const hash = await readFile(join(dist, 'earshot.js.sha384'), 'utf8').catch(() => undefined);
  return hash && named.replaceAll('{{integrity}}', hash.trim());
}

/**
 * The same server under its other name. To a browser that is another origin, which is what frames are about.
 * @param {string} host
 */
export function otherOrigin(host) {
  return `http://${host.startsWith('localhost') ? host.replace('localhost', '127.0.0.1') : host.replace('127.0.0.1', 'localhost')}`;
}
