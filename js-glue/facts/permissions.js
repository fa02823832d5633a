// What the Permissions API says. It is advice: a browser that cannot answer costs nothing.
/** @import { Fact } from '../facts.js' */
/** @import { Capability, Permission } from '../words.js' */
import { listen } from '../listen.js';
import { readable } from '../readable.js';
import { tried } from '../tried.js';
import { globalNamed, unclobbered } from '../unclobbered.js';
import { seldom } from './seldom.js';

/** `default` is what the Notification API calls `prompt`. @type {Map<unknown, Permission>} */
const STATES = new Map([
  ['granted', 'granted'],
  ['prompt', 'prompt'],
  ['denied', 'denied'],
  ['default', 'prompt'],
]);
/** @param {unknown} word @returns {Permission} */
export const permissionOf = (word) => STATES.get(word) ?? 'unknown';

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Window} window
 */
export function createPermissions(dispatch, signal, window) {
  const navigator = readable(window.navigator);
  const page = unclobbered(window.document);
  /** @type {Map<Capability, Permission>} */
  const last = new Map();
  /** `status`: held, because a collected one fires no events.
   * @type {Map<Capability, { poll?: ReturnType<typeof setInterval>, status: Promise<PermissionStatus | undefined> }>} */
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

  /** @param {Capability} kind */
  async function stateOf(kind) {
    const status = await query(kind);
    if (status || kind !== 'notifications') return permissionOf(tried(() => status?.state));
    return permissionOf(tried(() => globalNamed(window, 'Notification')?.permission));
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
    const state = await stateOf(kind);
    if (before === heard) tellChange(kind, state);
  }

  const lookIfSeen = (/** @type {Capability} */ kind) => {
    if (page.visibilityState === 'visible') void lookAgain(kind);
  };
  const lookAtAll = seldom(() => watches.forEach((_, kind) => lookIfSeen(kind)), signal);
  // Coming back is when a visitor has been to the settings; a device that comes or goes is a sign, too. Not every browser
  // tells of a change by itself.
  listen(signal, page, 'visibilitychange', lookAtAll);
  listen(signal, window, 'focus', lookAtAll);
  listen(signal, window, 'pageshow', lookAtAll);
  listen(signal, navigator.mediaDevices, 'devicechange', lookAtAll);
  signal.addEventListener('abort', () => watches.forEach(({ poll }) => clearInterval(poll)));

  /** @param {Capability} kind */
  async function attend(kind) {
    const status = await query(kind);
    // A wrapper of the page may answer with something that cannot be listened on.
    tried(() =>
      listen(signal, status, 'change', () => {
        heard++;
        tellChange(kind, permissionOf(tried(() => status?.state)));
      }),
    );
    return status;
  }

  return {
    /** @param {Capability} kind @returns {Promise<void>} */
    async read(kind) {
      const before = heard;
      const state = await stateOf(kind);
      if (signal.aborted) return;
      if (before !== heard) return this.read(kind); // the answer may be older than the change
      last.set(kind, state);
      dispatch({ fact: 'permission_read', kind, state, live: false });
    },

    /** Listens once for each kind, however often the pace of the poll is changed.
     * @param {Capability} kind @param {number} pollMs  0: change events are enough. */
    async watch(kind, pollMs) {
      if (signal.aborted) return;
      const watch = watches.get(kind) ?? { status: attend(kind) };
      watches.set(kind, watch);
      clearInterval(watch.poll);
      watch.poll = pollMs > 0 ? setInterval(() => lookIfSeen(kind), pollMs) : undefined;
      await watch.status;
    },
  };
}
