// What a session needs of the part that comes when something is wrong, or changes.
/** @import { Fact } from './facts.js' */
import { createCameraMotion } from './effects/camera-motion.js';
import { copy } from './effects/copy.js';
import { leaveApp, openLink } from './effects/links.js';
import { createNotifications } from './effects/notifications.js';
import { createRecoveryElement } from './effects/recovery-element.js';
import { createReconfigure } from './reconfigure.js';

/** @typedef {{ createHelp: typeof createHelp }} Helping */
/** @typedef {ReturnType<typeof createHelp>} Help */

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the loop.
 * @param {Parameters<typeof createRecoveryElement>[2] & Parameters<typeof createCameraMotion>[2] & Parameters<typeof createReconfigure>[1] & { window: Window }} page
 */
export const createHelp = (dispatch, signal, page) => ({
  recovery: createRecoveryElement(dispatch, signal, page),
  frames: createCameraMotion(dispatch, signal, page),
  notifications: createNotifications(dispatch, signal, page.window),
  reconfigure: createReconfigure(dispatch, page),
  copy,
  openLink,
  leaveApp,
});
