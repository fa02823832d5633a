// The real element over a session that only records, and a real conversation over a transport that does what it is told.
// `?view=NAME&theme=dark&dir=rtl&position=inline&chat=open|failed|none&talk&typing&unsent&unread=3&links` picks what is drawn, `language=ar` the words, `languages=de,en` what the browser names, `element=div` what stands in for Chromium's
// own; `earshot` in the page's console (and in the tests) drives the rest.
import { certain } from '../certain.js';
import { readyPart } from './ready-part.js';
import { EarshotWidgetElement } from '../../widget/earshot-widget.js';
import { createConversation } from '../../js-glue/chat/conversation.js';
import { createCustom } from '../../js-glue/chat/custom.js';
import { readWritten } from '../../js-glue/early-config.js';
import { furnitureOf, parsed } from '../../js-glue/furniture.js';
import * as call from '../../js-glue/call.js';
import { createPart } from '../../js-glue/part.js';
import { createPatience } from '../../js-glue/patience.js';
import * as chatPart from '../../widget/chat/chat.js';
import * as help from '../../widget/help/help.js';
import { createLife } from '../../widget/life.js';
import { VIEWS, viewOf } from './views.js';
/** @import { Hooks } from '../../js-glue/chat/visitor-protocol.js' */
/** @import { View } from '../../js-glue/answers.js' */
/** @import { ChatMemory, ChatMessage, ChatTransport } from '../../js-glue/chat.js' */
/** @import { Config } from '../../js-glue/config.js' */
/** @import { Fact } from '../../js-glue/facts.js' */
/** @import { Page, Session } from '../../js-glue/page.js' */
/** @import { Handed } from '../../widget/life.js' */
/** @import { Action } from '../../js-glue/words.js' */
/** @import { ChatState } from '../../js-glue/words.js' */

/** @type {Config} */
const CONFIG = {
  media: ['microphone'],
  chat: { transport: 'host', url: '', origin: '', keep: false, links: [] },
  log: 'silent',
  verdicts: 'press',
  language: '',
  position: 'bottom-right',
  theme: 'auto',
  texts: {},
  mode: 'provide',
  notifications: false,
  remember: false,
  media_session: true,
  wake_lock: true,
  hear_while_muted: false,
  host_wait_ms: 10_000,
  company: '',
  loading: 'eager',
  launcher: 'auto',
  support: {},
  actions: { hide: [], order: [] },
  instructions: {},
};

/** @returns {ChatTransport & { sent: ChatMessage[], receive: (message: ChatMessage) => void, report: (state: ChatState) => void }} */
function fakeTransport() {
  const transport = {
    /** @type {ChatMessage[]} */
    sent: [],
    open: () => transport.report('open'),
    close: () => transport.report('closed'),
    /** @param {ChatMessage} message */
    send: (message) => void transport.sent.push(message),
    receive: /** @type {(message: ChatMessage) => void} */ (() => {}),
    report: /** @type {(state: ChatState) => void} */ (() => {}),
    /** @param {(message: ChatMessage) => void} receive */
    onMessage: (receive) => void (transport.receive = receive),
    /** @param {(state: ChatState) => void} report */
    onState: (report) => void (transport.report = report),
  };
  return transport;
}

const asked = new URLSearchParams(location.search);

const LINKS = [
  { href: 'tel:+4930123456', text: '030 123456' },
  { href: 'mailto:help@example.com', text: 'help@example.com' },
  { href: '/contact', text: 'Contact form' },
];
/** @param {ChatMemory} memory @param {boolean} [mute]  Nobody is there to write to. @returns {ReturnType<typeof createConversation>} */
function converse(memory, mute = false) {
  const links = asked.has('links') ? LINKS : [];
  return createConversation(
    { destination: { name: 'gallery', certain: true }, named: false, keep: false, links },
    (hooks) => {
      earshot.hooks = hooks;
      return mute ? null : createCustom(earshot.transport, hooks);
    },
    { memory, reason: () => null, report() {}, storage: () => sessionStorage },
  );
}
const placed = { name: '', node: /** @type {HTMLElement | null} */ (null) };

const earshot = {
  VIEWS,
  CONFIG,
  fakeTransport,
  transport: fakeTransport(),
  /** What the transport tells the conversation. */
  hooks: /** @type {Hooks} */ (/** @type {unknown} */ (null)),
  conversation: /** @type {ReturnType<typeof createConversation>} */ (/** @type {unknown} */ (null)),
  converse,
  /** Whom the next session writes to. */
  whom: 'gallery',
  /** @type {Fact[]} */
  facts: [],
  /** What the element asked of its session, beside facts. @type {unknown[][]} */
  calls: [],
  /** With `early`: the rest comes, or cannot be had. */
  arrive() {},
  /** @param {unknown} _error */
  fail(_error) {},
  /** What comes cannot run. */
  breakLife: false,
  /** @param {Record<string, string>} _pack */
  packArrives(_pack) {},
  /** With `late-help`: it comes. */
  helpArrives() {},
  /** With `late-chat`: it comes, or cannot be had. */
  chatArrives() {},
  /** @param {unknown} _error */
  chatFails(_error) {},
  /** @param {ReturnType<typeof createConversation>} conversation */
  openChat(conversation) {
    earshot.page.connectChat(conversation);
    earshot.page.openChat();
  },
  /** @type {Page[]} */
  pages: [],
  /** @type {AbortSignal[]} */
  signals: [],
  /** The browser's own. @type {readonly string[]} */
  languages: asked.get('languages')?.split(',') ?? ['en'],
  element: /** @type {EarshotWidgetElement} */ (/** @type {unknown} */ (null)),
  get page() {
    return certain(earshot.pages[earshot.pages.length - 1]);
  },
  /** @param {string} name */
  show(name) {
    earshot.render(viewOf(name));
  },
  /** As the glue does it: the element first, the same one for as long as it is wanted. @param {View} view */
  render(view) {
    if (view.recovery !== placed.name) {
      placed.name = view.recovery;
      const fallback = Object.assign(document.createElement('button'), {
        type: 'button',
        className: 'fallback',
      });
      placed.node =
        view.recovery === '' ? null : document.createElement(asked.get('element') ?? view.recovery);
      placed.node?.append(fallback);
      earshot.page.placeRecovery(placed.node);
    }
    earshot.page.render(view);
  },
  /** Fetched as the glue does it. @param {string} language */
  loadPack: (language) =>
    (earshot.packs[language] ??= fetch(`/widget/texts/${language}.json`).then((answer) =>
      answer.ok ? answer.json() : null,
    )),
  /** @type {Record<string, Promise<Record<string, string> | null>>} */
  packs: {},
};
Object.assign(globalThis, { earshot });

/** @param {Page} page @param {AbortSignal} signal @returns {Session} */
function startSession(page, signal) {
  earshot.pages.push(page);
  const memory = page.chats.get(earshot.whom) ?? { entries: [] };
  page.chats.set(earshot.whom, memory);
  earshot.conversation = converse(memory, asked.get('chat') === 'none');
  page.connectChat(earshot.conversation);
  earshot.signals.push(signal);
  const note =
    (/** @type {string} */ name) =>
    (/** @type {unknown[]} */ ...given) =>
      void earshot.calls.push([name, ...given]);
  return {
    dispatch: (fact) => void earshot.facts.push(fact),
    trace: () => '{}',
    stream: () => null,
    send: () => null,
    reconfigure: (_text, _inCall, needs) => needs('now'),
    stop() {},
    message: () => null,
    languages: earshot.languages,
    furniture: readWritten(page.readConfig()).early,
    receiveChat: (message) => earshot.conversation.receive(message),
    forget: () => earshot.conversation.forget(),
    attach(stream) {
      if (!stream) throw new TypeError('on purpose');
      note('attach')(stream);
    },
    detach: note('detach'),
    play: note('play'),
    report: note('report'),
    reportNetwork: note('reportNetwork'),
  };
}
/** @type {import('../../js-glue/part.js').Part<any>} */
const missingPart = {
  now: () => undefined,
  load: async () => Promise.reject(new Error('on purpose')),
  use() {},
};
// With `late-chat`: it comes, or cannot be had, when the test says so.
const lateChat = createPart(
  () =>
    new Promise((resolve, reject) =>
      Object.assign(earshot, { chatArrives: () => resolve(chatPart), chatFails: reject }),
    ),
);
// With `late-help`, the same.
const lateHelp = createPart(() => new Promise((resolve) => (earshot.helpArrives = () => resolve(help))));
const live = {
  /** @param {HTMLElement} element @param {(action: Action) => void} press @param {Handed} handed */
  createLife(element, press, handed) {
    if (earshot.breakLife) throw new Error('on purpose');
    return createLife(element, press, handed, {
      startSession,
      callPart: readyPart(call),
      chatPart: asked.has('late-chat') ? lateChat : readyPart(chatPart),
      helpPart: asked.has('no-help') ? missingPart : asked.has('late-help') ? lateHelp : readyPart(help),
      loadPack: (language) => earshot.loadPack(language),
    });
  },
};
EarshotWidgetElement.glue = {
  // `early`: the rest comes when the test says so.
  live: {
    now: () => (asked.has('early') ? undefined : live),
    load: () =>
      new Promise((resolve, reject) => Object.assign(earshot, { arrive: () => resolve(live), fail: reject })),
  },
  readFurniture: (text) => furnitureOf(parsed(text)),
  createPatience,
  languages: () => earshot.languages,
  report: (error) => void earshot.calls.push(['report', String(error)]),
};
customElements.define('earshot-widget', EarshotWidgetElement);

document.documentElement.dir = asked.get('dir') ?? 'ltr';
const views = /** @type {HTMLElement} */ (document.querySelector('#views'));
for (const name of Object.keys(VIEWS)) {
  const link = Object.assign(document.createElement('a'), { href: `?view=${name}`, textContent: name });
  views.append(link, ' ');
}
earshot.element = /** @type {EarshotWidgetElement} */ (document.createElement('earshot-widget'));
(document.querySelector(asked.get('position') === 'inline' ? 'main' : 'body') ?? document.body).append(
  earshot.element,
);

if (asked.has('accent')) earshot.element.style.setProperty('--earshot-accent', asked.get('accent'));

const theme = /** @type {Config['theme']} */ (asked.get('theme') ?? 'auto');
const position = /** @type {Config['position']} */ (asked.get('position') ?? 'bottom-right');
const language = asked.get('language') ?? '';
if (!asked.has('early')) earshot.page.applyConfig({ ...CONFIG, theme, position, language });
const view = asked.get('view');
if (view) earshot.show(view);
const chat = asked.get('chat');
if (chat) {
  earshot.openChat(earshot.conversation);
  earshot.conversation.open();
  for (const state of /** @type {ChatState[]} */ (['connecting', 'open', 'closed', 'failed']))
    if (state === chat) earshot.transport.report(state);
  if (asked.has('talk')) talk();
}
function talk() {
  const at = new Date(2026, 10, 20, 9, 41).getTime();
  /** @param {number} minutes @param {string} text @param {string} [name] */
  const says = (minutes, text, name = 'Nadia') =>
    earshot.transport.receive({ from: 'agent', name, text, at: at + minutes * 60_000, id: `a-${minutes}` });
  /** @param {number} minutes @param {string} text */
  const wrote = (minutes, text) =>
    earshot.transport.receive({ from: 'visitor', text, at: at + minutes * 60_000, id: `v-${minutes}` });
  says(0, 'Hello, this is Nadia. How can I help?');
  wrote(2, 'My parcel has not arrived.');
  says(3, 'I am sorry. I can see your order from Tuesday.');
  says(4, 'It is on its way: https://example.com/parcels/2291-0045-AB?follow=1 (or call tel:+4930123456).');
  wrote(1500, 'Thank you.');
  wrote(1501, 'One more thing:\nmay I change the address?');
  earshot.hooks.typing(asked.has('typing'));
  if (asked.has('unsent')) {
    const { send } = earshot.transport;
    earshot.transport.send = () => {
      throw new Error('on purpose');
    };
    earshot.conversation.send('This one was too early.');
    earshot.transport.send = send;
    earshot.transport.report('connecting');
    earshot.conversation.send('And this one waits for the network.');
  }
  if (asked.has('unread')) {
    earshot.page.closeChat();
    for (let more = Number(asked.get('unread')); more > 0; more--) says(1502 + more, 'Are you still there?');
    earshot.show(asked.get('view') ?? 'idle');
  }
}
await Promise.all(Object.values(earshot.packs));
await new Promise((drawn) => setTimeout(drawn)); // in those words
if (asked.has('level')) earshot.page.setLevel(Number(asked.get('level')));
document.documentElement.dataset.ready = '';
