// What the browser or the visitor did: past tense, raw, and free of judgment.
import type { Tagged } from './tagged.js';
import type {
  Action,
  AddressBar,
  AudioContextWord,
  Browser,
  Capability,
  ChatState,
  Engine,
  FactName,
  FarEnd,
  Form,
  MediaKind,
  MediaSessionWord,
  Os,
  Permission,
  RecoveryElement,
  Timer,
} from './words.js';

/** A track as the core knows it. */
export interface TrackRef {
  kind: MediaKind;
  /** A small number that the glue gave it. */
  track: number;
  /** Its device is a cable or a monitor in software, going by a name that may not leave the glue. */
  virtual?: boolean;
}

/** How often a visitor dismissed or ignored the permission prompt, over earlier visits. */
export type Counts = { asked: boolean; dismissals: number; ignores: number };

/** What the host's own test of the network found. */
export type NetworkResult = { udp: boolean; relay: boolean; server_reflexive: boolean; elapsed_ms: number };

/** The members of each fact. docs/traces.md describes them. */
export interface FactMembers {
  environment: {
    secure: boolean;
    media_devices: boolean;
    top_level: boolean;
    /** null: this browser cannot say. */
    policy: { microphone: boolean | null; camera: boolean | null };
    engine: Engine;
    browser: Browser;
    version: number;
    os: Os;
    os_version: number;
    form: Form;
    /** The name of the app that shows this page, or "". */
    in_app: string;
    standalone: boolean;
    address_bar: AddressBar;
    recovery: RecoveryElement[];
    permissions_api: boolean;
    opaque_origin: boolean;
    notifications: boolean;
  };
  /** `live`: the browser told of a change, or a later look found one. */
  permission_read: { kind: Capability; state: Permission; live: boolean };
  devices_read: {
    microphones: number;
    cameras: number;
    labelled: boolean;
    selected_present: boolean;
    default_changed: boolean;
    /** Loudspeakers and headsets; missing where this browser cannot say. */
    outputs?: number;
  };
  pressed: { action: Action };
  request_opened: { request: number; tracks: TrackRef[] };
  /** `activated`: the browser held the request for a visitor's gesture. */
  request_failed: {
    request: number;
    name: string;
    message: string;
    constraint: string;
    elapsed_ms: number;
    activated: boolean;
  };
  track_ended: { track: number };
  track_muted: { track: number };
  track_unmuted: { track: number };
  /** A script of the page ended it. */
  track_stopped: { track: number };
  /** A script of the page switched it: `track.enabled`. */
  track_switched: { track: number; on: boolean };
  /**
   * `dbfs` null: exact digital silence. `valid`: the measurement says something about the microphone.
   * `starved`: the device gave no samples at all.
   */
  level: {
    dbfs: number | null;
    valid: boolean;
    span_ms: number;
    behind_mute: boolean;
    starved?: boolean;
  };
  frames: { track: number; frames: number; span_ms: number; valid: boolean };
  page_changed: { visible: boolean; focused: boolean; frozen: boolean; restored: boolean; slept_ms: number };
  timer_fired: { timer: Timer };
  /** `elapsed_ms` since the press. */
  recovery_cancelled: { kind: MediaKind; request: number; elapsed_ms?: number };
  recovery_streamed: { tracks: TrackRef[]; request: number };
  recovery_failed: { kind: MediaKind; request: number; name: string; message: string };
  /** Guard mode: the host lends a stream, and takes it back. */
  stream_attached: { tracks: TrackRef[] };
  stream_detached: {};
  /** Its own request for media was rejected. */
  host_failed: { kinds: MediaKind[]; name: string; message: string; constraint: string };
  /** What it knows of the far end. */
  far_end_reported: { state: FarEnd };
  audio_context: { state: AudioContextWord; session_type: string };
  network_tested: NetworkResult;
  chat_changed: { state: ChatState };
  output_changed: { blocked: boolean };
  /** `activating`: it is to be switched on; missing where this browser does not say. */
  media_session: { action: MediaSessionWord; activating?: boolean };
  remembered: { kind: MediaKind } & Counts;
  notifications_answered: { state: Permission; elapsed_ms: number };
}

export type Fact = Tagged<'fact', FactName, FactMembers>;

/** The facts that answer a request of the core. */
export type AnsweringFact = {
  [Name in FactName]: FactMembers[Name] extends { request: number } ? Name : never;
}[FactName];

/** A fact that anybody may have sent, or have changed: nothing in it is certain. */
export type AnyFact = Record<string, unknown>;
