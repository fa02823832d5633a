import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { certain } from '../certain.js';
import { createCameraMotion } from '../../js-glue/effects/camera-motion.js';
import { FakeStream, FakeTrack, collector, fakeClock } from './fakes.js';

/** Those that are given a picture and not released again. @type {Set<FakeVideo>} */
const showing = new Set();

class FakeVideo {
  paused = true;
  readyState = 0;
  muted = false;
  playsInline = false;
  /** @type {(() => void) | null} */
  callback = null;
  requestVideoFrameCallback = (/** @type {() => void} */ act) => ((this.callback = act), 1);
  /** @param {unknown} stream */
  set srcObject(stream) {
    if (stream) showing.add(this);
    else showing.delete(this);
  }
  cancelVideoFrameCallback() {
    this.callback = null;
  }
  async play() {
    this.paused = false;
  }
  frame() {
    const act = this.callback;
    this.callback = null;
    act?.();
  }
}

before(() =>
  Object.assign(globalThis, { MediaStream: FakeStream, document: { createElement: () => new FakeVideo() } }),
);

/** @param {import('node:test').TestContext} t @param {object} [counts]  What this browser counts by itself. */
function setUp(t, counts = { stats: { deliveredFrames: 0 } }) {
  showing.clear();
  const clock = fakeClock(t);
  const { facts, dispatch } = collector();
  const life = new AbortController();
  /** @param {object} more */
  const camera = (more) => Object.assign(new FakeTrack('video'), more);
  const scene = { track: /** @type {any} */ (camera(counts)), number: 7, visible: true };
  const frames = createCameraMotion(dispatch, life.signal, {
    camera: () => scene.track && { track: scene.number, media: scene.track },
    visible: () => scene.visible,
  });
  const moves = (/** @type {number} */ delivered) => (scene.track.stats.deliveredFrames += delivered);
  return { clock, facts, life, scene, frames, camera, moves };
}

/** The first picture, told. @param {ReturnType<typeof setUp>} it */
function begin({ clock, facts, frames, moves }) {
  frames.watch(true);
  moves(60);
  clock.tick(2000);
  assert.deepEqual(facts.splice(0), [span(60)]);
}

const span = (/** @type {number} */ count) => ({
  fact: 'frames',
  track: 7,
  frames: count,
  span_ms: 2000,
  valid: true,
});

test('the first picture is told, and then a moving one says nothing; one that stands still does, span by span, and once more when it moves again', (t) => {
  const it = setUp(t);
  const { clock, facts, moves } = it;
  begin(it);
  moves(60);
  clock.tick(2000);
  assert.deepEqual(facts, []);
  clock.tick(2000);
  assert.deepEqual(facts, [], 'somebody has to look at it first');
  clock.tick(4000);
  moves(30);
  clock.tick(2000);
  moves(60);
  clock.tick(2000);
  assert.deepEqual(facts, [span(0), span(0), span(30)]);
});

test('a camera that nobody shows any more is shown to nobody, and told as standing still only if it does then', (t) => {
  const it = setUp(t);
  const { clock, facts, life, scene, frames, camera, moves } = it;
  begin(it);
  clock.tick(2000); // the site has closed its preview, and Chromium stops counting
  const own = certain([...showing][0]);
  assert.deepEqual([showing.size, own.muted, own.playsInline, own.paused], [1, true, true, false]);
  for (let n = 0; n < 5; n++) {
    moves(60);
    clock.tick(2000);
  }
  assert.deepEqual(facts, [], 'a healthy camera');
  clock.tick(2000);
  assert.deepEqual(facts.splice(0), [span(0)]);
  own.paused = true;
  clock.tick(2000);
  assert.deepEqual([facts, own.paused, showing.size], [[], false, 1]);

  scene.track = camera({ stats: { deliveredFrames: 0 } });
  clock.tick(2000);
  assert.equal(showing.size, 0);
  clock.tick(2000);
  assert.equal(showing.size, 1);
  frames.watch(false);
  assert.equal(showing.size, 0);
  life.abort();
});

test('before the first picture a span without one counts also while the browser mutes the camera for it', (t) => {
  const { clock, facts, scene, frames, moves } = setUp(t);
  frames.watch(true);
  clock.tick(2000);
  scene.track.muted = true; // Chromium, after three seconds
  clock.tick(4000);
  assert.deepEqual(facts.splice(0), [span(0), span(0)]);
  scene.track.muted = false;
  moves(20);
  clock.tick(2000);
  assert.deepEqual(facts.splice(0), [span(20)]);
  scene.track.muted = true;
  clock.tick(6000);
  assert.deepEqual(facts, [], 'who has given pictures is muted for another reason');
});

test('a picture may stand still while nobody sees the page, the camera is off or muted, or the machine sleeps', (t) => {
  const it = setUp(t);
  const { clock, facts, scene } = it;
  begin(it);
  /** @type {[() => unknown, () => unknown][]} */
  const spoilers = [
    [() => (scene.visible = false), () => (scene.visible = true)],
    [() => (scene.track.enabled = false), () => (scene.track.enabled = true)],
    [() => (scene.track.muted = true), () => (scene.track.muted = false)],
    [() => clock.sleep(60_000), () => {}],
  ];
  for (const [spoil, mend] of spoilers) {
    spoil();
    clock.tick(scene.visible && scene.track.enabled && !scene.track.muted ? 1 : 3000);
    mend();
    clock.tick(1000); // this span began while it was spoiled
    for (let n = 0; n < 3; n++) {
      scene.track.stats.deliveredFrames += 60;
      clock.tick(2000);
    }
  }
  assert.deepEqual(facts, []);
});

test('another camera begins anew, and without a camera there is nothing to say', (t) => {
  const { clock, facts, scene, frames, camera } = setUp(t);
  frames.watch(true);
  clock.tick(4000);
  scene.track = null;
  clock.tick(4000);
  Object.assign(scene, { track: camera({ stats: { deliveredFrames: 0 } }), number: 8 });
  clock.tick(2000);
  scene.track.stats.deliveredFrames = 30;
  clock.tick(2000);
  assert.deepEqual(facts, [span(0), { ...span(30), track: 8 }]);
});

test('where the browser does not count, the frames of a picture that nobody sees are counted', (t) => {
  const { clock, facts, life, scene, frames, camera } = setUp(t, {});
  frames.watch(true);
  const video = certain([...showing][0]);
  assert.ok(video.muted && video.playsInline && !video.paused);
  clock.tick(2000);
  assert.deepEqual(facts.splice(0), [span(0)], 'it plays, and there is nothing to show');
  video.readyState = 4;
  clock.tick(4000);
  assert.deepEqual(facts, [], 'it may be that this browser counts no such picture');
  video.frame();
  clock.tick(2000);
  video.frame();
  clock.tick(2000);
  assert.deepEqual(facts.splice(0), [span(1)], 'the first one is told');
  clock.tick(2000);
  video.frame();
  video.frame();
  clock.tick(2000);
  assert.deepEqual(facts, [span(0), span(2)]);

  video.paused = true; // by the system, for a phone call
  clock.tick(2000);
  assert.equal(video.paused, false);
  assert.equal(facts.length, 2);

  scene.track = camera({});
  clock.tick(2000);
  assert.equal(showing.has(video), false);
  assert.equal(video.callback, null);
  life.abort();
  assert.deepEqual([showing.size, clock.running()], [0, 0]);
});

test('a browser that can count in no way is not asked to', (t) => {
  const refusing = Object.defineProperty({}, 'stats', {
    get: () => {
      throw new Error('no');
    },
    enumerable: false,
  });
  const { clock, facts, frames } = setUp(t, {});
  t.mock.method(/** @type {any} */ (document), 'createElement', () => ({}));
  frames.watch(true);
  clock.tick(6000);
  assert.deepEqual(facts, []);
  const other = setUp(t, {});
  other.scene.track = Object.setPrototypeOf(
    new FakeTrack('video'),
    Object.assign(Object.create(FakeTrack.prototype), {}),
  );
  Object.defineProperty(other.scene.track, 'stats', Object.getOwnPropertyDescriptor(refusing, 'stats') ?? {});
  other.frames.watch(true);
  other.clock.tick(6000);
  assert.deepEqual(other.facts, []);
});

test('switched on twice it counts once; switched off two hundred times it leaves nothing', (t) => {
  const { clock, life, frames } = setUp(t, {});
  for (let n = 0; n < 200; n++) {
    frames.watch(true);
    frames.watch(true);
    assert.deepEqual([clock.running(), showing.size], [1, 1]);
    frames.watch(false);
    assert.deepEqual([clock.running(), showing.size], [0, 0]);
  }
  life.abort();
  frames.watch(true);
  assert.equal(clock.running(), 0);
});
