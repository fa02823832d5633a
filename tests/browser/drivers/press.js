// A press of the mouse on something in a page: found, pressed once, and seen to land there. A press that landed is never made again:
// if nothing comes of it, a visitor's would have been lost, too.
import { until } from './until.js';
/** @import { Hand } from './page.js' */

/** `last`: what is meant, within its root. `landed`: where the press came down, "there" on what is meant, "" until it comes. `upped`: it
 * has ended. @typedef {{ last: string, landed: string, upped: boolean }} Aim */

/**
 * @param {<A extends unknown[], R>(look: (...args: A) => R, ...args: A) => Promise<Awaited<R>>} evaluate
 * @param {Hand} hand
 * @param {() => Promise<boolean>} isShown
 */
export function createPress(evaluate, hand, isShown) {
  /** Where it is, as soon as it lies still and can be hit. @param {string} selector */
  async function find(selector) {
    // Chromium drops every press on a page that has shown nothing yet, on purpose: a visitor could not have meant it.
    await until(isShown, { what: 'the page to be shown' });
    let last = '';
    return until(
      async () => {
        const found = await evaluate(aimAt, selector);
        const moves = JSON.stringify(found) !== last;
        last = JSON.stringify(found);
        return moves ? null : found;
      },
      { what: `${selector} to be pressed`, every: 30, state: () => evaluate(whatIsThere, selector) },
    );
  }

  /** @param {string} selector @param {(x: number, y: number) => Promise<unknown>} act  The whole press, or its beginning. @param {'landed' | 'upped'} end */
  async function strike(selector, act, end) {
    const { x, y } = await find(selector);
    await act(x, y);
    const state = () => evaluate(whatIsThere, selector);
    const landed = await until(() => evaluate(whatCame, end), {
      what: `the press on ${selector} to come to the page`,
      state,
    });
    if (landed !== 'there')
      throw new Error(
        `the press on ${selector} came down on ${landed}\n${JSON.stringify(await state(), null, 1)}`,
      );
  }

  return {
    /** `>>>` enters a shadow root. @param {string} selector */
    press: (selector) => strike(selector, hand.clickAt, 'upped'),
    /** The hand stays down until `release`. @param {string} selector */
    hold: (selector) => strike(selector, hand.downAt, 'landed'),
    release: async () => {
      await hand.up();
      await until(() => evaluate(whatCame, 'upped'), { what: 'the hand to come up' });
    },
  };
}

// The functions below run in the page.

/** Where to press: the first match that is on the page and not covered. The page watches what comes of it. @param {string} selector */
function aimAt(selector) {
  const page = /** @type {{ aim?: Aim }} */ (globalThis);
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts)
    root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  const element = [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].find(
    (each) => each.getBoundingClientRect().width > 0,
  );
  if (!element) return null;
  let box = element.getBoundingClientRect();
  if (box.top < 0 || box.bottom > innerHeight) {
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    box = element.getBoundingClientRect();
  }
  const x = Math.round(box.x + box.width / 2);
  const y = Math.round(box.y + box.height / 2);
  const hit = root.elementFromPoint(x, y);
  if (!hit || !element.contains(hit)) return null;

  /** @param {Event} event */
  function feel(event) {
    const { aim } = page;
    if (!aim) return;
    if (event.type === 'mouseup') aim.upped = aim.landed !== '';
    else if (!aim.landed) {
      const path = /** @type {Element[]} */ (event.composedPath().filter((each) => each instanceof Element));
      aim.landed = path.some((each) => Element.prototype.matches.call(each, aim.last))
        ? 'there'
        : (path[0]?.outerHTML.slice(0, 200) ?? 'nothing');
    }
  }
  if (!page.aim) for (const type of ['mousedown', 'mouseup']) addEventListener(type, feel, true);
  page.aim = { last, landed: '', upped: false };
  return { x, y };
}

/** @param {'landed' | 'upped'} end */
function whatCame(end) {
  const { aim } = /** @type {{ aim?: Aim }} */ (globalThis);
  if (!aim) return 'there'; // it led to another page
  return aim[end] && aim.landed;
}

/** Why nothing could be pressed. @param {string} selector */
function whatIsThere(selector) {
  const parts = selector.split('>>>').map((part) => part.trim());
  const last = /** @type {string} */ (parts.pop());
  /** @type {Document | ShadowRoot} */
  let root = document;
  for (const part of parts)
    root = Object.getPrototypeOf(root).querySelector.call(root, part)?.shadowRoot ?? root;
  return {
    viewport: [innerWidth, innerHeight],
    aim: /** @type {{ aim?: Aim }} */ (globalThis).aim,
    matches: [...Object.getPrototypeOf(root).querySelectorAll.call(root, last)].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return {
        box: [x, y, width, height],
        covered: root.elementFromPoint(x + width / 2, y + height / 2)?.outerHTML.slice(0, 120),
      };
    }),
    buttons: [...root.querySelectorAll('button')].map(
      (button) => `${button.outerHTML.slice(0, 120)} ${button.getBoundingClientRect().width}`,
    ),
  };
}
