// What stands behind the element while it is on a page: one session after the other, and what each has drawn.
/** @import { View } from '../js-glue/answers.js' */
/** @import { ChatMemory, ChatTransport } from '../js-glue/chat.js' */
/** @import { Furniture } from '../js-glue/config.js' */
/** @import { ChatWriting } from '../js-glue/chat/chat.js' */
/** @import { Page, Session } from '../js-glue/page.js' */
/** @import { Part } from '../js-glue/part.js' */
/** @import { Calling } from '../js-glue/call.js' */
/** @import { Helping } from '../js-glue/help.js' */
/** @import { ChatDrawing } from './chat/slot.js' */
/** @import { HelpDrawing } from './shell.js' */
/** @import { Action } from '../js-glue/words.js' */
/** @import { Given } from './early.js' */
/** @import { Frame } from './frame.js' */
import { configText } from './config-text.js';
import { languageAround } from './early.js';
import { EARLY, IDLE, KEPT } from './early-views.js';
import { came, settle, went } from './giving-way.js';
import { observe } from './observe.js';
import { createShell } from './shell.js';
import { STYLES } from './styles.js';
import { chooseTexts, ENGLISH, learn } from './texts.js';
import { tried } from '../js-glue/tried.js';
import { unclobbered } from '../js-glue/unclobbered.js';

/** No core can run here: the orb is the door to the text chat. @type {View} */
const PLAIN = { ...EARLY, orb: 'chatting', title: 'chatting', actions: [] };

/** Asking counts: whoever answers the browser's question is not to find that nobody asks any more. */
const IN_CALL = /^(opening|asking|choosing|live|interrupted)/;

/** What cannot be drawn costs nothing else. @param {() => void} draw */
function guarded(draw) {
  try {
    draw();
  } catch (error) {
    console.error('[Earshot]', error);
  }
}

/** @typedef {ReturnType<typeof createLife>} Life */
/** What was there before. `view`: what was drawn. `kept`: presses that waited for this, each with whether it is still meant.
 * @typedef {{ frame: Frame, given: Given, view: View, kept: { action: Action, meant: () => boolean }[] }} Handed */

/**
 * @param {HTMLElement} element
 * @param {(action: Action) => void} pressed  A part of it was pressed.
 * @param {Handed} handed
 * @param {{ startSession: (page: Page, signal: AbortSignal) => Session,
 *   callPart: Part<Calling>, chatPart: Part<ChatWriting & ChatDrawing>, helpPart: Part<Helping & HelpDrawing>, loadPack: (language: string) => Promise<Record<string, string> | null> }} glue
 */
export function createLife(element, pressed, { frame, given, view: first, kept }, glue) {
  frame.addSheet(STYLES);
  /** @type {import('./languages.js').Packs} */
  const packs = {};
  /** @type {Furniture | null} */
  let furniture = null;
  const shell = createShell(pressed, EARLY, ENGLISH, frame, {
    chat: glue.chatPart,
    help: glue.helpPart,
  });
  let view = first;
  /** What is drawn before the core is there. */
  let before = EARLY;
  /** @type {AbortController | null} */
  let connected = null;
  /** @type {Session | null} */
  let session = null;
  /** What was written, by destination; it outlives the sessions. @type {Map<string | ChatTransport, ChatMemory>} */
  const chats = new Map();
  let plain = false;
  /** The configuration that was read last. */
  let text = '';
  /** It needs another session, which begins when the call is over. */
  let later = false;
  /** Of the press that is told now, where it was made before. @type {(() => boolean) | null} */
  let meant = null;

  const inCall = () => IN_CALL.test(view.orb);

  /** @param {View} next */
  function render(next) {
    view = next;
    shell.render(next);
    if (next.orb === 'idle') settle();
    if (later && !inCall()) void Promise.resolve().then(afterCall); // whoever is told that it is over hears that first
  }

  function afterCall() {
    if (!later) return;
    // Who left the call for the chat finds it open.
    if (view.orb === 'chatting') kept.push({ action: 'open_chat', meant: () => true });
    restart();
  }

  /** @param {Furniture} next */
  function furnish(next) {
    furniture = next;
    const visitor = session?.languages ?? [];
    const words = chooseTexts(next, { page: languageAround(element), visitor }, packs);
    shell.furnish(next, words, visitor);
    if (words.missing) void fetchPack(words.missing);
  }

  /** Some pages learn their language late. */
  let leaveLanguage = () => {};

  /** @param {{ english: Partial<import('./texts.js').Texts> }} part */
  function hasWords({ english }) {
    learn(english);
    if (furniture) furnish(furniture);
  }

  /** There are English words until it is here. @param {string} language */
  async function fetchPack(language) {
    const since = connected;
    packs[language] = (await glue.loadPack(language)) ?? {};
    if (since === connected && connected && furniture) furnish(furniture);
  }

  /** @param {'core_unavailable'} label @param {() => void} converse */
  function showPlain(label, converse) {
    const pressed = view === KEPT;
    plain = true;
    shell.converseAlone(converse);
    shell.explain(label);
    render(PLAIN);
    if (pressed) shell.unfold(); // that press gets its answer
    return PLAIN;
  }

  /** Whoever writes is not disturbed, and goes back by a press. */
  function offerVoice() {
    if (!shell.chatIsWanted()) return restart();
    shell.explain(null);
    render({ ...PLAIN, actions: ['back_to_voice', 'dismiss'] });
  }

  function pressLapsed() {
    if (view === KEPT) render(before);
  }

  /** Who presses once may want to write soon. */
  function prefetch() {
    const later = globalThis.requestIdleCallback ?? setTimeout;
    tried(() => later(() => connected && shell.prefetchChat()));
  }

  /** @param {Action} action */
  function press(action) {
    if (session && view === before && action === 'orb') render(KEPT);
    if (action === 'orb') prefetch();
    if (!plain) session?.dispatch({ fact: 'pressed', action });
    else if (action === 'open_chat' || (action === 'orb' && view === PLAIN))
      shell.unfold(); // the text chat is all there is
    else if (view !== PLAIN) {
      restart(); // a core has come since
      if (action !== 'dismiss') press('orb');
    }
  }

  /** @param {AbortSignal} signal */
  const startSession = (signal) =>
    glue.startSession(
      {
        render,
        announce: shell.announce,
        applyConfig(config) {
          furnish(config);
          shell.lead(config.chat.links);
        },
        setLevel: shell.setLevel,
        connectChat: shell.connectChat,
        openChat: shell.unfold,
        callPart: glue.callPart,
        chatPart: glue.chatPart,
        helpPart: glue.helpPart,
        closeChat: shell.fold,
        showPlain,
        offerVoice,
        pressLapsed,
        pressMeant: () => meant,
        tell(event, detail) {
          const news = () =>
            new CustomEvent(`earshot-${event}`, {
              detail,
              bubbles: true,
              composed: true,
              cancelable: true,
            });
          const open = element.dispatchEvent(news());
          if (!element.isConnected) unclobbered(document).dispatchEvent(news()); // it has just left
          return open;
        },
        readConfig: () => text,
        placeRecovery: shell.placeRecovery,
        copied: shell.copied,
        wordsOf: shell.wordsOf,
        fill: shell.fill,
        get chatTransport() {
          return given.chatTransport;
        },
        chats,
      },
      signal,
    );

  function start() {
    connected = new AbortController();
    // Before anything is drawn of a part, its words are there.
    for (const part of [glue.chatPart, glue.helpPart]) part.use(hasWords, connected.signal);
    const { signal } = connected;
    guarded(() => shell.watch(signal));
    leaveLanguage = observe(
      'MutationObserver',
      () => furniture && furnish(furniture),
      unclobbered(document).documentElement,
      { attributeFilter: ['lang'] },
    );
    plain = later = false;
    text = configText(element, given.config);
    shell.converseAlone(() => {});
    shell.explain(null);
    shell.placeRecovery(null);
    before = view === IDLE ? IDLE : EARLY; // what was drawn goes on
    guarded(() => render(kept.some(({ action }) => action === 'orb') ? KEPT : before));
    const own = (session = startSession(signal));
    guarded(() => {
      shell.lead(/** @type {{ links?: unknown } | undefined} */ (own.furniture.chat)?.links);
      furnish(own.furniture); // in the language of the visitor, whom the session knows
    });
    for (const each of kept.splice(0)) {
      ({ meant } = each);
      press(each.action);
      meant = null;
    }
  }

  function stop() {
    session?.stop(inCall());
    connected?.abort();
    leaveLanguage();
    shell.fold(); // an open one listens to the window
    shell.disconnectChat();
    connected = session = null;
  }

  function restart() {
    stop();
    start();
  }

  /** The site may have written another configuration. */
  function reread() {
    const next = configText(element, given.config);
    if (!session || next === text) return;
    text = next;
    // Where nothing is under way, nothing is lost.
    if (!glue.helpPart.now() && /^(starting|idle)/.test(view.orb)) return restart();
    const since = session;
    session.reconfigure(text, inCall(), (needs) => {
      if (since !== session) return;
      later = needs === 'later' && inCall();
      if (needs && !later) restart();
    });
  }

  const root = unclobbered(document).documentElement;
  const mayGo = () => element.parentElement === root && text === '{}' && /^(starting|idle)/.test(view.orb);

  return {
    connect() {
      start();
      came(element, mayGo);
    },
    stop() {
      stop();
      went(element);
    },
    reread,
    session: () => session,
    view: () => view,
    press,
    pressLapsed,
    /** @param {HTMLMediaElement} media */
    play(media) {
      if (session && !plain) session.play(media);
      else media.play().catch(() => {}); // nobody here to offer the press
    },
  };
}
