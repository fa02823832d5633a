// The site's configuration, before and after the core has checked it.
import type { Action, Cause, MediaKind } from './words.js';

/** The last resort, where no chat can be had: a contact form, `tel:`, `mailto:`. */
export interface ChatLink {
  href: string;
  text: string;
}

export interface ChatConfig {
  /** `none`: there are only the links. `handover`: the site opens a chat of its own. */
  transport: 'host' | 'websocket' | 'http' | 'post_message' | 'form' | 'handover' | 'none';
  url: string;
  origin: string;
  keep: boolean;
  links: ChatLink[];
}

/** The configuration after `configure` filled in the defaults. */
export interface Config {
  media: MediaKind[];
  chat: ChatConfig;
  log: 'verdicts' | 'silent';
  /** When the first verdict is told: once somebody wants to talk or to write, or with the first look. */
  verdicts: 'press' | 'at_once';
  language: string;
  position: 'bottom-right' | 'bottom-left' | 'inline';
  theme: 'auto' | 'light' | 'dark';
  /** Sentences by their id, by language. */
  texts: Record<string, Record<string, string>>;
  mode: 'provide' | 'guard';
  notifications: boolean;
  remember: boolean;
  media_session: boolean;
  wake_lock: boolean;
  hear_while_muted: boolean;
  host_wait_ms: number;
  company: string;
  /** When the rest follows the first file: at once, when the page has time, or when the visitor comes near. */
  loading: 'eager' | 'idle' | 'press';
  launcher: 'auto' | 'orb' | 'bar';
  support: Partial<Record<Cause | 'default', string>>;
  actions: { hide: Action[]; order: Action[] };
  instructions: Partial<Record<Cause | 'default', string>>;
}

/** What the widget draws with. */
export type Furniture = Pick<
  Config,
  'position' | 'theme' | 'language' | 'texts' | 'company' | 'loading' | 'launcher'
>;

/**
 * What may be read before the core has checked anything, with the defaults filled in. What js-glue/early-config.js does not
 * understand has its default, and the core reports it.
 */
export type EarlyConfig = Furniture &
  Pick<Config, 'media' | 'mode' | 'log' | 'remember'> & {
    /** As it is written: js-glue/chat/settings.js reads it, where there is no core. */
    chat: unknown;
  };

/** What the site wrote, read once. */
export interface Written {
  /** As it came, but for half characters: the core gets this. */
  text: string;
  /** What it says; undefined where it is no JSON. */
  json: unknown;
  early: EarlyConfig;
  /** Paths of texts that are cut in the middle of a character. */
  halves: boolean;
}

export interface ConfigProblem {
  /** A JSON Pointer. */
  path: string;
  problem: string;
  expected: string;
  nearest?: string;
}
