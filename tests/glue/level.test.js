import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { certain } from '../certain.js';
import { createLevel, dbfsOf, loudness } from '../../js-glue/effects/level.js';
import { FakeStream, FakeTrack, collector, fakeClock, listenersOn } from './fakes.js';

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));

class FakeContext extends EventTarget {
  state = 'running';
  resumed = 0;
  /** What the microphone gives, sample by sample. */
  sample = 0;
  createMediaStreamSource() {
    return { connect() {}, disconnect() {} };
  }
  createAnalyser() {
    return {
      fftSize: 0,
      getFloatTimeDomainData: (/** @type {Float32Array} */ into) => void into.fill(this.sample),
    };
  }
  async resume() {
    this.resumed++;
  }
  async close() {
    this.state = 'closed';
  }
}

/** @param {import('node:test').TestContext} t */
function setUp(t) {
  const clock = fakeClock(t);
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const context = new FakeContext();
  const scene = { track: /** @type {FakeTrack | null} */ (new FakeTrack('audio')), visible: true };
  /** @type {number[]} */
  const drawn = [];
  const level = createLevel(dispatch, life.signal, {
    microphone: () => /** @type {any} */ (scene.track),
    behindMute: (track) => Object.assign(track.clone(), { enabled: true }),
    setLevel: (value) => drawn.push(value),
    visible: () => scene.visible,
    sessionType: () => '',
    newContext: () => /** @type {any} */ (context),
  });
  return { facts, life, context, scene, drawn, level, clock, pass: clock.tick };
}

test('loudness is told four times a second and drawn fifteen times', (t) => {
  const { facts, context, drawn, level, pass } = setUp(t);
  context.sample = 0.1;
  level.watch(true);
  pass(1056);
  assert.equal(facts.length, 4);
  assert.deepEqual(facts[0], { fact: 'level', dbfs: -20, valid: true, span_ms: 264, behind_mute: false });
  assert.equal(drawn.length, 16);
  assert.ok(Math.abs(certain(drawn[0]) - 2 / 3) < 1e-6);
});

test('exact digital silence is null, and a whisper is not', () => {
  assert.equal(dbfsOf([0, 0]), null);
  assert.equal(dbfsOf([0, 1e-12]), -123);
  assert.equal(loudness(0), 0);
  assert.equal(loudness(4), 1);
});

test('zeros prove nothing while muted, hidden or suspended: told once, until they count again', (t) => {
  const { facts, context, scene, drawn, level, pass } = setUp(t);
  level.watch(true);
  /** @type {[() => unknown, () => unknown][]} */
  const spoilers = [
    [() => (scene.visible = false), () => (scene.visible = true)],
    [() => (context.state = 'suspended'), () => (context.state = 'running')],
    [() => scene.track && (scene.track.enabled = false), () => scene.track && (scene.track.enabled = true)],
    [() => scene.track && (scene.track.muted = true), () => scene.track && (scene.track.muted = false)],
  ];
  for (const [spoil, mend] of spoilers) {
    facts.length = drawn.length = 0;
    spoil();
    pass(1056);
    assert.deepEqual(
      facts.flatMap((fact) => (fact.fact === 'level' ? fact.valid : [])),
      [false],
    );
    assert.equal(drawn.length > 0, scene.visible, 'drawn only where it can be seen');
    mend();
    pass(264);
    assert.equal(/** @type {any} */ (facts.at(-1)).valid, true);
  }
});

test('a device that gives no samples at all is starved; a muted source gives zeros, and is only silent', (t) => {
  const { facts, scene, level, pass } = setUp(t);
  const stats = { deliveredFrames: 480 };
  Object.assign(/** @type {object} */ (scene.track), { stats });
  /** @param {number} delivered */
  const span = (delivered) => {
    stats.deliveredFrames += delivered;
    pass(264);
    const { dbfs, starved = false } = /** @type {any} */ (facts.at(-1));
    return [dbfs, starved];
  };
  level.watch(true);
  assert.deepEqual(span(12000), [null, false]);
  assert.deepEqual(span(12000), [null, false]);
  assert.deepEqual(span(0), [null, true]);
  assert.deepEqual(span(0), [null, true]);
  assert.deepEqual(span(480), [null, false]);
});

test('nobody is called starved while muted, off or hidden, or by a browser that does not count', (t) => {
  const counting = { stats: { deliveredFrames: 480 } };
  const refusing = Object.defineProperty({}, 'stats', {
    get() {
      throw new Error('no');
    },
  });
  for (const [more, spoil] of /** @type {[object, (scene: any, context: FakeContext) => unknown][]} */ ([
    [counting, ({ track }) => (track.muted = true)],
    [counting, ({ track }) => (track.enabled = false)],
    [counting, (scene) => (scene.visible = false)],
    [counting, (_, context) => (context.state = 'suspended')],
    [{}, () => {}],
    [{ stats: null }, () => {}],
    [refusing, () => {}],
  ])) {
    const { facts, scene, context, level, pass, life } = setUp(t);
    Object.defineProperties(scene.track, Object.getOwnPropertyDescriptors(more));
    level.watch(true);
    spoil(scene, context);
    pass(2000);
    assert.ok(facts.length > 0);
    assert.ok(facts.every((fact) => !('starved' in fact)));
    life.abort();
    t.mock.restoreAll();
  }
});

test('behind a mute nothing is called starved: of a track that is off nothing is counted', (t) => {
  const { facts, scene, level, pass } = setUp(t);
  Object.assign(/** @type {object} */ (scene.track), { enabled: false, stats: { deliveredFrames: 480 } });
  level.watch(true, true);
  pass(2000);
  assert.ok(facts.length > 3 && facts.every((fact) => !('starved' in fact)));
});

test('what was measured while the context slept is no part of what comes after', (t) => {
  const { facts, context, level, pass } = setUp(t);
  level.watch(true);
  context.state = 'interrupted';
  context.dispatchEvent(new Event('statechange'));
  pass(198);
  context.state = 'running';
  context.sample = 0.1;
  context.dispatchEvent(new Event('statechange'));
  pass(198);
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['audio_context', 'audio_context'],
  );
  pass(66);
  assert.deepEqual(facts[2], { fact: 'level', dbfs: -20, valid: true, span_ms: 264, behind_mute: false });
});

test('while a phone call has the microphone, the context stays and tells when the sound is back', (t) => {
  const { facts, scene, context, level, pass } = setUp(t);
  level.watch(true);
  pass(66);
  scene.track = null; // and the core goes on watching
  context.state = 'interrupted';
  context.dispatchEvent(new Event('statechange'));
  pass(60_000);
  context.state = 'running';
  context.dispatchEvent(new Event('statechange'));
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).state),
    ['interrupted', 'running'],
  );
});

test('between two microphones nothing is told', (t) => {
  const { facts, scene, level, pass } = setUp(t);
  scene.track = null;
  level.watch(true);
  pass(1056);
  assert.deepEqual(facts, []);
});

test('switched off or removed, it is quiet and its context closed', (t) => {
  const { facts, life, context, drawn, level, pass } = setUp(t);
  level.watch(true);
  level.watch(false);
  assert.equal(context.state, 'closed');
  assert.deepEqual(drawn, [0]);
  pass(1056);
  level.watch(true);
  life.abort();
  pass(1056);
  assert.deepEqual(facts, []);
});

test('a context that was never allowed to run is told once, and once more when it runs', (t) => {
  const { facts, context, level, pass } = setUp(t);
  context.state = 'suspended';
  level.watch(true);
  assert.deepEqual(facts, [], 'every context begins like that');
  pass(198);
  context.state = 'running';
  context.dispatchEvent(new Event('statechange'));
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).state),
    ['suspended', 'running'],
  );
});

test('a press wakes a context that the browser put to sleep, and the core is told how it goes', (t) => {
  const { facts, context, level } = setUp(t);
  level.resume(); // nothing to wake yet
  level.watch(true);
  level.resume();
  assert.equal(context.resumed, 2);
  context.state = 'interrupted';
  context.dispatchEvent(new Event('statechange'));
  assert.deepEqual(facts, [{ fact: 'audio_context', state: 'interrupted', session_type: '' }]);
});

test("behind the visitor's own mute it listens to a clone, only where that was ordered and only while muted", (t) => {
  const { facts, context, scene, drawn, level, life, pass } = setUp(t);
  /** @type {FakeTrack} */
  const track = /** @type {any} */ (scene.track);
  context.sample = 0.1;
  level.watch(true, false);
  track.enabled = false;
  pass(528);
  assert.equal(track.clones.length, 0);
  level.watch(true, true);
  facts.length = drawn.length = 0;
  pass(594);
  const clone = certain(track.clones[0]);
  assert.deepEqual(
    facts,
    Array(2).fill({ fact: 'level', dbfs: -20, valid: true, span_ms: 264, behind_mute: true }),
  );
  assert.ok(
    drawn.every((value) => value === 0),
    'muted is muted for the eye',
  );
  track.enabled = true;
  pass(528);
  assert.equal(clone.readyState, 'ended');
  assert.equal(track.readyState, 'live');
  assert.equal(/** @type {any} */ (facts.at(-1)).behind_mute, false);

  track.enabled = false;
  pass(66);
  level.watch(true, false);
  pass(66);
  assert.equal(track.clones[1]?.readyState, 'ended');
  level.watch(true, true);
  pass(66);
  life.abort();
  assert.deepEqual(
    track.clones.map(({ readyState }) => readyState),
    ['ended', 'ended', 'ended'],
  );
});

test('behind a mute of the site nobody listens', (t) => {
  const { scene, life, pass } = setUp(t);
  const { facts, dispatch } = collector();
  const level = createLevel(dispatch, life.signal, {
    microphone: () => /** @type {any} */ (scene.track),
    isOurMute: () => false,
    behindMute: (track) => track.clone(),
    setLevel() {},
    visible: () => true,
    sessionType: () => '',
    newContext: () => /** @type {any} */ (new FakeContext()),
  });
  /** @type {FakeTrack} */
  const track = /** @type {any} */ (scene.track);
  track.enabled = false;
  level.watch(true, true);
  pass(1056);
  assert.equal(track.clones.length, 0);
  assert.deepEqual(
    facts.map((fact) => /** @type {any} */ (fact).valid),
    [false],
  );
});

test('a clone does not outlast its microphone', (t) => {
  const { scene, level, pass } = setUp(t);
  /** @type {FakeTrack} */
  const track = /** @type {any} */ (scene.track);
  track.enabled = false;
  level.watch(true, true);
  pass(66);
  Object.assign(scene, { track: null });
  pass(66);
  assert.equal(track.clones[0]?.readyState, 'ended');
});

test('switched on and off two hundred times it leaves no listener and no timer', (t) => {
  const { context, level, life, clock } = setUp(t);
  level.watch(true);
  const while_on = [clock.running(), listenersOn(life.signal)];
  for (let n = 0; n < 200; n++) {
    level.watch(false);
    level.watch(true);
  }
  assert.deepEqual([clock.running(), listenersOn(life.signal)], while_on);
  life.abort();
  assert.deepEqual([clock.running(), listenersOn(context)], [0, 0]);
  level.watch(true);
  assert.equal(clock.running(), 0, 'nothing begins after the end');
});
