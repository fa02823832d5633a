// What both HTTP doors, the visitors' and the operators', have in common: JSON in and out, and a stream of events.
import { headersFor } from '../headers.js';
import { FRAME_BYTES, refused } from './wire.js';

const FULL_BYTES = 256 * 1024;
const COMMENT_MS = 15_000; // proxies close what is silent

/** @typedef {import('node:http').ServerResponse} Response */

/** @param {Response} response @param {number} status @param {unknown} body @param {Record<string, string>} [more] */
export function answer(response, status, body, more = {}) {
  const text = JSON.stringify(body);
  response.writeHead(status, { ...headersFor('', ''), 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store',
    'Content-Length': Buffer.byteLength(text), ...more });
  response.end(text);
}

/** @param {import('./wire.js').Refused} frame */
export function statusOf({ code }) {
  return { bad_frame: 400, too_large: 413, too_fast: 429, no_session: 404, wrong_token: 403, full: 503, closed: 503 }[code];
}

/** @param {Response} response @param {import('./wire.js').Refused} frame @param {Record<string, string>} [more] */
export const refuse = (response, frame, more) => answer(response, statusOf(frame), { frames: [frame] }, more);

/** The object that was posted. @param {import('node:http').IncomingMessage} request @returns {Promise<Record<string, any> | import('./wire.js').Refused>} */
export async function readBody(request) {
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refused('bad_frame', 'Frames are posted as application/json.');
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size <= FRAME_BYTES) parts.push(part);
    else if (size > 16 * FRAME_BYTES) break; // read on a little, so that the answer is read too, but not for ever
  }
  if (size > FRAME_BYTES) return refused('too_large', `A request may have ${FRAME_BYTES} bytes.`);
  try {
    const body = JSON.parse(Buffer.concat(parts).toString('utf8'));
    if (body && typeof body === 'object' && !Array.isArray(body)) return body;
  } catch {}
  return refused('bad_frame', 'The body must be a JSON object.');
}

/** Begins a stream of events. @param {Response} response @param {Record<string, string>} [more] @returns {import('./follower.js').Sink} */
export function eventStream(response, more = {}) {
  // X-Accel-Buffering: nginx would keep events until it has enough of them.
  response.writeHead(200, { ...headersFor('', ''), 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no', ...more });
  response.write(':\n\n');
  const comment = setInterval(() => response.write(':\n\n'), COMMENT_MS);
  response.on('close', () => clearInterval(comment));
  const full = () => response.writableLength > FULL_BYTES;
  return {
    write(frame) {
      if (response.writable) response.write(`${'seq' in frame ? `id: ${frame.seq}\n` : ''}data: ${JSON.stringify(frame)}\n\n`);
    },
    full,
    async ready() {
      if (full() && response.writable) {
        await new Promise((resolve) => {
          response.once('drain', resolve);
          response.once('close', resolve);
        });
      }
      if (!response.writable) throw new Error('closed');
    },
  };
}
