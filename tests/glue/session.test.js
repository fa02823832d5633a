// The whole glue around a core that answers from a script.
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { forgetCore, loadCore } from '../../js-glue/load-core.js';
import { startSession } from '../../js-glue/session.js';
import { FakeStream, FakeTrack, FakeWindow, settle } from './fakes.js';
/** @import { Effect, Page } from '../../js-glue/contract.js' */
/** @import { Module } from '../../js-glue/load-core.js' */

const track = new FakeTrack('audio');
/** @type {FakeWindow} */
let window;
/** @type {FakeMachine[]} */
let machines;
/** What the core orders when a fact comes. @type {Record<string, Partial<Effect>[]>} */
let orders;

class FakeMachine {
  /** @type {any[]} */
  facts = [];
  deleted = 0;
  constructor() {
    machines.push(this);
  }
  configure() {
    return JSON.stringify({ config: { media: ['microphone'], chat: { transport: 'host', url: '' } }, problems: [] });
  }
  /** @param {string} line */
  dispatch(line) {
    const fact = JSON.parse(line);
    this.facts.push(fact);
    if (fact.action === 'end') throw new WebAssembly.RuntimeError('unreachable');
    return JSON.stringify({ effects: orders[fact.fact] ?? [] });
  }
  delete() {
    this.deleted++;
  }
  names() {
    return this.facts.map(({ fact }) => fact);
  }
}

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
  for (const [name, value] of Object.entries({ window, document: window.document, navigator: window.navigator })) {
    Object.defineProperty(globalThis, name, { value, configurable: true });
  }
  machines = [];
  orders = { environment: [{ effect: 'read_permission', kind: 'microphone' }], pressed: [{ effect: 'open', request: 1, kinds: ['microphone'] }] };
  forgetCore();
});

function fakePage() {
  /** @type {unknown[]} */
  const told = [];
  const page = /** @type {Page} */ ({
    render() {}, announce() {}, setLevel() {}, openChat() {}, closeChat() {}, chatTransport: null,
    applyConfig: (config) => told.push('config', config.media),
    showPlain: (label) => told.push(label),
    tell: (event) => told.push(event),
    readConfig: () => '{}',
  });
  return { page, told };
}
/** The next session gets the fake core, when `ready` says so. @param {Promise<unknown>} [ready] */
const provide = (ready = Promise.resolve()) => loadCore(async () => {
  await ready;
  return { module: /** @type {Module} */ (/** @type {unknown} */ ({ Machine: FakeMachine })) };
});
const life = () => new AbortController();

test('at the start the environment is told first, then the permissions, then the devices, and nothing prompts', async (t) => {
  await provide();
  const asked = t.mock.method(/** @type {any} */ (window.navigator.mediaDevices), 'getUserMedia');
  const { page, told } = fakePage();
  const signal = life();
  startSession(page, signal.signal);
  await settle();
  assert.deepEqual(machines[1].names(), ['environment', 'permission_read', 'devices_read']);
  assert.deepEqual(told.slice(0, 3), ['config', ['microphone'], 'trace']);
  assert.equal(asked.mock.callCount(), 0);
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
  assert.match(session.trace(), /^\{"config":\{\}\}\n\{"t":\d+,"fact":"environment"/);
  signal.abort();
  assert.equal(track.readyState, 'ended');
  assert.equal(session.stream(), null);
});

test('an element removed while the core loads leaves nothing behind', async () => {
  await provide();
  const { page, told } = fakePage();
  const signal = life();
  startSession(page, signal.signal);
  signal.abort();
  await settle();
  assert.deepEqual(told, []);
  assert.equal(machines[1].deleted, 1);
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
  assert.deepEqual(machines[1].facts.slice(-2).map(({ fact, restored, track: number }) => [fact, restored ?? number]),
    [['page_changed', true], ['track_ended', 1]]);
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
  assert.match(String(said.mock.calls[0].arguments[0]), /\(broken\)/);
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
  session.stop();
  signal.abort();
});
