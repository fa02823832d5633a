// Stands in for the call software that many sites bring along: it opens the microphone by itself, joins a room, and can
// exchange a track in it. It knows nothing of the widget.
/** @import { Kind } from '../call/call.js' */
import { canCall, startCall } from '../call/call.js';
import { createFarSide } from '../call/far-side.js';

const farSide = createFarSide(/** @type {HTMLElement} */ (document.querySelector('[data-far-side]')));
if (!canCall()) document.querySelector('[data-no-call]')?.removeAttribute('hidden');

export async function join() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const call = canCall() ? startCall(farSide) : undefined;
  call?.setTrack('microphone', stream.getAudioTracks()[0] ?? null);
  return {
    stream,
    /** @param {Kind} kind @param {MediaStreamTrack | null} track */
    replaceTrack: (kind, track) => call?.setTrack(kind, track),
    leave() {
      call?.hangUp();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
