// What a session and its element need of each other. The element only draws, and the session touches no DOM
// of it.
import type { Answer, FarEndMessage, View } from './answers.js';
import type { ChatMemories, ChatMessage, ChatTransport, Conversation } from './chat.js';
import type { ChatWriting } from './chat/chat.js';
import type { Config, EarlyConfig, Furniture } from './config.js';
import type { Calling } from './call.js';
import type { Helping } from './help.js';
import type { Part } from './part.js';
import type { AnyFact, Fact, NetworkResult } from './facts.js';
import type { MediaKind, Title, Urgency } from './words.js';

/** What the loop draws through. */
export interface Screen {
  render: (view: View) => void;
  announce: (title: Title, urgency: Urgency) => void;
  /** 0 (silence) to 1. */
  setLevel: (level: number) => void;
  /** A press that waited for the core does not count any more: offer it again. */
  pressLapsed: () => void;
  /** Whether the press that is told now is still meant, where it was made before there was a session. */
  pressMeant: () => (() => boolean) | null;
  /** What was to be copied is in the clipboard, or could not be. */
  copied: (ok: boolean) => void;
}

/** Who holds the configuration. */
export interface ConfigHolder {
  /** JSON text as the site wrote it. */
  readConfig: () => string;
  /** The core has checked it. */
  applyConfig: (config: Config) => void;
}

/** The page around the element. */
export interface HostPage {
  /** Dispatches `earshot-<event>`. Answers with false where somebody has called preventDefault(), which only a handover allows. */
  tell: (event: string, detail: object) => unknown;
}

/** What a voice agent is told in the visitor's own words. */
export interface Wording {
  /** What the visitor reads now. */
  wordsOf: (view: View) => { title: string; steps: string[] };
  /** A text with its placeholders filled. */
  fill: (text: string, view: View) => string;
}

/** Where the chat lives. */
export interface ChatHolder {
  readonly chatTransport: ChatTransport | null;
  readonly chats: ChatMemories;
  /** This is the conversation from now on; what comes while its panel is closed is counted. */
  connectChat: (conversation: Conversation) => void;
  /** Shows the panel. */
  openChat: () => void;
  /** What carries and shows the text comes when it is wanted. */
  readonly chatPart: Part<ChatWriting>;
  closeChat: () => void;
}

/** Where the browser's own recovery element stands. */
export interface RecoverySlot {
  /** The element for the view that follows, or none. */
  placeRecovery: (element: HTMLElement | null) => void;
}

/** What comes only when a call runs. */
export interface CallHolder {
  readonly callPart: Part<Calling>;
}

/** What comes only when something is wrong. */
export interface HelpHolder {
  readonly helpPart: Part<Helping>;
}

/** What is left where no core can run. */
export interface PlainScreen {
  /** Shows the sentence and the text chat, and answers with what is drawn. `converse`: when the panel unfolds. */
  showPlain: (label: 'core_unavailable', converse: () => void) => View;
  /** A core has come after that. */
  offerVoice: () => void;
}

/** What a session needs of the element. All of it is drawing; none of it decides. */
export interface Page
  extends Screen,
    ConfigHolder,
    HostPage,
    Wording,
    ChatHolder,
    RecoverySlot,
    CallHolder,
    HelpHolder,
    PlainScreen {}

/** What an element holds of its running loop. */
export interface Session {
  /** Keeps facts until the core is ready. */
  dispatch: (fact: Fact) => void;
  /** Any fact, as the playground needs; answers with what the core said. */
  send: (fact: AnyFact) => Answer | null;
  /** The run so far as JSON lines. */
  trace: () => string;
  stream: () => MediaStream | null;
  message: () => FarEndMessage | null;
  /** The browser's own, best first. */
  readonly languages: readonly string[];
  /** What to draw with until the core has checked the configuration. */
  readonly furniture: Furniture & Pick<EarlyConfig, 'chat'>;
  /** Guard mode: the host's own stream. */
  attach: (stream: MediaStream) => void;
  detach: () => void;
  /** The far end's sound. */
  play: (media: HTMLMediaElement) => void;
  /** Guard mode: its own request for media was rejected. Or, in both modes, what is known of the far end. */
  report: (what: unknown, options?: { kinds?: readonly MediaKind[] | undefined }) => void;
  reportNetwork: (result: Omit<NetworkResult, 'elapsed_ms'> & Partial<NetworkResult>) => void;
  /** The host page itself answers the visitor. */
  receiveChat: (message: string | ChatMessage) => void;
  /** Ends the conversation and deletes it. */
  forget: () => void;
  /** The configuration has changed: what it needs is told at once, or when the part has come that knows. See reconfigure.js. */
  reconfigure: (text: string, inCall: boolean, needs: (what: '' | 'now' | 'later') => void) => void;
  /** `inCall`: whoever was told of a call hears that it is over. */
  stop: (inCall: boolean) => void;
}
