// Chooses the store and the bus: Redis, SQLite in a file, or SQLite in memory if that is asked for. It never replaces the store that is named.
import { CannotStart } from './cannot-start.js';
import { localBus } from './local-bus.js';

/**
 * @param {{ redis?: string, file?: string, lost?: (sentence: string) => void }} where  `file`: a path, or `:memory:`. `lost`: the file no
 *   longer belongs to this process, so nothing can be stored any more.
 * @returns {Promise<{ store: import('./types.js').Store, bus: import('./types.js').Bus }>}
 */
export async function openBackend({ redis, file, lost }) {
  if (redis && file && file !== ':memory:') throw new CannotStart('CHAT_DB and CHAT_REDIS both name a store: unset one of them.');
  if (redis) return (await import('./redis.js')).redisBackend(redis);
  if (!file) throw new CannotStart('No store is named: set CHAT_DB to a file or to :memory:, or CHAT_REDIS to an address.');
  const bus = localBus();
  return { store: (await import('./sqlite.js')).sqliteStore({ file, bus, lost }), bus };
}
