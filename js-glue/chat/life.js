// The chat's life beside the loop: one conversation for as long as the element has this session. It begins
// when somebody writes or opens it, and outlives a core that breaks. What carries the text is a part of its own: what is to be said
// waits for it.
/** @import { ChatReason } from '../chat.js' */
/** @import { Part } from '../part.js' */
/** @import { ChatWriting } from './chat.js' */
/** @import { ChatHolder, HostPage } from '../page.js' */
/** @import { ChatState } from '../words.js' */
import { prefetch } from '../late.js';

/** Kept by an earlier page of this tab, for whichever destination: see keep.js. @param {() => Storage} storage  It may refuse. */
function hasKept(storage) {
  try {
    return Object.keys(storage()).some((key) => key.startsWith('earshot-chat '));
  } catch {
    return false;
  }
}

/**
 * @param {ChatHolder & HostPage} page
 * @param {AbortSignal} signal  Ends with the element.
 * @param {{ config: () => unknown, report: (state: ChatState) => void, reason: () => ChatReason | null,
 *   part: Part<ChatWriting>, storage: () => Storage }} session
 *   `config`: the site's wishes, as far as known. `reason`: why there is no voice.
 */
export function createChatLife(page, signal, { config, report, reason, part, storage }) {
  /** @type {ReturnType<ChatWriting['createChat']> | undefined} */
  let chat;
  let alone = false;

  const session = () => chat?.session() ?? '';

  /** @param {ChatState} state */
  function changed(state) {
    if (alone) page.tell('chat', { state, session: session() });
    else report(state);
  }

  /** @param {ChatWriting} writing */
  function begin({ createChat }) {
    if (chat) return chat;
    chat = createChat(config(), page, {
      reason: () => (alone ? { kind: 'microphone', cause: 'core_unavailable' } : reason()),
      report: changed,
    });
    page.connectChat(chat);
    return chat;
  }

  /** Now, or when the part has come. Until then nobody was written to. @param {(conversation: ReturnType<ChatWriting['createChat']>) => void} act */
  function converse(act) {
    part.use((writing) => signal.aborted || act(begin(writing)), signal);
    part.load().catch(() => {
      if (!signal.aborted && !chat) changed('failed');
    });
  }

  signal.addEventListener('abort', () => chat?.close());

  return {
    converse,
    session,
    open() {
      page.openChat();
      converse((conversation) => conversation.open());
    },
    /** Deletes the conversation, this page's or one that an earlier page began. Where there is none, nothing is loaded for it. */
    forget() {
      if (chat || hasKept(storage)) converse((conversation) => conversation.forget());
    },
    /** A conversation that a page before this one began: what was answered since comes at once. */
    goOn() {
      if (page.chatTransport || !hasKept(storage)) return;
      part.use((writing) => {
        if (!signal.aborted && writing.goesOn(config())) begin(writing).open();
      }, signal);
      prefetch(part);
    },
    /** There is no core any more: the page hears of the chat from here. */
    loseCore() {
      alone = true;
    },
  };
}
