// The chat's far end: JSON text frames {"type":"message","text":…} both ways, answered by a script.
import { WebSocketServer } from 'ws';
import { greeting, reply } from './agent.js';

const SIZE_LIMIT = 16 * 1024;
const GUESTS = 64; // open chats at once
const BURST = 5; // messages in one breath
const PER_SECOND = 1; // and from then on
const PATIENCE = 30; // messages over the limit before we hang up
const THINKING_MS = 400; // an answer that comes at once reads like an error message

/**
 * @param {import('node:http').Server} server
 * @param {(request: import('node:http').IncomingMessage) => boolean} knows  Is this a host name of ours?
 */
export function attachChat(server, knows) {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: SIZE_LIMIT, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    const { host, origin } = request.headers;
    const path = (request.url ?? '').split('?')[0];
    // Browsers let any page open a socket to any host; only the Origin header tells them apart.
    if (path !== '/chat' || !knows(request) || origin !== `http://${host}`) return socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    if (sockets.clients.size >= GUESTS) return socket.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    sockets.handleUpgrade(request, socket, head, converse);
  });
}

/** @param {import('ws').WebSocket} guest */
function converse(guest) {
  const admits = pace();
  let over = 0;
  /** @param {string} text */
  const say = (text) => guest.readyState === guest.OPEN && guest.send(JSON.stringify({ type: 'message', text }));
  guest.on('error', () => {}); // a frame over the limit; the library closes with 1009 by itself
  guest.on('message', (data, binary) => {
    const text = binary ? undefined : textOf(data.toString());
    if (text === undefined) return guest.close(1008, 'expected {"type":"message","text":"…"}');
    if (admits()) return void setTimeout(say, THINKING_MS, reply(text));
    if (++over === 1) say('One moment, please: a few messages at a time.');
    if (over > PATIENCE) guest.close(1008, 'too many messages');
  });
  say(greeting);
}

/** @param {string} frame @returns {string | undefined} */
function textOf(frame) {
  try {
    const { type, text } = JSON.parse(frame);
    return type === 'message' && typeof text === 'string' ? text : undefined;
  } catch {
    return undefined;
  }
}

/** A bucket that holds BURST messages and refills with time. */
function pace() {
  let left = BURST;
  let last = Date.now();
  return () => {
    const now = Date.now();
    left = Math.min(BURST, left + ((now - last) / 1000) * PER_SECOND);
    last = now;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
