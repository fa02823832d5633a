// Tells whoever runs the server that the store began to fail or is full, and that it works again. Visitors are refused one by one.

import { performance } from 'node:perf_hooks';

const TOLD_EVERY_MS = 3_600_000; // that it is full; it may be full and not by turns

/** @param {import('./types.js').Store} store @param {(sentence: string) => void} tell @returns {import('./types.js').Store} */
export function tellOutages(store, tell) {
  let failing = false;
  let fullSince = -Infinity; // told

  /** @param {boolean} now */
  function noteRoom(now) {
    if (!now || performance.now() - fullSince < TOLD_EVERY_MS) return;
    fullSince = performance.now();
    tell(
      'The chat store is full: visitors are refused until transcripts are deleted. Raise storeBytes or storeMessages of the limits to keep more.',
    );
  }

  /** @template {unknown[]} Given @template Answer @param {(...given: Given) => Promise<Answer>} ask */
  const watched =
    (ask) =>
    async (/** @type {Given} */ ...given) => {
      try {
        const answer = await ask(...given);
        if (failing) tell('The chat store works again.');
        failing = false;
        return answer;
      } catch (error) {
        if (!failing)
          tell(
            `The chat store fails (${/** @type {Error} */ (error).message}): no message is acknowledged until it works again.`,
          );
        failing = true;
        throw error;
      }
    };
  // Writes only: a full disk can still be read.
  return {
    ...store,
    createSession: watched(async (session) => {
      const created = await store.createSession(session);
      noteRoom(!created);
      return created;
    }),
    change: watched(store.change),
    append: watched(async (session, draft, only) => {
      const entry = await store.append(session, draft, only);
      if (entry && draft.from === 'visitor') noteRoom(entry.full === 'store');
      return entry;
    }),
    forget: watched(store.forget),
  };
}
