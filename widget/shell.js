// All parts together: draws a view, keeps the focus where the visitor left it, and folds the chat away and open.
import { ticks } from '../js-glue/clock.js';
import { createAnnouncer } from './announcer.js';
import { createBar } from './bar.js';
import { createChatSlot } from './chat/slot.js';
import { createTrail } from './chat/trail.js';
import { EARLY, IDLE, KEPT } from './early-views.js';
import { listen } from '../js-glue/listen.js';
import { tried } from '../js-glue/tried.js';
import { NARROW } from './frame.js';
import { createOrb } from './orb.js';
import { fill, valuesOf } from './fill.js';
import { present } from './present.js';
import { createPresses } from './presses.js';
import { directionOf, isForeign } from './languages.js';
import { withTitle } from './stand-in.js';
import { localeOf } from './locale.js';
/** @import { View } from '../js-glue/answers.js' */
/** @import { Action, Orb, Title, Urgency } from '../js-glue/words.js' */
/** @import { Furniture } from '../js-glue/config.js' */
/** @import { Part } from '../js-glue/part.js' */
/** @import { ChatDrawing } from './chat/slot.js' */
/** @import { Frame } from './frame.js' */
/** @import { createCard } from './help/card.js' */
/** @import { createPointer } from './help/pointer.js' */
/** @import { createReach } from './reach/reach.js' */
/** @import { TextId, Texts, Words } from './texts.js' */

/** @typedef {{ createCard: typeof createCard, createPointer: typeof createPointer, createReach: typeof createReach, HELP: string, english: Partial<Texts> }} HelpDrawing */

/** The browser's own prompt may be open. @type {Orb[]} */
const ASKS = ['opening', 'asking'];
/** Whoever is asked may say no. @type {Orb[]} */
const TROUBLE = [...ASKS, 'choosing', 'interrupted', 'blocked'];
/** How long a button says what came of copying: the longer sentence asks for something. */
const COPIED_MS = 2000;
const COPY_FAILED_MS = 6000;
const OURS =
  'focusin keydown keyup keypress pointerdown mousedown touchstart touchmove touchend wheel selectstart contextmenu copy cut paste'.split(
    ' ',
  );
const UNREAD_MS = 500; // nobody dismisses what appeared so shortly ago

/** Before it is wanted: whoever wants it then hears where it cannot be had. @param {Part<unknown>} part */
const prefetch = (part) => void part.load().catch(() => {});

/**
 * @param {(action: Action) => void} press
 * @param {View} view
 * @param {Words} words  English, until others are chosen.
 * @param {Frame} frame
 * @param {{ chat: Part<ChatDrawing>, help: Part<HelpDrawing> }} parts
 */
export function createShell(press, view, words, frame, { chat: chatPart, help }) {
  const { node } = frame;
  const english = words.texts;
  const orb = createOrb(frame);
  const bar = createBar(pressButton, frame);
  const announcer = createAnnouncer();
  /** What the card stands before. @type {Element | undefined} */
  let next = announcer.nodes[0];
  /** Its title and its buttons are beside the orb until it is here. @type {ReturnType<typeof createCard> | null} */
  let card = null;
  /** @type {ReturnType<typeof createPointer> | null} */
  let pointer = null;
  /** @type {ReturnType<typeof createReach> | null} */
  let reach = null;
  let helpFailed = false;
  const chat = createChatSlot(
    {
      press: pressButton,
      close,
      announce: (sentence) => announcer.announce(sentence, 'polite', words.language),
      changed: () => render(),
      place(panel, css) {
        frame.addSheet(css);
        announcer.nodes[0]?.before(panel);
        next = panel;
      },
    },
    chatPart,
  );
  const trail = createTrail();
  frame.bar.append(chat.ways);
  node.append(...announcer.nodes);
  frame.press = pressOrb;

  const presses = createPresses(node);

  /** Says why there is only text chat. @type {'core_unavailable' | null} */
  let plain = null;
  let openConversation = () => {};
  let askedLast = -Infinity;
  let fetchedFor = '';
  /** What the sentences name. */
  const site = { host: location.host, company: '' };
  let mirrored = false;
  /** The browser's own element for the view that comes. @type {HTMLElement | null} */
  let recovery = null;
  /** @type {Action | null} */
  let pressed = null;
  /** @type {{ action: Action, text: TextId } | null} */
  let answered = null;
  let answering = 0;
  /** Where else the site can be reached. @type {unknown} */
  let links = [];

  function render() {
    const texts = plain ? { ...words.texts, [view.title]: words.texts[plain] } : withTitle(words.texts, view);
    const focused = /** @type {HTMLElement | null} */ (
      /** @type {ShadowRoot | Document} */ (node.getRootNode()).activeElement
    );
    const meaning = focused && presses.meaningOf(focused);
    fetchHelp();
    const shown = present(view, texts, {
      help: helpFailed ? null : card !== null,
      ...site,
      chatOpen: chat.isOpen,
      chatWaits: chat.meanwhile(),
      recoveryPlaced: recovery !== null,
      answered,
      unread: chat.unread(),
    });
    const before = trail(view);
    const reason = plain ? null : chatPart.now()?.reasonFor(before, view);
    orb.render(shown.face);
    bar.render(foreign() ? null : shown.bar);
    card?.place(recovery);
    card?.render(shown.card, { texts, host: site.host, mirrored });
    chat.render(reason ? { ...shown.chat, title: words.texts[reason] } : shown.chat, links);
    pointer?.render(shown.pointer);
    reach?.render(view);
    const lost = focused && focused !== node && (!node.contains(focused) || focused.closest('[hidden]'));
    if (lost)
      (
        presses.offering(/** @type {import('./presses.js').Meaning} */ (meaning)) ??
        (shown.card && card?.primary()) ??
        orb.orb
      ).focus();
    presses.drawn();
  }

  /** Before the core is there: words in another language are on their way, rather none than those of a third one. */
  const foreign = () =>
    (view === EARLY || view === IDLE || view === KEPT) && isForeign(words, english, view.title);

  /** Before it is wanted, as far as that can be told. */
  function fetchHelp() {
    const about = TROUBLE.includes(view.orb) || view.steps.length > 0 ? view.title : '';
    if (about !== '' && about !== fetchedFor) loadHelp();
    fetchedFor = about;
  }

  function loadHelp() {
    helpFailed = false;
    help.load().catch(() => {
      helpFailed = true;
      if (fetchedFor !== '') render();
    });
  }

  frame.hint.addEventListener('click', () => helpFailed && loadHelp());

  /** @param {HelpDrawing} drawing */
  function showCard({ createCard, createPointer, createReach, HELP }) {
    if (card) return;
    frame.addSheet(HELP);
    card = createCard(pressButton);
    pointer = createPointer();
    reach = createReach(frame);
    next?.before(card.card);
    node.append(pointer.pointer);
    render();
  }

  // Whoever comes near may be blocked, and the card is there in the press.
  for (const near of ['pointerenter', 'focusin'])
    orb.orb.addEventListener(near, () => prefetch(help), { once: true });

  // While chatting the orb closes and opens the panel; everything else is for the core to say.
  function pressOrb() {
    if (view.orb === 'blocked' && helpFailed) loadHelp();
    if (view.orb !== 'chatting') press('orb');
    else if (chat.isOpen) close();
    else unfold();
  }

  /** @param {Action} action */
  function pressButton(action) {
    pressed = action;
    if (action === 'open_chat' && view.orb === 'chatting' && !chat.isOpen) unfold();
    else press(action);
  }

  function close() {
    if (view.orb === 'chatting' && view.actions.includes('dismiss')) press('dismiss');
    else fold();
  }

  function fold() {
    if (!chat.isWanted()) return;
    const inside = chat.holds(/** @type {ShadowRoot} */ (node.getRootNode()).activeElement);
    chat.show(false);
    render();
    if (inside) orb.orb.focus();
  }

  function unfold() {
    openConversation();
    chat.show(true);
    render();
    chat.focus();
  }

  // Keys, wheel and focus in the widget are not the page's: its shortcuts, traps and smooth scrollers would take them. It hears of clicks,
  // and of an Escape that closed nothing here.
  for (const type of OURS)
    node.addEventListener(
      type,
      (event) => {
        if (/** @type {KeyboardEvent} */ (event).key !== 'Escape') event.stopPropagation();
      },
      { passive: true },
    );

  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    const inChat = chat.holds(/** @type {Node} */ (event.target));
    // The same key answers Firefox's permission prompt, where it means "Block": the words about that must come and stay,
    // whichever of the two reaches us first.
    if (!inChat && (ASKS.includes(view.orb) || ticks() - askedLast < UNREAD_MS)) return;
    if (!inChat && view.actions.includes('dismiss')) press('dismiss');
    else if (chat.isOpen) close();
    else return;
    event.stopPropagation(); // a dialog of the site around us stays open
    event.preventDefault();
  });

  const shell = {
    setLevel: orb.setLevel,
    /** @param {AbortSignal} signal */
    watch(signal) {
      presses.watch(signal);
      orb.watch(signal);
      chat.begin(signal);
      help.use((drawing) => {
        showCard(drawing);
        reach?.watch(signal);
      }, signal);
      listen(
        signal,
        tried(() => matchMedia(NARROW)),
        'change',
        () => render(),
      );
    },
    fold,
    unfold,
    chatIsWanted: chat.isWanted,
    connectChat: chat.connect,
    prefetchChat: () => prefetch(chatPart),
    /** Where no core opens the conversation: when the panel unfolds. @param {() => void} open */
    converseAlone: (open) => void (openConversation = open),
    disconnectChat: chat.disconnect,
    /** @param {'core_unavailable' | null} label */
    explain: (label) => void (plain = label),
    /** @param {View} next */
    render(next) {
      if (ASKS.includes(view.orb)) askedLast = ticks();
      view = next;
      render();
    },
    /** Shown with the next view; where none follows, by itself. @param {HTMLElement | null} element */
    placeRecovery(element) {
      recovery = element;
      void Promise.resolve().then(render);
    },
    /** @param {boolean} ok */
    copied(ok) {
      const text = ok ? 'label_copied' : 'label_copy_failed';
      announcer.announce(words.texts[text], 'polite', words.language);
      if (pressed === null) return; // by the site's own button
      answered = { action: pressed, text };
      render();
      clearTimeout(answering);
      answering = window.setTimeout(
        () => {
          answered = null;
          render();
        },
        ok ? COPIED_MS : COPY_FAILED_MS,
      );
    },
    /** @param {string} text @param {View} about */
    fill: (text, about) => fill(text, valuesOf(about, words.texts, site)),
    /** What the visitor reads. @param {View} about */
    wordsOf(about) {
      const values = valuesOf(about, words.texts, site);
      return {
        title: fill(withTitle(words.texts, about)[about.title], values),
        // They come with the card.
        steps: about.steps.filter((step) => words.texts[step]).map((step) => fill(words.texts[step], values)),
      };
    },
    /** @param {unknown} all  Where else the site can be reached: `ChatLink`s, or whatever a site has written there. */
    lead: (all) => void (links = all),
    /** @param {Pick<Furniture, 'position' | 'theme' | 'launcher' | 'company'>} config @param {Words} chosen @param {readonly string[]} [languages]  The browser's own, best first. */
    furnish({ position, theme, launcher, company }, chosen, languages = []) {
      words = chosen;
      site.company = company;
      mirrored = directionOf(languages[0] ?? '') === 'rtl'; // a browser's window follows its own language, not ours
      frame.furnish({ position, theme, launcher }, words, words.texts.label_widget);
      chat.speak(words, localeOf(words.language, languages));
      render();
    },
    /** @param {Title} title @param {Urgency} urgency */
    announce(title, urgency) {
      const say = () =>
        announcer.announce(
          shell.fill(withTitle(words.texts, { ...view, title })[title], view),
          urgency,
          words.language,
        );
      if (words.texts[title]) return say();
      /** Unless there is something else to say by then. */
      const late = () => view.title === title && say();
      void help.load().then(late, late);
    },
  };
  return shell;
}
