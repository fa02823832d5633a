// The person who answers, in tests: what chat-server/operator/page does, without a page.
import { Inbox, readEvents } from './guest.js';

export const OPERATOR_TOKEN = '6f1c0a4e9b7d4c2f8e35a1d0b67729c4'; // of no other use

/** @param {string} name @param {{ origin: string }} place @param {string} session @param {string} [token] */
export async function actAs(name, place, session, token = OPERATOR_TOKEN) {
  const authorization = `Operator ${token}`;
  return {
    /** @param {object[]} frames */
    async post(...frames) {
      const response = await fetch(`${place.origin}/chat/operator/frames`, {
        method: 'POST',
        headers: { origin: place.origin, 'content-type': 'application/json', authorization },
        body: JSON.stringify({ session, name, frames }),
      });
      return { status: response.status, .../** @type {{ frames: any[] }} */ (await response.json()) };
    },
    async listen(after = 0) {
      const inbox = new PersonsInbox();
      const events = await readEvents(
        `${place.origin}/chat/operator/events?session=${session}&after=${after}`,
        { authorization },
        (frame) => inbox.take(frame),
      );
      return { ...events, inbox, until: inbox.until.bind(inbox) };
    },
  };
}

/** @param {{ origin: string }} place */
export async function watchList(place, token = OPERATOR_TOKEN, headers = {}) {
  const inbox = new PersonsInbox();
  const events = await readEvents(
    `${place.origin}/chat/operator/events`,
    { authorization: `Operator ${token}`, ...headers },
    (frame) => inbox.take(frame),
  );
  return { ...events, inbox, until: inbox.until.bind(inbox) };
}

/** Persons are told of visitors' typing, and of the list: that is not the visitors' protocol. */
class PersonsInbox extends Inbox {
  /** @override @param {import('./guest.js').Frame} frame */
  take(frame) {
    if (frame.type === 'message' || frame.type === 'refused') super.take(frame);
    else this.note(frame);
  }
}
