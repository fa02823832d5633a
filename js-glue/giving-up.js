// The end of a session whose core cannot be had, or has broken. What is left is a sentence, the chat, and
// the truth for whoever was told of a call.
/** @import { View } from './answers.js' */
/** @import { createChatLife } from './chat/life.js' */
/** @import { createHost } from './effects/host.js' */

/**
 * @param {{ loop: AbortController, chat: Pick<ReturnType<typeof createChatLife>, 'loseCore' | 'goOn'>,
 *   host: Pick<ReturnType<typeof createHost>, 'callIsOver'>, view: View | null, showPlain: () => View,
 *   say: () => void }} session  `view`: what was drawn last. `showPlain`: answers with what is drawn instead.
 *   `say`: why, in the console.
 */
export function giveUp({ loop, chat, host, view, showPlain, say }) {
  loop.abort(); // every track stops
  chat.loseCore();
  host.callIsOver(showPlain(), view !== null);
  say();
  chat.goOn();
}
