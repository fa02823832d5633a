// Transcripts in Redis, for several processes: a stream for each session, whose ids are our numbers.
// No key expires: expiry follows the clock of Redis's machine, and a wrong clock would delete everything at once. See `pass`.
import { LIVED, openRedis } from './redis-open.js';
import { redisBus } from './redis-bus.js';
import { SESSIONS, channelOf } from './types.js';

const MINUTE = 'chat:minute'; // taken by the process that counts this minute
const TICKS = 1000; // of that clock per millisecond
const AT_ONCE = 100; // sessions deleted in one go

// All of it or nothing, whoever else writes at the same time. The keys of a session share a slot of a cluster.
// KEYS: session, ids, stream. ARGV: sender:id, message without number, at, 1 where no person may have it, channel.
const APPEND = `
local first = redis.call('HGET', KEYS[2], ARGV[1])
if first then return first end
local taken = redis.call('HGET', KEYS[1], 'taken')
if not taken or (ARGV[4] == '1' and taken ~= '') then return false end
local seq = redis.call('HINCRBY', KEYS[1], 'seq', 1)
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

// Deletes a session, unless somebody came back to it. KEYS: session, ids, stream. ARGV: `seen` and `seq` as they were.
const FORGET = `
local now = redis.call('HMGET', KEYS[1], 'seen', 'seq')
if now[1] and (now[1] ~= ARGV[1] or now[2] ~= ARGV[2]) then return 0 end
redis.call('DEL', unpack(KEYS))
return 1`;

/** @param {string} session */
const keysOf = (session) =>
  /** @type {const} */ ([`chat:{${session}}`, `chat:{${session}}:ids`, `chat:{${session}}:log`]);

/** @typedef {import('ioredis').Redis} Redis */
/** @typedef {Redis & Record<'appendEntry' | 'hear' | 'changeSession' | 'forgetSession', (...values: (string | number)[]) => Promise<any>>} Connection */

/**
 * @param {string} url @param {{ keptMs: number } & import('./redis-open.js').Patience} limits
 * @returns {Promise<{ store: import('./types.js').Store, bus: import('./types.js').Bus }>}
 */
export async function redisBackend(url, limits) {
  const [plain, ears] = await openRedis(url, limits);
  const redis = /** @type {Connection} */ (plain);
  redis.defineCommand('appendEntry', { numberOfKeys: 3, lua: APPEND });
  redis.defineCommand('hear', { numberOfKeys: 2, lua: HEAR });
  redis.defineCommand('changeSession', { numberOfKeys: 1, lua: CHANGE });
  redis.defineCommand('forgetSession', { numberOfKeys: 3, lua: FORGET });
  return { store: redisStore(redis, limits.keptMs), bus: redisBus(redis, ears) };
}

/** @param {Connection} redis @param {number} keptMs @returns {import('./types.js').Store} */
function redisStore(redis, keptMs) {
  const session = async (/** @type {string} */ id) => sessionOf(id, await redis.hgetall(keysOf(id)[0]));
  const hear = (/** @type {string} */ id) => redis.hear(SESSIONS, LIVED, id);
  return {
    async createSession({ id, tokenHash, reason, at }) {
      await hear(id); // first, because a session that is not on the list is never deleted
      await redis.hset(keysOf(id)[0], {
        tokenHash,
        reason: JSON.stringify(reason),
        seq: 0,
        taken: '',
        began: at,
        seen: at,
      });
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
    async append(id, draft, { untaken = false } = {}) {
      const given = await redis.appendEntry(
        ...keysOf(id),
        `${draft.from}:${draft.id}`,
        JSON.stringify(draft),
        draft.at,
        untaken ? '1' : '0',
        channelOf(id),
      );
      if (!given) return undefined;
      const [seq, at, word] = String(given).split(' ');
      const fresh = word === 'fresh';
      if (fresh && draft.from === 'visitor') hear(id).catch(() => {}); // only the place on the list: the next message corrects it
      return { ...draft, seq: Number(seq), at: Number(at), fresh };
    },
    async after(id, seq, limit) {
      const found = await redis.xrange(keysOf(id)[2], `(${seq}-0`, '+', 'COUNT', limit);
      return found.map(([, [, entry]]) => JSON.parse(entry ?? ''));
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
          `(${lived - keptMs * TICKS}`,
          'LIMIT',
          0,
          AT_ONCE,
        );
        for (const id of old) await forget(id);
        if (old.length < AT_ONCE) return;
      }
    },
    async close() {
      await redis.quit().catch(() => redis.disconnect());
    },
  };

  /** @param {string} id */
  async function forget(id) {
    const [seen, seq] = await redis.hmget(keysOf(id)[0], 'seen', 'seq');
    if (await redis.forgetSession(...keysOf(id), seen ?? '', seq ?? '')) await redis.zrem(SESSIONS, id);
    else await hear(id);
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
