// Where the text chat is or will be: it keeps what the panel has to know until that has come, and says what may be read meanwhile.
import { createWays } from './ways.js';
/** @import { Conversation } from '../../js-glue/chat.js' */
/** @import { Part } from '../../js-glue/part.js' */
/** @import { Action } from '../../js-glue/words.js' */
/** @import { Chat } from '../present.js' */
/** @import { TextId, Texts, Words } from '../texts.js' */
/** @import { createPanel } from './panel.js' */
/** @import { reasonFor } from './why.js' */

/** @typedef {{ createPanel: typeof createPanel, CHAT: string, reasonFor: typeof reasonFor, english: Partial<Texts> }} ChatDrawing */

/**
 * @param {{ press: (action: Action) => void, close: () => void, announce: (sentence: string) => void, changed: () => void,
 *   place: (panel: HTMLElement, css: string) => void }} around  `changed`: something of it is to be drawn anew. `place`: the panel has come.
 * @param {Part<ChatDrawing>} part
 */
export function createChatSlot({ press, close, announce, changed, place }, part) {
  /** @type {ReturnType<typeof createPanel> | null} */
  let panel = null;
  let wanted = false;
  let failed = false;
  /** @type {{ words: Words, locale: string } | null} */
  let spoken = null;
  /** @type {Conversation | null} */
  let conversation = null;
  /** @type {Chat | null} */
  let shown = null;
  const ways = createWays();

  /** @param {ChatDrawing} drawing */
  function arrive({ createPanel, CHAT }) {
    if (panel) return;
    failed = false;
    panel = createPanel({ press, close, announce, unreadChanged: changed });
    place(panel.chat, CHAT);
    if (spoken) panel.speak(spoken.words, spoken.locale);
    if (shown) panel.render(shown);
    if (conversation) panel.connect(conversation);
    panel.show(wanted);
    changed();
    if (wanted) panel.focus();
  }

  function load() {
    if (panel) return;
    failed = false;
    part.load().catch(() => {
      if (panel || !wanted) return;
      failed = true;
      if (spoken) announce(spoken.words.texts.chat_not_loaded);
      changed();
    });
  }

  return {
    ways: ways.ways,
    /** The rest of the widget is there. @param {AbortSignal} signal */
    begin: (signal) => part.use(arrive, signal),
    /** It is open, or will be once it is here. */
    isWanted: () => wanted,
    /** The panel is in sight. */
    get isOpen() {
      return wanted && panel !== null;
    },
    /** What to read where it is to be open and is not here. @returns {TextId | null} */
    meanwhile: () => (!wanted || panel ? null : failed ? 'chat_not_loaded' : 'chat_connecting'),
    /** @param {Node | null} node */
    holds: (node) => panel?.chat.contains(node) ?? false,
    unread: () => panel?.unread() ?? 0,
    /** @param {boolean} on */
    show(on) {
      wanted = on;
      panel?.show(on);
      if (on) load();
    },
    focus: () => panel?.focus(),
    /** @param {Conversation} next */
    connect(next) {
      conversation = next;
      panel?.connect(next);
    },
    disconnect() {
      conversation = null;
      panel?.disconnect();
    },
    /** @param {Words} words @param {string} locale  How the visitor writes times. */
    speak(words, locale) {
      spoken = { words, locale };
      panel?.speak(words, locale);
      ways.speak(words.texts.chat_links);
    },
    /** @param {Chat} next @param {unknown} links  Where else the site can be reached. */
    render(next, links) {
      shown = next;
      panel?.render(next);
      ways.render(failed && wanted && !panel ? links : []);
    },
  };
}
