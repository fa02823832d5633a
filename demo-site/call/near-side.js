// Where a browser has no peer connections there is no far end. The panel then shows what the microphone and the camera give
// on this page, so that everything the widget does can still be seen.
import { watchLevel } from './level.js';

/** @param {HTMLElement} panel @param {ReturnType<typeof import('./far-end.js').createFarEnd>} farEnd */
export function createNearSide(panel, farEnd) {
  let stopLevel = () => {};
  const screen = /** @type {HTMLVideoElement | null} */ (panel.querySelector('[data-screen]'));
  panel.querySelector('[data-no-call]')?.removeAttribute('hidden');
  return {
    /** @param {MediaStream} stream */
    show(stream) {
      stopLevel();
      stopLevel = stream.getAudioTracks().length ? watchLevel(stream, farEnd.showLevel) : () => {};
      farEnd.showVideo(stream.getVideoTracks().length > 0);
      if (!screen) return;
      screen.srcObject = stream;
      screen.play().catch(() => {});
    },
    stop() {
      stopLevel();
      stopLevel = () => {};
      farEnd.showVideo(false);
      farEnd.onState('closed');
      if (screen) screen.srcObject = null;
    },
  };
}
