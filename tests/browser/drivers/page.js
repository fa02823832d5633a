// What a test does with a page, whichever engine shows it: look inside, press with the real mouse, type on real keys.
// Looking grants no user activation (except in WebKitGTK, whose embedder interface always does).
import { createPress } from './press.js';
import { until } from './until.js';

/** @typedef {'Tab' | 'Shift+Tab' | 'Enter' | 'Space' | 'Escape'} Key */
/** What an engine must be able to do with its page.
 * @typedef {{
 *   goto: (url: string) => Promise<unknown>,
 *   run: (expression: string) => Promise<any>,
 *   screenshot: (file: string) => Promise<unknown>,
 *   hand: Hand,
 *   handInFrame?: Hand,
 * }} PageDriver  `run`: evaluates, awaits, and answers with plain JSON. `handInFrame`: where the page's own cannot reach
 *   into a frame; its coordinates are the frame's. */
/** Mouse and keyboard. Coordinates are CSS pixels of the viewport. `clickAt` is `downAt` and `up` in one.
 * @typedef {{ clickAt: (x: number, y: number) => Promise<unknown>, downAt: (x: number, y: number) => Promise<unknown>, up: () => Promise<unknown>,
 *   key: (key: Key) => Promise<unknown>, keyDown: (key: Key) => Promise<unknown>, keyUp: (key: Key) => Promise<unknown>,
 *   type: (text: string) => Promise<unknown> }} Hand */
/** @typedef {ReturnType<typeof createPage>} Page */

/** @param {PageDriver} driver */
export function createPage(driver) {
  /**
   * Calls `look` in the page. It must not use anything from outside itself.
   * @template {unknown[]} A @template R
   * @param {(...args: A) => R} look
   * @param {A} args
   * @returns {Promise<Awaited<R>>}
   */
  const evaluate = (look, ...args) => driver.run(`(${look})(...${JSON.stringify(args)})`);
  // Of the page in the window: WebKitGTK says nothing of frames.
  const isShown = () => evaluate(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  return {
    goto: driver.goto,
    screenshot: driver.screenshot,
    ...looking(evaluate, driver.hand, isShown),
    /** The same for the page inside this page's only frame, which must have loaded tests/pages/witness.js. */
    frame: () => {
      /** @type {typeof evaluate} */
      const inside = (look, ...args) =>
        driver.run(`witness.askFrame(${JSON.stringify(`(${look})(...${JSON.stringify(args)})`)})`);
      /** @param {'clickAt' | 'downAt'} act */
      const through = (act) => async (/** @type {number} */ x, /** @type {number} */ y) => {
        const { left, top } = await evaluate(() => {
          const { left, top } = /** @type {Element} */ (
            document.querySelector('iframe')
          ).getBoundingClientRect();
          return { left, top };
        });
        return driver.hand[act](left + x, top + y);
      };
      return looking(
        inside,
        driver.handInFrame ?? { ...driver.hand, clickAt: through('clickAt'), downAt: through('downAt') },
        isShown,
      );
    },
  };
}

/**
 * @param {<A extends unknown[], R>(look: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 * @param {Hand} hand
 * @param {() => Promise<boolean>} isShown
 */
function looking(evaluate, hand, isShown) {
  const page = {
    evaluate,
    key: hand.key,
    keyDown: hand.keyDown,
    keyUp: hand.keyUp,
    type: hand.type,
    /**
     * Polls `look` in the page until it answers with something truthy.
     * @template {unknown[]} A @template R
     * @param {string} what @param {(...args: A) => R} look @param {A} args
     */
    until: (what, look, ...args) => until(() => evaluate(look, ...args), { what }),
    ...createPress(evaluate, hand, isShown),
    /** The words of everything that matches and can be seen. @param {string} selector */
    texts: (selector) => evaluate(textsOf, selector),
    /** What has the keyboard, in the innermost shadow root. */
    focused: () => evaluate(focusedNow),
  };
  return page;
}

// The functions below run in the page, whose markup may have taken the names of the document's members.

/** The texts of the matches that can be seen. @param {string} selector */
function textsOf(selector) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts)
    root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  const seen = [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].filter(
    (each) => each.getBoundingClientRect().width > 0,
  );
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not part of what can be seen
  return seen.map((each) => (each instanceof HTMLElement ? each.innerText : (each.textContent ?? '')).trim());
}

function focusedNow() {
  let element = /** @type {Element | null} */ (Reflect.get(Document.prototype, 'activeElement', document));
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const action = element?.getAttribute('data-action');
  return {
    tag: element?.localName ?? '',
    action: action ?? '',
    part: element?.getAttribute('part') ?? '',
    ring: element?.matches(':focus-visible') ?? false,
    name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
  };
}
