// Text over a WebSocket: JSON frames `{"type":"message","text":…}` both ways.
/** @import { ChatMessage, ChatState, ChatTransport } from '../contract.js' */
import { chatForbiddenBlock } from '../effects/console.js';

const LARGEST_FRAME = 64 * 1024;
const MOST_WAITING = 100;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
const FAILED_AFTER = 3; // attempts in a row; we go on trying, but the visitor is told

/** Relative addresses are the page's. @param {string} url @param {string} base */
export function socketAddress(url, base) {
  const address = new URL(url, base);
  address.protocol = address.protocol.replace('http', 'ws');
  address.hash = '';
  return address.href;
}

/** The page's own policy may forbid the connection; the socket only says that it is lost.
 * @param {string} address @param {EventTarget | undefined} document @param {(line: string) => void} warn
 * @returns {() => void} Stops watching. */
function watchPolicy(address, document, warn) {
  const { protocol, host } = new URL(address);
  /** @param {Event} event */
  const violated = (event) => {
    const { effectiveDirective, blockedURI } = /** @type {SecurityPolicyViolationEvent} */ (event);
    if (effectiveDirective !== 'connect-src' || !blockedURI.includes(`//${host}`)) return;
    stop(); // it is tried again and again
    warn(chatForbiddenBlock(`${protocol}//${host}`));
  };
  const stop = () => document?.removeEventListener('securitypolicyviolation', violated);
  document?.addEventListener('securitypolicyviolation', violated);
  return stop;
}

/** @param {unknown} data @returns {string | null} null: not one of our frames. */
export function textOfFrame(data) {
  if (typeof data !== 'string' || data.length > LARGEST_FRAME) return null;
  try {
    const frame = JSON.parse(data);
    return frame?.type === 'message' && typeof frame.text === 'string' ? frame.text : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} url
 * @param {{ base?: string, Socket?: typeof WebSocket, firstWaitMs?: number, warn?: (line: string) => void, document?: EventTarget }} [page]
 * @returns {ChatTransport}
 */
export function createWebSocketTransport(url, page = {}) {
  const { document = globalThis.document, base = globalThis.document?.baseURI, Socket = WebSocket, firstWaitMs = FIRST_WAIT_MS, warn = console.warn } = page;
  /** @type {(message: ChatMessage) => void} */
  let receive = () => {};
  /** @type {(state: ChatState) => void} */
  let report = () => {};
  /** @type {WebSocket | null} */
  let socket = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let retry;
  /** @type {string[]} */
  const waiting = [];
  let failures = 0;
  let unwatch = () => {};

  function connect() {
    /** @type {WebSocket} */
    let current;
    try {
      const address = socketAddress(url, base);
      if (failures === 0) {
        unwatch();
        unwatch = watchPolicy(address, document, warn);
      }
      current = socket = new Socket(address);
    } catch (error) {
      // Another error, in Firefox and WebKit: the page's policy forbids it, which watchPolicy tells, or it is plain on a page with https.
      const wrong = ['SyntaxError', 'TypeError'].includes(/** @type {Partial<Error>} */ (error)?.name ?? '');
      if (wrong) warn(`[Earshot] chat: ${JSON.stringify(url)} is not an address a WebSocket can open`);
      else if (/^https:/.test(base) && /^(ws|http):/.test(url)) warn('[Earshot] chat: on a page with https its address must begin with wss:');
      return report('failed'); // trying again cannot help
    }
    if (failures < FAILED_AFTER) report('connecting');
    current.onopen = () => {
      unwatch();
      failures = 0;
      report('open');
      waiting.splice(0).forEach((frame) => current.send(frame));
    };
    current.onmessage = ({ data }) => {
      const text = textOfFrame(data);
      if (text === null) warn('[Earshot] chat: ignored a frame that is not {"type":"message","text":"…"} of at most 64 kB');
      else receive({ from: 'agent', text });
    };
    const lost = () => {
      if (socket !== current || counted) return; // closed by us, or said twice
      counted = true;
      failures++;
      if (failures === FAILED_AFTER) report('failed');
      else if (failures < FAILED_AFTER) report('connecting');
      retry = setTimeout(connect, Math.min(firstWaitMs * 2 ** (failures - 1), LONGEST_WAIT_MS));
    };
    let counted = false;
    current.onclose = lost;
    current.onerror = lost; // Chromium says no more than this where the page's policy forbids the connection
  }

  return {
    open() {
      if (socket && socket.readyState < 2) return; // on its way, or open
      failures = 0;
      clearTimeout(retry);
      connect();
    },
    close() {
      unwatch();
      clearTimeout(retry);
      const current = socket;
      socket = null;
      current?.close();
      report('closed');
    },
    send({ text }) {
      const frame = JSON.stringify({ type: 'message', text });
      if (frame.length > LARGEST_FRAME) return warn('[Earshot] chat: a message of more than 64 kB was not sent');
      if (socket?.readyState === 1) socket.send(frame); // 1: open
      else if (waiting.push(frame) > MOST_WAITING) waiting.shift();
    },
    onMessage: (listener) => void (receive = listener),
    onState: (listener) => void (report = listener),
  };
}
