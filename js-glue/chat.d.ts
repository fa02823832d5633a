// The text chat, as the site, the widget and the glue know it. What servers say stands in chat/protocol.d.ts.
import type { ChatLink } from './config.js';
import type { Capability, Cause, ChatState } from './words.js';

/** One chat message as a transport carries it. A transport may leave out all but `text`. */
export interface ChatMessage {
  text: string;
  /** Ours, for what the visitor writes. */
  id?: string;
  from?: 'visitor' | 'agent';
  name?: string;
  /** Milliseconds since 1970. */
  at?: number;
  /** The number that the server gave it, from 1 without gaps: it is the order. */
  seq?: number;
}

/** The way text travels. A host may give its own as `element.chatTransport`. */
export interface ChatTransport {
  open: () => void;
  /** What it gives back is waited for, and what it throws is a message that failed. */
  send: (message: ChatMessage & { id: string; from: 'visitor' }) => unknown;
  close: () => void;
  onMessage: (receive: (message: ChatMessage) => void) => void;
  /** Without it, the transport counts as open once it was opened. */
  onState?: (report: (state: ChatState) => void) => void;
  /** The visitor deletes the conversation: so should whoever was written to. */
  forget?: () => void;
  /**
   * Names who it writes to. Unsent text goes only to a transport with the same name; without a name, to another
   * object only when the visitor presses.
   */
  destination?: string;
}

/** One message of the transcript. Never changed: a new status is a new object in its place. */
export type ChatEntry = Readonly<{
  id: string;
  from: 'visitor' | 'agent';
  name: string;
  text: string;
  at: number;
  status: 'sending' | 'sent' | 'failed' | 'received';
  seq: number;
  session: string;
  /** The page showed it before a reload already, so it is no news. */
  old: boolean;
}>;

/** What an element holds for one destination. */
export interface ChatMemory {
  entries: ChatEntry[];
  /** Missing until it is read from the tab. */
  draft?: string;
  /** Where to answer what goes by a form. Missing until then, too. */
  email?: string;
}

/**
 * What was written, by the destination's name, or by the transport object where it has none. It lives as long as
 * the element, through every session.
 */
export type ChatMemories = Map<string | ChatTransport, ChatMemory>;

/** The one conversation of an element, as the widget sees it. */
export interface Conversation {
  entries: () => readonly ChatEntry[];
  state: () => ChatState;
  /** The far end is. */
  typing: () => boolean;
  draft: () => string;
  setDraft: (text: string) => void;
  /** false: there was nothing to send, or it is too long. What was written stays a draft then. */
  send: (text: string) => boolean;
  retry: (id: string) => void;
  /** Goes by a form, which needs an address for the answer; or to a chat of the site's own, and all there is here is words about it. */
  kind: 'chat' | 'form' | 'handover';
  email: () => string;
  setEmail: (text: string) => void;
  /** Nothing is sent before there is one. */
  lacksEmail: () => boolean;
  setTyping: (on: boolean) => void;
  links: () => readonly ChatLink[];
  /** Anything of this changed. Answers with a way to stop listening. */
  onChange: (listener: () => void) => () => void;
  /** The visitor writes elsewhere now. */
  onLeave: (listener: () => void) => void;
  /** Connects, or tries again at once. */
  open: () => void;
  /** There is somebody to write to. */
  able: () => boolean;
  /** Ends the conversation and deletes it, here at once and at the server as soon as that can be reached. */
  forget: () => void;
  /** `here`: the server does not know it yet. Empty again once something was written. */
  deleted: () => '' | 'here' | 'everywhere';
}

/** Why there is no voice, for whoever answers in writing. `core_unavailable`: nothing could be found out. */
export interface ChatReason {
  kind: Capability;
  cause: Cause | 'core_unavailable';
}
