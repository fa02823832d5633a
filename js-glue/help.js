// What a session needs of the part that comes when something is wrong.
/** @import { Fact } from './facts.js' */
import { createCameraMotion } from './effects/camera-motion.js';
import { copy } from './effects/copy.js';
import { leaveApp, openLink } from './effects/links.js';
import { createRecoveryElement } from './effects/recovery-element.js';

/** @typedef {{ createHelp: typeof createHelp }} Helping */
/** @typedef {ReturnType<typeof createHelp>} Help */

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the loop.
 * @param {Parameters<typeof createRecoveryElement>[2] & Parameters<typeof createCameraMotion>[2]} page
 */
export const createHelp = (dispatch, signal, page) => ({
  recovery: createRecoveryElement(dispatch, signal, page),
  frames: createCameraMotion(dispatch, signal, page),
  copy,
  openLink,
  leaveApp,
});
