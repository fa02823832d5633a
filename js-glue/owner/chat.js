// What the console says about the chat.

/** @param {string} text */
const line = (text) => `[Earshot] chat: ${text}`;
/** @param {string} url */
const quoted = (url) => JSON.stringify(url);

/** @param {string} url */
export const notForSocket = (url) => line(`${quoted(url)} is not an address a WebSocket can open`);
export const socketNotSecure = () => line('on a page with https its address must begin with wss:');
/** @param {string} url */
export const notForHttp = (url) => line(`${quoted(url)} is not an address for HTTP`);
/** @param {string} url */
export const redirects = (url) =>
  line(`${quoted(url)} redirects, and Earshot does not follow: set chat.url to the final address`);
export const noPageAround = () =>
  line('"post_message" speaks with the page around this one, and there is none');
export const unknownFrame = () =>
  line('ignored a frame that docs/chat-protocol.md does not know, or of more than 64 kB');
/** @param {number} seq */
export const missingNumber = (seq) => line(`the server gives no message with the number ${seq}`);
/** @param {string} code @param {string} text  The server's own. */
export const serverRefused = (code, text) => line(`the server refused (${code})${text && `: ${text}`}`);
export const badDestination = () =>
  '[Earshot] chatTransport.destination must be a non-empty string, such as "support"; it is ignored';

/**
 * The page's policy forbids it.
 * @param {string} origin  Of the chat's address; the rest of it may hold a token.
 */
export const connectionForbidden = (origin) =>
  [
    line("the page's Content Security Policy forbids the connection."),
    '  What you can do: Allow it in the policy, beside what that line holds already.',
    `    Content-Security-Policy: connect-src ${origin}`,
    '  More: docs/diagnostics.md#chat_forbidden',
  ].join('\n');

/** @param {string} url */
export const formRedirects = (url) =>
  line(
    `the form at ${quoted(url)} redirects, and Earshot does not follow: answer a POST with status 200 or 204`,
  );
/** @param {string} url @param {number} status */
export const formRefused = (url, status) =>
  line(`the form at ${quoted(url)} answered ${status}: the message is shown as not sent`);
/** @param {string} url */
export const formUnreadable = (url) =>
  line(
    `no answer of the form at ${quoted(url)} could be read. On another origin than the page it must send Access-Control-Allow-Origin`,
  );
export const nobodyTakesOver = () =>
  [
    line('a visitor wants to write, and nobody on this page opens a chat ("handover").'),
    '  What you can do: Open it in a listener that says so by preventDefault().',
    "    addEventListener('earshot-handover', (event) => { event.preventDefault(); Intercom('show'); });",
    '  More: docs/diagnostics.md#chat_not_opened',
  ].join('\n');
