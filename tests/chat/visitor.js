// A visitor in Node: the conversation and the transports as pages have them, over real connections, with shorter times.
import { WebSocket as NodeSocket } from 'ws';
import { createConversation } from '../../js-glue/chat/conversation.js';
import { destinationOf } from '../../js-glue/chat/destination.js';
import { httpDial } from '../../js-glue/chat/http.js';
import { createVisitorProtocol } from '../../js-glue/chat/visitor-protocol.js';
import { webSocketDial } from '../../js-glue/chat/websocket.js';
import { chance } from './chance.js';
/** @import { ChatEntry, ChatReason } from '../../js-glue/chat.js' */
/** @import { ChatState } from '../../js-glue/words.js' */
/** @import { Place, Times } from '../../js-glue/chat/connection.js' */

/** @type {Times} */
export const SHORT = {
  first: 10,
  longest: 200,
  steady: 500,
  welcome: 2000,
  silence: 600,
  answer: 400,
  gap: 150,
};

/** One tab: what it keeps, and the page around. @param {number} port @param {number} [seed] @param {Partial<Times>} [times] */
export function createTab(port, seed = 1, times = {}) {
  const origin = `http://127.0.0.1:${port}`;
  /** @type {Map<string, string>} */
  const kept = new Map();
  const storage = /** @type {Storage} */ (
    /** @type {unknown} */ ({
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
      removeItem: (/** @type {string} */ key) => void kept.delete(key),
    })
  );
  class Socket extends NodeSocket {
    /** @param {string} address */
    constructor(address) {
      super(address, { origin, perMessageDeflate: false });
      this.on('error', () => {}); // pages need no listener for it; a Node process would end
    }
    close() {
      this.terminate(); // a browser does not wait for the far end either
    }
  }
  /** @type {string[]} */
  const warnings = [];
  const window = new EventTarget();
  /** @type {Place & { Socket: typeof WebSocket, fetch: typeof fetch, document: EventTarget & { visibilityState: string } }} */
  const place = {
    window,
    document: Object.assign(new EventTarget(), { visibilityState: 'visible', baseURI: `${origin}/` }),
    navigator: { onLine: true },
    random: chance(seed),
    warn: (line) => void warnings.push(line),
    times: { ...SHORT, ...times },
    Socket: /** @type {typeof WebSocket} */ (/** @type {unknown} */ (Socket)),
    fetch: (address, init) =>
      fetch(address, {
        ...init,
        headers: { .../** @type {Record<string, string>} */ (init?.headers), origin },
      }),
  };

  /** A page in this tab. What it shows is gone with it; what it keeps is not.
   * @param {{ over?: 'websocket' | 'http', entries?: ChatEntry[], reason?: ChatReason | null, url?: string }} [how] */
  function open({ over = 'websocket', entries = [], reason = null, url = '/chat' } = {}) {
    /** @type {ChatState[]} */
    const states = [];
    const dial = over === 'http' ? httpDial(url, place) : webSocketDial(url, place);
    const conversation = createConversation(
      {
        destination: destinationOf(
          { transport: over, url, origin: '', keep: true, links: [] },
          `${origin}/`,
          origin,
        ),
        named: true,
        keep: true,
        links: [],
      },
      (hooks, known) => createVisitorProtocol(dial, hooks, place, known),
      {
        memory: { entries },
        reason: () => reason,
        report: (state) => void states.push(state),
        storage: () => storage,
        random: place.random,
      },
    );
    conversation.open();
    return Object.assign(conversation, { states });
  }
  return { open, place, warnings, kept, storage, origin };
}

/** @param {() => boolean} holds @param {string} what @param {number} [ms] */
export async function until(holds, what, ms = 20_000) {
  for (const end = Date.now() + ms; !holds(); ) {
    if (Date.now() > end) throw new Error(`this did not come about within ${ms} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
}
