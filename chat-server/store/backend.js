// Chooses the store and the bus: Redis, SQLite in a file, or SQLite in memory if that is asked for. It never replaces the store that is named.
import { CannotStart } from '../settings/cannot-start.js';
import { LIMITS } from '../settings/limits.js';
import { localBus } from './local-bus.js';

/**
 * @param {object} where
 * @param {string} [where.redis]
 * @param {string} [where.file]  A path, or `:memory:`.
 * @param {import('../settings/limits.js').Limits} [where.limits]
 * @param {(sentence: string) => void} [where.lost]  The file no longer belongs to this process, so nothing can be stored any more.
 * @returns {Promise<{ store: import('./types.js').Store, bus: import('./types.js').Bus }>}
 */
export async function openBackend({ redis, file, lost, limits = LIMITS }) {
  if (redis && file && file !== ':memory:')
    throw new CannotStart('CHAT_DB and CHAT_REDIS both name a store: unset one of them.');
  if (redis) return (await import('./redis.js')).redisBackend(redis, limits);
  if (!file)
    throw new CannotStart(
      'No store is named: set CHAT_DB to a file or to :memory:, or CHAT_REDIS to an address.',
    );
  const bus = localBus();
  return { store: (await import('./sqlite.js')).sqliteStore({ file, bus, limits, lost }), bus };
}
