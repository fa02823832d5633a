// What a session needs of the part that comes when a call runs.
/** @import { Fact } from './facts.js' */
import { createLevel } from './effects/level.js';
import { createMediaSession } from './effects/media-session.js';
import { createOutputs } from './effects/outputs.js';
import { createWakeLock } from './effects/wake-lock.js';

/** @typedef {{ createCall: typeof createCall }} Calling */
/** @typedef {ReturnType<typeof createCall>} Call */

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal  Ends with the loop.
 * @param {Parameters<typeof createLevel>[2] & Parameters<typeof createOutputs>[2] & { window: Window }} page
 */
export function createCall(dispatch, signal, page) {
  const outputs = createOutputs(dispatch, signal, page);
  /** @param {Fact} fact */
  function heard(fact) {
    dispatch(fact);
    if (fact.fact === 'audio_context') outputs.soundIs(fact.state);
  }
  return {
    outputs,
    level: createLevel(heard, signal, page),
    buttons: createMediaSession(dispatch, signal, page.window.navigator),
    wakeLock: createWakeLock(signal, page.window),
  };
}
