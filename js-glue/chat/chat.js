// Which way the text of this element travels.
/** @import { ChatMemories, ChatReason, ChatTransport } from '../chat.js' */
/** @import { ChatConfig } from '../config.js' */
/** @import { ChatHolder, HostPage } from '../page.js' */
/** @import { ChatState } from '../words.js' */
/** @import { Dial, Place } from './connection.js' */
/** @import { Hooks } from './visitor-protocol.js' */
import { unclobbered } from '../unclobbered.js';
import { TIMES } from './connection.js';
import { createConversation } from './conversation.js';
import { createCustom } from './custom.js';
import { destinationOf, customDestination } from './destination.js';
import { createFormTransport } from './form.js';
import { createHandover } from './handover.js';
import { createHostTransport } from './host.js';
import { httpDial } from './http.js';
import { createKeep } from './keep.js';
import { createVisitorProtocol } from './visitor-protocol.js';
import { postMessageDial } from './post-message.js';
import { chatSettings } from './settings.js';
import { webSocketDial } from './websocket.js';

/** What carries the text. @typedef {{ createChat: typeof createChat, goesOn: typeof goesOn }} ChatWriting */

/** @returns {Place} */
const here = () => ({
  window,
  document: unclobbered(document),
  navigator,
  random: Math.random,
  warn: (line) => console.warn(line),
  times: TIMES,
});

/** @type {typeof fetch} */
const ask = (...given) => fetch(...given);

/** @param {ChatConfig} config @returns {Dial | null} null: no server names the session. */
function dialFor({ transport, url, origin }) {
  switch (transport) {
    case 'websocket':
      return webSocketDial(url, { ...here(), Socket: WebSocket });
    case 'http':
      return httpDial(url, { ...here(), fetch: ask });
    case 'post_message':
      return postMessageDial(origin, { ...here(), window });
    case 'form':
    case 'handover':
    case 'host':
    case 'none':
      return null;
  }
}

/** A server that may have answered meanwhile. @type {ChatConfig['transport'][]} */
const OURS = ['websocket', 'http', 'post_message'];

const storage = () => window.sessionStorage;
/** @param {ChatConfig} config */
const destinationFor = (config) => destinationOf(config, unclobbered(document).baseURI, window.origin);

/** @param {ChatMemories} chats @param {string | ChatTransport} key */
function memoryOf(chats, key) {
  const memory = chats.get(key) ?? { entries: [] };
  chats.set(key, memory);
  return memory;
}

/**
 * @param {unknown} wishes  Of the site; the core has checked them, where there is one.
 * @param {Pick<ChatHolder, 'chatTransport' | 'chats'> & HostPage} page
 * @param {{ reason: () => ChatReason | null, report: (state: ChatState) => void }} session
 */
export function createChat(wishes, { chatTransport, chats, tell }, { reason, report }) {
  const config = chatSettings(wishes);
  const { transport } = config;
  const kind = !chatTransport && (transport === 'form' || transport === 'handover') ? transport : 'chat';
  const dial = chatTransport ? null : dialFor(config);
  const destination = chatTransport
    ? customDestination(chatTransport, window.location.href, here().warn)
    : destinationFor(config);
  const memory = memoryOf(chats, chatTransport && !destination.certain ? chatTransport : destination.name);
  /** @param {Hooks} hooks @returns {ChatTransport | null} */
  function ours(hooks) {
    const { warn } = here();
    if (transport === 'none') return null;
    if (transport === 'handover') return createHandover(tell, { reason, leave: hooks.leave, warn });
    return transport === 'form'
      ? createFormTransport(
          config.url,
          { email: () => memory.email ?? '', reason },
          { ...here(), fetch: ask, origin: window.origin },
        )
      : createHostTransport(tell, hooks.session, reason, warn);
  }
  return createConversation(
    { ...config, destination, named: dial !== null, kind },
    (hooks, known) => {
      if (dial) return createVisitorProtocol(dial, hooks, here(), known);
      const carried = chatTransport ?? ours(hooks);
      return carried && createCustom(carried, hooks);
    },
    { memory, reason, report, storage },
  );
}

/** An earlier page of this tab has begun a conversation with this destination, and somebody may have answered. @param {unknown} wishes */
export function goesOn(wishes) {
  const config = chatSettings(wishes);
  if (!OURS.includes(config.transport)) return false;
  const { session, unsent } = createKeep(config.keep, destinationFor(config).name, storage).read();
  return session !== '' || unsent.length > 0;
}
