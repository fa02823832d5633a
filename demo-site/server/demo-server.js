// One http server: the pages, the built widget and the chat. Nothing here reaches beyond this machine.
import { createServer } from 'node:http';
import { readPublicFile } from './files.js';
import { fill } from './fill.js';
import { headersFor } from './headers.js';

/** The chat's page for the person who answers, with the name of the one who does so here. */
const OPERATORS_PAGE = '/chat/operator.html?name=Mei%20Tanaka';

// Answering only to these names keeps a foreign page from reaching the server through a name of its own (DNS rebinding).
const OUR_NAMES = /^(localhost|127\.0\.0\.1)(:\d+)?$/;

/** @param {{ dist: string, chat: import('../../chat-server/index.js').OpenChat }} options  `dist`: the folder of the built widget. */
export function createDemoServer({ dist, chat }) {
  const server = createServer((request, response) => {
    if (isOurs(request) && chat.serve(request, response)) return;
    void answer(request, dist)
      .catch(() => plain(500, 'The demo server stumbled over this request.'))
      .then(({ status, headers, body }) => {
        response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      });
  });
  server.on('upgrade', (request, pipe, head) => {
    pipe.on('error', () => {});
    if (!isOurs(request)) return void pipe.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    chat.upgrade(request, pipe, head);
  });
  return server;
}

/** @param {import('node:http').IncomingMessage} request */
const isOurs = (request) => OUR_NAMES.test(request.headers.host ?? '');

/** @param {import('node:http').IncomingMessage} request @param {string} dist */
async function answer(request, dist) {
  const host = request.headers.host ?? '';
  if (!isOurs(request)) return plain(421, 'This server answers to localhost and 127.0.0.1 only.');
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return plain(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });
  const path = pathOf(request.url ?? '');
  if (path === undefined) return plain(400, 'This address cannot be read.');
  if (path === '/operator.html')
    return plain(308, `Moved to ${OPERATORS_PAGE}`, { Location: OPERATORS_PAGE });
  const file = await readPublicFile(path, dist);
  if (!file) return plain(404, 'There is nothing here. The demo starts at /');
  if ('redirect' in file) return plain(308, `Moved to ${file.redirect}`, { Location: file.redirect });
  const headers = { 'Content-Type': file.type, ...headersFor(file.path, host) };
  if (!file.type.startsWith('text/html')) return { status: 200, headers, body: file.body };
  const page = await fill(file.body.toString('utf8'), { host, dist });
  return page === undefined
    ? plain(503, 'dist/ is not built yet: run script/demo.')
    : { status: 200, headers, body: page };
}

/** @param {string} url  As the client sent it, which may be anything. */
function pathOf(url) {
  try {
    return decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** @param {number} status @param {string} sentence @param {Record<string, string>} [more] */
function plain(status, sentence, more = {}) {
  return {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headersFor('', ''), ...more },
    body: `${sentence}\n`,
  };
}
