// All parts together: draws a view, keeps the focus where the visitor left it, and folds the chat away and open.
import { createAnnouncer } from './announcer.js';
import { createBar } from './bar.js';
import { createChat } from './chat.js';
import { make, setAttribute } from './dom.js';
import { createOrb } from './orb.js';
import { createPointer } from './pointer.js';
import { present } from './present.js';
import { createCard } from './tooltip.js';
/** @import { Action, ChatTransport, Config, Orb, Title, Urgency, View } from '../js-glue/contract.js' */
/** @import { Texts } from './texts.js' */

/** The browser's own prompt may be open. @type {Orb[]} */
const ASKS = ['checking', 'asking'];
const UNREAD_MS = 500; // nobody dismisses what appeared so shortly ago

/**
 * @param {(action: Action) => void} press
 * @param {View} view
 * @param {{ language: string, texts: Texts }} words
 */
export function createDrawing(press, view, words) {
  const orb = createOrb(pressOrb);
  const bar = createBar(pressButton);
  const card = createCard(pressButton);
  const chat = createChat(pressButton, close);
  const pointer = createPointer();
  const announcer = createAnnouncer();
  const node = make('div', { class: 'widget', part: 'widget', role: 'region' },
    make('div', { class: 'dock' }, orb.orb, bar.bar), card.card, chat.chat, pointer.pointer, ...announcer.nodes);

  /** Says why there is only text chat. @type {'core_unavailable' | null} */
  let plain = null;
  let openTransport = () => {};
  let answered = -Infinity;

  function render() {
    const texts = plain ? { ...words.texts, [view.title]: words.texts[plain] } : words.texts;
    const focused = /** @type {ShadowRoot | Document} */ (node.getRootNode()).activeElement;
    const shown = present(view, texts, { chatOpen: chat.isOpen });
    orb.render(shown.face);
    bar.render(shown.bar);
    card.render(shown.card, texts.label_steps);
    chat.render(shown.chat);
    pointer.render(shown.pointer);
    const lost = focused && focused !== node && (!node.contains(focused) || focused.closest('[hidden]'));
    if (lost) (shown.card ? card.primary() : orb.orb).focus();
  }

  // While chatting the orb closes and opens the panel; everything else is for the core to say.
  function pressOrb() {
    if (view.orb !== 'chatting') press('orb');
    else if (chat.isOpen) close();
    else unfold();
  }

  /** @param {Action} action */
  function pressButton(action) {
    if (action === 'open_chat' && view.orb === 'chatting' && !chat.isOpen) unfold();
    else press(action);
  }

  function close() {
    if (view.orb === 'chatting' && view.actions.includes('dismiss')) press('dismiss');
    else fold();
  }

  function fold() {
    if (!chat.isOpen) return;
    const inside = chat.chat.contains(/** @type {ShadowRoot} */ (node.getRootNode()).activeElement);
    chat.show(false);
    render();
    if (inside) orb.orb.focus();
  }

  function unfold() {
    openTransport();
    chat.show(true);
    render();
    chat.focus();
  }

  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const inChat = chat.chat.contains(/** @type {Node} */ (event.target));
    // The same key answers Firefox's permission prompt, where it means "Block": the words about that must come and stay,
    // whichever of the two reaches us first.
    if (!inChat && (ASKS.includes(view.orb) || performance.now() - answered < UNREAD_MS)) return;
    if (!inChat && view.actions.includes('dismiss')) press('dismiss');
    else if (chat.isOpen) close();
    else return;
    event.stopPropagation(); // a dialog of the site around us stays open
    event.preventDefault();
  });

  const drawing = {
    node,
    fold,
    unfold,
    /** @param {ChatTransport} transport @param {() => void} [open]  Where no core opens it: when the panel unfolds. */
    connectChat(transport, open = () => {}) {
      openTransport = open;
      chat.connect(transport);
    },
    receive: chat.receive,
    /** @param {'core_unavailable' | null} label */
    explain: (label) => void (plain = label),
    /** @param {View} next */
    render(next) {
      if (ASKS.includes(view.orb)) answered = performance.now();
      view = next;
      render();
    },
    /** @param {Pick<Config, 'position' | 'theme'>} config @param {{ language: string, texts: Texts }} chosen */
    furnish({ position, theme }, chosen) {
      words = chosen;
      setAttribute(node, 'data-position', position);
      setAttribute(node, 'data-theme', theme);
      setAttribute(node, 'lang', words.language);
      setAttribute(node, 'aria-label', words.texts.label_widget);
      chat.speak(words.texts);
      render();
    },
    /** @param {Title} title @param {Urgency} urgency */
    announce: (title, urgency) => announcer.announce(words.texts[title], urgency),
  };
  drawing.furnish({ position: 'bottom-right', theme: 'auto' }, words); // until the site's own wishes are read
  return drawing;
}
