// The page on which a person answers, for a browser on this machine: it needs no files but its own.
import { readFileSync, readdirSync } from 'node:fs';
import { extname } from 'node:path';
import { isNear } from './doors.js';

const FOLDER = new URL('page/', import.meta.url);
const PAGE = 'operator.html';
/** @type {Record<string, string>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};
/** @type {Map<string, { type: string, body: Buffer }>} By address. */
const FILES = new Map(
  readdirSync(FOLDER).map((name) => [
    name === PAGE ? `/chat/${PAGE}` : `/chat/operator/${name}`,
    { type: TYPES[extname(name)] ?? 'application/octet-stream', body: readFileSync(new URL(name, FOLDER)) },
  ]),
);

/** @param {Record<string, string>} headers  Those of the host. */
export function createOperatorPage(headers) {
  /**
   * Answers if it is asked for one of its files.
   * @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response
   */
  return (request, response) => {
    const [path = ''] = (request.url ?? '').split('?');
    const file = request.method === 'GET' && isNear(request) ? FILES.get(path) : undefined;
    if (!file) return false;
    const own = {
      'content-type': file.type,
      'cache-control': 'no-cache',
      'content-length': file.body.length,
    };
    response.writeHead(200, { ...headers, ...own });
    response.end(file.body);
    return true;
  };
}
