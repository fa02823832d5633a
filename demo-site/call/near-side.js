// Where a browser has no peer connections there is no far end. The panel then shows what the microphone and the camera give
// on this page, so that everything the widget does can still be seen.
import { watchLevel } from './level.js';

/** @param {HTMLElement} panel @param {ReturnType<typeof import('./far-side.js').createFarSide>} farSide */
export function createNearSide(panel, farSide) {
  let stopLevel = () => {};
  const screen = /** @type {HTMLVideoElement | null} */ (panel.querySelector('[data-screen]'));
  panel.querySelector('[data-no-call]')?.removeAttribute('hidden');
  return {
    /** @param {MediaStream} stream */
    show(stream) {
      stopLevel();
      stopLevel = stream.getAudioTracks().length ? watchLevel(stream, farSide.showLevel) : () => {};
      farSide.showVideo(stream.getVideoTracks().length > 0);
      if (!screen) return;
      screen.srcObject = stream;
      screen.play().catch(() => {});
    },
    stop() {
      stopLevel();
      stopLevel = () => {};
      farSide.showVideo(false);
      farSide.onState('closed');
      if (screen) screen.srcObject = null;
    },
  };
}
