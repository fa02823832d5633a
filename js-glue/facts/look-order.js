// In which order permissions and devices are told, because browsers make a difference of it.
/** @import { Fact } from '../facts.js' */
/** @import { Capability } from '../words.js' */

/** Facts that come with live media. */
const GRANTS = ['request_opened', 'recovery_streamed', 'stream_attached'];

/**
 * @param {{ read: (kind: Capability) => Promise<void>,
 *   watch: (kind: Capability, pollMs: number) => Promise<void> }} permissions
 * @param {{ look: () => Promise<void>, watch: (kind: Capability, pollMs: number) => void }} devices
 * @param {AbortSignal} signal
 */
export function createLookOrder(permissions, devices, signal) {
  /** Those ordered at the start. @type {Promise<void>[] | null} */
  let first = [];

  /**
   * After a loss, devices are told before permissions: where another microphone is all that is left, Firefox would
   * ask, though it says "granted".
   * @param {Capability} kind
   */
  async function lookAndRead(kind) {
    await devices.look();
    await permissions.read(kind);
  }

  return {
    /** @param {{ kind: Capability }} order */
    read({ kind }) {
      if (first) first.push(permissions.read(kind));
      else void lookAndRead(kind);
    },
    /** @param {{ kind: Capability, poll_ms: number }} order */
    watch({ kind, poll_ms }) {
      void permissions.watch(kind, poll_ms);
      devices.watch(kind, poll_ms);
    },
    /** Names, and sometimes devices, appear with the first grant. @param {Fact} told */
    opened({ fact }) {
      if (GRANTS.includes(fact)) void devices.look();
    },
    /** At the start permissions are told before devices. */
    async begin() {
      await Promise.all(first ?? []);
      first = null;
      if (!signal.aborted) await devices.look();
    },
  };
}
