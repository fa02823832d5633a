// Puts the chat together, and its doors: /chat, /chat/frames, /chat/events, and those for operators.
import { createChat } from './conversation/chat.js';
import { createPace } from './conversation/pace.js';
import { forOperators } from './operator/doors.js';
import { createOperatorPage } from './operator/page.js';
import { readChatSettings } from './settings/settings.js';
import { openBackend } from './store/backend.js';
import { tellOutages } from './store/outage.js';
import { refused } from './protocol/wire.js';
import { createAddresses } from './transport/addresses.js';
import { createHttpFrames } from './transport/http-frames.js';
import { overHttp } from './transport/http.js';
import { createOrigins } from './transport/origins.js';
import { overWebSocket } from './transport/websocket.js';

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {Awaited<ReturnType<typeof openChat>>} OpenChat */

/**
 * Rejects with CannotStart where a setting or the store cannot be used.
 * @param {import('./settings/settings.js').ChatSettings} given
 */
export async function openChat(given) {
  const {
    origins: others,
    proxies,
    headers,
    script,
    operatorToken,
    limits,
    tell,
    ...place
  } = readChatSettings(given);
  const { store, bus } = await openBackend({ ...place, limits });
  const chat = createChat({ store: tellOutages(store, tell), bus, script, limits });
  const origins = createOrigins(others);
  const addressOf = createAddresses(proxies);
  const knocks = createPace(limits.requests);
  const http = createHttpFrames({ headers, limits, addressOf });
  const upgrade = overWebSocket(chat, addressOf);
  const visitors = overHttp(chat, origins, http, addressOf);
  const operators = forOperators(chat, origins, http, operatorToken);
  const page = createOperatorPage(headers);
  /** @typedef {(request: Request, response: Response, asked: URLSearchParams) => Promise<void>} Door */
  /** @type {Record<string, Door>} */
  const doors = {
    'POST /chat/frames': visitors.frames,
    'GET /chat/events': visitors.events,
    'POST /chat/operator/frames': operators.frames,
    'GET /chat/operator/events': operators.events,
  };

  return {
    operatorToken,
    close: chat.close,
    /** Throws where the store cannot be read. */
    check: async () => void (await chat.store.listSessions(1)),
    /** Answers what is for the chat; false: it is not. @param {Request} request @param {Response} response */
    serve(request, response) {
      const [path = '', query = ''] = (request.url ?? '').split('?');
      if (request.method === 'OPTIONS' && path.startsWith('/chat/')) {
        response.writeHead(204, origins.shared(request)).end();
        return true;
      }
      const door = doors[`${request.method} ${path}`];
      if (!door) return page(request, response);
      const wait = knocks(addressOf(request));
      if (wait) {
        const no = refused('too_fast', 'Too many requests come from this address.', { retry_ms: wait });
        http.refuse(response, no, origins.shared(request));
        return true;
      }
      door(request, response, new URLSearchParams(query)).catch(() => {
        // The store is away. Half an answer is ended, so that the visitor comes again.
        if (response.headersSent || request.socket.destroyed) response.end();
        else http.answer(response, 503, { frames: [chat.closing()] }, origins.shared(request));
      });
      return true;
    },
    /** @param {Request} request @param {import('node:stream').Duplex} pipe @param {Buffer} head */
    upgrade(request, pipe, head) {
      pipe.on('error', () => {}); // it was cut before anybody listened
      const path = (request.url ?? '').split('?')[0];
      if (path !== '/chat' || !origins.maySend(request))
        return void pipe.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      if (knocks(addressOf(request))) return void pipe.end('HTTP/1.1 429 Too Many Requests\r\n\r\n');
      upgrade(request, pipe, head);
    },
  };
}
