// Whether anybody can see the page, and whether it slept.
/** @import { Fact } from '../facts.js' */
import { wallTime } from '../clock.js';
import { listen } from '../listen.js';
import { tried } from '../tried.js';
import { unclobbered } from '../unclobbered.js';

const TICK_MS = 5_000;
// A gap shorter than this is a busy machine; in a hidden page browsers let timers run as seldom as once a minute.
const GAP_SEEN_MS = 10_000;
const GAP_HIDDEN_MS = 90_000;

/**
 * @param {(fact: Fact) => void} dispatch
 * @param {AbortSignal} signal
 * @param {Window} window
 */
export function watchPage(dispatch, signal, window) {
  const page = unclobbered(window.document);
  let visible = true;
  let focused = true;
  let frozen = false;

  /** @param {{ visible?: boolean, focused?: boolean, frozen?: boolean, restored?: boolean, slept_ms?: number }} news */
  function tell({ restored = false, slept_ms = 0, ...news }) {
    const now = { visible: page.visibilityState === 'visible', focused, frozen, ...news };
    const same = now.visible === visible && now.focused === focused && now.frozen === frozen;
    if (same && !restored && !slept_ms) return;
    ({ visible, focused, frozen } = now);
    dispatch({ fact: 'page_changed', visible, focused, frozen, restored, slept_ms });
  }

  /** @param {EventTarget} source @param {string} type @param {Parameters<typeof tell>[0]} news */
  const on = (source, type, news) => listen(signal, source, type, () => tell(news));
  on(page, 'visibilitychange', {});
  on(page, 'freeze', { frozen: true });
  // The events, not `hasFocus()`: a prompt takes the focus of the window, not of the document.
  on(window, 'focus', { focused: true });
  on(window, 'blur', { focused: false });
  listen(signal, window, 'pageshow', (event) => event.persisted && tell({ restored: true, frozen: false }));

  let ticked = wallTime();
  listen(signal, page, 'resume', () => {
    ticked = wallTime(); // frozen is not asleep
    tell({ frozen: false });
  });
  const tick = setInterval(() => {
    const gap = wallTime() - ticked - TICK_MS;
    ticked = wallTime();
    const seen = visible && page.visibilityState === 'visible';
    if (!frozen && gap > (seen ? GAP_SEEN_MS : GAP_HIDDEN_MS)) tell({ slept_ms: gap });
  }, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(tick));

  tell({ focused: tried(() => page.hasFocus(), true) }); // silent where it is what the core takes for granted: seen and focused
}
