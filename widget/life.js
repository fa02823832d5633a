// What stands behind the element while it is on a page: one session after the other, and what each has drawn.
/** @import { View } from '../js-glue/answers.js' */
/** @import { ChatMemory, ChatTransport, Conversation } from '../js-glue/chat.js' */
/** @import { Furniture } from '../js-glue/config.js' */
/** @import { Page, Session } from '../js-glue/page.js' */
/** @import { Action } from '../js-glue/words.js' */
/** @import { Config } from './earshot.js' */
import { unclobbered } from '../js-glue/unclobbered.js';
import { createShell } from './shell.js';
import { addStyles } from './styles.js';
import { chooseTexts, ENGLISH } from './texts.js';

/** Painted before the core is there. @type {View} */
const EARLY = {
  orb: 'starting',
  title: 'getting_ready',
  steps: [],
  actions: ['orb'],
  picture: '',
  pointer: '',
  microphone: 'off',
  camera: 'off',
  notifications: 'off',
  kind: '',
  recovery: '',
  link: '',
  address: '',
  browser: 'other',
  support: '',
};
/** A press that came before the core: the session keeps it for a while, and it shows at once. @type {View} */
const KEPT = { ...EARLY, orb: 'opening', title: 'connecting', actions: [] };
/** No core can run here: the orb is the door to the text chat. @type {View} */
const PLAIN = { ...EARLY, orb: 'chatting', title: 'chatting', actions: [] };

/**
 * @param {HTMLElement} element
 * @param {(action: Action) => void} press  A part of it was pressed.
 * @param {{ startSession: (page: Page, signal: AbortSignal) => Session,
 *   loadPack: (language: string) => Promise<Record<string, string> | null> }} glue
 */
export function createLife(element, press, glue) {
  const root = element.attachShadow({ mode: 'open' });
  const shell = createShell(press, EARLY, ENGLISH);
  addStyles(root);
  let view = EARLY;
  /** @type {import('./texts.js').Packs} */
  const packs = {};
  /** @type {Furniture | null} */
  let furniture = null;
  /** @type {AbortController | null} */
  let connected = null;
  /** @type {Session | null} */
  let session = null;
  /** @type {Config | string | null} */
  let config = null;
  /** @type {ChatTransport | null} */
  let chatTransport = null;
  /** What was written, by destination; it outlives the sessions. @type {Map<string | ChatTransport, ChatMemory>} */
  const chats = new Map();
  /** @type {Conversation | null} */
  let plain = null;

  /** @param {View} next */
  function render(next) {
    view = next;
    shell.render(next);
  }

  function readConfig() {
    if (config === null || config === undefined) return element.getAttribute('config') || '{}';
    if (typeof config === 'string') return config;
    try {
      return JSON.stringify(config) ?? 'null';
    } catch {
      return 'null'; // it contains itself; the core says that this is no configuration
    }
  }

  /** @param {Furniture} next */
  function furnish(next) {
    furniture = next;
    const page =
      unclobbered(element.closest('[lang]') ?? unclobbered(document).documentElement).getAttribute('lang') ??
      '';
    const visitor = session?.languages ?? [];
    const words = chooseTexts(next, { page, visitor }, packs);
    shell.furnish(next, words, visitor);
    if (words.missing) void fetchPack(words.missing);
  }

  /** There are English words until it is here. @param {string} language */
  async function fetchPack(language) {
    const since = connected;
    packs[language] = (await glue.loadPack(language)) ?? {};
    if (since === connected && connected && furniture) furnish(furniture);
  }

  /** @param {'core_unavailable'} label @param {Conversation} conversation */
  function showPlain(label, conversation) {
    const pressed = view === KEPT;
    plain = conversation;
    shell.connectChat(conversation, conversation.open);
    shell.explain(label);
    render(PLAIN);
    if (pressed) shell.unfold(); // that press gets its answer
    return PLAIN;
  }

  /** @param {AbortSignal} signal */
  const startSession = (signal) =>
    glue.startSession(
      {
        render,
        announce: shell.announce,
        applyConfig: furnish,
        setLevel: shell.setLevel,
        connectChat: (conversation) => shell.connectChat(conversation),
        openChat(conversation) {
          shell.connectChat(conversation);
          shell.unfold();
        },
        closeChat: shell.fold,
        showPlain,
        pressLapsed() {
          if (view === KEPT) render(EARLY);
        },
        tell: (event, detail) =>
          void element.dispatchEvent(
            new CustomEvent(`earshot-${event}`, { detail, bubbles: true, composed: true }),
          ),
        readConfig,
        placeRecovery: shell.placeRecovery,
        copied: shell.copied,
        wordsOf: shell.wordsOf,
        fill: shell.fill,
        get chatTransport() {
          return chatTransport;
        },
        chats,
      },
      signal,
    );

  function start() {
    connected = new AbortController();
    shell.watch(connected.signal);
    plain = null;
    shell.explain(null);
    shell.fold();
    shell.placeRecovery(null);
    render(EARLY);
    session = startSession(connected.signal);
    furnish(session.furniture); // in the language of the visitor, whom the session knows
  }

  function stop() {
    connected?.abort();
    shell.disconnectChat();
    connected = session = null;
  }

  function restart() {
    if (!connected) return;
    stop();
    start();
  }

  return {
    connect() {
      root.append(shell.node);
      start();
    },
    stop,
    restart,
    session: () => session,
    view: () => view,
    config: () => config,
    /** @param {Config | string} value */
    configure(value) {
      if (config === value) return;
      config = value;
      restart();
    },
    chatTransport: () => chatTransport,
    /** @param {ChatTransport | null} transport */
    carryBy: (transport) => void (chatTransport = transport),
    /** @param {Action} action */
    press(action) {
      if (session && view === EARLY && action === 'orb') render(KEPT);
      if (!plain) session?.dispatch({ fact: 'pressed', action });
      else if (action === 'open_chat' || action === 'orb') shell.unfold(); // the text chat is all there is
    },
    /** @param {HTMLMediaElement} media */
    play(media) {
      if (session && !plain) session.play(media);
      else media.play().catch(() => {}); // nobody here to offer the press
    },
  };
}
