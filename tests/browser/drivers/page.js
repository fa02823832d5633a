// What a test does with a page, whichever engine shows it: look inside, press with the real mouse, type on real keys.
// Looking grants no user activation (except in WebKitGTK, whose embedder interface always does).
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
/** Mouse and keyboard. Coordinates are CSS pixels of the viewport.
 * @typedef {{ clickAt: (x: number, y: number) => Promise<unknown>, key: (key: Key) => Promise<unknown>,
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
  return {
    goto: driver.goto,
    screenshot: driver.screenshot,
    ...looking(evaluate, driver.hand),
    /** The same for the page inside this page's only frame, which must have loaded tests/pages/witness.js. */
    frame: () => {
      /** @type {typeof evaluate} */
      const inside = (look, ...args) => driver.run(`witness.askFrame(${JSON.stringify(`(${look})(...${JSON.stringify(args)})`)})`);
      /** @param {number} x @param {number} y */
      const clickThrough = async (x, y) => {
        const { left, top } = await evaluate(() => {
          const { left, top } = /** @type {Element} */ (document.querySelector('iframe')).getBoundingClientRect();
          return { left, top };
        });
        return driver.hand.clickAt(left + x, top + y);
      };
      return looking(inside, driver.handInFrame ?? { ...driver.hand, clickAt: clickThrough });
    },
  };
}

/**
 * @param {<A extends unknown[], R>(look: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 * @param {Hand} hand
 */
function looking(evaluate, hand) {
  const page = {
    evaluate,
    key: hand.key,
    type: hand.type,
    /**
     * Polls `look` in the page until it answers with something truthy.
     * @template {unknown[]} A @template R
     * @param {string} what @param {(...args: A) => R} look @param {A} args
     */
    until: (what, look, ...args) => until(() => evaluate(look, ...args), { what }),
    /** Presses the element with the mouse, as soon as it can be hit. `>>>` enters a shadow root.
     * @param {string} selector */
    async press(selector) {
      let last = '';
      const where = await until(async () => {
        const found = await evaluate(centreOf, selector);
        const moves = JSON.stringify(found) !== last; // an element that still moves would be missed
        last = JSON.stringify(found);
        return moves ? null : found;
      }, { what: `${selector} to be pressed`, every: 30, state: () => evaluate(whatIsThere, selector) });
      // A click before a page's first frame is on the screen is lost, in Chromium on purpose: a visitor could not have meant it.
      await evaluate(awaitPress);
      await until(async () => {
        await hand.clickAt(where.x, where.y);
        return until(() => evaluate(wasPressed), { what: 'the press', ms: 1000 }).catch(() => false);
      }, { what: `${selector} to feel the press` });
    },
    /** The words of everything that matches and can be seen. @param {string} selector */
    texts: (selector) => evaluate(textsOf, selector),
    /** What has the keyboard, in the innermost shadow root. */
    focused: () => evaluate(focusedNow),
  };
  return page;
}

// The functions below run in the page, whose markup may have taken the names of the document's members.

/** Where to press: the first match that is on the page and not covered. @param {string} selector */
function centreOf(selector) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts) root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  const element = [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].find((each) => each.getBoundingClientRect().width > 0);
  if (!element) return null;
  let box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    box = element.getBoundingClientRect();
  }
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  const hit = root.elementFromPoint(x, y);
  return hit && element.contains(hit) ? { x, y } : null;
}

function awaitPress() {
  const page = /** @type {{ pressFelt?: boolean }} */ (globalThis);
  page.pressFelt = false;
  addEventListener('mousedown', () => { page.pressFelt = true; }, { capture: true, once: true });
}

function wasPressed() {
  return /** @type {{ pressFelt?: boolean }} */ (globalThis).pressFelt;
}

/** Why nothing could be pressed. @param {string} selector */
function whatIsThere(selector) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts) root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  return {
    viewport: [innerWidth, innerHeight],
    matches: [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { box: [x, y, width, height], covered: root.elementFromPoint(x + width / 2, y + height / 2)?.outerHTML.slice(0, 120) };
    }),
    buttons: [...root.querySelectorAll('button')].map((button) => `${button.outerHTML.slice(0, 120)} ${button.getBoundingClientRect().width}`),
  };
}

/** The texts of the matches that can be seen. @param {string} selector */
function textsOf(selector) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts) root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  const seen = [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].filter((each) => each.getBoundingClientRect().width > 0);
  return seen.map((each) => (each instanceof HTMLElement ? each.innerText : each.textContent ?? '').trim());
}

function focusedNow() {
  let element = /** @type {Element | null} */ (Reflect.get(Document.prototype, 'activeElement', document));
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const action = element?.getAttribute('data-action');
  return {
    tag: element?.localName ?? '', action: action ?? '', part: element?.getAttribute('part') ?? '',
    ring: element?.matches(':focus-visible') ?? false, name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
  };
}
