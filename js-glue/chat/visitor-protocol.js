// The visitor's side of docs/chat-protocol.md: which session this is, what was seen of it, and one message at a time under way until
// the server has confirmed it. So nothing is lost, nothing arrives twice, and the order is the one in which it was written.
/** @import { ChatEntry, ChatReason } from '../chat.js' */
/** @import { ChatState } from '../words.js' */
/** @import { ServerFrame } from './protocol.js' */
/** @import { Dial, Place } from './connection.js' */
import { missingNumber, serverRefused } from '../owner/chat.js';
import { createConnection } from './connection.js';
import { createSeen } from './seen.js';

/** What a carrier tells the conversation, and asks it. `next`: the first message that nobody has confirmed. `leave`: the visitor writes elsewhere.
 * @typedef {{ next: () => ChatEntry | null, reason: () => ChatReason | null, report: (state: ChatState) => void,
 *   settled: (id: string, by: { seq: number, at: number, session: string } | null) => void, failed: (id: string) => void,
 *   received: (message: import('../chat.js').ChatMessage, session: string) => void, typing: (on: boolean) => void,
 *   met: (session: { session: string, token: string, seq: number }) => void, forgotten: () => void, session: () => string,
 *   leave: () => void }} Hooks */
/** `flush`: there is something to send. `forget`: whoever is written to deletes the conversation, now or as soon as that is possible.
 * @typedef {{ open: () => void, close: () => void, flush: () => void, typing: (on: boolean) => void, forget: () => void }} Carrier */

const REJECTED = 3; // one machine of several may not know a session yet
const MOST_RESUMES = 5; // for the same gap

/**
 * @param {Dial} dial
 * @param {Hooks} hooks
 * @param {Place} place
 * @param {import('./conversation.js').Known} known  From before; `seq`: what the transcript holds without gaps.
 * @returns {Carrier}
 */
export function createVisitorProtocol(dial, hooks, place, known) {
  let { session, token, leaving = false } = known;
  let welcomed = false;
  let under = ''; // the id of the message that is under way
  let rejected = 0;
  let resumes = 0;
  let forgets = 0; // tries
  let paused = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let unanswered;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let pause;
  const seen = createSeen(known.seq, place.times.gap, () => {
    if (++resumes <= MOST_RESUMES) return connection.drop(); // what is missing comes after the next hello
    place.warn(missingNumber(seen.last + 1));
    resumes = 0;
    seen.skip();
  });

  const connection = createConnection(
    dial,
    {
      opened: () =>
        connection.send({
          type: 'hello',
          earshot: 1,
          session,
          token,
          after: seen.last,
          reason: hooks.reason(),
        }),
      frame: take,
      lost() {
        welcomed = false;
        landed();
        seen.rest();
      },
      report: hooks.report,
    },
    place,
  );

  function landed() {
    clearTimeout(unanswered);
    under = '';
  }

  /** Not for ever: after the resume it is sent again, with the same id. */
  function expectAnswer() {
    clearTimeout(unanswered);
    unanswered = setTimeout(connection.drop, place.times.answer);
  }

  function flush() {
    const next = welcomed && !leaving && !under && !paused ? hooks.next() : null;
    if (!next) return;
    under = next.id;
    expectAnswer();
    connection.send({ type: 'message', id: next.id, text: next.text });
  }

  function sayForget() {
    if (++forgets > REJECTED) return gone(); // another server, which does not know the word
    expectAnswer();
    connection.send({ type: 'forget' });
  }

  /** Nothing of it is left; what was written since goes into a new session. */
  function gone() {
    leaving = false;
    forgets = 0;
    landed();
    begin('', '');
    hooks.forgotten();
    if (hooks.next()) connection.drop();
    else connection.close();
  }

  /** @param {number} ms */
  function wait(ms) {
    paused = true;
    landed();
    clearTimeout(pause);
    pause = setTimeout(() => {
      paused = false;
      flush();
    }, ms);
  }

  /** @param {string} nextSession @param {string} nextToken */
  function begin(nextSession, nextToken) {
    if (nextSession !== session) seen.restart();
    session = nextSession;
    token = nextToken;
  }

  /** @param {number} seq */
  function number(seq) {
    const before = seen.last;
    seen.note(seq);
    if (seen.last === before) return;
    resumes = 0;
    if (under) expectAnswer(); // a long transcript comes first
    hooks.met({ session, token, seq: seen.last });
  }

  /** @param {ServerFrame} frame */
  function take(frame) {
    if (frame.type === 'refused') return refused(frame);
    if (frame.type === 'forgotten') return gone();
    if (frame.type === 'welcome') {
      begin(frame.session, frame.token || token);
      hooks.met({ session, token, seq: seen.last });
      rejected = 0;
      welcomed = true;
      connection.welcomed();
      if (leaving) return sayForget();
      seen.expect(frame.seq);
      return flush();
    }
    if (!welcomed || leaving || frame.type === 'pong') return; // nothing counts before we know whose numbers these are
    if (frame.type === 'typing') return hooks.typing(frame.on);
    if (frame.type === 'message') hooks.received(frame, session);
    else hooks.settled(frame.id, { ...frame, session });
    number(frame.seq);
    if (frame.id !== under || (frame.type === 'message' && frame.from !== 'visitor')) return;
    landed();
    flush();
  }

  /** @param {Extract<ServerFrame, { type: 'refused' }>} frame */
  function refused({ code, id, retry_ms, text }) {
    if (code === 'too_fast' && welcomed) return wait(Math.max(retry_ms, place.times.first));
    if (code !== 'closed') place.warn(serverRefused(code, text));
    if (leaving && code === 'bad_frame') return gone(); // a server that cannot forget; the console says it
    if (code === 'no_session' || code === 'wrong_token') {
      if (leaving) return gone();
      if (++rejected >= REJECTED) begin('', ''); // it is gone; what was not confirmed goes into a new one
      return connection.drop(retry_ms);
    }
    // The server goes away or is full, for now; or it did not understand our hello.
    if (!welcomed || code === 'closed' || (code === 'full' && !id)) return connection.drop(retry_ms);
    if (!id || id !== under) return;
    hooks.failed(id);
    landed();
    flush();
  }

  return {
    open: connection.open,
    close() {
      clearTimeout(pause);
      paused = false;
      connection.close();
    },
    flush,
    forget() {
      if (!session) return gone();
      leaving = true;
      landed();
      if (welcomed) sayForget();
      else connection.open();
    },
    typing: (on) => void (welcomed && connection.send({ type: 'typing', on })),
  };
}
