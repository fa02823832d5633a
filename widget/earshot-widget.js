// The element. It draws what the session says and passes on what the visitor presses; it decides nothing.
import { unclobbered } from '../js-glue/unclobbered.js';
import { createShell } from './shell.js';
import { createSheet } from './styles.js';
import { chooseTexts, ENGLISH } from './texts.js';
/** @import { FarEndMessage, View } from '../js-glue/answers.js' */
/** @import { ChatMemory, ChatMessage, ChatTransport, Conversation } from '../js-glue/chat.js' */
/** @import { Furniture } from '../js-glue/config.js' */
/** @import { Page, Session } from '../js-glue/page.js' */
/** @import { Action } from '../js-glue/words.js' */
/** @import { Config } from './earshot.js' */

/** Painted before the core is there. @type {View} */
const EARLY = {
  orb: 'starting', title: 'getting_ready', steps: [], actions: ['orb'], picture: '', pointer: '', microphone: 'off', camera: 'off',
  notifications: 'off', kind: '', recovery: '', link: '', address: '', browser: 'other', support: '',
};
/** A press that came before the core: the session keeps it for a while, and it shows at once. @type {View} */
const KEPT = { ...EARLY, orb: 'opening', title: 'connecting', actions: [] };
/** No core can run here: the orb is the door to the text chat. @type {View} */
const PLAIN = { ...EARLY, orb: 'chatting', title: 'chatting', actions: [] };

// Where a server renders the page there is no HTMLElement, and none of this runs.
const Base = globalThis.HTMLElement ?? /** @type {typeof HTMLElement} */ (class {});

/**
 * Custom properties: see styles.js. Methods and events are all there is to know; the rest is drawn.
 * @tagname earshot-widget
 * @attr config - The site's configuration as JSON.
 * @fires earshot-state - The orb changed, or what microphone and camera do: `{orb, microphone, camera, view}`.
 * @fires earshot-stream - The call's media is there: `{stream, kinds}`.
 * @fires earshot-track-replaced - `{kind, track, stream}`; `track` is null when that kind was lost.
 * @fires earshot-verdict - What does not work, and what that rests on.
 * @fires earshot-cleared - Guard mode: `{kinds}` may be opened by the site's own call software now, and given to `attach`.
 * @fires earshot-message - What the far end should know, in words of a closed list; also in `message`.
 * @fires earshot-chat - `{state, session}` of the text chat, or a `{message, session, reason}` that the visitor wrote and the site carries.
 * @csspart orb - The round button; its second name is the state, as in `::part(orb live)`.
 * @csspart widget, badge, bar, hint, card, title, picture, play, steps, actions, action, primary, quiet, support, dismiss, close, chat,
 *   log, day, name, message, status, link, links, writer, input, send, newest, unread, pointer - The other parts.
 */
export class EarshotWidgetElement extends Base {
  static observedAttributes = ['config'];
  /** Set by define.js, so that the class knows no glue. @type {(page: Page, signal: AbortSignal) => Session} */
  static startSession;
  /** So is this. Fetches the sentences of a language; null where that fails. @type {(language: string) => Promise<Record<string, string> | null>} */
  static loadPack;
  /** And this. @type {string} */
  static version;

  #root = this.attachShadow({ mode: 'open' });
  #shell = createShell((action) => this.press(action), EARLY, ENGLISH);
  #setLevel = createSheet(this.#root);
  #view = EARLY;
  /** @type {import('./texts.js').Packs} */
  #packs = {};
  /** @type {Furniture | null} */
  #furniture = null;
  /** @type {AbortController | null} */
  #connected = null;
  /** @type {Session | null} */
  #session = null;
  /** @type {Config | string | null} */
  #config = null;
  /** @type {ChatTransport | null} */
  #chatTransport = null;
  /** What was written, by destination; it outlives the sessions. @type {Map<string | ChatTransport, ChatMemory>} */
  #chats = new Map();
  /** @type {Conversation | null} */
  #plain = null;

  connectedCallback() {
    // What a page set before the class was there became plain properties: put them through the setters.
    for (const name of /** @type {const} */ (['config', 'chatTransport'])) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (!early) continue;
      delete this[name];
      this[name] = early.value;
    }
    this.#root.append(this.#shell.node);
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  attributeChangedCallback() {
    this.#restart();
  }

  /**
   * The site's configuration: an object or JSON text. A change starts the session afresh.
   * @returns {Config | string | null}
   */
  get config() { return this.#config; }
  /** @param {Config | string} value */
  set config(value) {
    if (this.#config === value) return;
    this.#config = value;
    this.#restart();
  }

  /** The site's own way for text to travel. It wins over the configuration. */
  get chatTransport() { return this.#chatTransport; }
  set chatTransport(transport) { this.#chatTransport = transport; }

  /** The call's media: one object for the whole call. */
  get stream() { return this.#session?.stream() ?? null; }

  /** What is drawn now. */
  get view() { return this.#view; }

  /** What the far end should know now, as `earshot-message` last said it. @returns {FarEndMessage | null} */
  get message() { return this.#session?.message() ?? null; }

  /** For the site's own buttons: call it inside the click. @param {Action} action */
  press(action) {
    if (this.#session && this.#view === EARLY && action === 'orb') this.#render(KEPT);
    if (!this.#plain) this.#session?.dispatch({ fact: 'pressed', action });
    else if (action === 'open_chat' || action === 'orb') this.#shell.unfold(); // the text chat is all there is
  }

  /** What the site's agent answered, where the site itself carries the text. @param {string | ChatMessage} message */
  receiveChatMessage(message) { this.#session?.receiveChat(message); }

  /** Guard mode: the media that the site's call software opened. It is watched, and stopped only when the call ends. @param {MediaStream} stream */
  attach(stream) { this.#session?.attach(stream); }

  /** Guard mode: the site takes its media back. It is left running, and no longer watched. */
  detach() { this.#session?.detach(); }

  /** Plays the far end. Where the browser refuses, the visitor is offered a press that plays it. @param {HTMLMediaElement} media */
  play(media) {
    if (this.#session && !this.#plain) this.#session.play(media);
    else media.play().catch(() => {}); // nobody here to offer the press
  }

  /** What the site's call software learned of the network. @param {Parameters<Session['reportNetwork']>[0]} result */
  reportNetwork(result) { this.#session?.reportNetwork(result); }

  /** The run so far, as JSON lines. */
  trace() { return this.#session?.trace() ?? ''; }

  /** Any fact, for playgrounds; answers with what the core said. @param {Record<string, unknown>} fact */
  send(fact) { return this.#session?.send(fact) ?? null; }

  /** @param {View} view */
  #render(view) {
    this.#view = view;
    this.#shell.render(view);
  }

  #readConfig() {
    if (this.#config === null || this.#config === undefined) return this.getAttribute('config') || '{}';
    if (typeof this.#config === 'string') return this.#config;
    try {
      return JSON.stringify(this.#config) ?? 'null';
    } catch {
      return 'null'; // it contains itself; the core says that this is no configuration
    }
  }

  /** @param {Furniture} config */
  #furnish(config) {
    this.#furniture = config;
    const page = unclobbered(this.closest('[lang]') ?? unclobbered(document).documentElement).getAttribute('lang') ?? '';
    const visitor = this.#session?.languages ?? [];
    const words = chooseTexts(config, { page, visitor }, this.#packs);
    this.#shell.furnish(config, words, visitor);
    if (words.missing) void this.#fetchPack(words.missing);
  }

  /** There are English words until it is here. @param {string} language */
  async #fetchPack(language) {
    const connected = this.#connected;
    this.#packs[language] = (await EarshotWidgetElement.loadPack(language)) ?? {};
    if (connected === this.#connected && this.#connected && this.#furniture) this.#furnish(this.#furniture);
  }

  #start() {
    this.#connected = new AbortController();
    this.#shell.watch(this.#connected.signal);
    this.#plain = null;
    this.#shell.explain(null);
    this.#shell.fold();
    this.#shell.placeRecovery(null);
    this.#render(EARLY);
    this.#session = this.#startSession(this.#connected.signal);
    this.#furnish(this.#session.furniture); // in the language of the visitor, whom the session knows
  }

  /** @param {AbortSignal} signal */
  #startSession(signal) {
    const shell = this.#shell;
    const element = this;
    return EarshotWidgetElement.startSession({
      render: (view) => this.#render(view),
      announce: (title, urgency) => shell.announce(title, urgency),
      applyConfig: (config) => this.#furnish(config),
      setLevel: this.#setLevel,
      connectChat: (conversation) => shell.connectChat(conversation),
      openChat: (conversation) => {
        shell.connectChat(conversation);
        shell.unfold();
      },
      closeChat: () => shell.fold(),
      showPlain: (label, conversation) => this.#showPlain(label, conversation),
      pressLapsed: () => {
        if (this.#view === KEPT) this.#render(EARLY);
      },
      tell: (event, detail) => {
        this.dispatchEvent(new CustomEvent(`earshot-${event}`, { detail, bubbles: true, composed: true }));
      },
      readConfig: () => this.#readConfig(),
      placeRecovery: shell.placeRecovery,
      copied: shell.copied,
      wordsOf: shell.wordsOf,
      fill: shell.fill,
      get chatTransport() { return element.#chatTransport; },
      chats: this.#chats,
    }, signal);
  }

  /** @param {'core_unavailable'} label @param {Conversation} conversation */
  #showPlain(label, conversation) {
    const pressed = this.#view === KEPT;
    this.#plain = conversation;
    this.#shell.connectChat(conversation, conversation.open);
    this.#shell.explain(label);
    this.#render(PLAIN);
    if (pressed) this.#shell.unfold(); // that press gets its answer
    return PLAIN;
  }

  #stop() {
    this.#connected?.abort();
    this.#shell.disconnectChat();
    this.#connected = this.#session = null;
  }

  #restart() {
    if (!this.#connected) return;
    this.#stop();
    this.#start();
  }
}
