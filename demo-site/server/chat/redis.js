// Transcripts and news in Redis, for several processes: a stream for each session, whose ids are our numbers, and pub/sub.
import { Redis } from 'ioredis';
import { SESSIONS, channelOf } from './types.js';

const KEPT_S = 7 * 24 * 3600; // as in sqlite.js
const PATIENCE = 8; // tries to reach Redis before a request fails and the visitor is told to come again

// All of it or nothing, whoever else writes at the same time. The keys of a session share a slot of a cluster.
// KEYS: session, ids, stream. ARGV: sender:id, message without number, at, 1 where no person may have it, channel, seconds.
const APPEND = `
local first = redis.call('HGET', KEYS[2], ARGV[1])
if first then return first end
local taken = redis.call('HGET', KEYS[1], 'taken')
if not taken or (ARGV[4] == '1' and taken ~= '') then return false end
local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
local entry = string.sub(ARGV[2], 1, -2) .. ',"seq":' .. seq .. '}'
redis.call('XADD', KEYS[3], seq .. '-0', 'entry', entry)
redis.call('HSET', KEYS[2], ARGV[1], seq .. ' ' .. ARGV[3])
for _, key in ipairs(KEYS) do redis.call('EXPIRE', key, ARGV[6]) end
redis.call('PUBLISH', ARGV[5], '{"type":"entry","entry":' .. entry .. '}')
return seq .. ' ' .. ARGV[3] .. ' fresh'`;

/** @param {string} session */
const keysOf = (session) => /** @type {const} */ ([`chat:{${session}}`, `chat:{${session}}:ids`, `chat:{${session}}:log`]);

/** @param {string} url @returns {{ store: import('./types.js').Store, bus: import('./types.js').Bus }} */
export function redisBackend(url) {
  const redis = connect(url);
  redis.defineCommand('appendEntry', { numberOfKeys: 3, lua: APPEND });
  return { store: redisStore(redis), bus: redisBus(redis, connect(url)) };
}

/** @param {string} url */
function connect(url) {
  const client = new Redis(url, { maxRetriesPerRequest: PATIENCE, retryStrategy: (tries) => Math.min(tries * 50, 1000) });
  client.on('error', () => {}); // it tries again by itself, and the requests that wait for it fail with their own error
  return client;
}

/** @param {Redis} redis @returns {import('./types.js').Store} */
function redisStore(redis) {
  const session = async (/** @type {string} */ id) => sessionOf(id, await redis.hgetall(keysOf(id)[0]));
  return {
    async createSession({ id, tokenHash, reason, at }) {
      const [key] = keysOf(id);
      await redis.hset(key, { tokenHash, reason: JSON.stringify(reason), seq: 0, taken: '', began: at, seen: at });
      await redis.expire(key, KEPT_S);
      await redis.zadd(SESSIONS, at, id);
    },
    session,
    async change(id, { taken, reason, seen }) {
      const [key] = keysOf(id);
      if (!(await redis.exists(key))) return;
      const members = { ...(taken !== undefined && { taken }), ...(reason && { reason: JSON.stringify(reason) }), ...(seen && { seen }) };
      await redis.hset(key, members);
      if (!seen) return;
      await redis.zadd(SESSIONS, seen, id);
      for (const each of keysOf(id)) await redis.expire(each, KEPT_S);
    },
    async append(id, draft, { untaken = false } = {}) {
      const given = await /** @type {any} */ (redis).appendEntry(...keysOf(id), `${draft.from}:${draft.id}`, JSON.stringify(draft), draft.at,
        untaken ? '1' : '0', channelOf(id), KEPT_S);
      if (!given) return undefined;
      const [seq, at, fresh] = String(given).split(' ');
      return { ...draft, seq: Number(seq), at: Number(at), fresh: fresh === 'fresh' };
    },
    async after(id, seq, limit) {
      const found = await redis.xrange(keysOf(id)[2], `(${seq}-0`, '+', 'COUNT', limit);
      return found.map(([, [, entry]]) => JSON.parse(entry ?? ''));
    },
    async listSessions(limit) {
      await redis.zremrangebyscore(SESSIONS, 0, Date.now() - KEPT_S * 1000);
      const ids = await redis.zrevrange(SESSIONS, 0, limit - 1);
      const all = await Promise.all(ids.map(session));
      return all.filter((each) => each !== undefined);
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** @param {string} id @param {Record<string, string>} row @returns {import('./types.js').Session | undefined} */
function sessionOf(id, { tokenHash, reason = 'null', seq, taken = '', began, seen }) {
  return tokenHash ? { id, tokenHash, reason: JSON.parse(reason), seq: Number(seq), taken, began: Number(began), seen: Number(seen) } : undefined;
}

/** @param {Redis} redis @param {Redis} ears  A connection that listens can do nothing else. @returns {import('./types.js').Bus} */
function redisBus(redis, ears) {
  /** @type {Map<string, Set<(news: import('./types.js').News) => void>>} */
  const channels = new Map();
  ears.on('message', (channel, text) => {
    for (const listener of channels.get(channel) ?? []) listener(JSON.parse(text));
  });
  // Redis keeps nothing for those who were away. Whoever follows a session looks into the store for what was missed.
  ears.on('ready', () => {
    for (const listeners of channels.values()) for (const listener of listeners) listener({ type: 'again' });
  });
  return {
    publish(channel, news) {
      redis.publish(channel, JSON.stringify(news)).catch(() => {}); // typing and lists: the next one makes up for it
    },
    async subscribe(channel, listener) {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      const leave = () => {
        listeners.delete(listener);
        if (listeners.size > 0 || channels.get(channel) !== listeners) return;
        channels.delete(channel);
        ears.unsubscribe(channel).catch(() => {});
      };
      try {
        await ears.subscribe(channel); // again for a second listener: it must not read the store before the ears are open
      } catch (error) {
        leave();
        throw error;
      }
      return leave;
    },
    async close() {
      channels.clear();
      ears.disconnect();
    },
  };
}
