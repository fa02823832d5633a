// News within one process.

/** @returns {import('./types.js').Bus} */
export function localBus() {
  /** @type {Map<string, Set<(news: import('./types.js').News) => void>>} */
  const channels = new Map();
  return {
    publish(channel, news) {
      for (const listener of channels.get(channel) ?? []) listener(news);
    },
    async subscribe(channel, listener) {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && channels.get(channel) === listeners) channels.delete(channel);
      };
    },
    async close() {
      channels.clear();
    },
  };
}
