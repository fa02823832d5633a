// One conversation over whatever carries it. The session and the widget both listen, and either may open or close it.
/** @import { ChatMessage, ChatState, ChatTransport } from '../contract.js' */

/**
 * @param {ChatTransport} carrier
 * @returns {ChatTransport}
 */
export function shareTransport(carrier) {
  /** @type {((message: ChatMessage) => void)[]} */
  const receivers = [];
  /** @type {((state: ChatState) => void)[]} */
  const reporters = [];
  /** @type {ChatState | undefined} */
  let last;
  let wanted = false;
  carrier.onMessage((message) => receivers.forEach((receive) => receive(message)));
  carrier.onState((state) => {
    last = state;
    reporters.forEach((report) => report(state));
  });

  return {
    open() {
      if (wanted && last !== 'failed' && last !== 'closed') return;
      wanted = true;
      carrier.open();
    },
    close() {
      if (!wanted) return;
      wanted = false;
      carrier.close();
    },
    send: (message) => carrier.send(message),
    onMessage: (receive) => void receivers.push(receive),
    onState(report) {
      reporters.push(report);
      if (last) report(last);
    },
  };
}
