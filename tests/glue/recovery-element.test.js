// The browser's own recovery element, played by a node that does what Chromium's was seen to do.
import assert from 'node:assert/strict';
import { afterEach, before, test } from 'node:test';
import { certain } from '../certain.js';
import { createRecoveryElement } from '../../js-glue/effects/recovery-element.js';
import { createStreams } from '../../js-glue/effects/streams.js';
import { FakeStream, FakeTrack, collector, fakeClock } from './fakes.js';
/** @import { Fact } from '../../js-glue/facts.js' */

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));
/** @type {AbortController[]} */
const lives = [];
afterEach(() => lives.splice(0).forEach((life) => life.abort()));

class FakeNode extends EventTarget {
  /** @type {FakeNode[]} */
  children = [];
  /** @type {FakeTrack | null} */
  track = null;
  /** @type {FakeStream | null} */
  stream = null;
  /** @type {{ name: string, message: string } | null} */
  error = null;
  /** @type {unknown[]} */
  constraints = [];
  /** @param {string} name */
  constructor(name) {
    super();
    this.name = name;
  }
  /** @param {FakeNode} child */
  append(child) {
    this.children.push(child);
  }
  /** @param {unknown} wanted */
  setConstraints(wanted) {
    this.constraints.push(wanted);
  }
  click() {
    this.says('click'); // and no person did it
    this.fails(
      'error',
      'InvalidStateError',
      'The permission element activation must be triggered by a user gesture.',
    );
  }
  /** @param {string} type */
  says(type) {
    this.dispatchEvent(new Event(type));
  }
  /** @param {string} type @param {string} name @param {string} message */
  fails(type, name, message) {
    this.error = { name, message };
    this.says(type);
  }
}

/** `answers`: what the core makes of each fact, before the next one. @param {(fact: Fact, recovery: ReturnType<typeof createRecoveryElement>) => void} [answers] */
function setUp(
  answers = (fact, recovery) => {
    if ('action' in fact && fact.action === 'recover') recovery.expect({ request: 7 });
  },
) {
  const life = new AbortController();
  lives.push(life);
  const { facts, dispatch } = collector();
  /** @type {(FakeNode | null)[]} */
  const placed = [];
  const tell = (/** @type {Fact} */ fact) => {
    dispatch(fact);
    answers(fact, recovery);
  };
  const streams = createStreams(tell, life.signal, /** @type {any} */ ({}));
  const recovery = createRecoveryElement(tell, life.signal, {
    document: /** @type {any} */ ({ createElement: (/** @type {string} */ name) => new FakeNode(name) }),
    adopt: streams.adopt,
    place: (node) => placed.push(/** @type {any} */ (node)),
  });
  return { life, facts, placed, streams, recovery, node: () => /** @type {FakeNode} */ (placed.at(-1)) };
}

test('it is one node for as long as the same element is wanted, and leaves when none is', () => {
  const { recovery, placed } = setUp();
  recovery.show('');
  assert.equal(placed.length, 0);
  recovery.show('microphone');
  recovery.show('microphone');
  recovery.show('camera');
  recovery.show('');
  assert.deepEqual(
    placed.map((node) => node?.name),
    ['microphone', 'camera', undefined],
  );
});

test('<usermedia> is told that it is for both; the others need not be told', () => {
  const { recovery, placed } = setUp();
  recovery.show('microphone');
  recovery.show('usermedia');
  assert.deepEqual(
    placed.map((node) => node?.constraints),
    [[], [{ audio: {}, video: {} }]],
  );
});

test('a press is told, and its track is adopted under the number that the press was given', () => {
  const { recovery, node, facts, streams } = setUp();
  recovery.show('microphone');
  node().says('click');
  const track = (node().track = new FakeTrack('audio'));
  node().says('track');
  assert.deepEqual(facts, [
    { fact: 'pressed', action: 'recover' },
    { fact: 'recovery_streamed', request: 7, tracks: [{ kind: 'microphone', track: 1 }] },
  ]);
  assert.deepEqual(streams.stream()?.getTracks(), [track]);
  track.end();
  assert.deepEqual(facts.at(-1), { fact: 'track_ended', track: 1 });
});

test('what <usermedia> delivered is closed like any other request', () => {
  const { recovery, node, facts, streams } = setUp();
  recovery.show('usermedia');
  node().says('click');
  const stream = (node().stream = new FakeStream([new FakeTrack('audio'), new FakeTrack('video')]));
  node().says('stream');
  assert.deepEqual(facts.at(-1), {
    fact: 'recovery_streamed',
    request: 7,
    tracks: [
      { kind: 'microphone', track: 1 },
      { kind: 'camera', track: 2 },
    ],
  });
  streams.close({ request: 7, kinds: ['microphone', 'camera'] });
  assert.deepEqual(
    stream.getTracks().map(({ readyState }) => readyState),
    ['ended', 'ended'],
  );
});

test('after a success the next one is a fresh node, as the first does nothing while its track lives', () => {
  const { recovery, node, placed } = setUp();
  recovery.show('microphone');
  node().says('click');
  node().track = new FakeTrack('audio');
  node().says('track');
  recovery.show('microphone');
  assert.equal(placed.length, 2);
  assert.notEqual(placed[0], placed[1]);
});

test('a question that is closed, and an error, are passed on as they came, and the node stays to be pressed again', (t) => {
  const clock = fakeClock(t);
  const { recovery, node, facts, placed } = setUp();
  recovery.show('camera');
  clock.tick(60_000); // it was there for long before the press
  node().says('click');
  clock.tick(2400);
  node().fails('cancel', 'NotAllowedError', 'Permission dismissed');
  node().says('click');
  node().fails('error', 'InvalidStateError', 'The permission element is disabled due to: invalid style.');
  assert.deepEqual(
    facts.filter(({ fact }) => fact !== 'pressed'),
    [
      { fact: 'recovery_cancelled', kind: 'camera', request: 7, elapsed_ms: 2400 },
      {
        fact: 'recovery_failed',
        kind: 'camera',
        request: 7,
        name: 'InvalidStateError',
        message: 'The permission element is disabled due to: invalid style.',
      },
    ],
  );
  assert.equal(placed.length, 1);
  recovery.show('usermedia');
  node().fails('error', 'NotFoundError', 'Requested device not found');
  assert.deepEqual(facts.at(-1), {
    fact: 'recovery_failed',
    kind: 'microphone',
    request: 0,
    name: 'NotFoundError',
    message: 'Requested device not found',
  });
});

test('a node whose question is open stays in the page until it has answered: Chromium delivers nothing through one that left', () => {
  const { recovery, node, placed } = setUp((fact, it) => {
    if ('action' in fact) it.expect({ request: 7 });
    else it.show(''); // the call begins
  });
  recovery.show('microphone');
  node().says('click');
  recovery.show(''); // the permission has changed
  assert.equal(placed.length, 1);
  node().track = new FakeTrack('audio');
  node().says('track');
  assert.deepEqual(placed.slice(1), [null]);
});

test('one that was taken back while it waited leaves with its answer', () => {
  const { recovery, node, placed } = setUp();
  recovery.show('microphone');
  node().says('click');
  recovery.show('');
  node().fails('cancel', 'NotAllowedError', 'Permission dismissed');
  assert.deepEqual(placed.slice(1), [null]);
});

test('a track that nobody waits for is stopped: of a press that was not wanted, and after the widget has left', () => {
  const { recovery, node, facts, streams } = setUp(() => {});
  recovery.show('microphone');
  node().says('click');
  const unwanted = (node().track = new FakeTrack('audio'));
  node().says('track');
  assert.deepEqual([unwanted.readyState, streams.stream(), facts.length], ['ended', null, 1]);

  const other = setUp();
  other.recovery.show('microphone');
  const left = other.node();
  left.says('click');
  other.life.abort();
  assert.deepEqual(other.placed.slice(1), [null]);
  const late = (left.track = new FakeTrack('audio'));
  left.says('track');
  assert.equal(late.readyState, 'ended');
  assert.equal(other.facts.length, 1);
});

test('the ordinary button inside tries again, and is not taken for a press of the element', () => {
  const { recovery, node, facts } = setUp();
  recovery.show('microphone');
  const button = certain(node().children[0]);
  const press = new Event('click');
  let passedOn = true;
  press.stopPropagation = () => (passedOn = false);
  button.dispatchEvent(press);
  assert.deepEqual(facts, [{ fact: 'pressed', action: 'try_again' }]);
  assert.equal(passedOn, false);
});

test('a draft of <usermedia> that takes no such constraints is shown all the same', () => {
  const { recovery, node } = setUp();
  const { setConstraints } = FakeNode.prototype;
  FakeNode.prototype.setConstraints = () => {
    throw new TypeError();
  };
  recovery.show('usermedia');
  FakeNode.prototype.setConstraints = setConstraints;
  assert.equal(node().name, 'usermedia');
});

test('a press by a script of the page is left to the browser, which refuses it', () => {
  const { recovery, facts } = setUp();
  recovery.show('microphone');
  recovery.expect({ request: 4 }); // the page's own press("recover")
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['recovery_failed'],
  );
  recovery.expect({ request: 5 });
  assert.equal(facts.length, 2); // and again, whenever it tries
});

test('what it delivers and nobody can hold is stopped, and is a failure of the request', (t) => {
  const { recovery, node, facts } = setUp();
  recovery.show('microphone');
  node().says('click');
  const track = (node().track = new FakeTrack('audio'));
  t.mock.method(FakeStream.prototype, 'addTrack', () => {
    throw new TypeError('no tracks here');
  });
  node().says('track');
  assert.equal(track.readyState, 'ended');
  assert.deepEqual(facts.at(-1), {
    fact: 'recovery_failed',
    kind: 'microphone',
    request: 7,
    name: 'TypeError',
    message: 'no tracks here',
  });
});
