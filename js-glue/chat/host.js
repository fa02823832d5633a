/** @import { ChatReason, ChatTransport } from '../chat.js' */
/** @import { HostPage } from '../page.js' */

/**
 * The host page itself carries the text: what the visitor writes becomes an `earshot-chat` event. Answers come in
 * through the element's `receiveChatMessage`, so nothing is received here.
 * @param {HostPage['tell']} tell
 * @param {() => string} session  So that the page can tell one conversation from the next.
 * @param {() => ChatReason | null} reason
 * @returns {ChatTransport}
 */
export const createHostTransport = (tell, session, reason) => ({
  open() {},
  close() {},
  send: (message) => tell('chat', { message, session: session(), reason: reason() }),
  forget: () => tell('chat', { forgotten: true, session: session() }),
  onMessage() {},
});
