// Which numbers of a session are here. They have no gaps: where one shows and stays, something was lost on the way.

/**
 * @param {number} last  All up to this one are here.
 * @param {number} patienceMs
 * @param {() => void} missing  A gap has stayed so long.
 */
export function createSeen(last, patienceMs, missing) {
  /** @type {Set<number>} Beyond a gap. */
  const ahead = new Set();
  let expected = 0; // the server has spoken of this one
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let patience;
  let waiting = false;

  function advance() {
    const before = last;
    while (ahead.delete(last + 1)) last++;
    if (last !== before) rest(); // it goes on
    if (waiting || (ahead.size === 0 && last >= expected)) return;
    waiting = true;
    patience = setTimeout(() => {
      waiting = false;
      missing();
    }, patienceMs);
  }

  function rest() {
    waiting = false;
    clearTimeout(patience);
  }

  return {
    get last() {
      return last;
    },
    /** @param {number} seq */
    note(seq) {
      if (seq <= last || ahead.has(seq)) return;
      ahead.add(seq);
      advance();
    },
    /** @param {number} seq */
    expect(seq) {
      expected = seq;
      advance();
    },
    /** Nobody has it: go on behind the gap. */
    skip() {
      last = Math.max(last, ahead.size > 0 ? Math.min(...ahead) - 1 : expected);
      advance();
    },
    restart() {
      last = expected = 0;
      ahead.clear();
    },
    /** Without a connection nothing is late. */
    rest,
  };
}
