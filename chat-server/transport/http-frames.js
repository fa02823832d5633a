// What both HTTP doors, the visitors' and the operators', have in common: JSON in and out, a stream of events.
import { refused } from '../protocol/wire.js';
import { createWaitingRoom } from './waiting-room.js';

/** @typedef {import('node:http').ServerResponse} Response */
/** @typedef {Record<string, string>} Headers */
/** @typedef {import('../protocol/wire.js').Refused} Refused */
/** @typedef {ReturnType<typeof createHttpFrames>} HttpFrames */

const STATUS = {
  bad_frame: 400,
  too_large: 413,
  too_fast: 429,
  no_session: 404,
  wrong_token: 403,
  full: 503,
  closed: 503,
};

/**
 * @param {object} settings
 * @param {Headers} settings.headers  Those of the host.
 * @param {import('../settings/limits.js').Limits} settings.limits
 * @param {(request: import('node:http').IncomingMessage) => string} settings.addressOf
 */
export function createHttpFrames({ headers, limits, addressOf }) {
  const { frameBytes, bufferBytes, commentMs, bodyMs } = limits;
  const room = createWaitingRoom({ most: limits.bodies, perAddress: limits.bodiesPerAddress });

  /** @param {Response} response @param {number} status @param {unknown} body @param {Headers} [more] */
  function answer(response, status, body, more = {}) {
    const text = JSON.stringify(body);
    response.writeHead(status, {
      ...headers,
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
      ...more,
    });
    response.end(text);
  }

  /** @param {Response} response @param {Refused} frame @param {Headers} [more] */
  const refuse = (response, frame, more) => answer(response, STATUS[frame.code], { frames: [frame] }, more);

  /**
   * The object that was posted. What it holds is a stranger's, so it is told from a refusal by nothing that is in it.
   * @param {import('node:http').IncomingMessage} request
   * @returns {Promise<{ body: Record<string, any>, no?: undefined } | { body?: undefined, no: Refused }>}
   */
  async function readBody(request) {
    if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
      return { no: refused('bad_frame', 'Frames are posted as application/json.') };
    }
    const text = await collect(request);
    if (text === undefined) return { no: refused('too_large', `A request may have ${frameBytes} bytes.`) };
    try {
      const body = JSON.parse(text);
      if (body && typeof body === 'object' && !Array.isArray(body)) return { body };
    } catch {}
    return { no: refused('bad_frame', 'The body must be a JSON object.') };
  }

  /** Nothing, where it is too long. Throws, where it does not come. @param {import('node:http').IncomingMessage} request */
  async function collect(request) {
    const cut = () => void request.destroy();
    const leave = room(addressOf(request), cut);
    const late = setTimeout(cut, bodyMs);
    const parts = [];
    let size = 0;
    try {
      for await (const part of request) {
        size += part.length;
        if (size <= frameBytes) parts.push(part);
        else if (size > 16 * frameBytes) break; // read on, so that the answer is read too, but not for ever
      }
    } finally {
      clearTimeout(late);
      leave();
    }
    return size > frameBytes ? undefined : Buffer.concat(parts).toString('utf8');
  }

  /**
   * Begins a stream of events.
   * @param {Response} response @param {Headers} [more]
   * @returns {import('../conversation/delivery.js').Sink}
   */
  function eventStream(response, more = {}) {
    // X-Accel-Buffering: nginx would keep events until it has enough of them.
    response.writeHead(200, {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      ...more,
    });
    response.write(':\n\n');
    let drained = 0; // at the last comment
    const comment = setInterval(() => {
      const before = drained;
      drained = (response.socket?.bytesWritten ?? 0) - response.writableLength;
      if (full() && drained === before) return void response.destroy(); // nobody reads, and the place is another's
      response.write(':\n\n');
    }, commentMs);
    const full = () => response.writableLength > bufferBytes;
    /** @type {(() => void)[]} */
    const waiters = [];
    // Not by `drain`, which comes only where Node's own buffer was full, too.
    const wake = () => {
      if (response.writable && full()) return;
      for (const waiter of waiters.splice(0)) waiter();
    };
    response.on('close', () => {
      clearInterval(comment);
      wake();
    });
    return {
      write(frame) {
        const id = 'seq' in frame ? `id: ${frame.seq}\n` : '';
        if (response.writable) response.write(`${id}data: ${JSON.stringify(frame)}\n\n`, wake);
      },
      full,
      async ready() {
        if (full() && response.writable)
          await new Promise((resolve) => waiters.push(() => resolve(undefined)));
        if (!response.writable) throw new Error('closed');
      },
    };
  }

  return { answer, refuse, readBody, eventStream };
}
