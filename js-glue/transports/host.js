/** @import { ChatState, ChatTransport, Page } from '../contract.js' */

/**
 * The host page itself carries the text: what the visitor writes becomes an `earshot-chat` event. Answers come in
 * through the element's `receiveChatMessage`, so nothing is received here.
 * @param {Page['tell']} tell
 * @returns {ChatTransport}
 */
export function createHostTransport(tell) {
  /** @type {(state: ChatState) => void} */
  let report = () => {};
  return {
    open: () => report('open'),
    close: () => report('closed'),
    send: (message) => tell('chat', { message }),
    onMessage() {},
    onState: (listener) => void (report = listener),
  };
}
