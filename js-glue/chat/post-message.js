// Frames by postMessage, to the page around the frame that we are in: {earshot: 1, chat: frame} both ways.
/** @import { Dial, Place } from './connection.js' */
import { noPageAround } from '../owner/chat.js';

/**
 * @param {string} origin  Of the page around us; nobody else is told anything, or listened to.
 * @param {Place & { window: EventTarget & { parent: unknown } }} place
 * @returns {Dial}
 */
export function postMessageDial(origin, { window, warn }) {
  return ({ opened, data, lost }) => {
    const parent = /** @type {Window} */ (window.parent);
    if (parent === /** @type {unknown} */ (window)) {
      warn(noPageAround());
      throw new TypeError('no parent');
    }
    /** @param {Event} event */
    function receive(event) {
      const { source, origin: from, data: told } = /** @type {MessageEvent} */ (event);
      if (source === parent && from === origin && told?.earshot === 1 && told.chat !== undefined)
        data(told.chat);
    }
    window.addEventListener('message', receive);
    setTimeout(opened);
    return {
      pings: true,
      send(frame) {
        try {
          parent.postMessage({ earshot: 1, chat: frame }, origin); // arrives only if that is its origin
        } catch {
          lost();
        }
      },
      close: () => window.removeEventListener('message', receive),
    };
  };
}
