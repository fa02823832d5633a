// What the core answers to a fact, and the core itself as JavaScript sees it.
import type { Effect, VerdictDetail } from './effects.js';
import type {
  Action,
  Browser,
  Capability,
  Cause,
  Confidence,
  Medium,
  Notice,
  Orb,
  Picture,
  Pointer,
  Recovery,
  Step,
  Title,
} from './words.js';

/** What to show. All of it is ids: the sentences stand in widget/texts/. */
export interface View {
  orb: Orb;
  title: Title;
  steps: Step[];
  /** The first one is the obvious next one; `orb` is the orb itself. */
  actions: Action[];
  picture: Picture;
  pointer: Pointer;
  microphone: Medium;
  camera: Medium;
  notifications: Notice;
  /** Whose trouble is explained. */
  kind: Capability | '';
  /** The element to draw for the action `recover`. */
  recovery: Recovery;
  /** Where `open_settings` leads. */
  link: string;
  /** Of the browser's own settings, for the visitor to type. */
  address: string;
  /** Whose name the words use. */
  browser: Browser;
  /** The site's own page about this trouble. */
  support: string;
}

export interface Verdict {
  cause: Cause;
  confidence: Confidence;
  alternatives: Cause[];
  evidence: string[];
}

/** `notifications`: where the site wants them. */
export interface Verdicts {
  microphone: Verdict;
  camera: Verdict;
  notifications?: Verdict;
}

/** Of a verdict that is told: what the answer's own `verdict` does not hold. */
export type TellVerdict = {
  effect: 'tell_host';
  event: 'verdict';
  detail: Omit<VerdictDetail, keyof Verdict>;
};
/** An effect as it crosses. verdicts.js makes an Effect of it. */
export type CoreEffect =
  | Exclude<Effect, { effect: 'log' } | { effect: 'tell_host'; event: 'verdict' }>
  | TellVerdict
  | { effect: 'log'; kind: VerdictDetail['kind'] };

/** The core has taken the fact. `tracks`, `view` and `verdict` are there when they changed. */
export interface TakenAnswer {
  t?: number;
  /** All tracks that the core holds. */
  tracks?: number[];
  effects: CoreEffect[];
  view?: View;
  verdict?: Verdicts;
  refused?: undefined;
}

/** The core has refused the fact, and is as it was. */
export interface RefusedAnswer {
  t?: number;
  /** Why. */
  refused: string;
}

export type Answer = TakenAnswer | RefusedAnswer;

/** One machine of wasm/boundary/machine.hpp: JSON text in, JSON text out. */
export interface Core {
  /** Answers `{"config":Config,"problems":ConfigProblem[]}`. */
  configure(json: string): string;
  /** One fact as a line; answers an `Answer`. */
  dispatch(line: string): string;
  /** Whoever made it calls this, once. */
  delete(): void;
}

/** What the far end is told, whenever it changes: docs/far-end.md. */
export type FarEndMessage = {
  earshot: 1;
  state: Orb;
  /** Somebody at the far end can hear the visitor. */
  heard: boolean;
  /** Somebody at the far end can see the visitor. */
  seen: boolean;
  texting: boolean;
  microphone: { state: Medium; cause: Cause };
  camera: { state: Medium; cause: Cause };
  /** The site's own words for a voice agent about this trouble, or "". */
  instructions: string;
};
