// Tells whoever runs the server that the store began to fail, and that it works again. Visitors are refused one by one.

/** @param {import('./types.js').Store} store @param {(sentence: string) => void} tell @returns {import('./types.js').Store} */
export function tellOutages(store, tell) {
  let failing = false;

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
    createSession: watched(store.createSession),
    change: watched(store.change),
    append: watched(store.append),
  };
}
