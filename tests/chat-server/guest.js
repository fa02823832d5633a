// A visitor for tests, with real connections. Every frame that a server sends it is held against the schema.
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { fromSchema } from './schema.js';

/** @typedef {{ origin: string }} Place */
/** @typedef {Record<string, any> & { type: string }} Frame */
/** @typedef {{ session: string, token: string }} Key */

const PATIENCE_MS = 5000;
export const HELLO = { type: 'hello', earshot: 1, session: '', token: '', after: 0, reason: null };

/** Frames as they come, and a way to wait for one. */
export class Inbox {
  /** @type {Frame[]} */
  frames = [];
  /** @type {{ fits: (frame: Frame) => boolean, found: (frame: Frame) => void }[]} */
  #waiting = [];

  /** @param {Frame} frame */
  take(frame) {
    this.note(fromSchema('server', frame));
  }

  /** @param {Frame} frame */
  note(frame) {
    this.frames.push(frame);
    for (const each of this.#waiting.filter(({ fits }) => fits(frame))) each.found(frame);
  }

  /** A frame that has come, or will. @param {string | ((frame: Frame) => boolean)} what @returns {Promise<Frame>} */
  until(what) {
    const fits = typeof what === 'string' ? (/** @type {Frame} */ { type }) => type === what : what;
    const there = this.frames.find(fits);
    if (there) return Promise.resolve(there);
    return new Promise((resolve, reject) => {
      const late = setTimeout(
        () => reject(new Error(`waited for ${what}, got ${JSON.stringify(this.frames).slice(-2000)}`)),
        PATIENCE_MS,
      );
      this.#waiting.push({ fits, found: (frame) => (clearTimeout(late), resolve(frame)) });
    });
  }

  messages() {
    return this.frames.filter(({ type }) => type === 'message');
  }

  /** What carries a number, in the order of arrival. */
  numbers() {
    return this.frames.filter(({ type }) => type === 'message' || type === 'ack').map(({ seq }) => seq);
  }
}

/** @param {Place} place @param {{ origin?: string, path?: string }} [how] */
export function connect(place, { origin = place.origin, path = '/chat' } = {}) {
  const inbox = new Inbox();
  const socket = new WebSocket(`${place.origin.replace('http', 'ws')}${path}`, { origin });
  socket.on('message', (data) => inbox.take(JSON.parse(data.toString())));
  socket.on('error', () => {});
  const raw = (/** @type {string | Buffer} */ data) => socket.send(data);
  const send = (/** @type {Frame} */ frame) => raw(JSON.stringify(fromSchema('visitor', frame)));
  return {
    socket,
    inbox,
    raw,
    send,
    until: inbox.until.bind(inbox),
    closed: once(socket, 'close').then(([code]) => code),
    close: () => socket.close(),
  };
}

/** Comes in. @param {Place} place @param {Partial<typeof HELLO> | Record<string, any>} [hello] */
export async function visit(place, hello = {}) {
  const guest = connect(place);
  await once(guest.socket, 'open');
  guest.send({ ...HELLO, ...hello });
  const { session, token, ...welcome } = await guest.until('welcome');
  const key = /** @type {Key} */ ({ session, token });
  return {
    ...guest,
    key,
    welcome,
    say: (/** @type {string} */ id, /** @type {string} */ text) => guest.send({ type: 'message', id, text }),
  };
}

/** @param {Place} place @param {unknown} body @param {Record<string, string>} [headers] */
export async function post(place, body, headers = {}) {
  const response = await fetch(`${place.origin}/chat/frames`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { origin: place.origin, 'content-type': 'application/json', ...headers },
  });
  const { frames } = /** @type {{ frames: Frame[] }} */ (await response.json());
  return { status: response.status, frames: frames.map((frame) => fromSchema('server', frame)) };
}

/** An event stream, read until it is left. @param {string} address @param {Record<string, string>} headers @param {(frame: Frame, id: string) => void} take */
export async function readEvents(address, headers, take) {
  const leaving = new AbortController();
  const response = await fetch(address, { headers, signal: leaving.signal });
  if (response.status !== 200)
    return { status: response.status, response, leave: () => leaving.abort(), over: Promise.resolve() };
  const read = async () => {
    let rest = '';
    for await (const part of /** @type {any} */ (response.body).pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + part).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data) take(JSON.parse(data), /^id: (.*)$/m.exec(block)?.[1] ?? '');
      }
    }
  };
  return { status: 200, response, leave: () => leaving.abort(), over: read().catch(() => {}) };
}

/** @param {Place} place @param {Key} key @param {number} after */
export async function listen(place, { session, token }, after, headers = {}) {
  const inbox = new Inbox();
  const events = await readEvents(
    `${place.origin}/chat/events?session=${session}&after=${after}`,
    { authorization: `Earshot ${token}`, ...headers },
    (frame, id) => {
      if (frame.type === 'message' && id !== String(frame.seq))
        throw new Error('the id of an event is the number');
      inbox.take(frame);
    },
  );
  return { ...events, inbox, until: inbox.until.bind(inbox) };
}
