// What was written, as a log. However long it gets, only a window of it is in the page; it follows the newest message for as long as the
// visitor reads there, and stays where somebody reads further up.
import { observe } from '../observe.js';
import { setShown } from '../children.js';
import { make, setAttribute, setText } from '../dom.js';
import { fillCount } from './fill-count.js';
import { keyOf } from './news.js';
import { createRows } from './rows.js';
import { createTimes } from './times.js';
/** @import { ChatEntry } from '../../js-glue/chat.js' */
/** @import { Words } from '../texts.js' */
/** @import { Speech } from './row.js' */

const WINDOW = 150; // rows at most
const STEP = 50;
const NEAR = 400; // pixels from an end of the window: time to move it
const AT_END = 40;

/** @param {(id: string) => void} retry */
export function createTranscript(retry) {
  const empty = make('p', { class: 'empty' });
  const earlier = make('button', { type: 'button', class: 'link earlier', hidden: '' });
  const toLog = () => log.focus({ preventScroll: true });
  const rows = createRows({
    focusLost: toLog,
    sendAgain(id) {
      retry(id);
      toLog(); // the button leaves
    },
  });
  const log = make(
    'div',
    { class: 'log', part: 'log', role: 'log', tabindex: '0', 'aria-relevant': 'additions' },
    earlier,
    empty,
    rows.rows,
  );
  const newest = make('button', { type: 'button', class: 'newest', part: 'action newest', hidden: '' });
  const node = make('div', { class: 'reader' }, log, newest);

  /** @type {readonly ChatEntry[]} */
  let entries = [];
  let [start, end] = [0, 0];
  let follows = true;
  let sunk = 0; // where that was, …
  let tall = 0; // … and how tall the log was then
  let missed = 0; // came while the visitor read further up
  /** @type {Words} */
  let words;
  /** @type {Speech} */
  let speech;

  /** @param {ReadonlySet<string>} [fresh]  News: only these are read out. */
  function draw(fresh = new Set()) {
    rows.draw(entries, [start, end], fresh, speech);
    setShown(empty, entries.length === 0);
    setShown(earlier, start > 0);
    renderNewest();
  }

  function renderNewest() {
    setShown(newest, !follows && entries.length > 0);
    setText(
      newest,
      missed > 0 ? fillCount(words.texts.chat_unread, missed, words.language) : words.texts.chat_newest,
    );
  }

  function toEnd() {
    follows = true;
    missed = 0;
    end = entries.length;
    start = Math.max(0, end - WINDOW);
  }

  const below = () => log.scrollHeight - log.scrollTop - log.clientHeight;
  function sink() {
    log.scrollTop = log.scrollHeight;
    sunk = log.scrollTop;
    tall = log.clientHeight;
  }
  /** The log may have become taller or lower: what that scrolled, no reader did. */
  function settle() {
    if (follows && !left()) sink();
  }
  /** The news of a scroll comes a moment after it: nobody is carried back meanwhile. A log of another size was not left: `settle` is
   * still to come. */
  const left = () => log.clientHeight === tall && log.scrollTop < sunk - AT_END && below() > AT_END;

  /** Moves the window, and what is read stays where it is. @param {number} by */
  function move(by) {
    const anchor = rows.below(log.scrollTop);
    const before = anchor ? anchor.offsetTop - log.scrollTop : 0;
    start = Math.max(0, Math.min(start + by, entries.length - WINDOW));
    end = Math.min(entries.length, start + WINDOW);
    draw();
    if (anchor?.isConnected) log.scrollTop = anchor.offsetTop - before;
  }

  function scrolled() {
    const rest = below();
    // A log that has become smaller was not left: only who went up reads further up.
    if (end === entries.length && rest < AT_END) follows = true;
    else if (end < entries.length || left()) follows = false;
    if (follows) missed = 0;
    if (log.scrollTop < NEAR && start > 0) move(-STEP);
    else if (rest < NEAR && end < entries.length) move(STEP);
    renderNewest();
  }

  log.addEventListener('scroll', scrolled, { passive: true });
  earlier.addEventListener('click', () => {
    move(-STEP);
    log.scrollTop = Math.max(0, log.scrollTop - log.clientHeight * 0.8);
    if (start === 0) log.focus(); // the button has left
  });
  newest.addEventListener('click', () => {
    toEnd();
    draw();
    sink();
    log.focus();
  });
  observe('ResizeObserver', settle, log); // a line more to write in, a window that is turned

  return {
    node,
    /** Answers whether the newest is in the page, where the log itself says it to screen readers.
     * @param {readonly ChatEntry[]} next @param {readonly ChatEntry[]} fresh */
    render(next, fresh) {
      entries = [...next]; // theirs goes on to change
      const own = fresh.some(({ from, status }) => from === 'visitor' && status !== 'received');
      if (follows && left()) follows = false;
      if (follows || own) toEnd();
      else {
        missed += fresh.filter(({ from }) => from === 'agent').length;
        // What came in before the window moves it along.
        const first = rows.first();
        const top = entries[start];
        if (top && keyOf(top) !== first)
          start = Math.max(
            0,
            entries.findIndex((entry) => keyOf(entry) === first),
          );
        end = Math.min(entries.length, start + WINDOW);
      }
      draw(new Set(fresh.map(keyOf)));
      if (follows) sink();
      const last = entries[entries.length - 1];
      return last === undefined || rows.has(last);
    },
    settle,
    /** The panel opens: at the newest message. */
    reveal() {
      toEnd();
      draw();
      sink();
    },
    /** @param {Words} chosen @param {string} locale */
    speak(chosen, locale) {
      words = chosen;
      speech = { texts: words.texts, times: createTimes(locale) };
      setText(empty, words.texts.chat_empty);
      setText(earlier, words.texts.chat_earlier);
      setAttribute(log, 'aria-label', words.texts.label_chat_log);
      draw();
    },
  };
}
