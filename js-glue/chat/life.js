// The chat's life beside the loop: one conversation for as long as the element has this session. It begins
// when somebody writes or opens it, and outlives a core that breaks.
/** @import { ChatReason } from '../chat.js' */
/** @import { ChatConfig } from '../config.js' */
/** @import { HostNews } from '../effects.js' */
/** @import { ChatHolder, HostPage } from '../page.js' */
/** @import { ChatState } from '../words.js' */
import { createChat, goesOn } from './chat.js';

/**
 * @param {ChatHolder & HostPage} page
 * @param {AbortSignal} signal  Ends with the element.
 * @param {{ config: () => ChatConfig, report: (state: ChatState) => void }} session  `config`: as far as known.
 */
export function createChatLife(page, signal, { config, report }) {
  /** @type {ReturnType<typeof createChat> | undefined} */
  let chat;
  /** Why there is no voice, for whoever answers in writing. @type {ChatReason | null} */
  let reason = null;
  let alone = false;

  const session = () => chat?.session() ?? '';

  /** @param {ChatState} state */
  function changed(state) {
    if (alone) page.tell('chat', { state, session: session() });
    else report(state);
  }

  function conversation() {
    if (chat) return chat;
    chat = createChat(config(), page, { reason: () => reason, report: changed });
    page.connectChat(chat);
    return chat;
  }

  signal.addEventListener('abort', () => chat?.close(), { once: true });

  return {
    conversation,
    session,
    open() {
      page.openChat(conversation());
      conversation().open();
    },
    /** A conversation that a page before this one began: what was answered since comes at once. */
    goOn() {
      if (!page.chatTransport && goesOn(config())) conversation().open();
    },
    /**
     * What the host is told of the microphone, those who answer in writing hear too.
     * @param {HostNews} news
     */
    learn({ event, detail }) {
      if (event !== 'verdict' || detail.kind !== 'microphone') return;
      reason = detail.cause === 'none' ? null : { kind: 'microphone', cause: detail.cause };
    },
    /** There is no core any more: the page hears of the chat from here. */
    loseCore() {
      alone = true;
      reason = { kind: 'microphone', cause: 'core_unavailable' };
    },
  };
}
