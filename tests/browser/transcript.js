// What a visitor reads in the chat.
import { until } from './drivers/until.js';
/** @import { Widget } from './scene.js' */

/** @param {Widget} widget */
export const messages = (widget) => widget.page.texts('earshot-widget >>> .message');

/** Waits until that is the whole transcript. @param {Widget} widget @param {string[]} wanted */
export const reads = (widget, wanted) =>
  until(async () => JSON.stringify(await messages(widget)) === JSON.stringify(wanted) || null, {
    what: `the transcript to be ${wanted.join(' | ')}`,
    ms: 20_000,
    state: async () => ({ messages: await messages(widget), story: await widget.story() }),
  });

/** From the idle orb. @param {Widget} widget */
export async function openChat(widget) {
  await widget.orb('idle');
  await widget.press('open_chat');
  await widget.orb('chatting');
}
