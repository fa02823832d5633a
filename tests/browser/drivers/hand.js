// A hand on a screen: the screen's own mouse and keyboard, put to a page whose upper left corner lies somewhere on it.
/** @import { Display } from './display.js' */
/** @import { Hand } from './page.js' */

const SYMBOLS = { Tab: 'Tab', 'Shift+Tab': 'shift+Tab', Enter: 'Return', Space: 'space', Escape: 'Escape' };

/** @param {Display} display @param {() => Promise<[number, number]> | [number, number]} corner  Asked each time: a bar above the page moves it.
 * @returns {Hand} */
export const handOn = (display, corner) => ({
  async clickAt(x, y) {
    const [left, top] = await corner();
    await display.click(left + x, top + y);
  },
  async downAt(x, y) {
    const [left, top] = await corner();
    await display.mouseDown(left + x, top + y);
  },
  up: display.mouseUp,
  key: (key) => display.key(SYMBOLS[key]),
  keyDown: (key) => display.keyDown(SYMBOLS[key]),
  keyUp: (key) => display.keyUp(SYMBOLS[key]),
  type: (text) => display.type(text),
});
