// The video visit: the same call with a camera, and a small mirror for the visitor. The page has no buttons of its own here:
// the widget stands in the page and brings them.
import { openRoom } from './room.js';
import { theWidget } from './widget.js';

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
widget.addEventListener('earshot-stream', ({ detail }) => reflect(detail.stream));
widget.addEventListener('earshot-track-replaced', ({ detail }) => reflect(detail.stream));
widget.addEventListener('earshot-state', ({ detail: { orb } }) => {
  if (orb === 'ended' || orb === 'chatting') mirror.hidden = true;
});
