// A form of the site takes the text: each message is a POST of its own, with an address for the answer. Nobody answers here.
/** @import { ChatReason, ChatTransport } from '../chat.js' */
/** @import { Place } from './connection.js' */
import { formRedirects, formRefused, formUnreadable, notForHttp } from '../owner/chat.js';
import { inTime } from '../in-time.js';
import { addressAt, ofHttp, redirects, watchPolicy } from './address.js';

const ANSWER_MS = 30_000; // a handler may send mail before it answers

/**
 * @param {string} url
 * @param {{ email: () => string, reason: () => ChatReason | null }} visitor
 * @param {Place & { fetch: typeof fetch, origin: string }} place  `origin`: of the page.
 * @returns {ChatTransport}
 */
export function createFormTransport(url, { email, reason }, place) {
  const {
    document: { baseURI },
  } = place;
  const told = new Set(); // each kind of mistake once
  /** @param {string} line */
  function warn(line) {
    if (!told.has(line)) place.warn(line);
    told.add(line);
  }

  const addressed = () => ofHttp(addressAt(url, baseURI));

  return {
    open() {
      try {
        watchPolicy(addressed(), place);
      } catch {
        warn(notForHttp(url));
      }
    },
    close() {},
    onMessage() {},
    /** Arrived is what was answered with 2xx. Sent again it has the same `id`, by which a handler knows it. */
    async send({ id, text }) {
      const address = addressed();
      const body = new URLSearchParams({ message: text, email: email(), id, reason: reason()?.cause ?? '' });
      // The text goes to the configured address only: no redirect is followed. `keepalive`: it arrives, too, where whoever wrote leaves.
      const asked = place.fetch(address, {
        method: 'POST',
        body,
        headers: { accept: 'application/json' },
        redirect: 'manual',
        keepalive: true,
      });
      asked.catch(() => address.origin !== place.origin && warn(formUnreadable(url)));
      const response = await inTime(asked, ANSWER_MS);
      if (response.ok) return;
      warn(redirects(response) ? formRedirects(url) : formRefused(url, response.status));
      throw new Error('refused');
    },
  };
}
