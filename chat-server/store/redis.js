// Transcripts in Redis, for several processes: a stream for each session, whose ids are our numbers.
// No key expires: expiry follows the clock of Redis's machine, and a wrong clock would delete everything at once. See `pass`.
import { LIVED, openRedis } from './redis-open.js';
import { redisBus } from './redis-bus.js';
import { SESSIONS, channelOf } from './types.js';
import { SESSION_WEIGHT, weightOf } from './weight.js';

const MINUTE = 'chat:minute'; // taken by the process that counts this minute
const TOTAL = `chat:{${SESSIONS}}:total`; // how much is kept, for the limits: see weight.js
const TICKS = 1000; // of that clock per millisecond
const AT_ONCE = 100; // sessions deleted in one go

// All of it or nothing, whoever else writes at the same time. The keys of a session share a slot of a cluster.
// KEYS: session, ids, stream. ARGV: sender:id, message without number, at, what `only` asks for, channel, weight, and the most messages and
// bytes that the session may have.
const APPEND = `
local first = redis.call('HGET', KEYS[2], ARGV[1])
if first then return first end
local now = redis.call('HMGET', KEYS[1], 'taken', 'seq', 'bytes')
if not now[1] or ARGV[4] == 'known' or (ARGV[4] == 'untaken' and now[1] ~= '') then return false end
if tonumber(now[2]) >= tonumber(ARGV[7]) then return 'full' end
if tonumber(now[3] or 0) + tonumber(ARGV[6]) > tonumber(ARGV[8]) then return 'full' end
local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
redis.call('HINCRBY', KEYS[1], 'bytes', ARGV[6])
local entry = string.sub(ARGV[2], 1, -2) .. ',"seq":' .. seq .. '}'
redis.call('XADD', KEYS[3], seq .. '-0', 'entry', entry)
redis.call('HSET', KEYS[2], ARGV[1], seq .. ' ' .. ARGV[3])
redis.call('PUBLISH', ARGV[5], '{"type":"entry","entry":' .. entry .. '}')
return seq .. ' ' .. ARGV[3] .. ' fresh'`;

// Puts a session on top of the list. KEYS: list, clock. ARGV: session.
const HEAR = `
local top = redis.call('ZREVRANGE', KEYS[1], 0, 0, 'WITHSCORES')
local heard = math.max((tonumber(top[2]) or 0) + 1, tonumber(redis.call('GET', KEYS[2]) or 0))
redis.call('ZADD', KEYS[1], string.format('%.0f', heard), ARGV[1])`;

// KEYS: session. ARGV: names and values.
const CHANGE = `
if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
redis.call('HSET', KEYS[1], unpack(ARGV))
return 1`;

// Deletes a session, unless somebody came back to it. KEYS: session, ids, stream. ARGV: `seen` and `seq` as they were, or nothing.
const FORGET = `
local now = redis.call('HMGET', KEYS[1], 'seen', 'seq', 'bytes')
if ARGV[1] and now[1] and (now[1] ~= ARGV[1] or now[2] ~= ARGV[2]) then return false end
redis.call('DEL', unpack(KEYS))
return {now[2] or '0', now[3] or '0'}`;

/** @param {string} session */
const keysOf = (session) =>
  /** @type {const} */ ([`chat:{${session}}`, `chat:{${session}}:ids`, `chat:{${session}}:log`]);

/** @typedef {import('ioredis').Redis} Redis */
/** @typedef {Redis & Record<'appendEntry' | 'hear' | 'changeSession' | 'forgetSession', (...values: (string | number)[]) => Promise<any>>} Connection */

/**
 * @param {string} url @param {import('../settings/limits.js').Limits} limits
 * @returns {Promise<{ store: import('./types.js').Store, bus: import('./types.js').Bus }>}
 */
export async function redisBackend(url, limits) {
  const [plain, ears] = await openRedis(url, limits);
  const redis = /** @type {Connection} */ (plain);
  redis.defineCommand('appendEntry', { numberOfKeys: 3, lua: APPEND });
  redis.defineCommand('hear', { numberOfKeys: 2, lua: HEAR });
  redis.defineCommand('changeSession', { numberOfKeys: 1, lua: CHANGE });
  redis.defineCommand('forgetSession', { numberOfKeys: 3, lua: FORGET });
  return { store: redisStore(redis, limits), bus: redisBus(redis, ears) };
}

/** @param {Connection} redis @param {import('../settings/limits.js').Limits} limits @returns {import('./types.js').Store} */
function redisStore(redis, limits) {
  /** In all sessions, as this process last heard. */
  const total = { messages: 0, bytes: 0 };
  // The keys of a session lie elsewhere in a cluster, so this is counted a moment later.
  const weigh = async (/** @type {number} */ messages, /** @type {number} */ bytes) => {
    [total.messages, total.bytes] = await Promise.all([
      redis.hincrby(TOTAL, 'messages', messages),
      redis.hincrby(TOTAL, 'bytes', bytes),
    ]);
  };
  const isOver = (/** @type {number} */ weight) =>
    total.messages >= limits.storeMessages || total.bytes + weight > limits.storeBytes;
  /** Another process may have made room. @param {number} weight */
  async function isFull(weight) {
    if (isOver(weight)) await weigh(0, 0);
    return isOver(weight);
  }
  const session = async (/** @type {string} */ id) => sessionOf(id, await redis.hgetall(keysOf(id)[0]));
  const hear = (/** @type {string} */ id) => redis.hear(SESSIONS, LIVED, id);
  return {
    async createSession({ id, tokenHash, reason, at }) {
      if (await isFull(SESSION_WEIGHT)) return false;
      await hear(id); // first, because a session that is not on the list is never deleted
      await redis.hset(keysOf(id)[0], {
        tokenHash,
        reason: JSON.stringify(reason),
        seq: 0,
        taken: '',
        began: at,
        seen: at,
        bytes: SESSION_WEIGHT,
      });
      await weigh(0, SESSION_WEIGHT);
      return true;
    },
    session,
    async change(id, { taken, reason, seen }) {
      const members = {
        ...(taken !== undefined && { taken }),
        ...(reason && { reason: JSON.stringify(reason) }),
        ...(seen && { seen }),
      };
      const there = await redis.changeSession(keysOf(id)[0], ...Object.entries(members).flat());
      if (there && seen) await hear(id);
    },
    async append(id, draft, { untaken = false, known = false } = {}) {
      const visitor = draft.from === 'visitor'; // only visitors are refused: who answers them is trusted, and writes little
      const weight = weightOf(draft);
      const full = visitor && !known && (await isFull(weight));
      const given = await redis.appendEntry(
        ...keysOf(id),
        `${draft.from}:${draft.id}`,
        JSON.stringify(draft),
        draft.at,
        full || known ? 'known' : untaken ? 'untaken' : '',
        channelOf(id),
        weight,
        visitor ? limits.transcript : Number.MAX_SAFE_INTEGER,
        visitor ? limits.transcriptBytes : Number.MAX_SAFE_INTEGER,
      );
      if (given === 'full') return { full: 'session' };
      if (!given) return full ? { full: 'store' } : undefined;
      const [seq, at, word] = String(given).split(' ');
      const fresh = word === 'fresh';
      if (fresh) {
        total.messages += 1;
        total.bytes += weight;
        weigh(1, weight).catch(() => {}); // the next one corrects it
      }
      if (fresh && visitor) hear(id).catch(() => {}); // only the place on the list: the next message corrects it
      return { ...draft, seq: Number(seq), at: Number(at), fresh };
    },
    async after(id, seq, limit) {
      const found = await redis.xrange(keysOf(id)[2], `(${seq}-0`, '+', 'COUNT', limit);
      return found.map(([, [, entry]]) => JSON.parse(entry ?? ''));
    },
    async forget(id) {
      if (!(await remove(id))) return;
      await redis.publish(channelOf(id), '{"type":"forgotten"}');
    },
    async listSessions(limit) {
      const ids = await redis.zrevrange(SESSIONS, 0, limit - 1);
      const all = await Promise.all(ids.map(session));
      return all.filter((each) => each !== undefined);
    },
    async pass(ms) {
      if (!(await redis.set(MINUTE, '', 'PX', Math.ceil(ms * 0.9), 'NX'))) return; // another process counts this minute
      const lived = await redis.incrby(LIVED, ms * TICKS);
      for (;;) {
        const old = await redis.zrangebyscore(
          SESSIONS,
          '-inf',
          `(${lived - limits.keptMs * TICKS}`,
          'LIMIT',
          0,
          AT_ONCE,
        );
        for (const id of old) await forgetOld(id);
        if (old.length < AT_ONCE) return;
      }
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect());
    },
  };

  /** Answers whether it did. @param {string} id @param {string[]} asItWas */
  async function remove(id, ...asItWas) {
    const gone = await redis.forgetSession(...keysOf(id), ...asItWas);
    if (!gone) return false;
    await redis.zrem(SESSIONS, id);
    await weigh(-gone[0], -gone[1]);
    return true;
  }

  /** @param {string} id */
  async function forgetOld(id) {
    const [seen, seq] = await redis.hmget(keysOf(id)[0], 'seen', 'seq');
    if (!(await remove(id, seen ?? '', seq ?? ''))) await hear(id);
  }
}

/** @param {string} id @param {Record<string, string>} row @returns {import('./types.js').Session | undefined} */
function sessionOf(id, { tokenHash, reason = 'null', seq, taken = '', began, seen }) {
  return tokenHash
    ? {
        id,
        tokenHash,
        reason: JSON.parse(reason),
        seq: Number(seq),
        taken,
        began: Number(began),
        seen: Number(seen),
      }
    : undefined;
}
