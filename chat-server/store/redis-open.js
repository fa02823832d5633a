// Connects to Redis and checks that it can do what the chat needs, or says in one sentence why it cannot and what to do.
import { Redis } from 'ioredis';
import { CannotStart } from '../settings/cannot-start.js';
import { nameOf } from './redis-address.js';
import { SESSIONS } from './types.js';

export const LIVED = `chat:{${SESSIONS}}:lived`; // the store's own clock, as in sqlite.js

// A script that writes, like those in redis.js: starts the store's clock at the newest session of the list. KEYS: list, clock.
const BEGIN = `
local top = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return redis.call('SETNX', KEYS[2], string.format('%.0f', tonumber(top[2]) or 0))`;

/** @typedef {{ redisTries: number, redisStartMs: number }} Patience */

/** One connection for commands, one that listens. @param {string} url @param {Patience} patience @returns {Promise<[Redis, Redis]>} */
export async function openRedis(url, { redisTries, redisStartMs }) {
  const name = nameOf(url);
  const clients = /** @type {[Redis, Redis]} */ ([connect(url, redisTries), connect(url, redisTries)]);
  let last = '';
  for (const client of clients) client.on('error', (error) => void (last = error.message || last));
  /** @type {NodeJS.Timeout | undefined} */
  let late;
  try {
    const tooLate = new Promise(
      (_, reject) => void (late = setTimeout(() => reject(new Error(last || 'no answer')), redisStartMs)),
    );
    await Promise.race([probe(...clients), tooLate]);
    return clients;
  } catch (error) {
    for (const client of clients) client.disconnect();
    const { name: kind, message } = /** @type {Error} */ (error);
    const reason = (kind === 'MaxRetriesPerRequestError' ? last : message) || 'no answer';
    throw new CannotStart(`${name} cannot be used (${firstSentence(reason)}): ${fixFor(reason)}.`);
  } finally {
    clearTimeout(late);
  }
}

/** @param {string} url @param {number} tries */
function connect(url, tries) {
  const client = new Redis(url, {
    maxRetriesPerRequest: tries,
    retryStrategy: (tried) => Math.min(tried * 50, 1000),
  });
  client.on('error', () => {}); // it reconnects by itself, and the requests that wait for it fail with their own error
  return client;
}

/** @param {Redis} redis @param {Redis} ears */
async function probe(redis, ears) {
  await redis.eval(BEGIN, 2, SESSIONS, LIVED);
  await ears.subscribe(SESSIONS);
  await redis.publish(SESSIONS, '{"type":"session"}');
  await ears.unsubscribe(SESSIONS);
}

const firstSentence = (/** @type {string} */ text) => text.replace(/\s+/g, ' ').replace(/\.( .*)?$/, '');

/** @type {[RegExp, string][]} */
const FIXES = [
  [/WRONGPASS|NOAUTH|AUTH/, 'add the user and password to CHAT_REDIS, as in redis://user:password@host:6379'],
  [/READONLY/, 'point CHAT_REDIS at the primary, because a replica is read-only'],
  [
    /NOPERM/,
    'allow this user to run scripts, to write to chat:* and sessions, and to use the channels sessions and session:*',
  ],
  [/MISCONF|OOM|NOREPLICAS/, 'check its disk, memory and replicas, because it refuses writes'],
  [/LOADING/, 'start again when it has loaded its data'],
];

/** @param {string} reason */
const fixFor = (reason) =>
  FIXES.find(([pattern]) => pattern.test(reason))?.[1] ??
  'start that Redis, or point CHAT_REDIS at another one';
