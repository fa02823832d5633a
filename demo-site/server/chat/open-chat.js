// Puts the chat together, and its doors on a web server: /chat, /chat/frames, /chat/events, and those for operators.
import { openBackend } from './backend.js';
import { createChat } from './chat.js';
import { answer } from './http-frames.js';
import { operatorToken } from './operator-token.js';
import { forOperators } from './operator.js';
import { createOrigins } from './origins.js';
import { overHttp } from './over-http.js';
import { overWebSocket } from './over-websocket.js';
import { assistant } from './script.js';
import { tellTroubles } from './troubles.js';

/**
 * @typedef {object} ChatOptions
 * @property {string} [file]  Where SQLite keeps transcripts: a path, or `:memory:`.
 * @property {string} [redis]  Instead: the address of a Redis server, for several processes.
 * @property {(sentence: string) => void} [lost]  The file no longer belongs to this process, which should exit.
 * @property {(sentence: string) => void} [tell]  Called when the store begins to fail, and when it works again.
 * @property {string[]} [origins]  Sites besides this one whose pages may talk to the chat.
 * @property {string} [operatorToken]  A new one without.
 * @property {Partial<import('./chat.js').Limits>} [limits]
 * @property {import('./chat.js').Script | null} [script]  Null: nobody but people answer.
 */
/** @typedef {Awaited<ReturnType<typeof openChat>>} OpenChat */

/** @param {ChatOptions} options */
export async function openChat({ file, redis, origins: others, operatorToken: set, limits, script = assistant, lost, tell = console.error }) {
  const token = operatorToken(set);
  const { store, bus } = await openBackend({ file, redis, lost });
  const chat = createChat({ store: tellTroubles(store, tell), bus, script: script ?? undefined, limits });
  const origins = createOrigins(others);
  const upgrade = overWebSocket(chat);
  const visitors = overHttp(chat, origins);
  const operators = forOperators(chat, origins, token);
  /** @type {Record<string, (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse, asked: URLSearchParams) => Promise<void>>} */
  const doors = {
    'POST /chat/frames': visitors.frames,
    'GET /chat/events': visitors.events,
    'POST /chat/operator/frames': operators.frames,
    'GET /chat/operator/events': operators.events,
  };

  return {
    operatorToken: token,
    close: chat.close,
    /** Answers what is for the chat; false: it is not. @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
    serve(request, response) {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      if (request.method === 'OPTIONS' && path.startsWith('/chat/')) {
        response.writeHead(204, origins.shared(request)).end();
        return true;
      }
      const door = doors[`${request.method} ${path}`];
      door?.(request, response, new URLSearchParams(query)).catch(() => {
        // The store is away. Half an answer is ended, so that the visitor comes again.
        if (response.headersSent) response.end();
        else answer(response, 503, { frames: [chat.closing()] }, origins.shared(request));
      });
      return door !== undefined;
    },
    /** @param {import('node:http').IncomingMessage} request @param {import('node:stream').Duplex} pipe @param {Buffer} head */
    upgrade(request, pipe, head) {
      pipe.on('error', () => {}); // it was cut before anybody listened
      const path = (request.url ?? '').split('?')[0];
      if (path !== '/chat' || !origins.maySend(request)) return void pipe.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      upgrade(request, pipe, head);
    },
  };
}
