// The element: what a page may say to it, and what it answers. What it does about it stands in early.js, and then in life.js.
import { tried } from '../js-glue/tried.js';
import { createEarly } from './early.js';
/** @import { FarEndMessage } from '../js-glue/answers.js' */
/** @import { ChatMessage } from '../js-glue/chat.js' */
/** @import { Session } from '../js-glue/page.js' */
/** @import { Action } from '../js-glue/words.js' */
/** @import { Config } from './earshot.js' */

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
 * @fires earshot-chat - `{state, session}` of the text chat, or a `{message, session, reason}` that the visitor wrote and the site carries, or `{forgotten, session}`.
 * @fires earshot-handover - `{reason}`: the visitor wants to write, and the site has a chat of its own.
 * @csspart orb - The round button; its second name is the state, as in `::part(orb live)`.
 * @csspart widget, badge, bar, hint, card, title, picture, play, steps, actions, action, primary, quiet, support, dismiss, close, chat,
 *   log, day, name, message, status, link, links, email, writer, input, send, forget, newest, unread, pointer - The other parts.
 */
export class EarshotWidgetElement extends Base {
  static observedAttributes = ['config'];
  /** Set by define.js, so that the class knows no glue. @type {import('./early.js').FirstGlue} */
  static glue;
  /** So is this. @type {string} */
  static version;

  #early = createEarly(
    this,
    (action) => this.press(action),
    () => EarshotWidgetElement.glue,
  );

  connectedCallback() {
    // What a page set before the class was there became plain properties: put them through the setters.
    for (const name of /** @type {const} */ (['config', 'chatTransport'])) {
      const early = Object.getOwnPropertyDescriptor(this, name);
      if (!early) continue;
      delete this[name];
      this[name] = early.value;
    }
    this.#early.connect();
  }

  disconnectedCallback() {
    // Whoever moves it within the page takes it out first; some libraries put it back a moment later.
    const stop = () => this.isConnected || this.#early.stop();
    if (!tried(() => setTimeout(stop))) stop(); // at once, where a script has broken timers
  }

  adoptedCallback() {
    this.#early.stop(); // into another document
  }

  attributeChangedCallback() {
    this.#early.reread();
  }

  /**
   * The site's configuration: an object or JSON text. A change applies at once; what a call rests on, when that call is over.
   * @returns {Config | string | null}
   */
  get config() {
    return this.#early.given.config;
  }
  /** @param {Config | string} value */
  set config(value) {
    this.#early.configure(value);
  }

  /** The site's own way for text to travel. It wins over the configuration. */
  get chatTransport() {
    return this.#early.given.chatTransport;
  }
  set chatTransport(transport) {
    this.#early.given.chatTransport = transport;
  }

  /** The call's media: one object for the whole call. */
  get stream() {
    return this.#early.session()?.stream() ?? null;
  }

  /** What is drawn now. */
  get view() {
    return this.#early.view();
  }

  /** What the far end should know now, as `earshot-message` last said it. @returns {FarEndMessage | null} */
  get message() {
    return this.#early.session()?.message() ?? null;
  }

  /** For the site's own buttons: call it inside the click. @param {Action} action */
  press(action) {
    this.#early.press(action);
  }

  /** Guard mode: the media that the site's call software opened. It is watched, and stopped only when the call ends. @param {MediaStream} stream */
  attach(stream) {
    this.#early.ask((life) => life.session()?.attach(stream));
  }

  /** Guard mode: the site takes its media back. It is left running, and no longer watched. */
  detach() {
    this.#early.ask((life) => life.session()?.detach());
  }

  /** Plays the far end. Where the browser refuses, the visitor is offered a press that plays it. @param {HTMLMediaElement} media */
  play(media) {
    this.#early.ask((life) => life.play(media));
  }

  /**
   * Guard mode: the site's own request for media was rejected. Or, in both modes, what it knows of the far end.
   * @param {unknown} what
   * @param {Parameters<Session['report']>[1]} [options]
   */
  report(what, options) {
    this.#early.ask((life) => life.session()?.report(what, options));
  }

  /** What the site's call software learned of the network. @param {Parameters<Session['reportNetwork']>[0]} result */
  reportNetwork(result) {
    this.#early.ask((life) => life.session()?.reportNetwork(result));
  }

  /** What the site's agent answered, where the site itself carries the text. @param {string | ChatMessage} message */
  receiveChatMessage(message) {
    this.#early.ask((life) => life.session()?.receiveChat(message));
  }

  /** Ends the text chat's conversation and deletes it, here and at its server. */
  forget() {
    this.#early.ask((life) => life.session()?.forget());
  }

  /** The run so far, as JSON lines. */
  trace() {
    return this.#early.session()?.trace() ?? '';
  }

  /** Any fact, for playgrounds; answers with what the core said. @param {Record<string, unknown>} fact */
  send(fact) {
    return this.#early.session()?.send(fact) ?? null;
  }
}
