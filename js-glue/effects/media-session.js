// Mute buttons outside of the page: on a headset, on the lock screen, in the browser's own bar.
/** @import { Fact } from '../facts.js' */
/** @import { MediaSessionWord } from '../words.js' */

const ACTIONS = /** @type {const} */ (['togglemicrophone', 'togglecamera', 'hangup']);

/**
 * `isActivating`: of Safari, which also switches by itself.
 * @typedef {(details?: { isActivating?: boolean }) => void} Handler
 * @typedef {{ setActionHandler: (action: MediaSessionWord, handler: Handler | null) => void,
 *   setMicrophoneActive?: (active: boolean) => unknown, setCameraActive?: (active: boolean) => unknown }} CallSession
 */

/** Not every browser knows every action, and some refuse while the page is hidden. @param {() => unknown} call */
function politely(call) {
  try {
    Promise.resolve(call()).catch(() => {});
  } catch {
    // Then there is no such button.
  }
}

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Navigator} navigator
 */
export function createMediaSession(dispatch, signal, navigator) {
  const mediaSession = /** @type {CallSession | undefined} */ (
    /** @type {unknown} */ (navigator.mediaSession)
  );
  let on = false;
  let told = { microphone: false, camera: false }; // what a browser takes for granted

  /** @param {boolean} wanted */
  function handle(wanted) {
    if (on === wanted) return;
    on = wanted;
    for (const action of ACTIONS) {
      /** @type {Handler} */
      const handler = ({ isActivating: activating } = {}) =>
        dispatch({ fact: 'media_session', action, ...(typeof activating === 'boolean' && { activating }) });
      politely(() => mediaSession?.setActionHandler(action, wanted ? handler : null));
    }
    told = { microphone: false, camera: false };
  }
  signal.addEventListener('abort', () => handle(false));

  return {
    /** Changes only, and nothing of a call that is over: Safari mutes the capture itself, also what a host still has open.
     * @param {{ on: boolean, microphone: boolean, camera: boolean }} order */
    set({ on: wanted, microphone, camera }) {
      handle(wanted && !signal.aborted);
      if (!on) return;
      if (told.microphone !== microphone) politely(() => mediaSession?.setMicrophoneActive?.(microphone));
      if (told.camera !== camera) politely(() => mediaSession?.setCameraActive?.(camera));
      told = { microphone, camera };
    },
  };
}
