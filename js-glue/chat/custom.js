// A transport that the site brings along: it confirms nothing by frames, so what `send` does not refuse counts as sent.
/** @import { ChatMessage, ChatTransport } from '../chat.js' */
/** @import { Carrier, Hooks } from './visitor-protocol.js' */

/**
 * @param {ChatTransport} transport
 * @param {Hooks} hooks
 * @returns {Carrier}
 */
export function createCustom(transport, hooks) {
  let open = false;
  let wanted = false;
  let busy = false;

  async function flush() {
    if (busy) return;
    busy = true;
    for (let next; open && (next = hooks.next()); ) {
      const { id, text } = next;
      try {
        const answer = transport.send({ id, from: 'visitor', text });
        // Only where there is something to wait for: what is sent at once is said at once.
        if (typeof (/** @type {PromiseLike<unknown> | undefined} */ (answer)?.then) === 'function')
          await answer;
        hooks.settled(id, null);
      } catch {
        hooks.failed(id);
      }
    }
    busy = false;
  }

  /** @param {import('../words.js').ChatState} state */
  function report(state) {
    open = state === 'open';
    if (state === 'failed' || state === 'closed') wanted = false; // open() tries anew
    hooks.report(state);
    void flush();
  }

  transport.onMessage((/** @type {ChatMessage} */ message) => hooks.received(message, hooks.session()));
  transport.onState?.(report);

  function close() {
    if (!wanted) return;
    transport.close();
    if (!transport.onState) report('closed');
  }

  return {
    open() {
      if (wanted) return;
      wanted = true;
      transport.open();
      if (!transport.onState && wanted) report('open');
    },
    close,
    forget() {
      transport.forget?.();
      close();
      hooks.forgotten();
    },
    flush: () => void flush(),
    typing() {},
  };
}
