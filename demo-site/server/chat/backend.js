// Which store and which bus: Redis where CHAT_REDIS names one, SQLite in a file where CHAT_DB does, else SQLite in memory.
import { localBus } from './local-bus.js';

/** @param {{ redis?: string, file?: string }} [where] @returns {Promise<{ store: import('./types.js').Store, bus: import('./types.js').Bus }>} */
export async function openBackend({ redis, file = ':memory:' } = {}) {
  if (redis) return (await import('./redis.js')).redisBackend(redis);
  const bus = localBus();
  return { store: (await import('./sqlite.js')).sqliteStore({ file, bus }), bus };
}
