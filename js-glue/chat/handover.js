// The site has a chat of its own: whoever wants to write is handed over to it, by an event that the site answers with preventDefault().
/** @import { ChatReason, ChatTransport } from '../chat.js' */
/** @import { HostPage } from '../page.js' */
/** @import { ChatState } from '../words.js' */
import { nobodyTakesOver } from '../owner/chat.js';

/**
 * @param {HostPage['tell']} tell
 * @param {{ reason: () => ChatReason | null, leave: () => void, warn: (line: string) => void }} session  `leave`: the panel, as there is nothing in it.
 * @returns {ChatTransport}
 */
export function createHandover(tell, { reason, leave, warn }) {
  /** @type {(state: ChatState) => void} */
  let report = () => {};
  let warned = false;
  return {
    /** `failed`: nobody answered, and the links are shown. */
    open() {
      const taken = tell('handover', { reason: reason() }) === false;
      if (!taken && !warned) warn(nobodyTakesOver());
      warned ||= !taken;
      report(taken ? 'closed' : 'failed');
      if (taken) leave();
    },
    close() {},
    send() {},
    onMessage() {},
    onState: (listener) => void (report = listener),
  };
}
