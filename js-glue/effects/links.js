// Ways out of the page, each by a link that is pressed for the visitor: into the system's settings, and out of an app that shows
// pages itself. A link that no node holds reaches no listener of the page.
/** @import { WayOut } from '../words.js' */
import { unclobbered } from '../unclobbered.js';

const SETTINGS = ['ms-settings:', 'x-apple.systempreferences:'];
const LINE = 'openExternalBrowser';

/** @param {string} href @param {Document} document */
function follow(href, document) {
  const link = unclobbered(document).createElement('a');
  link.href = href;
  link.rel = 'noopener';
  link.click();
}

/** The core names such addresses; nothing else is opened, whoever asks. @param {string} url @param {Document} document */
export function openLink(url, document) {
  if (SETTINGS.some((scheme) => url.startsWith(scheme))) follow(url, document);
}

/** The address that makes an app hand this page to a browser; "" where that was tried already.
 * @param {WayOut} way @param {string} address  Of this page. */
export function wayOut(way, address) {
  const page = new URL(address);
  const { protocol, host, pathname, search } = page;
  switch (way) {
    case 'intent': // Android; whatever stands behind a # of the page would end the intent
      return `intent://${host}${pathname}${search}#Intent;scheme=${protocol.slice(0, -1)};S.browser_fallback_url=${encodeURIComponent(address)};end`;
    case 'safari':
      return `x-safari-${page.href}`;
    case 'line': // the app reads it from the address; the browser that follows keeps it
      if (page.searchParams.has(LINE)) return '';
      page.search += `${search ? '&' : '?'}${LINE}=1`; // not through searchParams, which would write the others anew
      return page.href;
    case 'none':
      return '';
  }
}

/** @param {WayOut} way @param {Pick<Window, 'location' | 'document'>} window */
export function leaveApp(way, { location, document }) {
  const href = wayOut(way, location.href);
  if (href) follow(href, document);
}
