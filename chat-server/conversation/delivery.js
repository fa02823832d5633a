// One connection's way through a session: every message once, in order, without a gap, acknowledgements in their place among them.
import { ackFrame, messageFrame } from '../protocol/wire.js';

const PAGE = 200;

/** Where frames go. `ready`: it has room again. @typedef {{ write(frame: object): void, full(): boolean, ready(): Promise<void> }} Sink */
/** @typedef {import('../store/types.js').Entry} Entry */

export class Delivery {
  #store;
  #session;
  #sink;
  #lost;
  #reading = false;
  #missed = false;
  /** Ids whose acknowledgement this connection waits for. @type {Set<string>} */
  #mine = new Set();

  /** @param {{ store: import('../store/types.js').Store, session: string, after: number, sink: Sink, lost: () => void }} options  `lost`: the store does not answer. */
  constructor({ store, session, after, sink, lost }) {
    this.#store = store;
    this.#session = session;
    this.#sink = sink;
    this.#lost = lost;
    this.sent = after; // the number of the newest message that went out
  }

  /** What the bus says is a hint: what does not follow at once is read from the store. @param {import('../store/types.js').News} news */
  hear(news) {
    if (news.type === 'again') return this.catchUp();
    if (news.type !== 'entry' || news.entry.seq <= this.sent) return;
    if (!this.#reading && news.entry.seq === this.sent + 1 && !this.#sink.full())
      return this.#deliver(news.entry);
    void this.catchUp();
  }

  /** This connection is about to send the message with that id. @param {string} id */
  expect(id) {
    this.#mine.add(id);
  }

  /** Kept as this. @param {Entry} entry */
  settle(entry) {
    if (!this.#mine.has(entry.id)) return; // the bus was faster
    if (entry.seq <= this.sent) {
      this.#mine.delete(entry.id);
      return this.#sink.write(ackFrame(entry)); // said before
    }
    void this.hear({ type: 'entry', entry });
  }

  /** Not kept. @param {string} id */
  forget(id) {
    this.#mine.delete(id);
  }

  async catchUp() {
    this.#missed = true;
    if (this.#reading) return;
    this.#reading = true;
    try {
      while (this.#missed) {
        this.#missed = false;
        await this.#sink.ready();
        const page = await this.#store.after(this.#session, this.sent, PAGE);
        for (const entry of page) this.#deliver(entry);
        if (page.length === PAGE) this.#missed = true;
      }
    } catch {
      this.#lost();
    } finally {
      this.#reading = false;
    }
  }

  /** @param {Entry} entry */
  #deliver(entry) {
    this.sent = entry.seq;
    const own = entry.from === 'visitor' && this.#mine.delete(entry.id);
    this.#sink.write(own ? ackFrame(entry) : messageFrame(entry));
  }
}
