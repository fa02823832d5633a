// Every limit of the chat: its value if nobody sets it, its unit, its range, and what it limits.
// README.md shows this table.
import { CannotStart } from './cannot-start.js';
import { checkNumber, checkObject } from './check.js';

// What the protocol promises to every visitor's side. Longer texts must not be stored, because nobody expects
// one; smaller frames must not be refused, because a visitor's side would send them again and again.
export const TEXT_CHARACTERS = 4000;
const FRAME_BYTES = 65_536;
const FRAMES_PER_REQUEST = 32;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** @param {number} value @param {string} unit @param {number} from @param {number} to @param {string} is */
const row = (value, unit, from, to, is) => ({ value, unit, from, to, is });

export const NUMBERS = {
  connections: row(2000, 'connections', 1, 1e6, 'at once, in this process'),
  perAddress: row(200, 'connections', 1, 1e6, 'of them from one address'),
  strangers: row(500, 'connections', 1, 1e6, 'that have said no hello yet; one more ends the oldest of them'),
  strangersPerAddress: row(50, 'connections', 1, 1e6, 'of them from one address'),
  bodies: row(200, 'requests', 1, 1e6, 'whose bodies are still on the way; one more ends the oldest of them'),
  bodiesPerAddress: row(50, 'requests', 1, 1e6, 'of them from one address'),
  bodyMs: row(10_000, 'ms', 100, 10 * MINUTE, 'that the body of a request has to arrive'),
  textCharacters: row(TEXT_CHARACTERS, 'characters', 1, TEXT_CHARACTERS, 'in one message'),
  frameBytes: row(FRAME_BYTES, 'bytes', FRAME_BYTES, 16_777_216, 'in one frame, and in one request'),
  framesPerRequest: row(FRAMES_PER_REQUEST, 'frames', FRAMES_PER_REQUEST, 1000, 'in one request'),
  framesAhead: row(64, 'frames', 2, 10_000, 'of one WebSocket, read ahead of those being handled'),
  bufferBytes: row(262_144, 'bytes', 1024, 1e9, 'on the way to a slow visitor; the rest waits in the store'),
  transcript: row(20_000, 'messages', 1, 1e9, 'in one session, until its visitor is refused'),
  transcriptBytes: row(4e6, 'bytes', 20_000, 1e12, 'in one session, until its visitor is refused'),
  storeMessages: row(1e8, 'messages', 1, 1e12, 'in all sessions, until visitors are refused'),
  storeBytes: row(2e10, 'bytes', 20_000, 1e15, 'in all sessions, until visitors are refused'),
  keptMs: row(
    7 * DAY,
    'ms',
    MINUTE,
    3650 * DAY,
    'that servers run from the last sign of a visitor until the transcript is deleted',
  ),
  helloMs: row(10_000, 'ms', 100, 10 * MINUTE, 'until a WebSocket without a hello is closed'),
  aliveMs: row(
    30_000,
    'ms',
    100,
    10 * MINUTE,
    'between two pings; a WebSocket that does not answer one until the next is ended',
  ),
  goodbyeMs: row(1000, 'ms', 1, MINUTE, 'that a WebSocket has to close when the server stops'),
  commentMs: row(
    15_000,
    'ms',
    100,
    15_000,
    'between two comments in an event stream, because proxies close what is silent',
  ),
  listed: row(100, 'visitors', 1, 1000, "on the operators' list"),
  listEveryMs: row(250, 'ms', 1, MINUTE, "at least between two operators' lists"),
  lockMs: row(10_000, 'ms', 100, 10 * MINUTE, 'that the disk of the SQLite file has to lock it'),
  redisStartMs: row(5000, 'ms', 100, 10 * MINUTE, 'that Redis has to answer at the start'),
  redisTries: row(
    8,
    'tries',
    1,
    1000,
    'to reach Redis before a request fails and the visitor is told to come again; 8 take two seconds',
  ),
};

/**
 * A bucket that holds `burst` and refills at `perSecond`; once empty, it opens again when it holds `pause`.
 * @typedef {{ burst: number, perSecond: number, pause?: number }} Rate
 */
export const RATES = {
  hellos: { value: { burst: 100, perSecond: 5 }, is: 'from one address' },
  messages: { value: { burst: 20, perSecond: 2, pause: 5 }, is: 'in one session' },
  addressMessages: {
    value: { burst: 500, perSecond: 20 },
    is: 'messages and new sessions, kept for one address',
  },
  addressBytes: { value: { burst: 2e6, perSecond: 5000 }, is: 'bytes, kept for one address' },
  frames: {
    value: { burst: 100, perSecond: 20, pause: 10 },
    is: 'of every kind, on one WebSocket, or over HTTP in one session',
  },
  requests: { value: { burst: 500, perSecond: 100 }, is: 'requests and new WebSockets, from one address' },
  refusals: { value: { burst: 200, perSecond: 0.5 }, is: 'on one WebSocket, until it is closed' },
};

/** @typedef {{ [Name in keyof typeof NUMBERS]: number } & { [Name in keyof typeof RATES]: Rate }} Limits */

/** @type {Readonly<Limits>} */
export const LIMITS = /** @type {any} */ (
  Object.fromEntries(
    [...Object.entries(NUMBERS), ...Object.entries(RATES)].map(([name, { value }]) => [name, value]),
  )
);

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
  for (const [name, value] of Object.entries(limits)) {
    if (name in RATES) checkRate(value, `${place}.${name}`);
    else
      checkNumber(value, `${place}.${name}`, NUMBERS[/** @type {keyof typeof NUMBERS} */ (name)], {
        whole: true,
      });
  }
  return limits;
}

/** @param {unknown} rate @param {string} place */
function checkRate(rate, place) {
  const { burst, perSecond, pause = 1 } = checkObject(rate, place, Object.keys(PARTS));
  checkNumber(burst, `${place}.burst`, PARTS.burst);
  checkNumber(perSecond, `${place}.perSecond`, PARTS.perSecond);
  checkNumber(pause, `${place}.pause`, PARTS.pause);
  if (Number(pause) <= Number(burst)) return;
  throw new CannotStart(
    `${place}.pause is ${pause}, but the bucket holds ${burst}: set it to ${burst} or less.`,
  );
}
