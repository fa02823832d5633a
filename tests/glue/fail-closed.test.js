// The whole glue around the real core, on pages whose scripts have changed the language, and with a core that refuses what it is told.
// Whatever happens: nobody is recorded but in a call that the visitor sees, and the chat is there.
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { forgetCore, loadCore } from '../../js-glue/load-core.js';
import { startSession } from '../../js-glue/session.js';
import { wasmCore } from './cores.js';
import { FakeStream, FakeTrack, FakeWindow, settle } from './fakes.js';
import { sentences } from '../../js-glue/owner/owner.js';
import { readyPart } from '../widget/ready-part.js';
import * as writing from '../../js-glue/chat/chat.js';
import * as calling from '../../js-glue/call.js';
import * as helping from '../../js-glue/help.js';
/** @import { View } from '../../js-glue/answers.js' */
/** @import { Page } from '../../js-glue/page.js' */

await sentences.load(); // the console speaks at once

const LIVE = ['live', 'live_audio_only'];
const core = wasmCore();
/** @type {FakeWindow} */
let window;
/** What the browser gives to each request. @type {() => Promise<FakeStream>} */
let media;
/** What the core does not take, whatever it is. @type {(fact: any) => boolean} */
let refuses;

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));
beforeEach(() => {
  window = new FakeWindow();
  media = async () => new FakeStream([new FakeTrack('audio')]);
  refuses = () => false;
  window.navigator = {
    userAgent: '',
    permissions: { query: async () => Object.assign(new EventTarget(), { state: 'prompt' }) },
    mediaDevices: Object.assign(new EventTarget(), {
      enumerateDevices: async () => [{ kind: 'audioinput', deviceId: '', label: '' }],
      getUserMedia: () => media(),
    }),
  };
  Object.assign(window, { isSecureContext: true });
  for (const [name, value] of Object.entries({
    window,
    document: window.document,
    navigator: window.navigator,
  })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  forgetCore();
});

/** A script of the page puts something in the place of what the language offers. @param {import('node:test').TestContext} t
 * @param {object} place @param {string} name @param {unknown} value */
function patch(t, place, name, value) {
  const before = Object.getOwnPropertyDescriptor(place, name);
  Object.defineProperty(place, name, { value, configurable: true, enumerable: true, writable: true });
  t.after(() => (before ? Object.defineProperty(place, name, before) : Reflect.deleteProperty(place, name)));
}
/** As Prototype.js 1.6 does. @param {import('node:test').TestContext} t */
const loadPrototype = (t) =>
  patch(
    t,
    Array.prototype,
    'toJSON',
    /** @this {unknown[]} */ function () {
      return `[${this.map((value) => JSON.stringify(value)).join(', ')}]`;
    },
  );

/** The core, which refuses what a test has it refuse. */
async function refusingCore() {
  const module = await core;
  /** @param {number} machine @param {string} line */
  const dispatch = (machine, line) =>
    refuses(JSON.parse(line)) ? '{"refused":"not understood"}' : module.dispatch(machine, line);
  return { ...module, dispatch };
}

/** A visitor on a page with the widget. @param {import('node:test').TestContext} t */
async function visit(t, config = '{"media":["microphone"],"chat":{"transport":"host"}}') {
  const module = await refusingCore();
  void loadCore(async () => ({ module }));
  /** @type {string[]} */
  const said = [];
  t.mock.method(console, 'error', (/** @type {unknown} */ text) => {
    if (/Earshot/.test(String(text))) said.push(String(text)); // Node counts listeners
  });
  /** @type {{ event: string, detail: any }[]} */
  const told = [];
  /** @type {View | null} */
  let view = null;
  const plain = /** @type {View} */ ({
    orb: 'chatting',
    microphone: 'off',
    camera: 'off',
    notifications: 'off',
    actions: /** @type {any[]} */ ([]),
  });
  /** @type {any} */
  let recovery = null;
  const page = /** @type {Page} */ ({
    announce() {},
    setLevel() {},
    pressMeant: () => null,
    chatPart: readyPart(writing),
    callPart: readyPart(calling),
    helpPart: readyPart(helping),
    connectChat() {},
    openChat() {},
    closeChat() {},
    applyConfig() {},
    copied() {},
    pressLapsed() {},
    chatTransport: null,
    chats: new Map(),
    readConfig: () => config,
    fill: (text) => text,
    wordsOf: () => ({ title: '', steps: [] }),
    render: (next) => void (view = next),
    showPlain: () => (view = plain),
    offerVoice() {},
    tell: (event, detail) => void told.push({ event, detail }),
    placeRecovery: (node) => void (recovery = node),
  });
  const life = new AbortController();
  const session = startSession(page, life.signal);
  t.after(() => life.abort());
  await settle();
  /** @param {import('../../js-glue/words.js').Action} action */
  async function press(action) {
    session.dispatch({ fact: 'pressed', action });
    await settle();
  }
  return {
    session,
    said,
    told,
    press,
    life,
    view: () => /** @type {View} */ (view),
    recovery: () => recovery,
    isPlain: () => view === plain,
    offersChat: () => view === plain || view?.actions.includes('open_chat') === true,
  };
}
/** @param {FakeTrack[]} tracks */
const states = (...tracks) => tracks.map(({ readyState }) => readyState);

test('a page with an old Prototype.js has its voice', async (t) => {
  const track = new FakeTrack('audio');
  media = async () => new FakeStream([track]);
  loadPrototype(t);
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.deepEqual([LIVE.includes(visitor.view().orb), ...states(track)], [true, 'live']);
  await visitor.press('end');
  assert.deepEqual([visitor.view().orb, ...states(track)], ['ended', 'ended']);
  assert.deepEqual(visitor.said, []);
});

test('a stream that the core refuses is not left open under "Choose Allow", and the owner hears why', async (t) => {
  const track = new FakeTrack('audio');
  media = async () => new FakeStream([track]);
  refuses = ({ fact }) => fact === 'request_opened';
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.deepEqual(states(track), ['ended']);
  assert.ok(!['asking', 'opening', ...LIVE].includes(visitor.view().orb), visitor.view().orb);
  assert.ok(visitor.offersChat());
  assert.match(
    visitor.said.at(-1) ?? '',
    /refused a fact of this page, "request_opened": not understood[^]*#fact_refused$/,
  );
  await visitor.press('end');
  assert.equal(visitor.session.stream(), null);
});

test('a Prototype.js that comes in the middle of a call: it goes on, and can be ended', async (t) => {
  const track = new FakeTrack('audio');
  media = async () => new FakeStream([track]);
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.ok(LIVE.includes(visitor.view().orb));
  loadPrototype(t);
  await visitor.press('mute');
  assert.deepEqual([track.enabled, visitor.view().microphone, ...states(track)], [false, 'muted', 'live']);
  await visitor.press('end');
  assert.deepEqual([visitor.view().orb, ...states(track)], ['ended', 'ended']);
});

test('a clock that goes back costs nothing', async (t) => {
  const track = new FakeTrack('audio');
  media = async () => new FakeStream([track]);
  const visitor = await visit(t);
  let now = 1e6;
  patch(t, performance, 'now', () => (now -= 1000));
  await visitor.press('orb');
  assert.ok(LIVE.includes(visitor.view().orb), visitor.view().orb);
  await visitor.press('end');
  assert.deepEqual([visitor.view().orb, ...states(track)], ['ended', 'ended']);
  media = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  await visitor.press('orb');
  assert.equal(visitor.view().orb, 'blocked');
});

test('a stream of seventeen tracks is one that the core refuses: none of them goes on', async (t) => {
  const tracks = Array.from({ length: 17 }, () => new FakeTrack('audio'));
  media = async () => new FakeStream(tracks);
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.deepEqual([...new Set(states(...tracks))], ['ended']);
  assert.deepEqual([visitor.view().orb, visitor.offersChat()], ['blocked', true]);
  assert.match(visitor.said.at(-1) ?? '', /at most 16 tracks/);
  media = async () => new FakeStream([new FakeTrack('audio')]);
  await visitor.press('try_again');
  assert.ok(LIVE.includes(visitor.view().orb), 'a better stream is as welcome as ever');
});

test('of two microphones in one stream the one that the core does not hold is stopped, and the host never sees it', async (t) => {
  const tracks = [new FakeTrack('audio'), new FakeTrack('audio')];
  media = async () => new FakeStream(tracks);
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.deepEqual([visitor.view().orb, ...states(...tracks)], ['live', 'live', 'ended']);
  assert.deepEqual(visitor.session.stream()?.getTracks(), tracks.slice(0, 1));
});

test('an error with half a character in its text is an answer all the same', async (t) => {
  media = () => Promise.reject(new DOMException(`No microphone for ${'😀'.slice(0, 1)}`, 'NotReadableError'));
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.equal(visitor.view().orb, 'blocked');
  assert.ok(visitor.offersChat());
});

test('an error that nobody can read is an answer all the same', async (t) => {
  media = () =>
    Promise.reject({
      get name() {
        throw new Error('no');
      },
    });
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.equal(visitor.view().orb, 'blocked');
});

test('what is no stream, and a browser whose streams take no tracks, are failed requests', async (t) => {
  const track = new FakeTrack('audio');
  for (const given of [async () => /** @type {any} */ (undefined), async () => new FakeStream([track])]) {
    media = given;
    const adding = t.mock.method(FakeStream.prototype, 'addTrack', () => {
      throw new Error('no');
    });
    const visitor = await visit(t);
    await visitor.press('orb');
    assert.equal(visitor.view().orb, 'blocked');
    adding.mock.restore();
  }
  assert.deepEqual(states(track), ['ended']);
});

for (const [words, place, name, value] of /** @type {[string, object, string, unknown][]} */ ([
  [
    'a toJSON of every object that throws',
    Object.prototype,
    'toJSON',
    () => {
      throw new Error('by a script');
    },
  ],
  ['a toJSON of every object that gives nothing', Object.prototype, 'toJSON', () => undefined],
  ['a toJSON of every object that gives something else', Object.prototype, 'toJSON', () => 'an object'],
  ['a "refused" of every object', Object.prototype, 'refused', 'by a script'],
  ['a "clone" of every object', Object.prototype, 'clone', () => ({})],
  ['a JSON.stringify that gives nothing', JSON, 'stringify', () => undefined],
  ['a clock that says nothing', performance, 'now', () => NaN],
  ['a date that says nothing', Date, 'now', () => undefined],
]))
  test(`${words} costs nothing`, async (t) => {
    const track = new FakeTrack('audio');
    media = async () => new FakeStream([track]);
    patch(t, place, name, value);
    const visitor = await visit(t);
    await visitor.press('orb');
    assert.deepEqual([LIVE.includes(visitor.view().orb), ...states(track)], [true, 'live']);
    await visitor.press('mute');
    assert.deepEqual([track.enabled, visitor.view().microphone], [false, 'muted']);
    await visitor.press('end');
    assert.deepEqual([visitor.view().orb, ...states(track)], ['ended', 'ended']);
  });

for (const action of /** @type {const} */ (['end', 'mute', 'open_chat']))
  test(`${action} in a call, where the core takes nothing any more: everything stops, and everybody hears of it`, async (t) => {
    const track = new FakeTrack('audio');
    media = async () => new FakeStream([track]);
    const visitor = await visit(t);
    await visitor.press('orb');
    assert.ok(LIVE.includes(visitor.view().orb));
    refuses = () => true;
    await visitor.press(action);
    assert.deepEqual([visitor.isPlain(), visitor.session.stream(), ...states(track)], [true, null, 'ended']);
    const last = (/** @type {string} */ event) =>
      visitor.told.filter((each) => each.event === event).at(-1)?.detail;
    assert.deepEqual(
      [last('state').orb, last('state').microphone, last('state').view.orb],
      ['chatting', 'off', 'chatting'],
    );
    assert.deepEqual(
      [last('message').heard, last('message').state, visitor.session.message()?.heard],
      [false, 'chatting', false],
    );
    assert.match(visitor.said.at(-1) ?? '', /Every track was stopped/);
  });

test('a page whose JSON.parse gives nothing: nothing is asked, the chat is there at once, and the owner hears why', async (t) => {
  let asked = 0;
  media = () => (asked++, Promise.reject(new Error('not to be asked')));
  patch(t, JSON, 'parse', () => undefined);
  const visitor = await visit(t);
  assert.ok(visitor.isPlain());
  await visitor.press('orb');
  assert.equal(asked, 0);
  assert.match(visitor.said.at(-1) ?? '', /The core cannot run here \(broken\)/);
});

test('a core that takes nothing from the beginning: nothing is asked, and the chat is there at once', async (t) => {
  let asked = 0;
  media = () => (asked++, Promise.reject(new Error('not to be asked')));
  refuses = () => true;
  const visitor = await visit(t);
  assert.ok(visitor.isPlain());
  await visitor.press('orb');
  assert.equal(asked, 0);
});

test('a stream that comes when the session has been given up is stopped', async (t) => {
  const track = new FakeTrack('audio');
  /** @type {(stream: FakeStream) => void} */
  let give = () => {};
  media = () => new Promise((resolve) => (give = resolve));
  const visitor = await visit(t);
  await visitor.press('orb');
  assert.equal(visitor.view().orb, 'asking');
  refuses = () => true;
  await visitor.press('dismiss');
  assert.ok(visitor.isPlain());
  give(new FakeStream([track]));
  await settle();
  assert.deepEqual(states(track), ['ended']);
});

test('a track whose end the core does not take ends the session, not only the sound', async (t) => {
  const track = new FakeTrack('audio');
  media = async () => new FakeStream([track]);
  const visitor = await visit(t);
  await visitor.press('orb');
  refuses = () => true;
  track.end();
  assert.ok(visitor.isPlain());
});

test('leaving needs no core: the page that is left and the element that is removed stop every track; a page that comes back says so', async (t) => {
  const tracks = [new FakeTrack('audio'), new FakeTrack('audio')];
  media = async () =>
    new FakeStream([/** @type {FakeTrack} */ (tracks.find(({ readyState }) => readyState === 'live'))]);
  const left = await visit(t);
  await left.press('orb');
  refuses = () => true;
  window.dispatchEvent(new Event('pagehide'));
  assert.deepEqual(states(...tracks), ['ended', 'live']);
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  assert.ok(left.isPlain());
  refuses = () => false;
  const removed = await visit(t);
  await removed.press('orb');
  assert.ok(LIVE.includes(removed.view().orb));
  refuses = () => true;
  removed.life.abort();
  assert.deepEqual(states(...tracks), ['ended', 'ended']);
});

test('a stream of the host that the core refuses is stopped; one that it took back is not', async (t) => {
  const visitor = await visit(t, '{"media":["microphone"],"mode":"guard"}');
  const [first, second] = [new FakeTrack('audio'), new FakeTrack('audio')];
  visitor.session.attach(/** @type {any} */ (new FakeStream([first])));
  assert.equal(visitor.view().orb, 'live');
  visitor.session.detach();
  refuses = ({ fact }) => fact === 'stream_attached';
  visitor.session.attach(/** @type {any} */ (new FakeStream([second])));
  assert.deepEqual([visitor.view().orb, ...states(first, second)], ['idle', 'live', 'ended']);
  assert.match(visitor.said.at(-1) ?? '', /"stream_attached"/);
});

test('a host that takes its stream back, and is not understood, has it back; everything else stops', async (t) => {
  const visitor = await visit(t, '{"media":["microphone"],"mode":"guard"}');
  const track = new FakeTrack('audio');
  visitor.session.attach(/** @type {any} */ (new FakeStream([track])));
  refuses = () => true;
  visitor.session.detach();
  assert.deepEqual([visitor.isPlain(), ...states(track)], [true, 'live']);
});

test('a host that lends its stream before the core is there, or while it is told of another, keeps it', async (t) => {
  const early = new FakeTrack('audio');
  const module = await core;
  /** @type {(value: unknown) => void} */
  let ready = () => {};
  const loading = new Promise((resolve) => (ready = resolve));
  void loadCore(async () => (await loading, { module }));
  const visitor = await visit(t, '{"media":["microphone"],"mode":"guard"}');
  visitor.session.attach(/** @type {any} */ (new FakeStream([early])));
  ready(undefined);
  await settle();
  assert.deepEqual([visitor.view().orb, ...states(early)], ['live', 'live']);
});

test("what the browser's own element delivers, and the core refuses, is stopped, and the element can be pressed again", async (t) => {
  class Node extends EventTarget {
    track = /** @type {FakeTrack | null} */ (null);
    append() {}
  }
  Object.assign(window.document, { createElement: () => new Node() });
  Object.assign(window, { HTMLMicrophoneElement: Node });
  Object.assign(window.navigator, {
    vendor: 'Google Inc.',
    userAgent:
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
    permissions: { query: async () => Object.assign(new EventTarget(), { state: 'denied' }) },
  });
  media = () => Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
  const visitor = await visit(t);
  await visitor.press('orb');
  const node = /** @type {Node} */ (visitor.recovery());
  assert.ok(node, JSON.stringify(visitor.view()));
  node.dispatchEvent(new Event('click'));
  assert.equal(visitor.view().title, 'answer_recovery');
  refuses = ({ fact }) => fact === 'recovery_streamed';
  node.track = new FakeTrack('audio');
  node.dispatchEvent(new Event('track'));
  assert.deepEqual([visitor.view().orb, ...states(node.track)], ['blocked', 'ended']);
  assert.notEqual(visitor.view().title, 'answer_recovery');
  assert.ok(visitor.offersChat() && visitor.recovery() !== node);
});
