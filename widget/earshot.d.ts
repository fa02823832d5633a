// The types of Earshot, as `import … from 'earshot'` gives them. This file is written by hand and
// imports nothing. tests/package/face.test.js compares it with the core, and face.types.ts beside
// it with the code.

/**
 * Adds a widget to the page and returns it. It looks at once, but asks for nothing before the
 * visitor presses.
 *
 * @param config - What the widget does, as an object or as JSON text. Mistakes are logged with
 *   their place, and everything else still applies.
 * @param place - Where the widget goes, and your own way for the text chat to travel.
 *
 * @example
 * ```ts
 * const widget = mount({ media: ['microphone'], chat: { transport: 'websocket', url: '/chat' } });
 * widget.addEventListener('earshot-stream', ({ detail }) => call.send(detail.stream));
 * ```
 */
export function mount(config?: Config | string, place?: Place): EarshotWidgetElement;

/** The second argument of {@link mount}. */
export interface Place {
  /**
   * The widget is appended to this element, or to this shadow root.
   * @defaultValue `document.documentElement`, beside the body, which libraries replace
   */
  target?: Element | DocumentFragment | undefined;
  /** Carries the text chat instead of what `config.chat` names. */
  chatTransport?: ChatTransport | undefined;
}

/**
 * The element `<earshot-widget>`. Importing the package or loading the script defines it.
 *
 * Its events are listed in {@link EarshotEventMap}. They bubble and cross shadow roots: listen on
 * the element, `document` or `window`.
 *
 * Removing it from the page stops every track, attached ones too, and closes the chat. Moving it
 * does the same, and then starts again.
 */
export class EarshotWidgetElement extends HTMLElement {
  /**
   * The version of the package, such as `"1.2.3"`. The first line of every {@link trace} names it,
   * too.
   */
  static readonly version: string;

  /**
   * The configuration as it was last set: an object, JSON text, or `null` while only the attribute
   * `config` counts. An equal one changes nothing. Words, colors, place, and buttons of another one
   * apply at once; what a call rests on applies when the call is over. To change an
   * object, set a new one: changes inside are not seen.
   */
  get config(): Config | string | null;
  set config(value: Config | string);

  /**
   * Your own way for the text chat to travel. It wins over `config.chat`. Set it before the chat
   * first opens.
   */
  chatTransport: ChatTransport | null;

  /**
   * The media of the call, or `null` while there is none. It is one object for as long as the
   * element lives: tracks come and go in it. Do not stop its tracks yourself. To end the call, use
   * `press('end')`.
   */
  readonly stream: MediaStream | null;

  /** What is drawn now, as ids and not as sentences. */
  readonly view: View;

  /**
   * What the far end should know now, as `earshot-message` last reported it. `null` until the core
   * has spoken.
   */
  readonly message: FarEndMessage | null;

  /**
   * Presses for the visitor, from a button of your own. Call it inside the visitor's click, with
   * nothing awaited before it: browsers allow the permission prompt and the first sound only there.
   *
   * `view.actions` lists the actions that make sense now, the obvious one first. Actions that don't
   * apply are ignored. A press before the core has loaded counts for ten seconds, and only while
   * the page stays in view.
   *
   * @example
   * ```ts
   * button.addEventListener('click', () => widget.press('orb'));
   * ```
   */
  press(action: Action): void;

  /**
   * Shows an answer in the text chat, where your page carries the text (`transport: 'host'`). A
   * plain string is from your agent.
   */
  receiveChatMessage(message: string | ChatMessage): void;

  /**
   * Ends the conversation of the text chat and deletes it, as the visitor's "End and delete" does. Text and
   * draft leave this page at once. The server deletes the transcript, and its token opens nothing any more;
   * without a connection it does so as soon as there is one. Then `earshot-chat` reports the state
   * `'closed'`. Does nothing if there is no conversation with what `config.chat` names.
   *
   * @example
   * ```ts
   * logout.addEventListener('click', () => widget.forget());
   * ```
   */
  forget(): void;

  /**
   * Guard mode: hands over the stream that your call software opened, after `earshot-cleared`. The
   * widget watches it, and stops it when the call ends. A second stream takes the place of the
   * first. Does nothing while the element is not on a page.
   *
   * @throws TypeError if it is no `MediaStream`, or has no live track.
   */
  attach(stream: MediaStream): void;

  /** Guard mode: takes your stream back. It is left running, and no longer watched. */
  detach(): void;

  /**
   * Plays the far end in your `<audio>` or `<video>`. If the browser refuses to play sound, the
   * visitor is offered a press that starts it. Call it once for each element.
   *
   * @throws TypeError if it is no media element.
   */
  play(media: HTMLMediaElement): void;

  /**
   * Guard mode: reports that your call software could not open its media, as the error says that its
   * request was rejected with. The visitor reads why, and what to do. Does nothing in the other
   * mode, and while the element is not on a page.
   *
   * @param options - Which kinds it asked for. Without: all that `config.media` names.
   * @throws TypeError if the error has no name, or `kinds` is no list of `'microphone'` and `'camera'`.
   *
   * @example
   * ```ts
   * call.on('error', (error) => widget.report(error));
   * ```
   */
  report(error: RejectedRequest, options?: { kinds?: readonly MediaKind[] | undefined }): void;
  /**
   * Reports what you know of the far end, in both modes. `connecting`: it cannot hear yet, so nobody is
   * told to go ahead and talk. `echo`: it hears its own voice, so headphones are advised. `ready`: neither.
   * It is forgotten with the call.
   *
   * @throws TypeError if `far_end` is none of these.
   *
   * @example
   * ```ts
   * agent.on('joining', () => widget.report({ far_end: 'connecting' }));
   * agent.on('joined', () => widget.report({ far_end: 'ready' }));
   * ```
   */
  report(known: { far_end: FarEnd }): void;

  /**
   * Reports what your own test of the network found. If neither `udp` nor `relay` works, the
   * visitor reads that the network blocks the call. Does nothing while the element is not on a
   * page.
   *
   * @throws TypeError if one of `udp`, `relay` and `server_reflexive` is not a boolean.
   */
  reportNetwork(result: NetworkResult): void;

  /**
   * The run so far as JSON lines, for a bug report or `earshot replay`. The first line holds the
   * version and the configuration. Empty while the element is not on a page. It holds no words of
   * the chat, no names of devices, no sound and no pictures.
   */
  trace(): string;

  /**
   * Gives the core any fact, as a browser would. For playgrounds and tests.
   * @returns What the core answers, or `null` if it has not answered yet.
   */
  send(fact: Fact): Answer | null;
}

// ---- events -------------------------------------------------------------------------------------

/**
 * Every event of the widget. `addEventListener` on the element, `document`, `window` and shadow
 * roots knows them by name.
 */
export interface EarshotEventMap {
  /** The orb, or what one of the media does, or what notifications are allowed, has changed. */
  'earshot-state': CustomEvent<StateDetail>;
  /** The call begins: the media is there. Once for each call. */
  'earshot-stream': CustomEvent<StreamDetail>;
  /**
   * In a call, a track came or was lost. Pass it to `RTCRtpSender.replaceTrack`, also when it is
   * `null`.
   */
  'earshot-track-replaced': CustomEvent<TrackReplacedDetail>;
  /** What is wrong with one kind has changed. `cause` is `'none'` when it works again. */
  'earshot-verdict': CustomEvent<VerdictDetail>;
  /**
   * Guard mode: your call software may open these kinds now. Then call `attach`, within 10 seconds.
   */
  'earshot-cleared': CustomEvent<ClearedDetail>;
  /** What the far end should know has changed. */
  'earshot-message': CustomEvent<FarEndMessage>;
  /**
   * The visitor wrote or deleted the conversation (transport `'host'` only), or the connection of the
   * chat has changed.
   */
  'earshot-chat': CustomEvent<ChatSentDetail | ChatForgottenDetail | ChatStateDetail>;
  /**
   * The visitor wants to write, and your page has a chat of its own (transport `'handover'`). Open it,
   * and say so with `preventDefault()`: otherwise the visitor reads that it did not open.
   */
  'earshot-handover': CustomEvent<HandoverDetail>;
  /** The core was told a fact and has answered. For tools. */
  'earshot-trace': CustomEvent<TraceDetail>;
}

/** The detail of `earshot-state`. */
export interface StateDetail {
  readonly orb: Orb;
  readonly microphone: Medium;
  readonly camera: Medium;
  readonly notifications: Notice;
  /** All that is drawn now. */
  readonly view: View;
}

/** The detail of `earshot-stream`. */
export interface StreamDetail {
  /** The same object for every call of this element. */
  readonly stream: MediaStream;
  /** What is in it. */
  readonly kinds: readonly MediaKind[];
}

/** The detail of `earshot-track-replaced`. */
export interface TrackReplacedDetail {
  readonly kind: MediaKind;
  /** The new track, or `null` while this kind is lost. */
  readonly track: MediaStreamTrack | null;
  /** The object of `earshot-stream`, also while nothing is left in it. */
  readonly stream: MediaStream;
}

/** The detail of `earshot-verdict`: what is wrong with one kind, how sure that is, and why. */
export interface VerdictDetail extends Verdict {
  readonly kind: Capability;
  /** What the browser says of the permission. */
  readonly permission: Permission;
  /** The mark that the browser's refusal left, such as `"not_allowed"`; `"none"` where nothing was refused. */
  readonly error: string;
}

/** The detail of `earshot-cleared`. */
export interface ClearedDetail {
  /** Open these now. */
  readonly kinds: readonly MediaKind[];
}

/** The detail of `earshot-chat` when the visitor wrote and your page carries the text. */
export interface ChatSentDetail {
  readonly message: SentMessage;
  /** Names the conversation, also after a reload and on the other pages of your origin. */
  readonly session: string;
  /** Why there is no voice, or `null` if nothing is wrong. */
  readonly reason: ChatReason | null;
  readonly state?: undefined;
  readonly forgotten?: undefined;
}

/** The detail of `earshot-chat` when the conversation that your page carries was deleted: delete it, too. */
export interface ChatForgottenDetail {
  readonly forgotten: true;
  /** Names the conversation. What is written afterwards has another name. */
  readonly session: string;
  readonly message?: undefined;
  readonly reason?: undefined;
  readonly state?: undefined;
}

/** The detail of `earshot-chat` when the connection of the chat has changed. */
export interface ChatStateDetail {
  readonly state: ChatState;
  /** Names the conversation, or is `""` before there is one. */
  readonly session: string;
  readonly message?: undefined;
  readonly reason?: undefined;
  readonly forgotten?: undefined;
}

/** The detail of `earshot-handover`. */
export interface HandoverDetail {
  /** Why there is no voice, or `null` if nothing is wrong. */
  readonly reason: ChatReason | null;
}

/** The detail of `earshot-trace`. */
export interface TraceDetail {
  /** The fact, as JSON text. */
  readonly line: string;
  /** The answer of the core, as JSON text. */
  readonly reply: string;
}

// ---- configuration ------------------------------------------------------------------------------

/**
 * Every option. All are optional, and `undefined` is the same as leaving one out.
 *
 * For an object that you keep in a variable, write `const config: Config = { … }` or `{ … }
 * satisfies Config`.
 */
export interface Config {
  /**
   * What to capture. The microphone always takes part.
   * @defaultValue `['microphone']`
   */
  media?: readonly ['microphone', 'camera'?] | undefined;
  /** The text chat. */
  chat?: ChatConfig | undefined;
  /**
   * `'silent'` keeps verdicts out of the console. Mistakes in the configuration are logged all the
   * same.
   * @defaultValue `'verdicts'`
   */
  log?: 'verdicts' | 'silent' | undefined;
  /**
   * When the first verdict is told. `'press'`: once somebody wants to talk or to write, so a visitor
   * who blocked your site some other day causes no `earshot-verdict` and no block in the console by
   * coming back. `'at_once'`: with the first look. What your page itself gets wrong is told at once
   * either way.
   * @defaultValue `'press'`
   */
  verdicts?: 'press' | 'at_once' | undefined;
  /**
   * A BCP 47 tag such as `'pt-BR'`, `'visitor'` for the language of the browser, or `''` for the
   * language of the page.
   * @defaultValue `''`
   */
  language?: string | undefined;
  /**
   * A corner of the window, or the place where the element stands.
   * @defaultValue `'bottom-right'`
   */
  position?: 'bottom-right' | 'bottom-left' | 'inline' | undefined;
  /**
   * `'auto'` follows the system.
   * @defaultValue `'auto'`
   */
  theme?: 'auto' | 'light' | 'dark' | undefined;
  /**
   * Your own sentences, by language and id. Each holds at most 2000 bytes of plain words, and may
   * hold `{host}`, `{company}`, `{browser}`, `{device}` and `{address}`.
   */
  texts?: Texts | undefined;
  /**
   * `'provide'`: the widget opens the media. `'guard'`: your call software does, and the widget
   * clears the way and watches.
   * @defaultValue `'provide'`
   */
  mode?: 'provide' | 'guard' | undefined;
  /**
   * Offers to allow notifications.
   * @defaultValue `false`
   */
  notifications?: boolean | undefined;
  /**
   * Remembers dismissed prompts from one visit to the next, in one entry of the local storage.
   * @defaultValue `false`
   */
  remember?: boolean | undefined;
  /**
   * Takes the mute and hang-up buttons of headsets, lock screens and browsers during a call.
   * `false` leaves them alone.
   * @defaultValue `true`
   */
  media_session?: boolean | undefined;
  /**
   * Keeps the screen awake during a call (`navigator.wakeLock`). `false` leaves that to your page.
   * @defaultValue `true`
   */
  wake_lock?: boolean | undefined;
  /**
   * Notices when the visitor talks while muted. The browser then shows the microphone as in use
   * while the visitor is muted.
   * @defaultValue `false`
   */
  hear_while_muted?: boolean | undefined;
  /**
   * Guard mode: how long the widget waits for your call software to open its stream after
   * `earshot-cleared`, or to bring back a microphone that it stopped, in milliseconds: 1000 to
   * 120000.
   * @defaultValue `10000`
   */
  host_wait_ms?: number | undefined;
  /**
   * When the rest follows the first file, which draws the orb and keeps a press: at once; when the page has nothing better to do; or when the
   * visitor comes near (a pointer over the orb, the keyboard on it, a press), and not a byte before. A site that waits for consent sets it
   * to `"press"`, and to `"eager"` once it has that.
   * @default "eager"
   */
  loading?: 'eager' | 'idle' | 'press';
  /**
   * What is shown while nothing is under way: the orb alone, or with words and a button for the chat beside it (`"bar"`). `"auto"`: the orb alone
   * in windows of at most 480 px, unless it stands inline. The words come when a pointer or the keyboard comes near; a screen reader has them always.
   * @default "auto"
   */
  launcher?: 'auto' | 'orb' | 'bar';
  /**
   * Your name, for `{company}` in sentences. `''`: the host name of the page.
   * @defaultValue `''`
   */
  company?: string | undefined;
  /**
   * Your own help page: one address, or one for each cause. Each begins with `https://`, `http://`,
   * `mailto:`, `tel:` or one `/`.
   */
  support?: string | ByCause | undefined;
  /** Which buttons to hide, and which come first. */
  actions?: ActionsConfig | undefined;
  /**
   * What a voice agent at the far end should say or do: one text, or one for each cause. Each may
   * hold `{title}` and `{steps}`, the sentences that the visitor reads, besides the placeholders of
   * `texts`.
   */
  instructions?: string | ByCause | undefined;
}

/**
 * `config.chat`: how the text chat travels. Without a transport your page carries it; with links
 * alone there is no chat.
 */
export type ChatConfig = ChatByHost | ChatToServer | ChatToParent | ChatByForm | ChatByHandover;

interface ChatBase {
  /**
   * `false` keeps nothing of the chat in the tab, so a reload begins a new conversation.
   * @defaultValue `true`
   */
  keep?: boolean | undefined;
  /**
   * Other ways to reach you, shown below an empty chat and wherever the chat cannot connect. At
   * most 8.
   */
  links?: readonly ChatLink[] | undefined;
}

/**
 * Your page carries the text, by `earshot-chat` and `receiveChatMessage` (`'host'`), or there are
 * only the links (`'none'`).
 */
export interface ChatByHost extends ChatBase {
  /** @defaultValue `'host'`; with `links` alone `'none'` */
  transport?: 'host' | 'none' | undefined;
  /** Not used by this transport. */
  url?: string | undefined;
  /** Not used by this transport. */
  origin?: string | undefined;
}

/** A server carries the text, over a WebSocket or over HTTP. */
export interface ChatToServer extends ChatBase {
  transport: 'websocket' | 'http';
  /** The address of the server. Relative ones are the page's. */
  url: string;
  /** Not used by this transport. */
  origin?: string | undefined;
}

/**
 * A form handler takes each message, as a POST with the fields `message`, `email`, `id` and `reason`.
 * Visitors leave an e-mail address for your answer.
 */
export interface ChatByForm extends ChatBase {
  transport: 'form';
  /** The address that takes a message. Relative ones are the page's. */
  url: string;
  /** Not used by this transport. */
  origin?: string | undefined;
}

/** Your page has a chat already: `earshot-handover` asks you to open it. */
export interface ChatByHandover extends ChatBase {
  transport: 'handover';
  /** Not used by this transport. */
  url?: string | undefined;
  /** Not used by this transport. */
  origin?: string | undefined;
}

/** The page around your frame carries the text. */
export interface ChatToParent extends ChatBase {
  transport: 'post_message';
  /** The origin of that page, such as `'https://voice.example'`. */
  origin: string;
  /** Not used by this transport. */
  url?: string | undefined;
}

/** Another way to reach you. */
export interface ChatLink {
  /** An address with `https:`, `http:`, `mailto:` or `tel:`, or a path that begins with one `/`. */
  href: string;
  /** What the visitor reads, at most 100 bytes. */
  text: string;
}

/** `config.texts`: the language as a BCP 47 tag, then the id of the sentence. */
export interface Texts {
  readonly [language: string]: { readonly [Id in TextId]?: string | undefined };
}

/** A text for each cause, and one for all others. */
export type ByCause = {
  readonly [Name in Exclude<Cause, 'none'> | 'default']?: string | undefined;
};

/** `config.actions`. */
export interface ActionsConfig {
  /** Buttons that are not drawn. `press` still does what they do. */
  hide?: readonly HideableAction[] | undefined;
  /** These come first, in this order, wherever they are offered. */
  order?: readonly Action[] | undefined;
}

/** The other actions are somewhere the only way on, so they cannot be hidden. */
export type HideableAction = Exclude<
  Action,
  'orb' | 'try_again' | 'open_chat' | 'unmute' | 'end' | 'dismiss'
>;

// ---- the text chat ------------------------------------------------------------------------------

/**
 * Your own way for the text chat to travel. Its methods are called as methods of the object.
 *
 * A message that comes twice with one `id` is shown once; `seq` puts messages in order.
 */
export interface ChatTransport {
  /** Connects. Called again for a new try, after you reported `'closed'` or `'failed'`. */
  open(): void;
  /**
   * Sends. A promise is waited for before the next message; if this throws or rejects, the message
   * is marked as not sent.
   */
  send(message: SentMessage): unknown;
  /** The element has left the page. */
  close(): void;
  /** Keep `receive`, and call it for each answer. */
  onMessage(receive: (message: ChatMessage) => void): void;
  /**
   * Keep `report`, and call it when the connection changes. Without this method the chat counts as
   * open once it was opened.
   */
  onState?(report: (state: ChatState) => void): void;
  /** The conversation is over and deleted here: delete it where it was sent to, too. */
  forget?(): void;
  /**
   * Names who it writes to, such as `'support'`. Unsent text follows the visitor only to a
   * transport with the same name.
   */
  readonly destination?: string | undefined;
}

/** A message that the visitor wrote. */
export interface SentMessage {
  /** Ours. A message that is sent again has the same one. */
  readonly id: string;
  readonly from: 'visitor';
  readonly text: string;
}

/** A message to be shown. Only `text` is needed. It is shown as text: markup is not obeyed. */
export interface ChatMessage {
  text: string;
  /** A second message with the same id is not shown. */
  id?: string | undefined;
  /** @defaultValue `'agent'` */
  from?: 'visitor' | 'agent' | undefined;
  /** Who wrote it. */
  name?: string | undefined;
  /** When, in milliseconds since 1970. */
  at?: number | undefined;
  /** The number that your server gave it, from 1 without gaps: it is the order. */
  seq?: number | undefined;
}

/**
 * Why there is no voice. `core_unavailable`: Earshot could not run here, so nothing more is known.
 */
export interface ChatReason {
  readonly kind: Capability;
  readonly cause: Cause | 'core_unavailable';
}

/** The connection of the chat. */
export type ChatState = 'connecting' | 'open' | 'closed' | 'failed';

// ---- what the widget says -----------------------------------------------------------------------

/**
 * What is drawn. Ids, not sentences; the sentences are in `earshot/texts/en.json`. `''` means that
 * there is none.
 */
export interface View {
  /** The state of the round button, and of the whole. */
  readonly orb: Orb;
  /** The sentence on top. */
  readonly title: Title;
  /** What the visitor is to do, in order. */
  readonly steps: readonly Step[];
  /** What can be pressed. The first is the obvious next one. `orb` is the round button itself. */
  readonly actions: readonly Action[];
  /** The drawing of the places to press. */
  readonly picture: Picture;
  /** The edge of the window where this browser shows its permission prompt. */
  readonly pointer: Pointer;
  readonly microphone: Medium;
  readonly camera: Medium;
  readonly notifications: Notice;
  /** Whose trouble is explained. */
  readonly kind: Capability | '';
  /** The browser's own element that lifts a block inside the page. */
  readonly recovery: Recovery;
  /** Where the action `open_settings` leads. */
  readonly link: string;
  /** The address of the browser's own settings page, to be typed. */
  readonly address: string;
  /** Whose name the words use. */
  readonly browser: Browser;
  /** Your own help page about this trouble. */
  readonly support: string;
}

/** What is wrong with one kind. */
export interface Verdict {
  /** `'none'`: nothing is wrong. */
  readonly cause: Cause;
  /** `certain`: it is so. `likely`: the alternatives are rarer. `guess`: the best of several. */
  readonly confidence: Confidence;
  /** What else fits, best first. */
  readonly alternatives: readonly Cause[];
  /** What it rests on, strongest first, such as `'permission_denied'`. */
  readonly evidence: readonly string[];
}

/**
 * What the far end should know. Send it as it is; a message is complete, so only the newest counts.
 */
export interface FarEndMessage {
  /** The version of this message, not of the package. */
  readonly earshot: 1;
  readonly state: Orb;
  /** Sound can be heard: the track is live, not muted and not silent. */
  readonly heard: boolean;
  /** The picture can be seen: the track is live, and moves. */
  readonly seen: boolean;
  /** The visitor is in the text chat. */
  readonly texting: boolean;
  readonly microphone: { readonly state: Medium; readonly cause: Cause };
  readonly camera: { readonly state: Medium; readonly cause: Cause };
  /** Your own words for a voice agent about this trouble, or `""`. */
  readonly instructions: string;
}

/** What `getUserMedia` is rejected with, or an error of your call software with the same members. */
export interface RejectedRequest {
  /** Such as `'NotAllowedError'`. */
  readonly name: string;
  readonly message?: string | undefined;
  /** Of an `OverconstrainedError`. */
  readonly constraint?: string | undefined;
}

/** What your own test of the network found. */
export interface NetworkResult {
  /** Some path over UDP worked. */
  udp: boolean;
  /** A TURN server could be reached. */
  relay: boolean;
  /** A STUN server answered. */
  server_reflexive: boolean;
  /** How long the test took, in milliseconds. */
  elapsed_ms?: number | undefined;
}

/** What happened, past tense and raw, such as `{ fact: 'pressed', action: 'orb' }`. */
export interface Fact {
  readonly fact: string;
  readonly [member: string]: unknown;
}

/** What the core says to one fact. `tracks`, `view` and `verdict` are there when they changed. */
export type Answer =
  | {
      /** Milliseconds since the start of the session. */
      readonly t?: number;
      /** The numbers of all tracks that the core holds. */
      readonly tracks?: readonly number[];
      /** What the page is to do, in order. */
      readonly effects: readonly Effect[];
      readonly view?: View;
      readonly verdict?: {
        readonly microphone: Verdict;
        readonly camera: Verdict;
        readonly notifications?: Verdict;
      };
      readonly refused?: undefined;
    }
  | {
      readonly t?: number;
      /** Why the fact was not understood. Nothing has changed. */
      readonly refused: string;
    };

/** An order of the core, such as `{ effect: 'open', request: 1, kinds: ['microphone'] }`. */
export interface Effect {
  readonly effect: string;
  readonly [member: string]: unknown;
}

// ---- words --------------------------------------------------------------------------------------

/** What can be captured. */
export type MediaKind = 'microphone' | 'camera';

/** What a page needs a permission for. */
export type Capability = 'microphone' | 'camera' | 'notifications';

/** What the browser says of a permission. */
export type Permission = 'unknown' | 'prompt' | 'granted' | 'denied';

/** How sure a verdict is. */
export type Confidence = 'certain' | 'likely' | 'guess';

/**
 * The state of the round button, and of the whole. `ended` and `chatting`: every track has been
 * stopped.
 */
export type Orb =
  | 'starting'
  | 'idle'
  | 'opening'
  | 'asking'
  | 'choosing'
  | 'live'
  | 'live_audio_only'
  | 'interrupted'
  | 'blocked'
  | 'chatting'
  | 'ended';

/** What one kind of media is doing. */
export type Medium = 'off' | 'asking' | 'live' | 'muted' | 'lost' | 'blocked';

/** Whether notifications are allowed. `off`: you did not ask for them. */
export type Notice = 'off' | 'prompt' | 'granted' | 'blocked';

/**
 * What your site knows of the far end. `late`: `connecting` for more than 20 seconds. `untaken`: nobody
 * on the page has taken the call's stream. The widget notices these two itself.
 */
export type FarEnd = 'ready' | 'connecting' | 'echo' | 'late' | 'untaken';

/** What can be pressed. `switch_device` and `copy_report` have no effect yet. */
export type Action =
  | 'orb'
  | 'try_again'
  | 'recover'
  | 'audio_only'
  | 'enable_camera'
  | 'mute'
  | 'unmute'
  | 'open_chat'
  | 'back_to_voice'
  | 'switch_device'
  | 'reload'
  | 'open_in_tab'
  | 'copy_report'
  | 'end'
  | 'dismiss'
  | 'cannot_see_prompt'
  | 'hear'
  | 'allow_notifications'
  | 'show_where'
  | 'open_settings'
  | 'copy_address'
  | 'leave_app'
  | 'copy_link'
  | 'cannot_hear';

/**
 * What is wrong. docs/diagnostics.md says what each means, and what you can do. `none`: nothing is.
 */
export type Cause =
  | 'none'
  | 'api_missing'
  | 'insecure_page'
  | 'frame_not_delegated'
  | 'policy_header'
  | 'opaque_origin'
  | 'audio_session_clash'
  | 'page_inactive'
  | 'request_held'
  | 'prompt_ignored'
  | 'no_answer'
  | 'prompt_cancelled'
  | 'dismissed'
  | 'embargoed'
  | 'gesture_needed'
  | 'default_block'
  | 'denied'
  | 'blocked_for_site'
  | 'blocked_temporarily'
  | 'blocked_by_system'
  | 'managed_policy'
  | 'app_not_permitted'
  | 'abuse_block'
  | 'stripped'
  | 'device_busy'
  | 'no_device'
  | 'chosen_device_gone'
  | 'constraint_unmet'
  | 'device_failed'
  | 'second_microphone'
  | 'virtual_device'
  | 'silent'
  | 'no_output'
  | 'hardware_muted'
  | 'wrong_device'
  | 'speaking_while_muted'
  | 'low_level'
  | 'network_blocked'
  | 'revoked'
  | 'reset'
  | 'grant_expired'
  | 'system_switched_off'
  | 'device_removed'
  | 'default_changed'
  | 'interrupted'
  | 'capture_dead'
  | 'backgrounded'
  | 'slept'
  | 'frozen'
  | 'taken'
  | 'camera_lost'
  | 'camera_frozen'
  | 'camera_not_started'
  | 'muted_by_browser'
  | 'off_by_site'
  | 'output_blocked'
  | 'reload_needed'
  | 'browser_restart_needed'
  | 'unknown';

/** The sentence on top. `announce_live` is in no view: only screen readers say it, when a call begins. */
export type Title =
  | 'getting_ready'
  | 'press_to_talk'
  | 'press_to_call'
  | 'press_to_resume'
  | 'connecting'
  | 'allow_microphone'
  | 'allow_camera'
  | 'allow_microphone_and_camera'
  | 'prompt_still_open'
  | 'prompt_waits_for_tab'
  | 'listening'
  | 'in_call'
  | 'microphone_muted'
  | 'talking_without_camera'
  | 'camera_off_blocked'
  | 'camera_off_missing'
  | 'camera_off_busy'
  | 'cannot_hear_you'
  | 'camera_blocked_choose'
  | 'camera_unavailable_choose'
  | 'microphone_revoked'
  | 'microphone_reset'
  | 'microphone_unplugged'
  | 'microphone_stopped'
  | 'resuming'
  | 'microphone_ready_muted'
  | 'microphone_denied'
  | 'microphone_blocked'
  | 'microphone_blocked_in_tab'
  | 'prompt_dismissed'
  | 'prompt_dismissed_twice'
  | 'blocked_for_a_week'
  | 'blocked_by_system'
  | 'no_microphone'
  | 'microphone_busy'
  | 'microphone_failed'
  | 'page_not_secure'
  | 'not_supported'
  | 'frame_blocked'
  | 'site_blocked_itself'
  | 'chatting'
  | 'chatting_voice_ready'
  | 'call_ended'
  | 'prompt_waits_for_focus'
  | 'prompt_unseen'
  | 'microphone_interrupted'
  | 'microphone_switched_off'
  | 'virtual_microphone'
  | 'speaking_while_muted'
  | 'camera_frozen'
  | 'sound_blocked'
  | 'reload_page'
  | 'restart_browser_first'
  | 'blocked_by_administrator'
  | 'app_blocks_microphone'
  | 'notifications_blocked'
  | 'notifications_unavailable'
  | 'answer_recovery'
  | 'allowed_again'
  | 'allowed_again_chromium'
  | 'allowed_again_firefox'
  | 'opening_slowly'
  | 'no_answer'
  | 'prompt_cancelled'
  | 'muted_by_site'
  | 'stopped_by_site'
  | 'camera_not_started'
  | 'no_output'
  | 'announce_live'
  | 'hardly_heard'
  | 'muted_by_browser'
  | 'camera_paused_by_browser'
  | 'camera_paused'
  | 'far_end_connecting'
  | 'far_end_echo'
  | 'far_end_late'
  | 'nobody_listens'
  | 'hearing_nothing';

/** One thing that the visitor is to do. */
export type Step =
  | 'chromium_open_site_controls'
  | 'chromium_turn_on_microphone'
  | 'chromium_turn_on_camera'
  | 'android_open_site_controls'
  | 'android_allow_microphone'
  | 'android_allow_camera'
  | 'firefox_open_permissions'
  | 'firefox_open_permissions_camera'
  | 'firefox_remove_block'
  | 'firefox_android_open_permissions'
  | 'safari_open_website_settings'
  | 'safari_allow_microphone'
  | 'safari_allow_camera'
  | 'ios_open_page_menu'
  | 'ios_open_aa_menu'
  | 'ios_allow_microphone'
  | 'ios_allow_camera'
  | 'ios_open_browser_settings'
  | 'ios_browser_allow_microphone'
  | 'ios_browser_allow_camera'
  | 'generic_open_site_settings'
  | 'generic_allow_microphone'
  | 'generic_allow_camera'
  | 'choose_allow_in_prompt'
  | 'press_try_again'
  | 'macos_open_privacy_microphone'
  | 'macos_open_privacy_camera'
  | 'macos_turn_on_browser'
  | 'restart_browser'
  | 'windows11_open_privacy_microphone'
  | 'windows11_open_privacy_camera'
  | 'windows10_open_privacy_microphone'
  | 'windows10_open_privacy_camera'
  | 'windows_turn_on_desktop_apps'
  | 'chromeos_open_privacy_controls'
  | 'android_open_app_permissions'
  | 'linux_check_sound_settings'
  | 'system_allow_microphone'
  | 'system_allow_camera'
  | 'plug_in_microphone'
  | 'check_system_input'
  | 'check_mute_switch'
  | 'close_other_apps'
  | 'open_secure_address'
  | 'open_page_in_tab'
  | 'update_browser'
  | 'bring_tab_to_front'
  | 'look_for_prompt_chromium'
  | 'look_for_prompt_firefox'
  | 'look_for_prompt_safari'
  | 'look_for_prompt_phone'
  | 'click_page_first'
  | 'ask_administrator'
  | 'choose_other_microphone'
  | 'reload_by_hand'
  | 'open_in_browser'
  | 'chromium_turn_on_notifications'
  | 'firefox_allow_notifications'
  | 'safari_allow_notifications'
  | 'ios_add_to_home_screen'
  | 'generic_allow_notifications'
  | 'edge_open_permissions'
  | 'vivaldi_open_site_settings'
  | 'look_for_prompt_vivaldi'
  | 'type_settings_address'
  | 'chromium_sites_can_ask_microphone'
  | 'chromium_sites_can_ask_camera'
  | 'firefox_open_settings_microphone'
  | 'firefox_open_settings_camera'
  | 'firefox_allow_new_requests'
  | 'firefox_or_reload'
  | 'safari_open_website_preferences'
  | 'safari_open_websites_microphone'
  | 'safari_open_websites_camera'
  | 'ios_open_apps_safari'
  | 'ios_open_safari'
  | 'ios_set_microphone_to_ask'
  | 'ios_set_camera_to_ask'
  | 'ios_open_privacy_microphone'
  | 'ios_open_privacy_camera'
  | 'open_site_in_browser'
  | 'macos_open_old_privacy_microphone'
  | 'macos_open_old_privacy_camera'
  | 'chromeos_turn_on_microphone'
  | 'chromeos_turn_on_camera'
  | 'chromeos_physical_switch'
  | 'android_tap_microphone_allow'
  | 'android_tap_camera_allow'
  | 'samsung_open_app_permissions'
  | 'android_check_quick_settings'
  | 'check_app_settings'
  | 'plug_in_camera'
  | 'check_camera_cover'
  | 'write_meanwhile'
  | 'check_protection_software'
  | 'check_extensions'
  | 'end_other_call'
  | 'try_other_network'
  | 'copy_link_instead'
  | 'press_turn_on_camera'
  | 'open_in_other_browser'
  | 'connect_output'
  | 'macos_open_lid'
  | 'ipad_open_cover'
  | 'check_mute_key'
  | 'turn_up_input'
  | 'restart_device'
  | 'ios_open_new_tab'
  | 'macos_turn_off_and_on'
  | 'macos_not_in_list'
  | 'ios_screen_time'
  | 'remote_desktop'
  | 'windows_allow_input'
  | 'bluetooth_hands_free'
  | 'check_protection_windows'
  | 'look_for_other_window'
  | 'android_close_bubbles'
  | 'firefox_no_icon'
  | 'chromium_no_switch'
  | 'private_window'
  | 'turn_up_volume'
  | 'check_output'
  | 'check_tab_muted'
  | 'ios_silent_switch'
  | 'use_headphones'
  | 'speak_closer'
  | 'leave_full_screen'
  | 'unmute_in_browser'
  | 'unmute_camera_in_browser'
  | 'browser_alone_on_screen'
  | 'press_reload';

/** The words of the widget itself: names of its parts, and of what the chat does. */
export type Label =
  | 'label_orb'
  | 'label_widget'
  | 'label_chat'
  | 'label_chat_input'
  | 'label_chat_log'
  | 'label_send'
  | 'label_close'
  | 'label_you'
  | 'label_agent'
  | 'label_steps'
  | 'steps_not_loaded'
  | 'chat_connecting'
  | 'chat_failed'
  | 'chat_not_loaded'
  | 'chat_closed'
  | 'chat_empty'
  | 'chat_waiting'
  | 'chat_typing'
  | 'chat_sending'
  | 'chat_sent'
  | 'chat_not_sent'
  | 'chat_send_again'
  | 'chat_earlier'
  | 'chat_newest'
  | 'chat_unread'
  | 'chat_left'
  | 'chat_links'
  | 'chat_forget'
  | 'chat_forget_sure'
  | 'chat_forgetting'
  | 'chat_forgotten'
  | 'chat_why_blocked'
  | 'chat_why_missing'
  | 'chat_why_other'
  | 'chat_by_mail'
  | 'chat_email'
  | 'chat_email_wrong'
  | 'chat_will_answer'
  | 'chat_not_opened'
  | 'core_unavailable'
  | 'label_browser'
  | 'label_microphone'
  | 'label_camera'
  | 'label_support'
  | 'label_picture'
  | 'label_play'
  | 'label_stop'
  | 'label_copied'
  | 'label_copy_failed';

/** The id of a sentence: a key of `config.texts`. */
export type TextId = Title | Step | Action | Label;

/** Whose name and settings the words use. */
export type Browser =
  | 'chrome'
  | 'edge'
  | 'brave'
  | 'opera'
  | 'vivaldi'
  | 'samsung'
  | 'firefox'
  | 'safari'
  | 'other';

/** The edge of the window where this browser shows its permission prompt. */
export type Pointer = '' | 'top-left' | 'top' | 'top-right' | 'center';

/** The drawing of the places to press. */
export type Picture =
  | ''
  | 'chromium-left-chip'
  | 'firefox-left-icons'
  | 'safari-menu-bar'
  | 'ios-page-menu'
  | 'android-address-bar'
  | 'macos-privacy'
  | 'windows-privacy'
  | 'ios-settings'
  | 'android-settings'
  | 'chromium-prompt'
  | 'firefox-prompt';

/** The browser's own element that lifts a block inside the page. */
export type Recovery = '' | 'usermedia' | 'microphone' | 'camera';

// ---- the page -----------------------------------------------------------------------------------

declare global {
  interface HTMLElementTagNameMap {
    'earshot-widget': EarshotWidgetElement;
  }
  /** The event maps of elements, `document` and `window` extend this one. */
  interface GlobalEventHandlersEventMap extends EarshotEventMap {}
  interface ShadowRootEventMap extends EarshotEventMap {}
}
