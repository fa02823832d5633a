// News between processes: Redis's pub/sub.

/** @typedef {import('ioredis').Redis} Redis */

/** @param {Redis} redis @param {Redis} ears  A connection that listens can do nothing else. @returns {import('./types.js').Bus} */
export function redisBus(redis, ears) {
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
