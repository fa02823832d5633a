// Connects to Redis and checks that it can do what the chat needs, or says in one sentence why it cannot and what to do.
import { Redis } from 'ioredis';
import { CannotStart } from './cannot-start.js';
import { SESSIONS } from './types.js';

const PATIENCE = 8; // tries to reach Redis before a request fails and the visitor is told to come again: two seconds
const START_MS = 5000;
export const LIVED = `chat:{${SESSIONS}}:lived`; // the store's own clock, as in sqlite.js

// A script that writes, like those in redis.js: starts the store's clock at the newest session of the list. KEYS: list, clock.
const BEGIN = `
local top = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
return redis.call('SETNX', KEYS[2], string.format('%.0f', tonumber(top[2]) or 0))`;

/** One connection for commands, one that listens. @param {string} url @returns {Promise<[Redis, Redis]>} */
export async function openRedis(url) {
  const name = nameOf(url);
  const clients = /** @type {[Redis, Redis]} */ ([connect(url), connect(url)]);
  let last = '';
  for (const client of clients) client.on('error', (error) => void (last = error.message || last));
  /** @type {NodeJS.Timeout | undefined} */
  let late;
  try {
    await Promise.race([probe(...clients), new Promise((_, reject) => void (late = setTimeout(() => reject(new Error(last || 'no answer')), START_MS)))]);
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

/** @param {string} url */
function connect(url) {
  const client = new Redis(url, { maxRetriesPerRequest: PATIENCE, retryStrategy: (tries) => Math.min(tries * 50, 1000) });
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

/** The address without user, password and options, for messages. @param {string} address */
function nameOf(address) {
  if (address.startsWith('/')) return address; // a Unix socket
  const { protocol, hostname, port, pathname } = read(address) ?? {};
  if (!hostname || !protocol || !['redis:', 'rediss:'].includes(protocol)) throw new CannotStart('CHAT_REDIS is not an address: it should look like redis://127.0.0.1:6379 or rediss://user:password@host:6379/0.');
  return `${protocol}//${hostname}:${port || 6379}${pathname === '/' ? '' : pathname}`;
}

/** @param {string} address */
function read(address) {
  try {
    return new URL(address);
  } catch {
    return undefined;
  }
}

/** @type {[RegExp, string][]} */
const FIXES = [
  [/WRONGPASS|NOAUTH|AUTH/, 'add the user and password to CHAT_REDIS, as in redis://user:password@host:6379'],
  [/READONLY/, 'point CHAT_REDIS at the primary, because a replica is read-only'],
  [/NOPERM/, 'allow this user to run scripts, to write to chat:* and sessions, and to use the channels sessions and session:*'],
  [/MISCONF|OOM|NOREPLICAS/, 'check its disk, memory and replicas, because it refuses writes'],
  [/LOADING/, 'start again when it has loaded its data'],
];

/** @param {string} reason */
const fixFor = (reason) => FIXES.find(([pattern]) => pattern.test(reason))?.[1] ?? 'start that Redis, or point CHAT_REDIS at another one';
