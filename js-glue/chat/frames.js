// What the server may say, made certain: docs/chat-protocol.md. Whatever else comes is no frame.
/** @import { ChatEntry } from '../chat.js' */
/** @import { ServerFrame } from './protocol.js' */
import { wallTime } from '../clock.js';

const LARGEST_FRAME = 64 * 1024;
const LONGEST_TEXT = 4000; // characters, as people count them
const LONGEST_NAME = 60;
const LONGEST_WAIT_MS = 60_000; // whatever a server says: a timer of more than 24 days fires at once
const LONGEST_WORD = 256; // ids, sessions and tokens are shorter

/** @param {unknown} value */
const string = (value) => (typeof value === 'string' ? value : '');
/** What we keep and send back. @param {unknown} value */
export const word = (value) => (typeof value === 'string' && value.length <= LONGEST_WORD ? value : '');
/** @param {unknown} value */
const counted = (value) => (Number.isSafeInteger(value) && Number(value) > 0 ? Number(value) : 0);

// Spaces, controls, and what has no shape of its own; a sign that is too new for this machine to know has one.
const SHOWN = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]/u;
// What ends a line, and what turns the direction of writing: with it, a name could read as another one.
const TURNS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Neither unseen nor longer than servers accept. @param {string} text */
export const mayBeSent = (text) => SHOWN.test(text) && [...text].length <= LONGEST_TEXT;

/** A time that a page can show; else now. @param {unknown} value */
export const timeOf = (value) =>
  Number.isFinite(value) && Math.abs(Number(value)) <= 8.64e15 ? Number(value) : wallTime();

/** A name of spaces and of what is not seen is none. @param {unknown} name */
export function nameOf(name) {
  const plain = [...string(name).replace(TURNS, '')].slice(0, LONGEST_NAME).join('');
  return SHOWN.test(plain) ? plain : '';
}

/** @param {unknown} from @returns {ChatEntry['from']} */
export const senderOf = (from) => (from === 'visitor' ? 'visitor' : 'agent');

/** @param {string} text @returns {unknown} */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {unknown} data  JSON text, or the frame itself where a transport carries objects. @returns {ServerFrame | null} */
export function readFrame(data) {
  if (typeof data === 'string' && data.length > LARGEST_FRAME) return null;
  const value = typeof data === 'string' ? parsed(data) : data;
  if (typeof value !== 'object' || value === null) return null;
  const { type, session, token, resumed, id, seq, at, from, name, text, on, code, retry_ms } =
    /** @type {Record<string, unknown>} */ (value);
  switch (type) {
    case 'welcome':
      if (!word(session)) return null;
      return {
        type,
        session: word(session),
        token: word(token),
        seq: counted(seq),
        resumed: resumed === true,
      };
    case 'message':
      if (!word(id) || !counted(seq) || typeof text !== 'string' || text.length > LARGEST_FRAME) return null;
      return {
        type,
        id: word(id),
        seq: counted(seq),
        at: timeOf(at),
        from: senderOf(from),
        name: nameOf(name),
        text,
      };
    case 'ack':
      if (!word(id) || !counted(seq)) return null;
      return { type, id: word(id), seq: counted(seq), at: timeOf(at) };
    case 'typing':
      return { type, on: on === true };
    case 'pong':
    case 'forgotten':
      return { type };
    case 'refused':
      return {
        type,
        code: word(code),
        id: word(id),
        retry_ms: Math.min(counted(retry_ms), LONGEST_WAIT_MS),
        text: string(text).slice(0, 500),
      };
    default:
      return null;
  }
}
