// Joins the widget to a call. All that a host page has to do is here: take the stream, pass on replaced tracks and words
// for the far end, hang up.
/** @import { EarshotWidgetElement, FarEndMessage } from '../../widget/earshot.js' */
/** @import { Call } from './call.js' */
import { canCall, startCall } from './call.js';
import { createFarEnd } from './far-end.js';
import { createNearSide } from './near-side.js';

/** @param {EarshotWidgetElement} widget @param {HTMLElement} panel */
export function openRoom(widget, panel) {
  const farEnd = createFarEnd(panel);
  const nearSide = canCall() ? undefined : createNearSide(panel, farEnd);
  /** @type {Call | undefined} */
  let call;

  /** @param {MediaStream} stream */
  function send(stream) {
    call ??= startCall(farEnd);
    if (widget.message) call.tellFarEnd(widget.message);
    call.setTrack('microphone', stream.getAudioTracks()[0] ?? null);
    call.setTrack('camera', stream.getVideoTracks()[0] ?? null);
  }

  widget.addEventListener('earshot-stream', ({ detail: { stream } }) => {
    if (nearSide) return nearSide.show(stream);
    send(stream);
  });

  widget.addEventListener('earshot-track-replaced', ({ detail: { kind, track, stream } }) => {
    if (nearSide) return nearSide.show(stream);
    call?.setTrack(kind, track);
    panel.dataset.negotiations = String(call?.negotiations()); // stays 1: a track that comes back is no new call
  });

  // Where no line stands (before the call, after it, or in a browser without calls) a site's own server would carry the
  // message; here both ends are one page.
  /** @param {FarEndMessage} message */
  const tell = (message) => (call ? call.tellFarEnd(message) : farEnd.onMessage(message));
  if (widget.message) tell(widget.message); // it may have spoken before this module ran
  widget.addEventListener('earshot-message', ({ detail }) => tell(detail));

  widget.addEventListener('earshot-state', ({ detail: { orb } }) => {
    if (orb !== 'ended' && orb !== 'chatting') return;
    nearSide?.stop();
    call?.hangUp();
    call = undefined;
    if (widget.message) tell(widget.message); // the line may have closed over its last words
  });
}
