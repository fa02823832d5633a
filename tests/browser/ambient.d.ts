// What tests/pages/witness.js puts into a page, for the functions that the tests run there.
import type { EarshotWidgetElement } from '../../widget/earshot-widget.js';

declare global {
  const witness: {
    events: { type: string; detail: any }[];
    problems: string[];
    lines: string[];
    requests: () => number;
    live: () => string[];
    opened: () => number;
    mostAtOnce: () => number;
    timers: () => number;
    pass: (ms: number) => void;
    buttons: { handlers: Record<string, () => void>; microphone?: boolean };
    widget: () => EarshotWidgetElement;
    askFrame: (expression: string) => Promise<any>;
  };
  /** tests/pages/plain: how its request went. */
  var outcome: string;
  /** tests/browser/promptness.test.js: how soon words about a loss could be read. */
  var promptness: { event: string; frames: number; title: string; words: string } | undefined;
  /** tests/browser/untaken.test.js: all that could be read so far. */
  var read: Set<string | null>;
  /** tests/pages/handover: the site's own chat can be opened from now on. */
  const siteChatLoads: () => void;
  /** tests/pages/call. */
  const call: {
    connect: (stream: MediaStream) => void;
    negotiations: () => number;
    state: () => string | undefined;
    heard: () => Promise<number>;
  };
  /** tests/pages/guard: the call software, and the tracks that it opened. tests/pages/guard-video: and its own buttons. */
  const software: {
    own: () => string[] | undefined;
    open: (what?: MediaStreamConstraints) => Promise<void>;
    want: (what: MediaStreamConstraints) => void;
    stopCamera: () => void;
    tracks: () => string[] | undefined;
  };
  /** tests/pages/default-moves: the list says so from now on. */
  const moveDefault: (to: string) => Promise<void>;
  /** tests/pages/slow-microphone: lets the browser's answers through. */
  const slowMicrophone: { waiting: () => number; arrive: () => void };
  /** tests/browser/wake-lock.test.js: what the browser handed out, and the names of its refusals. */
  const screenLocks: { locks: WakeLockSentinel[]; refused: string[] };
  var axe: { run: (context: unknown, options?: unknown) => Promise<any> };
}
