// A web server with nothing but the chat. It answers to its own names only: that keeps a foreign page from
// reaching it through a name of its own (DNS rebinding), and a chat takes the name that it is asked under for
// its own origin.
import { createServer } from 'node:http';

// Whoever opens a connection says at once what for.
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
const LOCAL = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @param {object} options
 * @param {import('../open-chat.js').OpenChat} options.chat
 * @param {string[]} options.names  Besides those of this machine for itself.
 * @param {Record<string, string>} options.headers
 */
export function createOwnServer({ chat, names, headers }) {
  const all = [...new Set([...LOCAL, ...names.map((name) => name.toLowerCase())])];
  /** @param {import('node:http').IncomingMessage} request */
  const isOurs = ({ headers: { host = '' } }) => all.includes(host.replace(/:\d+$/, '').toLowerCase());

  const server = createServer(PATIENCE, async (request, response) => {
    /** @param {number} status @param {string} sentence */
    function say(status, sentence) {
      const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
      response.writeHead(status, { ...headers, ...own }).end(`${sentence}\n`);
    }
    if (!isOurs(request)) {
      return say(421, `This server answers to ${all.join(', ')} only: add the name to CHAT_NAMES.`);
    }
    if (chat.serve(request, response)) return;
    if (request.url !== '/health') return say(404, 'There is nothing here but a chat, at /chat.');
    await chat.check().then(
      () => say(200, 'The chat works.'),
      () => say(503, 'The store cannot be read.'),
    );
  });
  server.on('upgrade', (request, pipe, head) => {
    pipe.on('error', () => {});
    if (!isOurs(request)) return void pipe.end('HTTP/1.1 421 Misdirected Request\r\n\r\n');
    chat.upgrade(request, pipe, head);
  });
  return server;
}
