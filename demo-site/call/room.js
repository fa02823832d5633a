// Joins the widget to a call. All that a host page has to do is here: take the stream, pass on replaced tracks, hang up.
/** @import { Widget } from './widget.js' */
/** @import { Call } from './call.js' */
import { canCall, startCall } from './call.js';
import { createFarSide } from './far-side.js';
import { createNearSide } from './near-side.js';
import { on, onView } from './widget.js';

/** @param {Widget} widget @param {HTMLElement} panel */
export function openRoom(widget, panel) {
  const farSide = createFarSide(panel);
  const nearSide = canCall() ? undefined : createNearSide(panel, farSide);
  /** @type {Call | undefined} */
  let call;
  let presence = { microphone: 'off', camera: 'off' };

  /** @param {MediaStream} stream */
  function send(stream) {
    call ??= startCall(farSide);
    call.tellFarSide(presence);
    call.setTrack('microphone', stream.getAudioTracks()[0] ?? null);
    call.setTrack('camera', stream.getVideoTracks()[0] ?? null);
  }

  on(widget, 'earshot-stream', ({ stream }) => (nearSide ? nearSide.show(stream) : send(stream)));

  on(widget, 'earshot-track-replaced', ({ kind, track, stream }) => {
    if (nearSide) return nearSide.show(stream);
    call?.setTrack(kind, track);
    panel.dataset.negotiations = String(call?.negotiations()); // stays 1: a track that comes back is no new call
  });

  onView(widget, (view) => {
    presence = { microphone: view.microphone, camera: view.camera };
    nearSide?.note(presence);
    call?.tellFarSide(presence);
  });

  on(widget, 'earshot-state', ({ orb }) => {
    if (orb !== 'ended' && orb !== 'chatting') return;
    nearSide?.stop();
    call?.hangUp();
    call = undefined;
  });
}
