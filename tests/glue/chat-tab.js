// One tab of a browser, and the servers that its pages reach: each hears what it is sent, and may be away.
import { createChat, goesOn } from '../../js-glue/chat/chat.js';
import { chatSettings } from '../../js-glue/chat/settings.js';
import { fakeStorage } from './chat-fakes.js';
import { settle } from './fakes.js';
/** @import { ChatTransport } from '../../js-glue/chat.js' */
/** @import { Page } from '../../js-glue/page.js' */

/** @param {import('node:test').TestContext} t */
export function openTab(t) {
  const { kept, storage } = fakeStorage();
  /** What each server was told, by its address. @type {Map<string, any[]>} */
  const heard = new Map();
  /** @type {Set<string>} */
  const away = new Set();
  /** @type {{ close: () => void }[]} */
  const open = [];
  t.after(() => open.forEach((conversation) => conversation.close()));

  /** What a server answers. @param {string} address @param {any} frame @returns {object[]} */
  function answers(address, frame) {
    const told = heard.get(address) ?? [];
    heard.set(address, [...told, frame]);
    if (frame.type === 'hello')
      return [
        {
          type: 'welcome',
          session: `of ${address}`,
          token: `for ${address}`,
          seq: told.length,
          resumed: frame.session !== '',
        },
      ];
    return frame.type === 'message'
      ? [{ type: 'ack', id: frame.id, seq: told.filter(({ type }) => type === 'message').length + 1, at: 1 }]
      : [];
  }

  class Socket {
    readyState = 0;
    /** @type {any} */
    onopen;
    /** @type {any} */
    onmessage;
    /** @type {any} */
    onclose;
    /** @param {string} address */
    constructor(address) {
      this.address = address;
      queueMicrotask(() => {
        this.readyState = away.has(address) ? 3 : 1;
        if (this.readyState === 1) this.onopen();
        else this.onclose();
      });
    }
    /** @param {string} text */
    send(text) {
      for (const frame of answers(this.address, JSON.parse(text)))
        queueMicrotask(() => this.onmessage({ data: JSON.stringify(frame) }));
    }
    close() {}
  }

  /** @param {URL} address @param {{ method?: string, body: string, signal: AbortSignal }} how */
  async function fetch({ href }, { method, body, signal }) {
    const [, server = ''] = /^(.*)\/(?:frames|events)/.exec(href) ?? [];
    if (away.has(server)) throw new TypeError('Failed to fetch');
    if (method !== 'POST') return new Promise((_, reject) => signal.addEventListener('abort', reject));
    return new Response(
      JSON.stringify({
        frames: JSON.parse(body).frames.flatMap((/** @type {any} */ frame) => answers(server, frame)),
      }),
    );
  }

  const parent = {
    /** @param {{ chat: any }} told @param {string} origin */
    postMessage({ chat }, origin) {
      if (away.has(origin)) return;
      for (const frame of answers(origin, chat)) {
        window.dispatchEvent(
          Object.assign(new Event('message'), { source: parent, origin, data: { earshot: 1, chat: frame } }),
        );
      }
    },
  };
  /** @type {any} */
  let window;

  /**
   * The visitor comes to a page, with an element on it.
   * @param {string} address
   * @param {Record<string, unknown>} [wishes]  The configuration's `chat`.
   * @param {{ base?: string, chatTransport?: ChatTransport | null, element?: { chats: Page['chats'] } }} [how]  `base`: the page's `<base href>`. `element`: one that was
   *   here already.
   */
  function visit(
    address,
    wishes = {},
    { base = '', chatTransport = null, element = { chats: new Map() } } = {},
  ) {
    const location = new URL(address);
    window = Object.assign(new EventTarget(), {
      sessionStorage: storage,
      parent,
      origin: location.origin,
      location,
    });
    const document = Object.assign(new EventTarget(), {
      visibilityState: 'visible',
      baseURI: new URL(base, address).href,
    });
    for (const [name, value] of Object.entries({
      window,
      document,
      navigator: {},
      WebSocket: Socket,
      fetch,
    })) {
      Object.defineProperty(globalThis, name, { value, configurable: true });
    }
    const config = chatSettings(wishes);
    /** @type {any[]} */
    const events = [];
    const byItself = !chatTransport && goesOn(config);
    const conversation = createChat(
      config,
      { ...element, chatTransport, tell: (_, detail) => void events.push({ ...detail }) },
      { reason: () => null, report() {} },
    );
    open.push(conversation);
    if (byItself) conversation.open();
    return Object.assign(conversation, {
      byItself,
      events,
      element,
      shown: () => conversation.entries().map(({ text, status }) => `${text}: ${status}`),
      /** The chat is opened, and all that can be said is. */
      async talk() {
        conversation.open();
        await settle();
        await settle();
      },
    });
  }

  return {
    visit,
    kept,
    storage,
    away,
    heard,
    /** @param {string} address */
    texts: (address) =>
      (heard.get(address) ?? []).flatMap(({ type, text }) => (type === 'message' ? [text] : [])),
    /** @param {string} address */
    hellos: (address) =>
      (heard.get(address) ?? []).flatMap(({ type, session, token, after }) =>
        type === 'hello' ? [[session, token, after]] : [],
      ),
  };
}

/** A transport of the site, which may be away. @param {boolean} [away] @param {string} [destination] */
export function ownTransport(away = false, destination) {
  /** @type {string[]} */
  const sent = [];
  /** @type {(state: import('../../js-glue/words.js').ChatState) => void} */
  let report = () => {};
  return {
    ...(destination !== undefined && { destination }),
    sent,
    open: () => report(away ? 'connecting' : 'open'),
    close() {},
    onMessage() {},
    onState: (/** @type {typeof report} */ listener) => void (report = listener),
    send: (/** @type {{ text: string }} */ { text }) => void sent.push(text),
    /** It can be reached again. */
    back: () => report('open'),
  };
}
