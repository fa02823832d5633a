// The host page itself carries the text: what the visitor writes becomes an `earshot-chat` event. Answers come in through the element's
// `receiveChatMessage`.
/** @import { ChatReason, ChatTransport } from '../chat.js' */
/** @import { HostPage } from '../page.js' */

/** Nobody can be asked whether they listen. But who takes a message reads it: a framework perhaps not in the event itself, yet soon. */
const TAKEN_MS = 3000;

export const NOBODY_LISTENS =
  '[Earshot] A visitor has written, and nobody on this page takes it: it is shown as not sent.\n' +
  "  What you can do: Listen for 'earshot-chat' on the element or the document and carry `event.detail.message`, or name a server in " +
  'chat.transport and chat.url, or leave only links with chat.links.\n  More: docs/diagnostics.md#chat_untaken';

/**
 * @param {HostPage['tell']} tell
 * @param {() => string} session  So that the page can tell one conversation from the next.
 * @param {() => ChatReason | null} reason
 * @param {(line: string) => void} warn  Once.
 * @returns {ChatTransport}
 */
export function createHostTransport(tell, session, reason, warn) {
  let warned = false;

  return {
    open() {},
    close() {},
    /** Sent is what somebody has read; rejects where nobody has. */
    send(message) {
      let taken = false;
      let take = () => {};
      tell('chat', {
        get message() {
          taken = true;
          take();
          return message;
        },
        session: session(),
        reason: reason(),
      });
      if (taken) return;
      return new Promise((resolve, reject) => {
        take = () => resolve(undefined);
        setTimeout(() => {
          if (!taken && !warned) warn(NOBODY_LISTENS);
          warned ||= !taken;
          reject();
        }, TAKEN_MS);
      });
    },
    forget: () => tell('chat', { forgotten: true, session: session() }),
    onMessage() {},
  };
}
