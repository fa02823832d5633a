// The conversation itself, whatever carries it: who may come in, what is kept, who hears of it, and when the script answers.
import { performance } from 'node:perf_hooks';
import { ackFrame, asText, forgottenFrame, refused } from '../protocol/wire.js';
import { SESSIONS, channelOf } from '../store/types.js';
import { SESSION_WEIGHT, weightOf } from '../store/weight.js';
import { Delivery } from './delivery.js';
import { MOST_WAIT_MS, createPace } from './pace.js';
import { createQuota } from './quota.js';
import { createSeats } from './seats.js';
import { fits, hashOf, newSessionId, newToken } from './tokens.js';

const SEEN_EVERY_MS = 20_000; // the operators' page shows who was here in the last minute
const MINUTE_MS = 60_000;
const FULL_FOR_ADDRESS = 'Too much was written from this address for now.';
const FULL = {
  session: 'This conversation has become too long.',
  store: 'There is no room for more on this server.',
};

/** @typedef {ReturnType<typeof createChat>} Chat */
/**
 * @param {object} options
 * @param {import('../store/types.js').Store} options.store
 * @param {import('../store/types.js').Bus} options.bus
 * @param {import('../settings/settings.js').Script} [options.script]
 * @param {import('../settings/limits.js').Limits} options.limits
 */
export function createChat({ store, bus, script, limits }) {
  const helloPace = createPace(limits.hellos);
  const messagePace = createPace(limits.messages);
  const quota = createQuota(limits);
  // Counts minutes by a timer, not by a clock. So nothing is deleted at the start, or because a clock is wrong.
  const minutes = setInterval(() => void store.pass(MINUTE_MS).catch(() => {}), MINUTE_MS).unref();
  /** @type {Set<() => void>} Whatever has to end with us. */
  const endings = new Set();
  /** @type {Set<Promise<unknown>>} */
  const underWay = new Set();
  let closed = false;

  /** @template T @param {Promise<T>} work */
  function finishBeforeClosing(work) {
    underWay.add(work);
    const done = () => void underWay.delete(work);
    work.then(done, done);
    return work;
  }

  const seats = createSeats(limits);
  /** A place for one connection, until it is given back. Nothing: all are taken. @param {string} address */
  const seat = (address) => (closed ? undefined : seats(address));

  const changedList = () => bus.publish(SESSIONS, { type: 'session' });

  /** A new session or an old one. @param {import('../protocol/wire.js').Hello} frame @param {string} address */
  async function hello({ session: id, token, reason }, address) {
    if (closed) return closing();
    const wait = helloPace(address);
    if (wait) return refused('too_fast', 'Too many visitors come from this address.', { retry_ms: wait });
    if (id === '') return begin(reason, address);
    const session = await entitled(id, token);
    if ('code' in session) return session;
    await store.change(id, { seen: Date.now(), ...(reason && { reason }) });
    changedList();
    if (session.seq > 0) void answerIfNobodyDid(session);
    return welcome(session, token, true);
  }

  /** @param {import('../store/types.js').Reason | null} reason @param {string} address */
  async function begin(reason, address) {
    const wait = quota(address, SESSION_WEIGHT);
    if (wait) return refused('full', FULL_FOR_ADDRESS, { retry_ms: wait });
    const id = newSessionId();
    const token = newToken();
    if (!(await store.createSession({ id, tokenHash: hashOf(token), reason, at: Date.now() })))
      return refused('full', FULL.store, { retry_ms: MOST_WAIT_MS });
    if (script)
      await append(id, {
        id: 'script-0',
        from: 'agent',
        name: script.name,
        text: asText(script.greeting, limits.textCharacters),
      });
    changedList();
    return welcome({ id, seq: script ? 1 : 0 }, token, false);
  }

  /** @param {{ id: string, seq: number }} session @param {string} token @param {boolean} resumed */
  function welcome({ id, seq }, token, resumed) {
    return { type: /** @type {const} */ ('welcome'), earshot: 1, session: id, token, seq, resumed };
  }

  /** The session, if the token is its own. @param {string} id @param {string} token */
  async function entitled(id, token) {
    const session = await store.session(id);
    if (!session)
      return refused('no_session', 'There is no such session. Say hello without one to begin anew.');
    return fits(token, session.tokenHash)
      ? session
      : refused('wrong_token', 'This token is not the one of the session.');
  }

  /** @param {string} id @param {Omit<import('../store/types.js').Draft, 'at'>} draft @param {import('../store/types.js').Only} [only] */
  const append = (id, draft, only) =>
    finishBeforeClosing(store.append(id, { ...draft, at: Date.now() }, only));

  /**
   * A visitor's message, kept. With a follower the acknowledgement goes out in its place among the messages.
   * @param {string} id @param {import('../protocol/wire.js').Message} frame @param {{ follower?: Delivery, address: string }} at
   */
  async function say(id, frame, { follower, address }) {
    if (closed) return { ...closing(), id: frame.id };
    const wait = messagePace(id);
    if (wait)
      return refused('too_fast', 'One moment, please: a few messages at a time.', {
        id: frame.id,
        retry_ms: wait,
      });
    const full = quota(address, weightOf(frame));
    follower?.expect(frame.id);
    // What is kept already is acknowledged again, whatever is full meanwhile.
    const entry = await append(
      id,
      { id: frame.id, from: 'visitor', text: frame.text },
      { known: full > 0 },
    ).catch((error) => {
      follower?.forget(frame.id);
      throw error;
    });
    if (!entry || entry.full) {
      follower?.forget(frame.id);
      if (entry) return refused('full', FULL[entry.full], { id: frame.id });
      return full
        ? refused('full', FULL_FOR_ADDRESS, { id: frame.id, retry_ms: full })
        : refused('no_session', 'There is no such session any more.', { id: frame.id });
    }
    if (entry.fresh) {
      changedList();
      answer(id, entry);
    }
    if (!follower) return ackFrame(entry);
    return follower.settle(entry);
  }

  /** @param {string} id @param {'visitor' | 'agent'} from @param {boolean} on */
  const typing = (id, from, on) => bus.publish(channelOf(id), { type: 'typing', from, on });

  /** The script's answer. Its id is that of the question, so that only one process is heard, and only once. @param {string} id @param {import('../store/types.js').Entry} question */
  function answer(id, { seq, text }) {
    if (!script) return;
    const { name, reply, thinkingMs } = script;
    finishBeforeClosing(
      (async () => {
        const session = await store.session(id);
        if (!session || session.taken) return;
        typing(id, 'agent', true);
        await new Promise((resolve) => setTimeout(resolve, closed ? 0 : thinkingMs));
        typing(id, 'agent', false);
        await append(
          id,
          { id: `script-${seq}`, from: 'agent', name, text: asText(reply(text), limits.textCharacters) },
          { untaken: true },
        );
      })().catch(() => {}),
    ); // the store is away: the question is answered when the visitor comes back
  }

  /** The process that was to answer may be gone. @param {import('../store/types.js').Session} session */
  async function answerIfNobodyDid({ id, seq }) {
    const [last] = await store.after(id, seq - 1, 1).catch(() => []);
    if (last?.from === 'visitor') answer(id, last);
  }

  /**
   * Everything after `after`, then everything that comes. @param {string} id @param {number} after
   * @param {import('./delivery.js').Sink} sink @param {{ of: 'visitor' | 'agent', lost: () => void, over: () => void }} who  Whose typing
   *   is news. `over`: the visitor has deleted all of it.
   */
  async function follow(id, after, sink, { of, lost, over }) {
    const follower = new Delivery({ store, session: id, after, sink, lost });
    const unsubscribe = await bus.subscribe(channelOf(id), (news) => {
      if (news.type === 'forgotten') {
        sink.write(forgottenFrame);
        return over();
      }
      if (news.type === 'typing')
        return void (
          news.from === of &&
          !sink.full() &&
          sink.write({ type: 'typing', from: news.from, on: news.on })
        );
      void follower.hear(news);
    });
    void follower.catchUp();
    return { follower, unsubscribe };
  }

  /** The visitor ends the conversation: all of it is deleted, and its token opens nothing any more. @param {string} id */
  async function forget(id) {
    await finishBeforeClosing(store.forget(id));
    changedList();
    return forgottenFrame;
  }

  /** Remembers, now and then, that a visitor is there. */
  function witness() {
    let last = performance.now();
    return (/** @type {string} */ id) => {
      if (performance.now() - last < SEEN_EVERY_MS) return;
      last = performance.now();
      store.change(id, { seen: Date.now() }).then(changedList, () => {});
    };
  }

  // Not all at once: who has waited a little differently comes back at a different time.
  const closing = () =>
    refused('closed', 'The server is about to close. Please come again.', {
      retry_ms: 500 + Math.floor(Math.random() * 2000),
    });

  return {
    store,
    bus,
    limits,
    script,
    endings,
    seat,
    hello,
    entitled,
    say,
    forget,
    append,
    typing,
    follow,
    witness,
    changedList,
    closing,
    isClosed: () => closed,
    /** Says goodbye, finishes what has begun, lets go of the store. */
    async close() {
      if (closed) return;
      closed = true;
      clearInterval(minutes);
      for (const end of endings) end();
      await Promise.allSettled(underWay);
      await bus.close();
      await store.close();
    },
  };
}
