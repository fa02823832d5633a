// The same build with something wrong with one of its files, at /faulty/FAULT/FILE/: as servers, caches, networks and policies do it.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
/** @import { ServerResponse } from 'node:http' */

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

/** What becomes of the file. `slow` and whatever else waits is answered when the test mends it.
 * @type {Record<string, (response: ServerResponse, content: Buffer, type: string) => void>} */
const ACTS = {
  missing: (response) => void response.writeHead(404).end('Not found'),
  cut: (response) => void response.destroy(),
  // A site of one page answers everything with that page.
  page: (response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Home</title>'),
  empty: (response, _content, type) => void response.writeHead(200, { 'content-type': type }).end(),
  tampered: (response, content, type) =>
    void response.writeHead(200, { 'content-type': type }).end(`${content}\nalert('tampered');`),
  slow() {},
  forbidden: (response, content, type) => void response.writeHead(200, { 'content-type': type }).end(content),
};
export const FAULTS = Object.keys(ACTS);

/** Of two that can do the same work, the one is asked for where the other is missing. @type {Record<string, string>} */
const WITHOUT = { 'earshot-core-js.js': 'earshot-core.wasm' };

export function createFaults() {
  let mended = false;
  /** @type {(() => void)[]} */
  const waiting = [];

  return {
    /** Answers with whether it has, or will. @param {string} pathname @param {ServerResponse} response @param {string} type  Of the file, rightly. */
    serve(pathname, response, type) {
      const [, fault = '', whose = '', below = ''] =
        /^\/faulty\/(\w+)\/((?:texts\/)?[\w.-]+)\/(.+)$/.exec(pathname) ?? [];
      if (!fault) return false;
      const content = readFileSync(join(DIST, below));
      const rightly = () =>
        response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(content);
      response.setHeader('cache-control', 'no-store');
      if (!mended && below === WITHOUT[whose]) ACTS.missing?.(response, content, type);
      else if (mended || below !== whose) rightly();
      else if (fault === 'slow') waiting.push(rightly);
      else ACTS[fault]?.(response, content, type);
      return true;
    },
    /** The policy of the page with that fault. @param {string} fault @param {string} whose @param {string} origin */
    policyOf(fault, whose, origin) {
      if (fault !== 'forbidden') return {};
      const files = /** @type {string[]} */ (readdirSync(DIST, { recursive: true }));
      const but = (/** @type {RegExp} */ kind) =>
        files
          .filter((file) => kind.test(file) && file !== whose)
          .map((file) => `${origin}/faulty/${fault}/${whose}/${file}`)
          .join(' ');
      return {
        'content-security-policy': `script-src 'unsafe-inline' 'wasm-unsafe-eval' ${origin}/pages/ ${but(/^[\w-]+\.m?js$/)}; connect-src ${but(/\.(wasm|json)$/)} ${origin.replace('http', 'ws')}/chat`,
      };
    },
    /** From now on every file is what it should be. */
    mend(on = true) {
      mended = on;
      if (on) for (const answer of waiting.splice(0)) answer();
    },
  };
}
