// Frames as the text messages of a WebSocket.
/** @import { Dial, Place } from './connection.js' */
import { toJson } from '../own-json.js';
import { notForSocket, socketNotSecure } from '../owner/chat.js';
import { socketAddress, watchPolicy } from './address.js';

/**
 * @param {string} url
 * @param {Place & { Socket: typeof WebSocket }} place
 * @returns {Dial}
 */
export function webSocketDial(url, place) {
  const {
    document: { baseURI },
    Socket,
    warn,
  } = place;
  let unwatch = () => {};
  let told = false; // the policy is named at the first try only

  /** @param {URL} address */
  function watch(address) {
    if (told) return;
    told = true;
    unwatch = watchPolicy(address, place);
  }

  return ({ opened, data, lost }) => {
    /** @type {WebSocket} */
    let socket;
    try {
      const address = socketAddress(url, baseURI);
      watch(address);
      socket = new Socket(address.href);
    } catch (error) {
      // Another error, in Firefox and WebKit: the page's policy forbids it, which watchPolicy tells, or it is plain on a page with https.
      const wrong = ['SyntaxError', 'TypeError'].includes(/** @type {Partial<Error>} */ (error)?.name ?? '');
      if (wrong) warn(notForSocket(url));
      else if (/^https:/.test(baseURI) && /^(ws|http):/.test(url)) warn(socketNotSecure());
      throw error;
    }
    socket.onopen = () => {
      unwatch();
      opened();
    };
    socket.onmessage = (event) => data(event.data);
    socket.onclose = lost;
    socket.onerror = lost; // Chromium says no more than this where the page's policy forbids the connection
    return {
      pings: true,
      send: (frame) => void (socket.readyState === 1 && socket.send(toJson(frame) ?? '')), // 1: open
      close() {
        unwatch();
        socket.close();
      },
    };
  };
}
