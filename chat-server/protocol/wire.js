// Frames as docs/chat-protocol.md describes them: what a visitor may say, and what is said when it is not that.
import { TEXT_CHARACTERS } from '../settings/limits.js';

const ID = /^[A-Za-z0-9_-]{1,64}$/;

/** @typedef {import('../store/types.js').Reason} Reason */
/** @typedef {'bad_frame' | 'too_large' | 'too_fast' | 'no_session' | 'wrong_token' | 'full' | 'closed'} Code */
/** @typedef {{ type: 'refused', code: Code, text: string, id?: string, retry_ms?: number }} Refused */
/** @typedef {{ type: 'hello', session: string, token: string, after: number, reason: Reason | null }} Hello */
/** @typedef {{ type: 'message', id: string, text: string }} Message */
/** @typedef {{ type: 'typing', on: boolean }} Typing */
/** @typedef {Hello | Message | Typing | { type: 'forget' } | { type: 'ping' }} Frame */
/** @typedef {{ type: 'take', name: string } | { type: 'leave' }} PersonsFrame */

/** @param {Code} code @param {string} text @param {{ id?: string, retry_ms?: number }} [more] @returns {Refused} */
export const refused = (code, text, more = {}) => ({ type: 'refused', code, ...more, text });

/** @param {string} text @param {number} [longest]  Characters in a message. @returns {Frame | Refused} */
export function readFrame(text, longest) {
  try {
    return checkFrame(JSON.parse(text), longest);
  } catch {
    return refused('bad_frame', 'This is not JSON.');
  }
}

/** @param {any} frame @param {number} [longest] @returns {Frame | Refused} */
export function checkFrame(frame, longest = TEXT_CHARACTERS) {
  switch (frame?.type) {
    case 'hello':
      return hello(frame);
    case 'message':
      return message(frame, longest);
    case 'typing':
      return typeof frame.on === 'boolean'
        ? { type: 'typing', on: frame.on }
        : refused('bad_frame', '"on" must be true or false.');
    case 'forget':
    case 'ping':
      return { type: frame.type };
    default:
      return refused(
        'bad_frame',
        'A frame is an object whose "type" is hello, message, typing, forget or ping.',
      );
  }
}

/** What a person who answers may say besides. @param {any} frame @param {number} [longest] @returns {PersonsFrame | Frame | Refused} */
export function checkPersonsFrame(frame, longest) {
  if (frame?.type === 'leave') return { type: 'leave' };
  if (frame?.type === 'hello') return refused('bad_frame', 'A person says no hello.');
  if (frame?.type !== 'take') return checkFrame(frame, longest);
  const name = typeof frame.name === 'string' ? frame.name.trim() : '';
  return isName(name) ? { type: 'take', name } : refused('bad_frame', `"name" must be ${A_NAME}.`);
}

/** @param {any} frame @returns {Hello | Refused} */
function hello({ earshot, session = '', token = '', after = 0, reason = null }) {
  if (earshot !== 1) return refused('bad_frame', 'This server speaks version 1: "earshot" must be 1.');
  if (session !== '' && !isId(session)) return refused('no_session', 'There is no such session.');
  if (typeof token !== 'string' || token.length > 64)
    return refused('wrong_token', 'This token is not the one of the session.');
  if (!Number.isSafeInteger(after) || after < 0)
    return refused('bad_frame', '"after" must be a number, 0 or more.');
  const word = (/** @type {unknown} */ value) => typeof value === 'string' && /^[a-z_]{1,40}$/.test(value);
  if (reason !== null && !(word(reason?.kind) && word(reason?.cause)))
    return refused('bad_frame', '"reason" must be null, or have a "kind" and a "cause".');
  return {
    type: 'hello',
    session,
    token,
    after,
    reason: reason && { kind: reason.kind, cause: reason.cause },
  };
}

/** @param {any} frame @param {number} longest @returns {Message | Refused} */
function message({ id, text }, longest) {
  if (!isId(id)) return refused('bad_frame', '"id" must have 1 to 64 characters of A-Z a-z 0-9 _ -.');
  if (typeof text !== 'string' || text.length === 0)
    return refused('bad_frame', '"text" must be a string that says something.', { id });
  // Counting characters is slow where there are many; no character has more than two units.
  if (text.length > 2 * longest || [...text].length > longest)
    return refused('too_large', `"text" may have ${longest} characters.`, { id });
  const fit = text.replace(UNFIT, '\ufffd');
  return SHOWN.test(fit)
    ? { type: 'message', id, text: fit }
    : refused('bad_frame', '"text" must have a character that can be seen.', { id });
}

/** @param {unknown} value @returns {value is string} */
export const isId = (value) => typeof value === 'string' && ID.test(value);
// Half a character cannot be kept as UTF-8, and a NUL would end the text in SQLite.
const UNFIT = /\0|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What a script of the site says, as a text may be. @param {unknown} said @param {number} longest */
export const asText = (said, longest) =>
  [...String(said)].slice(0, longest).join('').replace(UNFIT, '\ufffd');

// Spaces, controls, and what has no shape of its own; a sign that is too new for this machine to know has one.
const SHOWN = /[^\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{DI}\u2800]/u;
// What ends a line, and what turns the direction of writing: with it, a name could read as another one.
const TURNS = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const LONGEST_NAME = 60;

/** How a sentence says what a name must be. */
export const A_NAME = `a text of 1 to ${LONGEST_NAME} characters that can be seen and do not turn the direction of writing`;
/** Who answers, as visitors read it. @param {unknown} value @returns {value is string} */
export const isName = (value) =>
  typeof value === 'string' && [...value].length <= LONGEST_NAME && SHOWN.test(value) && !TURNS.test(value);

/** The answer to a visitor who deletes a conversation, and the news for whoever else follows it. */
export const forgottenFrame = /** @type {const} */ ({ type: 'forgotten' });

/** A message as it travels. @param {import('../store/types.js').Entry} entry */
export const messageFrame = ({ id, seq, at, from, name, text }) => ({
  type: 'message',
  id,
  seq,
  at,
  from,
  ...(name && { name }),
  text,
});
/** @param {{ id: string, seq: number, at: number }} entry */
export const ackFrame = ({ id, seq, at }) => ({ type: 'ack', id, seq, at });
