// Keeps one connection to the server for as long as it is wanted: dials again after a loss, soon at first and seldom later, and
// notices when nobody is there any more. It carries frames and understands none.
/** @import { ChatState } from '../words.js' */
/** @import { ServerFrame, VisitorFrame } from './protocol.js' */
import { ticks } from '../clock.js';
import { unknownFrame } from '../owner/chat.js';
import { readFrame } from './frames.js';

/** One connection, until it is lost. `heard`: anything came, even what is no frame. `pings`: silence may be broken by asking.
 * @typedef {{ opened: () => void, data: (data: unknown) => void, heard: () => void, lost: () => void }} PipeEvents
 * @typedef {{ send: (frame: VisitorFrame) => void, close: () => void, pings: boolean }} Pipe
 * @typedef {(events: PipeEvents) => Pipe} Dial  Throws where trying again cannot help. */

/** What a connection needs of the page it is on.
 * @typedef {{ window: EventTarget, document: EventTarget & { visibilityState: string, baseURI: string }, navigator: { onLine?: boolean },
 *   random: () => number, warn: (line: string) => void, times: Times }} Place
 * @typedef {typeof TIMES} Times */

export const TIMES = {
  first: 1_000,
  longest: 30_000, // between two tries: any time up to this, doubled each time
  steady: 10_000, // a connection that lasted so long was a good one
  welcome: 20_000, // from dialling to the server's first word
  silence: 25_000,
  answer: 10_000, // then we ask; and then it is dead
  gap: 2_000, // numbers are missing
};
const FAILED_AFTER = 3; // tries in a row; we go on trying, but the visitor is told

/**
 * @param {Dial} dial
 * @param {{ opened: () => void, frame: (frame: ServerFrame) => void, lost: () => void, report: (state: ChatState) => void }} line
 * @param {Place} place
 */
export function createConnection(dial, line, { window, document, navigator, random, warn, times }) {
  /** @type {Pipe | null} */
  let pipe = null;
  let number = 0; // of the connection; what an earlier one still says is ignored
  let wanted = false;
  let tries = 0; // since the last good connection
  let failures = 0; // since the last welcome
  let welcomedAt = Infinity;
  let heardAt = 0;
  let warned = false;
  /** @type {Record<'retry' | 'deadline' | 'silence', ReturnType<typeof setTimeout> | undefined>} */
  const timers = { retry: undefined, deadline: undefined, silence: undefined };

  function rest() {
    Object.values(timers).forEach(clearTimeout);
    const last = pipe;
    pipe = null;
    number++;
    last?.close();
  }

  function connect() {
    if (pipe || !wanted) return;
    clearTimeout(timers.retry);
    const mine = ++number;
    /** @template {unknown[]} T @param {(...given: T) => void} act @returns {(...given: T) => void} */
    const ifMine =
      (act) =>
      (...given) =>
        mine === number ? act(...given) : undefined;
    if (failures < FAILED_AFTER) line.report('connecting');
    try {
      pipe = dial({
        opened: ifMine(line.opened),
        data: ifMine(take),
        heard: ifMine(heard),
        lost: ifMine(() => drop()),
      });
    } catch {
      wanted = false;
      return line.report('failed');
    }
    timers.deadline = setTimeout(drop, times.welcome);
  }

  function heard() {
    heardAt = ticks();
    clearTimeout(timers.silence);
    timers.silence = setTimeout(ask, times.silence);
  }

  function ask() {
    clearTimeout(timers.silence);
    timers.silence = setTimeout(drop, times.answer);
    if (pipe?.pings) pipe.send({ type: 'ping' });
  }

  /** @param {unknown} data */
  function take(data) {
    heard();
    const frame = readFrame(data);
    if (frame) return line.frame(frame);
    if (!warned) warn(unknownFrame());
    warned = true; // once is enough
  }

  /** @param {number} [atLeast]  The server's own wish. */
  function drop(atLeast = 0) {
    const offline = navigator.onLine === false;
    if (ticks() - welcomedAt > times.steady) tries = 0;
    welcomedAt = Infinity;
    rest();
    line.lost();
    if (!wanted) return;
    if (!offline) failures++; // without a network nobody has failed
    line.report(failures < FAILED_AFTER ? 'connecting' : 'failed');
    const longest = Math.min(times.first * 2 ** tries++, times.longest);
    timers.retry = setTimeout(connect, offline ? times.longest : Math.max(atLeast, random() * longest));
  }

  /** The network is back, or the visitor: no reason to wait. */
  function wake() {
    if (!wanted) return;
    if (!pipe) connect();
    else if (pipe.pings && welcomedAt < Infinity) ask();
    else if (ticks() - heardAt > times.silence) drop();
  }
  const looked = () => document.visibilityState === 'visible' && wake();
  function listen(/** @type {'addEventListener' | 'removeEventListener'} */ how) {
    window[how]('online', wake);
    document[how]('visibilitychange', looked);
  }

  return {
    open() {
      if (!wanted) listen('addEventListener');
      wanted = true;
      failures = Math.min(failures, FAILED_AFTER - 1);
      connect();
    },
    close() {
      if (wanted) listen('removeEventListener');
      wanted = false;
      rest();
      line.lost();
      line.report('closed');
    },
    drop,
    welcomed() {
      clearTimeout(timers.deadline);
      welcomedAt = ticks();
      failures = 0;
      line.report('open');
    },
    /** @param {VisitorFrame} frame */
    send: (frame) => pipe?.send(frame),
  };
}
