// The whole glue around a core that answers from a script.
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { certain } from '../certain.js';
import { forgetCore, loadCore } from '../../js-glue/load-core.js';
import { startSession } from '../../js-glue/session.js';
import { FakeStream, FakeTrack, FakeWindow, fakeClock, listenersOn, settle } from './fakes.js';
import { sentences } from '../../js-glue/owner/owner.js';
import { readyPart } from '../widget/ready-part.js';
import * as writing from '../../js-glue/chat/chat.js';
import * as calling from '../../js-glue/call.js';
import * as helping from '../../js-glue/help.js';
/** @import { FarEndMessage, View } from '../../js-glue/answers.js' */
/** @import { Effect, VerdictDetail } from '../../js-glue/effects.js' */
/** @import { Page } from '../../js-glue/page.js' */
/** @import { Capability } from '../../js-glue/words.js' */
/** @import { Module } from '../../js-glue/load-core.js' */

await sentences.load(); // the console speaks at once

const track = new FakeTrack('audio');
/** @type {FakeWindow} */
let window;
/** @type {FakeMachine[]} */
let machines;
/** What the core orders when a fact comes. @type {Record<string, Partial<Effect>[]>} */
let orders;
/** What it shows then. @type {Record<string, Partial<View>>} */
let views;
/** What is wrong then. @type {Record<string, Partial<Record<Capability, Partial<VerdictDetail>>>>} */
let verdicts;

class FakeMachine {
  /** @type {any[]} */
  facts = [];
  /** @type {number[]} */
  tracks = [];
  deleted = 0;
  constructor() {
    machines.push(this);
  }
  configure() {
    return JSON.stringify({
      config: {
        media: ['microphone'],
        chat: { transport: 'host', url: '', origin: '', keep: true, links: [] },
      },
      problems: [],
    });
  }
  /** @param {string} line */
  dispatch(line) {
    const fact = JSON.parse(line);
    this.facts.push(fact);
    if (fact.action === 'end') throw new WebAssembly.RuntimeError('unreachable');
    this.tracks.push(...(fact.tracks ?? []).map((/** @type {{ track: number }} */ ref) => ref.track));
    return JSON.stringify({
      effects: orders[fact.fact] ?? [],
      view: views[fact.fact],
      verdict: verdicts[fact.fact],
      tracks: this.tracks,
    });
  }
  delete() {
    this.deleted++;
  }
  names() {
    return this.facts.map(({ fact }) => fact);
  }
}

/** @param {number} number */
const machineAt = (number) => certain(machines[number], 'a machine');
/** @type {Module} */
const fakeModule = {
  create: () => (new FakeMachine(), machines.length - 1),
  configure: (number) => machineAt(number).configure(),
  dispatch: (number, line) => machineAt(number).dispatch(line),
  destroy: (number) => machineAt(number).delete(),
};

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));
beforeEach(() => {
  window = new FakeWindow();
  window.navigator = {
    userAgent: '',
    permissions: { query: async () => Object.assign(new EventTarget(), { state: 'granted' }) },
    mediaDevices: Object.assign(new EventTarget(), {
      enumerateDevices: async () => [{ kind: 'audioinput', deviceId: '', label: '' }],
      getUserMedia: async () => new FakeStream([track]),
    }),
  };
  track.readyState = 'live';
  for (const [name, value] of Object.entries({
    window,
    document: window.document,
    navigator: window.navigator,
  })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  machines = [];
  views = {};
  verdicts = {};
  orders = {
    environment: [{ effect: 'read_permission', kind: 'microphone' }],
    pressed: [{ effect: 'open', request: 1, kinds: ['microphone'] }],
  };
  forgetCore();
});

function fakePage(config = '{}') {
  /** @type {any[]} */
  const told = [];
  const page = /** @type {Page} */ ({
    render() {},
    announce() {},
    setLevel() {},
    pressMeant: () => null,
    chatPart: readyPart(writing),
    callPart: readyPart(calling),
    helpPart: readyPart(helping),
    connectChat() {},
    openChat() {},
    closeChat() {},
    chatTransport: null,
    chats: new Map(),
    applyConfig: (config) => told.push('config', config.media),
    showPlain: (label) => (told.push(label), /** @type {View} */ ({ orb: 'chatting' })),
    offerVoice: () => told.push('voice'),
    pressLapsed: () => told.push('lapsed'),
    tell: (event, detail) =>
      told.push(event, ...(event === 'message' || event === 'cleared' ? [detail] : [])),
    readConfig: () => config,
    placeRecovery: (node) => told.push('place', /** @type {any} */ (node)?.name ?? null),
    copied: (ok) => told.push('copied', ok),
    wordsOf: ({ title, steps }) => ({ title: `(${title})`, steps: steps.map((step) => `(${step})`) }),
    fill: (text) => text.replaceAll('{host}', 'voice.example'),
  });
  return { page, told };
}
/** The next session gets the fake core, when `ready` says so. @param {Promise<unknown>} [ready] */
const provide = (ready = Promise.resolve()) =>
  loadCore(async () => {
    await ready;
    return { module: fakeModule };
  });
const life = () => new AbortController();
/** The session's: the first one served the test itself. */
const core = () => certain(machines[1], 'a core');

test('at the start the environment is told first, then the permissions, then the devices, and nothing prompts', async (t) => {
  await provide();
  const asked = t.mock.method(/** @type {any} */ (window.navigator.mediaDevices), 'getUserMedia');
  const { page, told } = fakePage();
  const signal = life();
  startSession(page, signal.signal);
  await settle();
  assert.deepEqual(core().names(), ['environment', 'permission_read', 'devices_read']);
  assert.deepEqual(told.slice(0, 3), ['config', ['microphone'], 'trace']);
  assert.equal(asked.mock.callCount(), 0);
  signal.abort();
});

test('after a loss the devices are told before the permission', async () => {
  const { session, core, signal } = await ready();
  orders.track_ended = [{ effect: 'read_permission', kind: 'microphone' }];
  const mediaDevices = /** @type {EventTarget} */ (window.navigator.mediaDevices);
  Object.assign(mediaDevices, { enumerateDevices: async () => (await settle(), []) });
  mediaDevices.dispatchEvent(new Event('devicechange'));
  session.dispatch({ fact: 'track_ended', track: 1 });
  await settle();
  await settle();
  await settle();
  assert.deepEqual(core.names().slice(-3), ['track_ended', 'devices_read', 'permission_read']);
  signal.abort();
});

test('a press from before the core was ready is kept and acted on', async () => {
  let ready = () => {};
  const provided = provide(new Promise((resolve) => (ready = () => resolve(undefined))));
  const signal = life();
  const session = startSession(fakePage().page, signal.signal);
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  assert.equal(session.stream(), null);
  ready();
  await provided;
  await settle();
  assert.equal(session.stream()?.getTracks().length, 1);
  assert.match(session.trace(), /^\{"earshot":"unbundled","config":\{\}\}\n\{"t":\d+,"fact":"environment"/);
  signal.abort();
  assert.equal(track.readyState, 'ended');
  assert.equal(session.stream(), null);
});

for (const [words, lapse] of /** @type {[string, () => void][]} */ ([
  [
    'whose page was hidden meanwhile',
    () => {
      window.show('hidden');
      window.show('visible');
    },
  ],
  ['that is older than ten seconds', () => {}],
])) {
  test(`a press from before the core was ready ${words} opens nothing, and everything else that was kept is told`, async (t) => {
    let ready = () => {};
    const provided = provide(new Promise((resolve) => (ready = () => resolve(undefined))));
    const signal = life();
    const { page, told } = fakePage();
    const session = startSession(page, signal.signal);
    session.dispatch({ fact: 'pressed', action: 'orb' });
    session.attach(/** @type {any} */ (new FakeStream([new FakeTrack('audio')])));
    lapse();
    const { now } = Date;
    t.mock.method(Date, 'now', () => now() + 10_000);
    ready();
    await provided;
    await settle();
    const core = /** @type {FakeMachine} */ (machines.at(-1));
    assert.ok(core.names().includes('stream_attached') && !core.names().includes('pressed'));
    assert.equal(told.filter((word) => word === 'lapsed').length, words.includes('hidden') ? 1 : 0);
    session.dispatch({ fact: 'pressed', action: 'orb' });
    await settle();
    assert.deepEqual(
      core.names().filter((name) => name === 'request_opened'),
      ['request_opened'],
      'the next press counts',
    );
    signal.abort();
  });
}

test('an element removed while the core loads leaves nothing behind', async () => {
  await provide();
  const { page, told } = fakePage();
  const signal = life();
  startSession(page, signal.signal);
  signal.abort();
  await settle();
  assert.deepEqual(told, []);
  assert.equal(core().deleted, 1);
});

test('a page that is left stops its tracks, and tells so if it comes back', async () => {
  await provide();
  const signal = life();
  const session = startSession(fakePage().page, signal.signal);
  await settle();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  window.dispatchEvent(new Event('pagehide'));
  assert.equal(track.readyState, 'ended');
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  assert.deepEqual(
    core()
      .facts.slice(-2)
      .map(({ fact, restored, track: number }) => [fact, restored ?? number]),
    [
      ['page_changed', true],
      ['track_ended', 1],
    ],
  );
  signal.abort();
});

test('a core that breaks stops the media and leaves guidance and the chat', async (t) => {
  const said = t.mock.method(console, 'error', () => {});
  await provide();
  const { page, told } = fakePage();
  const signal = life();
  const session = startSession(page, signal.signal);
  await settle();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  session.dispatch({ fact: 'pressed', action: 'end' });
  assert.equal(track.readyState, 'ended');
  assert.equal(told[told.length - 1], 'core_unavailable');
  assert.match(String(certain(said.mock.calls[0]).arguments[0]), /\(broken\)/);
  signal.abort();
});

test('where no core can be had, the visitor gets guidance and the chat', async (t) => {
  t.mock.method(console, 'error', () => {});
  void loadCore(async () => ({ reason: 'forbidden', error: new Error('policy') }));
  const { page, told } = fakePage();
  const signal = life();
  const session = startSession(page, signal.signal);
  await settle();
  assert.deepEqual(told, ['core_unavailable']);
  session.dispatch({ fact: 'pressed', action: 'orb' }); // harmless
  session.stop(false);
  signal.abort();
});

test('where none has come in time the same, and a core that comes after all is offered', async (t) => {
  const said = t.mock.method(console, 'error', () => {});
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  let arrive = () => {};
  const coming = new Promise((resolve) => {
    arrive = () => resolve(undefined);
  });
  void provide(coming);
  const { page, told } = fakePage();
  const signal = life();
  startSession(page, signal.signal);
  t.mock.timers.tick(9000);
  await turn();
  assert.deepEqual(told, ['core_unavailable']);
  assert.match(String(certain(said.mock.calls[0]).arguments[0]), /\(late\)/);
  arrive();
  await turn();
  assert.deepEqual(told, ['core_unavailable', 'voice']);
  signal.abort();
});

/** A session whose core answers as `orders` say. @param {string} [config] */
async function ready(config, own = {}) {
  await provide();
  const { page, told } = fakePage(config);
  Object.assign(page, own);
  const signal = life();
  const session = startSession(page, signal.signal);
  await settle();
  return { session, told, signal, core: core() };
}

test('what an earlier visit left is told before a press can come, and only where the site said so', async () => {
  const stored = { earshot: '{"microphone":{"asked":true,"dismissals":2,"ignores":0}}', read: 0 };
  Object.assign(window, {
    localStorage: {
      getItem: () => (stored.read++, stored.earshot),
      setItem: (/** @type {string} */ _, /** @type {string} */ text) => (stored.earshot = text),
    },
  });
  orders.remembered = [{ effect: 'remember', kind: 'microphone', asked: true, dismissals: 3, ignores: 0 }];
  for (const config of ['{}', '{"remember":"true"}', 'not json']) (await ready(config)).signal.abort();
  assert.equal(stored.read, 0);

  await provide();
  const signal = life();
  const session = startSession(fakePage('{"remember":true}').page, signal.signal);
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  assert.deepEqual(/** @type {FakeMachine} */ (machines.at(-1)).names().slice(0, 3), [
    'environment',
    'remembered',
    'pressed',
  ]);
  assert.match(stored.earshot, /"dismissals":3/);
  signal.abort();
});

test('a host lends its stream, takes it back, plays the other side and tells what it found out', async () => {
  const { session, core, signal } = await ready();
  const stream = new FakeStream([new FakeTrack('audio')]);
  session.attach(/** @type {any} */ (stream));
  assert.equal(session.stream()?.getTracks().length, 1);
  session.detach();
  session.play(
    /** @type {any} */ ({
      paused: true,
      srcObject: {},
      play: () => Promise.reject(Object.assign(new Error(), { name: 'NotAllowedError' })),
    }),
  );
  session.reportNetwork({ udp: false, relay: true, server_reflexive: false, elapsed_ms: 1.6 });
  await settle();
  const told = core.facts.slice(3).map(({ t, ...fact }) => fact);
  assert.deepEqual(
    told.filter(({ fact }) => fact !== 'devices_read'),
    [
      { fact: 'stream_attached', tracks: [{ kind: 'microphone', track: 1 }] },
      { fact: 'stream_detached' },
      { fact: 'network_tested', udp: false, relay: true, server_reflexive: false, elapsed_ms: 2 },
      { fact: 'output_changed', blocked: true },
    ],
  );
  assert.equal(stream.getTracks()[0]?.readyState, 'live');
  signal.abort();
});

test('what cannot play is refused with the way out, and what can plays without the part that watches it', async () => {
  const { session, signal } = await ready();
  for (const wrong of [undefined, null, 'audio', {}, { play() {} }])
    assert.throws(() => session.play(/** @type {any} */ (wrong)), {
      name: 'TypeError',
      message: /play\(\) needs the <audio> or <video> element/,
    });
  signal.abort();
  const missing = { now: () => undefined, load: () => Promise.reject(new Error('on purpose')), use() {} };
  const alone = await ready('{}', { callPart: missing });
  let played = 0;
  alone.session.play(/** @type {any} */ ({ paused: true, play: async () => void (played += 1) }));
  await settle();
  assert.equal(played, 1);
  alone.signal.abort();
});

test("a site's own request that failed is told of all that it asks for, or of what it names", async () => {
  const { session, core, signal } = await ready();
  const before = core.facts.length;
  session.report(new DOMException('', 'AbortError'));
  session.report(new DOMException('', 'AbortError'), { kinds: ['camera'] });
  assert.throws(() => session.report(undefined), { name: 'TypeError' });
  assert.deepEqual(
    core.facts.slice(before).map(({ fact, name, kinds }) => [fact, name, kinds]),
    [
      ['host_failed', 'AbortError', ['microphone']],
      ['host_failed', 'AbortError', ['camera']],
    ],
  );
  signal.abort();
});

test('a report of the network that is none is refused, and names what is missing', async () => {
  const { session, core, signal } = await ready();
  const before = core.facts.length;
  for (const wrong of [undefined, null, {}, { udp: true, relay: 'yes', server_reflexive: true }]) {
    assert.throws(() => session.reportNetwork(/** @type {any} */ (wrong)), {
      name: 'TypeError',
      message: /reportNetwork\(\) needs udp, relay, server_reflexive/,
    });
  }
  session.reportNetwork(
    /** @type {any} */ ({ udp: true, relay: true, server_reflexive: true, elapsed_ms: Infinity }),
  );
  assert.deepEqual(
    core.facts.slice(before).map(({ elapsed_ms }) => elapsed_ms),
    [0],
  );
  signal.abort();
});

/** @param {Partial<FarEndMessage>} of @returns {FarEndMessage} */
const said = (of) => ({
  earshot: 1,
  state: 'idle',
  heard: false,
  seen: false,
  texting: false,
  microphone: { state: 'off', cause: 'none' },
  camera: { state: 'off', cause: 'none' },
  instructions: '',
  ...of,
});

test("the far end's message is an event, and is there to be asked for", async () => {
  const message = said({ state: 'live', heard: true });
  orders.pressed = [
    { effect: 'tell_host', event: 'message', detail: message },
    { effect: 'tell_host', event: 'cleared', detail: { kinds: ['microphone'] } },
  ];
  const { session, told, signal } = await ready();
  assert.equal(session.message(), null);
  session.dispatch({ fact: 'pressed', action: 'orb' });
  assert.deepEqual(session.message(), message);
  assert.deepEqual(
    told.filter((_, n) => told[n - 1] === 'message' || told[n - 1] === 'cleared'),
    [message, { kinds: ['microphone'] }],
  );
  signal.abort();
});

test("an agent is told the site's own words with what the visitor reads now, and so is whoever asks later", async () => {
  const message = said({ state: 'blocked', instructions: 'At {host} say: {title} {steps} {other}' });
  views.pressed = { title: 'microphone_blocked', steps: ['press_try_again', 'write_meanwhile'] };
  orders.pressed = [{ effect: 'tell_host', event: 'message', detail: message }];
  const { session, told, signal } = await ready();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  const instructions =
    'At voice.example say: (microphone_blocked) (press_try_again) (write_meanwhile) {other}';
  assert.deepEqual(told.at(-1), { ...message, instructions });
  assert.deepEqual(session.message(), { ...message, instructions });
  signal.abort();
});

/** What the chat's host is told. @param {import('node:test').TestContext} t */
async function chatting(t, config = '{}') {
  await provide();
  const { page } = fakePage(config);
  /** @type {any[]} */
  const told = [];
  /** @type {any} */
  let conversation;
  Object.assign(page, {
    tell: (/** @type {string} */ event, /** @type {any} */ detail) =>
      void (event === 'chat' && told.push(detail)),
    connectChat: (/** @type {any} */ next) => void (conversation = next),
  });
  const signal = life();
  const session = startSession(page, signal.signal);
  await settle();
  t.after(() => signal.abort());
  return { page, session, told, signal, chat: () => conversation };
}

test('the page that carries the text hears what the visitor wrote, in which conversation, and why there is no voice', async (t) => {
  orders.pressed = [{ effect: 'open_chat' }];
  verdicts.pressed = { microphone: { cause: 'blocked_for_site' }, camera: { cause: 'no_device' } };
  orders.chat_changed = [{ effect: 'tell_host', event: 'chat', detail: { state: 'open' } }];
  const { session, told, chat } = await chatting(t);
  session.dispatch({ fact: 'pressed', action: 'orb' });
  chat().send('Hello');
  session.receiveChat('Good morning');
  const [opened, { message, ...wrote }] = told;
  assert.match(opened.session, /^s-/);
  assert.deepEqual(opened, { state: 'open', session: opened.session });
  assert.deepEqual(
    [message.text, wrote],
    ['Hello', { session: opened.session, reason: { kind: 'microphone', cause: 'blocked_for_site' } }],
  );
  assert.deepEqual(
    chat()
      .entries()
      .map((/** @type {any} */ { from, text }) => `${from}: ${text}`),
    ['visitor: Hello', 'agent: Good morning'],
  );
});

test('without a core the page is told of the chat all the same', async (t) => {
  t.mock.method(console, 'error', () => {});
  const { page, session, told, chat } = await chatting(t);
  page.showPlain = (_, converse) => (converse(), /** @type {View} */ ({ orb: 'chatting' }));
  session.dispatch({ fact: 'pressed', action: 'end' }); // which breaks this one
  chat().send('Hello');
  assert.deepEqual(
    told.map(({ state, reason }) => state ?? reason),
    ['open', { kind: 'microphone', cause: 'core_unavailable' }],
  );
});

test('a transport of the site wins over the configuration, and what was written lives as long as the element', async (t) => {
  orders.pressed = [{ effect: 'open_chat' }];
  const { page, session, chat, signal, told } = await chatting(
    t,
    '{"chat":{"transport":"websocket","url":"/chat"}}',
  );
  /** @type {string[]} */
  const sent = [];
  Object.assign(page, {
    chatTransport: {
      open() {},
      close() {},
      onMessage() {},
      send: (/** @type {any} */ { text }) => void sent.push(text),
    },
  });
  session.dispatch({ fact: 'pressed', action: 'orb' });
  chat().send('Hello');
  assert.deepEqual([sent, chat().state()], [['Hello'], 'open']);
  signal.abort();
  assert.deepEqual(
    [told, [...page.chats.values()].map(({ entries }) => entries.map(({ text }) => text))],
    [[], [['Hello']]],
  );
});

test('a conversation that an earlier page of this tab began goes on by itself; else nothing is connected before the chat opens', async (t) => {
  /** @type {string[]} */
  const dialled = [];
  Object.assign(window, {
    origin: 'https://voice.example',
    sessionStorage: {
      getItem: (/** @type {string} */ key) => (key === `earshot-chat ${whose}` ? kept : null),
      'earshot-chat ': 'whosever',
      setItem() {},
      removeItem() {},
    },
  });
  const kept = '{"session":"s1","token":"t1","seq":3,"draft":"","unsent":[]}';
  const WebSocket = class {
    constructor(/** @type {string} */ address) {
      dialled.push(address);
    }
    close() {}
  };
  Object.assign(globalThis, { WebSocket });
  Object.assign(window.document, { baseURI: 'https://voice.example/' });
  t.mock.method(FakeMachine.prototype, 'configure', () =>
    JSON.stringify({
      config: { chat: { transport: 'websocket', url: '/chat', origin: '', keep: true, links: [] } },
      problems: [],
    }),
  );
  let whose = 'https://voice.example/other';
  (await chatting(t)).signal.abort();
  assert.deepEqual(dialled, []);
  whose = 'https://voice.example/chat';
  (await chatting(t)).signal.abort();
  assert.deepEqual(dialled, ['wss://voice.example/chat']);
});

test("the browser's own recovery element is placed before the view that shows it, and taken away with the widget", async () => {
  Object.assign(window.document, {
    createElement: (/** @type {string} */ name) => Object.assign(new EventTarget(), { name, append() {} }),
  });
  views.pressed = { title: 'microphone_blocked', recovery: 'microphone' };
  const { session, told, signal } = await ready();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  signal.abort();
  assert.deepEqual(
    told.filter((word, n) => word === 'place' || told[n - 1] === 'place'),
    ['place', 'microphone', 'place', null],
  );
});

test('what is to be copied is, without a word the address of the page, and the visitor hears of it', async () => {
  /** @type {string[]} */
  const copied = [];
  Object.assign(window.navigator, {
    clipboard: { writeText: async (/** @type {string} */ text) => void copied.push(text) },
  });
  orders.pressed = [
    { effect: 'copy', text: 'chrome://settings' },
    { effect: 'copy', text: '' },
  ];
  const { session, told, signal } = await ready();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  assert.deepEqual(copied, ['chrome://settings', 'https://voice.example/']);
  assert.deepEqual(
    told.filter((_, n) => told[n - 1] === 'copied'),
    [true, true],
  );
  signal.abort();
});

test("the browser's languages are there for the choice of sentences", async () => {
  const { session, signal } = await ready();
  assert.deepEqual(session.languages, []);
  Object.assign(window.navigator, { languages: ['de-AT', 'en'] });
  assert.deepEqual(session.languages, ['de-AT', 'en']);
  signal.abort();
});

test('every order that only a browser can obey is harmless where the browser cannot', async () => {
  orders.pressed = [
    { effect: 'watch_level', on: true, behind_mute: true },
    { effect: 'watch_frames', on: true },
    { effect: 'resume_audio' },
    { effect: 'media_session', on: true, microphone: true, camera: false },
    { effect: 'wake_lock', on: true },
    { effect: 'request_notifications' },
    { effect: 'remember', kind: 'camera', asked: true, dismissals: 0, ignores: 0 },
    { effect: 'watch_permission', kind: 'notifications', poll_ms: 0 },
    { effect: 'read_permission', kind: 'notifications' },
  ];
  const { session, core, signal } = await ready();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await settle();
  assert.deepEqual(core.names().slice(-2), ['notifications_answered', 'permission_read']);
  signal.abort();
});

test('a removed element leaves no timer, no listener, no button and no track', async (t) => {
  await provide();
  const clock = fakeClock(t);
  const turns = async () => {
    for (let n = 0; n < 50; n++) await null;
  };
  const buttons = new Map();
  Object.assign(window.navigator, {
    mediaSession: {
      setActionHandler: (/** @type {string} */ name, /** @type {unknown} */ act) => buttons.set(name, act),
    },
  });
  const statuses = /** @type {EventTarget[]} */ ([]);
  Object.assign(window.navigator.permissions ?? {}, {
    query: async () => (
      statuses.push(Object.assign(new EventTarget(), { state: 'prompt' })), statuses.at(-1)
    ),
  });
  Object.assign(window.document, { createElement: () => ({}) });
  orders.environment = [
    { effect: 'watch_permission', kind: 'microphone', poll_ms: 1000 },
    { effect: 'watch_permission', kind: 'notifications', poll_ms: 0 },
  ];
  orders.request_opened = [
    { effect: 'watch_frames', on: true },
    { effect: 'media_session', on: true, microphone: true, camera: true },
    { effect: 'set_timer', timer: 'hidden_long', ms: 1000 },
    { effect: 'watch_level', on: true, behind_mute: false },
  ];
  const camera = new FakeTrack('video');
  Object.assign(/** @type {object} */ (window.navigator.mediaDevices), {
    getUserMedia: async () => new FakeStream([track, camera]),
  });
  const signal = life();
  const session = startSession(fakePage().page, signal.signal);
  await turns();
  session.dispatch({ fact: 'pressed', action: 'orb' });
  await turns();
  session.attach(/** @type {any} */ (new FakeStream([new FakeTrack('audio')])));
  const places = [
    window,
    window.document,
    /** @type {EventTarget} */ (window.navigator.mediaDevices),
    ...statuses,
    track,
    camera,
  ];
  assert.ok(clock.running() > 3 && listenersOn(...places) > 10 && buttons.get('hangup'));
  signal.abort();
  assert.deepEqual(
    [clock.running(), listenersOn(...places, signal.signal), [...buttons.values()]],
    [0, 0, [null, null, null]],
  );
  assert.deepEqual([track.readyState, camera.readyState, session.stream()], ['ended', 'ended', null]);
});
