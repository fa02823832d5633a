// The chat beside the loop: when its one conversation begins, who hears of it, and what outlives the core.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createChatLife } from '../../js-glue/chat/life.js';
import * as writing from '../../js-glue/chat/chat.js';
import { createPart } from '../../js-glue/part.js';
import { FakeWindow, settle } from './fakes.js';
import { readyPart } from '../widget/ready-part.js';
/** @import { Part } from '../../js-glue/part.js' */
/** @import { ChatConfig } from '../../js-glue/config.js' */
/** @import { Cause } from '../../js-glue/words.js' */

/** What this tab has kept. @type {Record<string, string>} */
let kept;

/** What is wrong with the microphone. @type {Cause} */
let cause;

beforeEach(() => {
  kept = {};
  cause = 'none';
  const window = Object.assign(new FakeWindow(), {
    origin: 'https://voice.example',
    sessionStorage: {
      getItem: (/** @type {string} */ key) => kept[key] ?? null,
      setItem() {},
      removeItem() {},
    },
  });
  Object.assign(window.document, { baseURI: 'https://voice.example/' });
  for (const [name, value] of Object.entries({
    window,
    document: window.document,
    navigator: window.navigator,
  })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
});

/** @param {Partial<ChatConfig>} [config] @param {object} [more]  Of the page. @param {Part<typeof writing>} [part] */
function life(config, more, part = readyPart(writing)) {
  /** @type {unknown[]} */
  const told = [];
  const end = new AbortController();
  const page = {
    chatTransport: null,
    chats: new Map(),
    closeChat() {},
    chatPart: part,
    connectChat: () => void told.push('connected'),
    openChat: () => void told.push('shown'),
    tell: (/** @type {string} */ event, /** @type {any} */ detail) =>
      void told.push([event, detail.state ?? detail.message.text, detail.reason?.cause]),
    ...more,
  };
  const chat = createChatLife(page, end.signal, {
    config: () => ({ transport: 'host', url: '', origin: '', keep: true, links: [], ...config }),
    report: (state) => void told.push(`the core hears: ${state}`),
    reason: () => (cause === 'none' ? null : { kind: 'microphone', cause }),
    part,
    storage: () => /** @type {Storage} */ (/** @type {unknown} */ (kept)),
  });
  return { chat, told, end };
}

test('there is one conversation, and it begins when it is wanted', () => {
  const { chat, told } = life();
  assert.deepEqual([told, chat.session()], [[], '']);
  /** @type {unknown[]} */
  const all = [];
  chat.converse((conversation) => all.push(conversation));
  chat.open();
  chat.open();
  chat.converse((conversation) => all.push(conversation));
  assert.equal(all[0], all[1]);
  assert.deepEqual(told, ['connected', 'shown', 'the core hears: open', 'shown']);
  assert.match(chat.session(), /^s-/);
});

test('those who answer in writing hear why there is no voice, and hear no more of it once there is', () => {
  const { chat, told } = life();
  cause = 'denied';
  chat.open();
  told.length = 0;
  chat.converse((conversation) => conversation.send('Hello'));
  cause = 'none';
  chat.converse((conversation) => conversation.send('Hello again'));
  assert.deepEqual(told, [
    ['chat', 'Hello', 'denied'],
    ['chat', 'Hello again', undefined],
  ]);
});

test('without a core the page is told of the chat from here', () => {
  const { chat, told } = life();
  chat.loseCore();
  chat.open();
  chat.converse((conversation) => conversation.send('Hello'));
  assert.deepEqual(told, [
    'shown',
    'connected',
    ['chat', 'open', undefined],
    ['chat', 'Hello', 'core_unavailable'],
  ]);
});

test('a conversation that an earlier page began goes on by itself, unless the site carries the text; with nothing begun, nothing is connected', () => {
  /** @type {string[]} */
  const dialled = [];
  Object.assign(globalThis, {
    WebSocket: class {
      constructor(/** @type {string} */ url) {
        dialled.push(url);
      }
      close() {}
    },
  });
  const server = /** @type {const} */ ({ transport: 'websocket', url: '/chat' });
  const { chat, end } = life(server);
  chat.goOn();
  assert.deepEqual(dialled, []);
  kept['earshot-chat https://voice.example/chat'] =
    '{"session":"s1","token":"t1","seq":3,"draft":"","unsent":[]}';
  life(server, { chatTransport: { open() {}, close() {}, onMessage() {}, send() {} } }).chat.goOn();
  assert.deepEqual(dialled, []);
  chat.goOn();
  assert.deepEqual([dialled, chat.session()], [['wss://voice.example/chat'], 's1']);
  end.abort();
});

test('what carries the text may be late or missing: the panel is shown, what was said waits, and the host is told where it cannot be had', async () => {
  /** @type {((part: typeof writing) => void)[]} */
  const arrive = [];
  /** @type {((error: Error) => void)[]} */
  const fail = [];
  const part = createPart(
    () =>
      new Promise((/** @type {(part: typeof writing) => void} */ resolve, reject) => {
        arrive.push(resolve);
        fail.push(reject);
      }),
  );
  const { chat, told } = life({}, {}, part);
  /** @type {string[]} */
  const heard = [];
  chat.open();
  chat.converse((conversation) => {
    conversation.receive('Good morning');
    heard.push(...conversation.entries().map(({ text }) => text));
  });
  assert.deepEqual([told, arrive.length], [['shown'], 1]);
  fail[0]?.(new Error('no network'));
  await settle();
  assert.deepEqual(told, ['shown', 'the core hears: failed', 'the core hears: failed']);
  told.length = 0;
  chat.open(); // the visitor tries again
  arrive[1]?.(writing);
  await settle();
  assert.deepEqual(told, ['shown', 'connected', 'the core hears: open']);
  assert.deepEqual(heard, ['Good morning']);
});

test('it ends with the element', () => {
  const { chat, told, end } = life();
  chat.open();
  end.abort();
  assert.equal(told.at(-1), 'the core hears: closed');
});
