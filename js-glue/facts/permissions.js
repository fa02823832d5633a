// What the Permissions API says. It is advice: a browser that cannot answer costs nothing.
/** @import { Capability, Fact, Permission } from '../contract.js' */

const KNOWN = /** @type {readonly string[]} */ (['granted', 'prompt', 'denied']);

/** @param {PermissionStatus | undefined} status @returns {Permission} */
const stateOf = (status) => (status && KNOWN.includes(status.state) ? /** @type {Permission} */ (status.state) : 'unknown');

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Window} window
 */
export function createPermissions(dispatch, signal, window) {
  const { document, navigator } = window;
  /** @type {Map<Capability, Permission>} */
  const last = new Map();
  /** @type {Map<Capability, { ended: AbortController, status?: PermissionStatus }>} */
  const watches = new Map();
  let heard = 0; // counts change events, so that an answer from before one of them is not taken for news

  /** Always a new status object: WebKitGTK never updates an old one. @param {Capability} kind */
  async function query(kind) {
    try {
      return await navigator.permissions.query({ name: /** @type {PermissionName} */ (kind) });
    } catch {
      return undefined; // no such API, or no such name in it
    }
  }

  /** @param {Capability} kind @param {Permission} state */
  function tellChange(kind, state) {
    if (signal.aborted || last.get(kind) === state) return;
    last.set(kind, state);
    dispatch({ fact: 'permission_read', kind, state, live: true });
  }

  /** @param {Capability} kind */
  async function lookAgain(kind) {
    const before = heard;
    const state = stateOf(await query(kind));
    if (before === heard) tellChange(kind, state);
  }

  const lookAtAll = () => {
    if (document.visibilityState === 'visible') watches.forEach((_, kind) => void lookAgain(kind));
  };
  // Coming back is when a visitor has been to the settings. Not every browser tells of that by itself.
  document.addEventListener('visibilitychange', lookAtAll, { signal });
  window.addEventListener('focus', lookAtAll, { signal });
  window.addEventListener('pageshow', lookAtAll, { signal });
  signal.addEventListener('abort', () => watches.forEach(({ ended }) => ended.abort()), { once: true });

  return {
    /** @param {Capability} kind */
    async read(kind) {
      const state = stateOf(await query(kind));
      if (signal.aborted) return;
      last.set(kind, state);
      dispatch({ fact: 'permission_read', kind, state, live: false });
    },

    /** @param {Capability} kind @param {number} pollMs  0: change events are enough. */
    async watch(kind, pollMs) {
      watches.get(kind)?.ended.abort();
      const watch = /** @type {{ ended: AbortController, status?: PermissionStatus }} */ ({ ended: new AbortController() });
      watches.set(kind, watch); // holds the status too: a collected one fires no events
      if (pollMs > 0) {
        const poll = setInterval(() => document.visibilityState === 'visible' && lookAgain(kind), pollMs);
        watch.ended.signal.addEventListener('abort', () => clearInterval(poll), { once: true });
      }
      const status = (watch.status = await query(kind));
      if (!status || watch.ended.signal.aborted) return;
      const changed = () => {
        heard++;
        tellChange(kind, stateOf(status));
      };
      status.addEventListener('change', changed, { signal: watch.ended.signal });
    },
  };
}
