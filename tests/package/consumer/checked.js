// JavaScript that the type checker reads.
import { mount } from 'earshot';
/** @import { Config, View } from 'earshot' */

/** @type {Config} */
const config = { media: ['microphone'], theme: 'dark' };
const widget = mount(config);
widget.addEventListener('earshot-state', ({ detail }) => show(detail.view));
document.addEventListener('earshot-stream', ({ detail }) => detail.stream.getAudioTracks());

/** @param {View} view */
function show({ title, actions }) {
  document.title = title;
  const [first] = actions;
  if (first) widget.press(first);
}
// @ts-expect-error TS2345: no such action
widget.press('hang_up');
