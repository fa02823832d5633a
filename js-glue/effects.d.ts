// What the core orders, as it is obeyed: with its verdict where one is told.
import type { FarEndMessage } from './answers.js';
import type { Counts } from './facts.js';
import type { Tagged } from './tagged.js';
import type {
  Capability,
  Cause,
  ChatState,
  Confidence,
  EffectName,
  HostEvent,
  MediaKind,
  Medium,
  Notice,
  Orb,
  Permission,
  Timer,
  Title,
  Urgency,
  WayOut,
} from './words.js';

/** What one verdict rests on, for the console and for `earshot-verdict`. */
export interface VerdictDetail {
  kind: Capability;
  cause: Cause;
  confidence: Confidence;
  alternatives: Cause[];
  /** The ids of clues, strongest first. */
  evidence: string[];
  permission: Permission;
  error: string;
}

/** What the page around the widget is told, by event. The live objects are added in effects/host.js. */
export interface HostNewsMembers {
  state: { detail: { orb: Orb; microphone: Medium; camera: Medium; notifications: Notice } };
  stream: { detail: { request: number; kinds: MediaKind[] } };
  /** `request` 0: this kind is lost. */
  track_replaced: { detail: { request: number; kind: MediaKind } };
  verdict: { detail: VerdictDetail };
  chat: { detail: { state: ChatState } };
  /** Guard mode: the host may open these kinds now. */
  cleared: { detail: { kinds: MediaKind[] } };
  message: { detail: FarEndMessage };
}

export type HostNews = Tagged<'event', HostEvent, HostNewsMembers>;

/** The members of each effect. docs/traces.md describes them. */
export interface EffectMembers {
  read_permission: { kind: Capability };
  /** `poll_ms` 0: change events are enough. */
  watch_permission: { kind: Capability; poll_ms: number };
  /** `devices`: the kinds for which the device is asked for that was used last. */
  open: { request: number; kinds: MediaKind[]; devices: MediaKind[] };
  close: { request: number; kinds: MediaKind[] };
  /** The visitor's own mute: `track.enabled`. What a script of the page has switched off stays off. */
  enable: { kinds: MediaKind[]; on: boolean };
  set_timer: { timer: Timer; ms: number };
  cancel_timer: { timer: Timer };
  watch_level: { on: boolean; behind_mute: boolean };
  watch_frames: { on: boolean };
  media_session: { on: boolean; microphone: boolean; camera: boolean };
  wake_lock: { on: boolean };
  remember: { kind: MediaKind } & Counts;
  open_chat: {};
  close_chat: {};
  announce: { title: Title; urgency: Urgency };
  tell_host: HostNews;
  /** A verdict for the console of the site's owner. */
  log: { kind: Capability; detail: VerdictDetail };
  /**
   * The visitor pressed the browser's own element: its answer carries this number, and nothing is to be
   * opened.
   */
  recover: { request: number; kinds: MediaKind[] };
  open_link: { url: string };
  leave_app: { way: WayOut };
  /** `text` "": the address of this page. */
  copy: { text: string };
  open_tab: {};
  reload: {};
  resume_audio: {};
  request_notifications: {};
}

export type Effect = Tagged<'effect', EffectName, EffectMembers>;

/**
 * What obeys each effect. One that is missing does not compile, and neither does one that the core does not
 * order.
 */
export type EffectTable = { [Name in EffectName]: (order: EffectMembers[Name]) => void };
