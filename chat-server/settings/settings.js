// What whoever starts the chat hands in. Everything is checked here, before a store or a door is opened.
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { isIP } from 'node:net';
import { CannotStart } from './cannot-start.js';
import { checkNumber, checkObject, quoted } from './check.js';
import { readLimits } from './limits.js';
import { operatorToken } from '../operator/token.js';
import { A_NAME, isName } from '../protocol/wire.js';

/**
 * Who answers while no person does. `thinkingMs`: from 0 to 60,000 ms, because an answer that comes at once
 * reads like an error message.
 * @typedef {{ name: string, greeting: string, thinkingMs: number, reply(text: string): string }} Script
 */

/**
 * @typedef {object} ChatSettings
 * @property {string} [file]  Where SQLite keeps transcripts: a path, or `:memory:`. This or `redis` is needed.
 * @property {string} [redis]  The address of a Redis, for several processes: `redis://127.0.0.1:6379`.
 * @property {string[]} [origins]  Other sites whose pages may use the chat: `https://shop.example`. Unset: none.
 * @property {string[]} [proxies]  The addresses of your own proxies, as the server sees them: what they write into `X-Forwarded-For` is
 *   where a visitor comes from. Unset: none, and a proxy counts as one visitor.
 * @property {Record<string, string>} [headers]  What each answer carries besides its own. Unset: HEADERS.
 * @property {Script | null} [script]  Unset: nobody but people answer.
 * @property {string} [operatorToken]  The key to the operators' page: 32 to 256 characters. Unset: a new one.
 * @property {Partial<import('./limits.js').Limits>} [limits]  What differs from LIMITS. A rate is replaced whole.
 * @property {(sentence: string) => void} [lost]  The file no longer belongs to this process, which should exit:
 *   nothing is stored any more.
 * @property {(sentence: string) => void} [tell]  The store began to fail, or works again. Unset: `console.error`.
 */

/** What answers carry unless the host has its own headers: the operators' page may load its files, no more. */
export const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
    "require-trusted-types-for 'script'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const LONGEST_THOUGHT = 60_000;
const NAMES = [
  'file',
  'redis',
  'origins',
  'proxies',
  'headers',
  'script',
  'operatorToken',
  'limits',
  'lost',
  'tell',
];

/** @param {ChatSettings} given */
export function readChatSettings(given) {
  checkObject(given, 'settings', NAMES);
  const {
    file,
    redis,
    origins = [],
    proxies = [],
    headers = HEADERS,
    script,
    operatorToken: token,
    limits,
  } = given;
  return {
    file,
    redis,
    lost: checkHook(given.lost ?? (() => {}), 'lost'),
    tell: checkHook(given.tell ?? console.error, 'tell'),
    origins: checkOrigins(origins, 'origins'),
    proxies: checkProxies(proxies, 'proxies'),
    headers: checkHeaders(headers),
    script: checkScript(script ?? undefined, 'script'),
    operatorToken: operatorToken(token),
    limits: readLimits(limits),
  };
}

/** @template {Function} Hook @param {Hook} hook @param {string} place */
function checkHook(hook, place) {
  if (typeof hook === 'function') return hook;
  throw new CannotStart(`${place} is ${quoted(hook)}: hand in a function that takes a sentence.`);
}

/** @param {unknown} origins @param {string} place @returns {string[]} */
export function checkOrigins(origins, place) {
  if (!Array.isArray(origins)) {
    throw new CannotStart(`${place} is ${quoted(origins)}: hand in a list such as ["https://shop.example"].`);
  }
  for (const origin of origins) {
    const right = originOf(origin);
    if (right === origin) continue;
    const fix = `write ${right ?? 'it like https://shop.example'}`;
    throw new CannotStart(`${place} holds ${quoted(origin)}, which no browser sends as an origin: ${fix}.`);
  }
  return origins;
}

/** @param {unknown} proxies @param {string} place @returns {string[]} */
export function checkProxies(proxies, place) {
  if (!Array.isArray(proxies)) {
    throw new CannotStart(`${place} is ${quoted(proxies)}: hand in a list such as ["10.0.0.2"].`);
  }
  const wrong = proxies.find((each) => typeof each !== 'string' || !isIP(each));
  if (wrong === undefined) return proxies;
  throw new CannotStart(`${place} holds ${quoted(wrong)}, which is no address: write it like 10.0.0.2.`);
}

/** As browsers write it. `null` is a page in a sandbox. @param {unknown} text */
function originOf(text) {
  if (text === 'null') return text;
  try {
    const { origin, protocol } = new URL(String(text));
    return ['http:', 'https:'].includes(protocol) ? origin : undefined;
  } catch {
    return undefined;
  }
}

/**
 * In lower case, so that the chat's own headers replace them.
 * @param {unknown} headers
 * @returns {Record<string, string>}
 */
function checkHeaders(headers) {
  const given = checkObject(headers, 'headers', Object.keys(headers ?? {}));
  for (const [name, value] of Object.entries(given)) {
    try {
      validateHeaderName(name);
      validateHeaderValue(name, /** @type {string} */ (value));
    } catch {
      const fix = 'correct its name or value, or remove it';
      throw new CannotStart(`headers[${quoted(name)}] is ${quoted(value)}, which HTTP cannot carry: ${fix}.`);
    }
  }
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}

/** @param {unknown} script @param {string} place @returns {Script | undefined} */
export function checkScript(script, place) {
  if (script === undefined) return undefined;
  const { name, greeting, thinkingMs, reply } = checkObject(script, place, [
    'name',
    'greeting',
    'thinkingMs',
    'reply',
  ]);
  if (!isName(name)) throw new CannotStart(`${place}.name is ${quoted(name)}: set it to ${A_NAME}.`);
  if (!saysSomething(greeting)) {
    throw new CannotStart(
      `${place}.greeting is ${quoted(greeting)}: set it to the first thing that visitors read.`,
    );
  }
  checkNumber(thinkingMs, `${place}.thinkingMs`, { from: 0, to: LONGEST_THOUGHT, unit: 'ms' });
  if (typeof reply !== 'function') {
    const fix = "set it to a function from a visitor's text to the answer";
    throw new CannotStart(`${place}.reply is ${quoted(reply)}: ${fix}.`);
  }
  return /** @type {Script} */ (script);
}

/** @param {unknown} text @returns {text is string} */
const saysSomething = (text) => typeof text === 'string' && text.trim() !== '';
