// A connection whose far end is the test.
import { afterEach } from 'node:test';
import { certain } from '../certain.js';
import { createVisitorProtocol } from '../../js-glue/chat/visitor-protocol.js';
import { createConversation } from '../../js-glue/chat/conversation.js';
import { TIMES } from '../../js-glue/chat/connection.js';
/** @import { ChatEntry, ChatReason } from '../../js-glue/chat.js' */
/** @import { VisitorFrame } from '../../js-glue/chat/protocol.js' */
/** @import { ChatState } from '../../js-glue/words.js' */
/** @import { PipeEvents, Place } from '../../js-glue/chat/connection.js' */

/** @type {{ close: () => void }[]} */
const begun = [];
afterEach(() => begun.splice(0).forEach((conversation) => conversation.close()));

/** What a tab keeps. */
export function fakeStorage() {
  /** @type {Map<string, string>} */
  const kept = new Map();
  return {
    kept,
    storage: /** @type {Storage} */ (
      /** @type {unknown} */ ({
        getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
        setItem: (/** @type {string} */ key, /** @type {string} */ value) => void kept.set(key, value),
        removeItem: (/** @type {string} */ key) => void kept.delete(key),
      })
    ),
  };
}

export function fakePlace() {
  /** @type {string[]} */
  const warnings = [];
  const document = Object.assign(new EventTarget(), {
    visibilityState: 'visible',
    baseURI: 'https://voice.example/shop/',
  });
  /** @type {Place & { document: typeof document, warnings: string[], navigator: { onLine: boolean } }} */
  const place = {
    window: new EventTarget(),
    document,
    navigator: { onLine: true },
    random: () => 0.5,
    warn: (line) => void warnings.push(line),
    times: TIMES,
    warnings,
  };
  return place;
}

/** A conversation over connections that the test makes, loses and speaks through.
 * @param {{ place?: ReturnType<typeof fakePlace>, tab?: ReturnType<typeof fakeStorage>, keep?: boolean, entries?: ChatEntry[], reason?: ChatReason | null, pings?: boolean }} [how] */
export function fakeChat({
  place = fakePlace(),
  tab = fakeStorage(),
  keep = true,
  entries = [],
  reason = null,
  pings = true,
} = {}) {
  /** @type {{ events: PipeEvents, sent: VisitorFrame[], closed: boolean }[]} */
  const pipes = [];
  /** @type {ChatState[]} */
  const states = [];
  let ids = 0.1;
  const conversation = createConversation(
    { destination: { name: 'test', certain: true }, named: true, keep, links: [] },
    (hooks, known) =>
      createVisitorProtocol(
        (events) => {
          const pipe = { events, sent: /** @type {VisitorFrame[]} */ ([]), closed: false };
          pipes.push(pipe);
          return {
            pings,
            send: (frame) => void pipe.sent.push(frame),
            close: () => void (pipe.closed = true),
          };
        },
        hooks,
        place,
        known,
      ),
    {
      memory: { entries },
      reason: () => reason,
      report: (state) => void states.push(state),
      storage: () => tab.storage,
      random: () => (ids += 0.0001),
    },
  );
  begun.push(conversation);
  const pipe = () => certain(pipes[pipes.length - 1], 'a connection');
  const chat = {
    conversation,
    pipes,
    states,
    place,
    tab,
    pipe,
    /** The server speaks. @param {...Record<string, unknown>} frames */
    say: (...frames) => frames.forEach((frame) => pipe().events.data(JSON.stringify(frame))),
    /** @param {Record<string, unknown>} [welcome] */
    welcome(welcome = {}) {
      pipe().events.opened();
      chat.say({
        type: 'welcome',
        earshot: 1,
        session: 's1',
        token: 't1',
        seq: 0,
        resumed: false,
        ...welcome,
      });
    },
    /** @param {string} type */
    sent: (type) => pipe().sent.filter((frame) => frame.type === type),
    /** The text of each message that went out on this connection. */
    texts: () => pipe().sent.flatMap((frame) => (frame.type === 'message' ? [frame.text] : [])),
    /** Confirms what is under way. @param {number} seq */
    ack(seq) {
      const messages = pipe().sent.filter((frame) => frame.type === 'message');
      chat.say({
        type: 'ack',
        id: /** @type {{ id: string }} */ (messages[messages.length - 1]).id,
        seq,
        at: seq,
      });
    },
    shown: () => conversation.entries().map(({ text, status }) => `${text}: ${status}`),
  };
  return chat;
}

/** @param {number} seq @param {string} [text] @param {Record<string, unknown>} [more] */
export const answer = (seq, text = `answer ${seq}`, more = {}) => ({
  type: 'message',
  id: `a-${seq}`,
  seq,
  at: seq,
  from: 'agent',
  name: 'Ana',
  text,
  ...more,
});
