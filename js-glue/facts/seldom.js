// Browsers tell of devices in storms, and a page may raise events of its own. Looking is not free, and its answer is the same.

const GAP_MS = 350;

/**
 * At once, then at most three times a second; the last call is always followed by a look.
 * @param {() => void} look
 * @param {AbortSignal} signal
 */
export function seldom(look, signal) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let gap;
  let again = false;
  signal.addEventListener('abort', () => clearTimeout(gap));

  function now() {
    again = false;
    gap = setTimeout(() => {
      gap = undefined;
      if (again) now();
    }, GAP_MS);
    look();
  }
  return () => {
    if (signal.aborted) return;
    if (gap === undefined) now();
    else again = true;
  };
}
