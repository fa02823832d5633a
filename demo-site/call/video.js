// The video visit: the same call with a camera, and a small mirror for the visitor. The page has no buttons of its own here:
// the widget stands in the page and brings them.
import { openRoom } from './room.js';
import { on, theWidget } from './widget.js';

const panel = /** @type {HTMLElement} */ (document.querySelector('#visit'));
const mirror = /** @type {HTMLVideoElement} */ (document.querySelector('#mirror'));
const widget = theWidget();
openRoom(widget, panel);

/** @param {MediaStream} stream */
function reflect(stream) {
  mirror.hidden = stream.getVideoTracks().length === 0;
  if (mirror.srcObject !== stream) mirror.srcObject = stream;
  mirror.play().catch(() => {});
}
on(widget, 'earshot-stream', ({ stream }) => reflect(stream));
on(widget, 'earshot-track-replaced', ({ stream }) => reflect(stream));
on(widget, 'earshot-state', ({ orb }) => {
  if (orb === 'ended' || orb === 'chatting') mirror.hidden = true;
});
