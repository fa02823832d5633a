// What a session needs of the part that comes when a call runs.
/** @import { Fact } from './facts.js' */
import { createLevel } from './effects/level.js';
import { createMediaSession } from './effects/media-session.js';
import { createWakeLock } from './effects/wake-lock.js';

/** @typedef {{ createCall: typeof createCall }} Calling */
/** @typedef {ReturnType<typeof createCall>} Call */

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the loop.
 * @param {Parameters<typeof createLevel>[2] & { window: Window }} page
 */
export const createCall = (dispatch, signal, page) => ({
  level: createLevel(dispatch, signal, page),
  buttons: createMediaSession(dispatch, signal, page.window.navigator),
  wakeLock: createWakeLock(signal, page.window),
});
