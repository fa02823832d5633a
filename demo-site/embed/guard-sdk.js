// Stands in for the call software that many sites bring along: it opens the microphone by itself, joins a room, and can
// exchange a track in it. It knows nothing of the widget.
/** @import { FarEndMessage } from '../../widget/earshot.js' */
/** @import { Kind } from '../call/call.js' */
import { canCall, startCall } from '../call/call.js';
import { createFarEnd } from '../call/far-end.js';

const farEnd = createFarEnd(/** @type {HTMLElement} */ (document.querySelector('main')));
if (!canCall()) document.querySelector('[data-no-call]')?.removeAttribute('hidden');

export async function join() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const call = canCall() ? startCall(farEnd) : undefined;
  void call?.setTrack('microphone', stream.getAudioTracks()[0] ?? null);
  return {
    stream,
    /** @param {Kind} kind @param {MediaStreamTrack | null} track */
    replaceTrack: (kind, track) => call?.setTrack(kind, track),
    /** @param {FarEndMessage} message */
    tell: (message) => (call ? call.tellFarEnd(message) : farEnd.onMessage(message)),
    leave() {
      call?.hangUp();
      for (const track of stream.getTracks()) track.stop();
    },
  };
}
