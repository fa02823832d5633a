// Every limit of the chat: its value if nobody sets it, its unit, its range, and what it limits. README.md shows this table.
import { CannotStart } from './cannot-start.js';
import { checkNumber, checkObject } from './check.js';

// What the protocol promises to every visitor's side. Longer texts must not be stored, because nobody expects one; smaller frames must not be
// refused, because a visitor's side would send them again and again.
export const TEXT_CHARACTERS = 4000;
const FRAME_BYTES = 65_536;
const FRAMES_PER_REQUEST = 32;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @typedef {{ value: number, unit: string, from: number, to: number, is: string }} Row */
export const NUMBERS = {
  connections: { value: 2000, unit: 'connections', from: 1, to: 1e6, is: 'at once, in this process' },
  perAddress: { value: 200, unit: 'connections', from: 1, to: 1e6, is: 'of them from one address; behind a proxy that is everybody' },
  textCharacters: { value: TEXT_CHARACTERS, unit: 'characters', from: 1, to: TEXT_CHARACTERS, is: 'in one message' },
  frameBytes: { value: FRAME_BYTES, unit: 'bytes', from: FRAME_BYTES, to: 16_777_216, is: 'in one frame, and in one request' },
  framesPerRequest: { value: FRAMES_PER_REQUEST, unit: 'frames', from: FRAMES_PER_REQUEST, to: 1000, is: 'in one request' },
  framesAhead: { value: 64, unit: 'frames', from: 2, to: 10_000, is: 'of one WebSocket, read ahead of those being handled' },
  bufferBytes: {
    value: 262_144, unit: 'bytes', from: 1024, to: 1e9,
    is: 'that a slow visitor may have on the way; the rest waits in the store',
  },
  transcript: { value: 20_000, unit: 'messages', from: 1, to: 1e9, is: 'in one session' },
  keptMs: {
    value: 7 * DAY, unit: 'ms', from: MINUTE, to: 3650 * DAY,
    is: 'that servers run from the last sign of a visitor until the transcript is deleted',
  },
  helloMs: { value: 10_000, unit: 'ms', from: 100, to: 10 * MINUTE, is: 'until a WebSocket without a hello is closed' },
  aliveMs: {
    value: 30_000, unit: 'ms', from: 100, to: 10 * MINUTE,
    is: 'between two pings; a WebSocket that does not answer one until the next is ended',
  },
  goodbyeMs: { value: 1000, unit: 'ms', from: 1, to: MINUTE, is: 'that a WebSocket has to close when the server stops' },
  commentMs: {
    value: 15_000, unit: 'ms', from: 100, to: 15_000,
    is: 'between two comments in an event stream, because proxies close what is silent',
  },
  listed: { value: 100, unit: 'visitors', from: 1, to: 1000, is: "on the operators' list" },
  listEveryMs: { value: 250, unit: 'ms', from: 1, to: MINUTE, is: "at least between two operators' lists" },
  lockMs: { value: 10_000, unit: 'ms', from: 100, to: 10 * MINUTE, is: 'that the disk of the SQLite file has to lock it' },
  redisStartMs: { value: 5000, unit: 'ms', from: 100, to: 10 * MINUTE, is: 'that Redis has to answer at the start' },
  redisTries: {
    value: 8, unit: 'tries', from: 1, to: 1000,
    is: 'to reach Redis before a request fails and the visitor is told to come again; 8 take two seconds',
  },
};

/** A bucket that holds `burst` and refills at `perSecond`; once empty, it opens again when it holds `pause`. */
/** @typedef {{ burst: number, perSecond: number, pause?: number }} Rate */
export const RATES = {
  hellos: { value: { burst: 100, perSecond: 5 }, is: 'from one address' },
  messages: { value: { burst: 20, perSecond: 2, pause: 5 }, is: 'in one session' },
  frames: { value: { burst: 100, perSecond: 20, pause: 10 }, is: 'of every kind, on one WebSocket' },
  refusals: { value: { burst: 200, perSecond: 0.5 }, is: 'on one WebSocket, until it is closed' },
};

/** @typedef {{ [Name in keyof typeof NUMBERS]: number } & { [Name in keyof typeof RATES]: Rate }} Limits */

/** @type {Readonly<Limits>} */
export const LIMITS = /** @type {any} */ (Object.fromEntries(
  [...Object.entries(NUMBERS), ...Object.entries(RATES)].map(([name, { value }]) => [name, value]),
));

const PARTS = {
  burst: { unit: 'at once', from: 1, to: 1e9 },
  perSecond: { unit: 'per second', from: 0.0001, to: 1e9 },
  pause: { unit: 'at once', from: 1, to: 1e9 },
};

/**
 * The limits with what was set in place of the usual values.
 * @param {unknown} [set] @param {string} [place]  How the sentence names it: `limits`, or `CHAT_LIMITS`.
 * @returns {Limits}
 */
export function readLimits(set = {}, place = 'limits') {
  const limits = { ...LIMITS, ...checkObject(set, place, Object.keys(LIMITS)) };
  for (const [name, row] of Object.entries(NUMBERS)) checkNumber(limits[/** @type {keyof typeof NUMBERS} */ (name)], `${place}.${name}`, row, { whole: true });
  for (const name of Object.keys(RATES)) checkRate(limits[/** @type {keyof typeof RATES} */ (name)], `${place}.${name}`);
  return limits;
}

/** @param {unknown} rate @param {string} place */
function checkRate(rate, place) {
  const { burst, perSecond, pause = 1 } = checkObject(rate, place, Object.keys(PARTS));
  checkNumber(burst, `${place}.burst`, PARTS.burst);
  checkNumber(perSecond, `${place}.perSecond`, PARTS.perSecond);
  checkNumber(pause, `${place}.pause`, PARTS.pause);
  if (/** @type {number} */ (pause) <= /** @type {number} */ (burst)) return;
  throw new CannotStart(`${place}.pause is ${pause}, but the bucket holds ${burst}: set it to ${burst} or less.`);
}
