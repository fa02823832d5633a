import assert from 'node:assert/strict';
/** @import { MediaKind } from "../../js-glue/words.js" */
import { afterEach, before, test } from 'node:test';
import { certain } from '../certain.js';
import { createStreams } from '../../js-glue/effects/streams.js';
import { FakeStream, FakeTrack, collector, deferred, fakeClock, listenersOn, settle } from './fakes.js';

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));
/** @type {AbortController[]} */
const lives = [];
afterEach(() => lives.splice(0).forEach((life) => life.abort()));

/** @param {(wanted: { audio: boolean, video: boolean }) => Promise<FakeStream>} getUserMedia */
function setUp(getUserMedia, navigator = {}, watches = (/** @type {MediaKind} */ _kind) => true) {
  const { facts, dispatch } = collector();
  const life = new AbortController();
  lives.push(life);
  const browser = /** @type {Navigator} */ (
    /** @type {unknown} */ ({ mediaDevices: { getUserMedia }, ...navigator })
  );
  return { facts, life, streams: createStreams(dispatch, life.signal, browser, undefined, watches) };
}

const both = async () => new FakeStream([new FakeTrack('audio'), new FakeTrack('video')]);

/** @param {{ getTracks: () => unknown[] }} stream @param {number} at */
const trackOf = (stream, at) => /** @type {FakeTrack} */ (certain(stream.getTracks()[at]));

test("the browser is asked in the caller's own task, for exactly what was ordered", () => {
  /** @type {unknown[]} */
  const asked = [];
  const { streams } = setUp((wanted) => (asked.push(wanted), new Promise(() => {})));
  streams.open({ request: 1, kinds: ['microphone'] });
  assert.deepEqual(asked, [{ audio: true, video: false }]);
});

test('an opened request names its tracks by small numbers that go on counting', async () => {
  const { streams, facts } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  streams.open({ request: 2, kinds: ['microphone', 'camera'] });
  await settle();
  assert.deepEqual(facts, [
    {
      fact: 'request_opened',
      request: 1,
      tracks: [
        { kind: 'microphone', track: 1 },
        { kind: 'camera', track: 2 },
      ],
    },
    {
      fact: 'request_opened',
      request: 2,
      tracks: [
        { kind: 'microphone', track: 3 },
        { kind: 'camera', track: 4 },
      ],
    },
  ]);
});

test('a refusal is passed on as it came', async () => {
  const error = { name: 'OverconstrainedError', message: '', constraint: 'deviceId' }; // not an Error in every browser
  const { streams, facts } = setUp(() => Promise.reject(error), { userActivation: { isActive: false } });
  streams.open({ request: 3, kinds: ['microphone'] });
  await settle();
  const [{ elapsed_ms, ...rest }] = /** @type {any[]} */ (facts);
  assert.deepEqual(rest, { fact: 'request_failed', request: 3, ...error, activated: false });
  assert.ok(Number.isInteger(elapsed_ms));
});

test('a page without mediaDevices gets a failed request, not an exception', () => {
  const { streams, facts } = setUp(both, { mediaDevices: undefined });
  streams.open({ request: 1, kinds: ['microphone'] });
  assert.equal(facts.length, 1);
  assert.deepEqual(/** @type {any} */ (facts[0]).name, 'TypeError');
});

test('a stream that arrives after the element left is stopped and told to nobody', async () => {
  const late = /** @type {ReturnType<typeof deferred<FakeStream>>} */ (deferred());
  const { streams, facts, life } = setUp(() => late.promise);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  life.abort();
  const stream = await both();
  late.resolve(stream);
  await settle();
  assert.deepEqual(
    stream.getTracks().map(({ readyState }) => readyState),
    ['ended', 'ended'],
  );
  assert.deepEqual(facts, []);
});

test('a refusal that arrives after the element left is told to nobody', async () => {
  const late = deferred();
  const { streams, facts, life } = setUp(() => /** @type {Promise<never>} */ (late.promise));
  streams.open({ request: 1, kinds: ['microphone'] });
  life.abort();
  late.reject(new Error('too late'));
  await settle();
  assert.deepEqual(facts, []);
});

test('removing the element stops every track of every request', async () => {
  /** @type {FakeStream[]} */
  const given = [];
  const { streams, life } = setUp(async () => {
    const stream = await both();
    given.push(stream);
    return stream;
  });
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  streams.open({ request: 2, kinds: ['microphone', 'camera'] });
  await settle();
  const tracks = given.flatMap((stream) => stream.getTracks());
  life.abort();
  assert.deepEqual(
    tracks.map(({ readyState }) => readyState),
    ['ended', 'ended', 'ended', 'ended'],
  );
  assert.equal(streams.stream(), null);
});

test('closing one kind of one request leaves the others, and the session stream stays one object', async () => {
  const { streams } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  const session = streams.stream();
  streams.close({ request: 1, kinds: ['camera'] });
  assert.deepEqual(
    session?.getTracks().map(({ kind }) => kind),
    ['audio'],
  );
  streams.close({ request: 7, kinds: ['microphone'] });
  assert.equal(streams.tracks().length, 1);
  streams.open({ request: 2, kinds: ['camera'] });
  await settle();
  assert.equal(streams.stream(), session);
});

test('a track that the browser ends leaves the session stream before anybody hears of it', async () => {
  const microphone = new FakeTrack('audio');
  const { streams, facts } = setUp(async () => new FakeStream([microphone]));
  streams.open({ request: 1, kinds: ['microphone'] });
  await settle();
  const session = streams.stream();
  microphone.end();
  assert.deepEqual(facts[1], { fact: 'track_ended', track: 1 });
  assert.deepEqual(session?.getTracks(), []);
});

test('mute, unmute and what was already muted at the start become facts', async () => {
  const microphone = new FakeTrack('audio');
  microphone.muted = true;
  const { streams, facts } = setUp(async () => new FakeStream([microphone]));
  streams.open({ request: 1, kinds: ['microphone'] });
  await settle();
  microphone.dispatchEvent(new Event('unmute'));
  microphone.dispatchEvent(new Event('mute'));
  streams.close({ request: 1, kinds: ['microphone'] });
  microphone.dispatchEvent(new Event('unmute'));
  assert.deepEqual(
    facts.slice(1).map(({ fact }) => fact),
    ['track_muted', 'track_unmuted', 'track_muted'],
  );
});

test("enable is the visitor's own mute", async () => {
  const { streams } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  streams.enable({ kinds: ['microphone'], on: false });
  assert.equal(streams.track('microphone')?.enabled, false);
  assert.equal(streams.track('camera')?.enabled, true);
});

/** @param {...('audio' | 'video')} kinds */
const lent = (...kinds) =>
  /** @type {Omit<MediaStream, 'getTracks'> & FakeStream & MediaStream} */ (
    /** @type {unknown} */ (new FakeStream(kinds.map((kind) => new FakeTrack(kind))))
  );
/** @param {FakeStream} stream */
const states = (stream) => stream.getTracks().map(({ readyState }) => readyState);

test('a stream that the host lends is watched like one of ours, under its own numbers', () => {
  const { streams, facts } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  assert.deepEqual(facts, [
    {
      fact: 'stream_attached',
      tracks: [
        { kind: 'microphone', track: 1 },
        { kind: 'camera', track: 2 },
      ],
    },
  ]);
  assert.equal(streams.track('microphone'), stream.getTracks()[0]);
  assert.equal(streams.stream()?.getTracks().length, 2);
  trackOf(stream, 0).dispatchEvent(new Event('mute'));
  trackOf(stream, 1).end();
  assert.deepEqual(facts.slice(1), [
    { fact: 'track_muted', track: 1 },
    { fact: 'track_ended', track: 2 },
  ]);
});

test('given back, it is neither watched nor stopped', () => {
  const { streams, facts } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  const session = streams.stream();
  streams.detach();
  streams.detach(); // nothing is lent any more
  trackOf(stream, 0).dispatchEvent(new Event('mute'));
  assert.deepEqual(facts.slice(1), [{ fact: 'stream_detached' }]);
  assert.deepEqual(states(stream), ['live', 'live']);
  assert.deepEqual([streams.stream(), session?.getTracks()], [null, []]);
  assert.equal(listenersOn(...stream.getTracks()), 0);
});

test('leaving stops what the host lent, and so does closing request 0', () => {
  const { streams, life } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  streams.close({ request: 0, kinds: ['camera'] });
  assert.deepEqual(states(stream), ['live', 'ended']);
  life.abort();
  assert.deepEqual(states(stream), ['ended', 'ended']);
  const late = lent('audio');
  streams.attach(late);
  assert.deepEqual(states(late), ['live'], 'an element that left takes nothing');
  assert.equal(listenersOn(...late.getTracks()), 0);
});

test('a track that a script stops is let go and told as that, in both modes', async (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  const turns = async () => {
    for (let n = 0; n < 9; n++) await null;
  };
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await turns();
  const session = certain(streams.session());
  trackOf(session, 1).stop();
  clock.tick(1000);
  assert.deepEqual(facts.slice(1), [{ fact: 'track_stopped', track: 2 }]);
  assert.deepEqual(
    session.getTracks().map(({ kind }) => kind),
    ['audio'],
  );
  streams.close({ request: 1, kinds: ['microphone'] });
  clock.tick(5000);
  assert.equal(facts.length, 2, 'what we stop ourselves is no news');
  assert.equal(clock.running(), 0, 'nobody looks where nothing is held');

  const stream = lent('audio', 'video');
  streams.attach(stream);
  trackOf(stream, 0).stop();
  clock.tick(1000);
  assert.deepEqual(facts.slice(3), [{ fact: 'track_stopped', track: 3 }]);
  assert.deepEqual(states(stream), ['ended', 'live'], 'its camera is left to it');
  trackOf(stream, 1).end();
  clock.tick(1000);
  assert.deepEqual(facts.slice(4), [{ fact: 'track_ended', track: 4 }], 'that one ended by itself');
});

test('a track whose end is about to be told was not stopped', (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  const stream = lent('audio');
  streams.attach(stream);
  clock.tick(499);
  trackOf(stream, 0).readyState = 'ended'; // and its event is on the way
  clock.tick(1);
  trackOf(stream, 0).end();
  clock.tick(2000);
  assert.deepEqual(facts.slice(1), [{ fact: 'track_ended', track: 1 }]);
});

test('a host that mutes by stopping its microphone, and brings another one for it, is still in its call', (t) => {
  const clock = fakeClock(t);
  for (const kinds of /** @type {('audio' | 'video')[][]} */ ([['audio'], ['audio', 'video']])) {
    const { streams, facts } = setUp(both);
    const stream = lent(...kinds);
    streams.attach(stream);
    trackOf(stream, 0).stop();
    clock.tick(1000);
    const rest = stream.getTracks().slice(1);
    streams.attach(/** @type {any} */ (new FakeStream([new FakeTrack('audio'), ...rest])));
    assert.deepEqual(facts.slice(1), [
      { fact: 'track_stopped', track: 1 },
      { fact: 'stream_attached', tracks: [{ kind: 'microphone', track: kinds.length + 1 }] },
    ]);
  }
});

test('a host that has stopped its camera attaches what is left: that is no news', (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  trackOf(stream, 1).stop();
  clock.tick(1000);
  streams.attach(/** @type {any} */ (new FakeStream([trackOf(stream, 0)])));
  streams.attach(stream);
  assert.deepEqual(facts.slice(1), [{ fact: 'track_stopped', track: 2 }]);
  streams.detach();
  assert.deepEqual(facts.slice(2), [{ fact: 'stream_detached' }]);
});

/** @param {number} track @param {boolean} on */
const switched = (track, on) => ({ fact: 'track_switched', track, on });

test("a script's own switch is told once for each change, in both modes", async (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  for (let n = 0; n < 9; n++) await null;
  const [microphone, camera] = [0, 1].map((n) => trackOf(certain(streams.session()), n));
  certain(microphone).enabled = false;
  clock.tick(3000);
  certain(microphone).enabled = true;
  certain(camera).enabled = false;
  clock.tick(3000);
  assert.deepEqual(facts.slice(1), [switched(1, false), switched(1, true), switched(2, false)]);
  streams.enable({ kinds: ['microphone'], on: false });
  clock.tick(3000);
  assert.equal(facts.length, 4, 'our own mute is no news');
});

test('what is lent switched off is told as that', () => {
  const { streams, facts } = setUp(both);
  const stream = lent('audio', 'video');
  trackOf(stream, 0).enabled = false;
  streams.attach(stream);
  assert.deepEqual(facts.slice(1), [switched(1, false)]);
});

test('our unmute does not undo a mute of the site, also where nobody has looked since', (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  const [microphone, camera] = [trackOf(stream, 0), trackOf(stream, 1)];
  microphone.enabled = false;
  streams.enable({ kinds: ['microphone'], on: false });
  streams.enable({ kinds: ['microphone', 'camera'], on: true });
  assert.deepEqual([microphone.enabled, camera.enabled], [false, true]);
  camera.enabled = false;
  streams.enable({ kinds: ['microphone', 'camera'], on: true });
  assert.deepEqual([microphone.enabled, camera.enabled], [false, false]);
  clock.tick(3000);
  assert.deepEqual(facts.slice(1), [switched(1, false), switched(2, false)]);
  microphone.enabled = true; // its own button again
  clock.tick(1000);
  streams.enable({ kinds: ['microphone'], on: false });
  streams.enable({ kinds: ['microphone'], on: true });
  assert.equal(microphone.enabled, true, 'from now on the mute is ours');
  assert.deepEqual(facts.slice(3), [switched(1, true)]);
});

test('a mute of ours that the site undoes is none any more', (t) => {
  const clock = fakeClock(t);
  const { streams, facts } = setUp(both);
  const stream = lent('audio');
  streams.attach(stream);
  streams.enable({ kinds: ['microphone'], on: false });
  trackOf(stream, 0).enabled = true;
  clock.tick(3000);
  assert.deepEqual(facts.slice(1), [switched(1, true)]);
  assert.equal(trackOf(stream, 0).enabled, true);
});

test('of the kinds that were ordered so, the device used last is asked for, and by no pointer', async () => {
  /** @type {unknown[]} */
  const asked = [];
  const { facts, dispatch } = collector();
  const life = new AbortController();
  lives.push(life);
  const used = { deviceId: 'usb', groupId: 'desk' };
  const getUserMedia = async (/** @type {unknown} */ wanted) => {
    asked.push(wanted);
    return new FakeStream([Object.assign(new FakeTrack('audio'), { getSettings: () => ({ ...used }) })]);
  };
  const browser = /** @type {any} */ ({ mediaDevices: { getUserMedia } });
  const streams = createStreams(dispatch, life.signal, browser, ({ deviceId = '' }) =>
    deviceId === 'default' ? '' : deviceId,
  );
  streams.open({ request: 1, kinds: ['microphone'], devices: ['microphone'] });
  await settle();
  streams.close({ request: 1, kinds: ['microphone'] });
  used.deviceId = 'default';
  streams.open({ request: 2, kinds: ['microphone', 'camera'], devices: ['microphone', 'camera'] });
  streams.open({ request: 3, kinds: ['microphone'], devices: [] });
  await settle();
  streams.open({ request: 4, kinds: ['microphone'], devices: ['microphone'] });
  assert.deepEqual(asked, [
    { audio: true, video: false },
    { audio: { deviceId: { exact: 'usb' } }, video: true },
    { audio: true, video: false },
    { audio: true, video: false },
  ]);
  assert.doesNotMatch(JSON.stringify(facts), /usb|desk/);
});

test('a host that loses a track keeps what it has', (t) => {
  const clock = fakeClock(t);
  const { streams, facts, life } = setUp(both);
  const stream = lent('audio', 'video');
  streams.attach(stream);
  trackOf(stream, 1).end();
  clock.tick(5000);
  assert.deepEqual(facts.slice(1), [{ fact: 'track_ended', track: 2 }]);
  life.abort();
  assert.equal(clock.running(), 0);
});

test('a second stream takes the place of the first; the same one again changes nothing', () => {
  const { streams, facts } = setUp(both);
  const first = lent('audio');
  const second = lent('audio', 'video');
  streams.attach(first);
  streams.attach(first);
  streams.attach(second);
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['stream_attached', 'stream_detached', 'stream_attached'],
  );
  assert.deepEqual(/** @type {any} */ (facts[2]).tracks, [
    { kind: 'microphone', track: 2 },
    { kind: 'camera', track: 3 },
  ]);
  assert.deepEqual(states(first), ['live']);
  assert.deepEqual(streams.stream()?.getTracks(), second.getTracks());
});

test('a fresh track that the host took is lent with the next stream; one that it did not take is stopped', async () => {
  const { streams, facts } = setUp(async () => new FakeStream([new FakeTrack('audio')]));
  const fresh = async (/** @type {number} */ request) => {
    streams.open({ request, kinds: ['microphone'] });
    await settle();
    return /** @type {any} */ (streams.track('microphone'));
  };
  const first = lent('audio');
  streams.attach(first);
  trackOf(first, 0).end();
  const taken = await fresh(1);
  streams.attach(/** @type {any} */ (new FakeStream([taken, new FakeTrack('video')])));
  assert.equal(taken.readyState, 'live');
  assert.deepEqual(
    /** @type {any} */ (facts.at(-1)).tracks.map((/** @type {any} */ { kind }) => kind),
    ['microphone', 'camera'],
  );
  streams.close({ request: 1, kinds: ['microphone'] });
  assert.equal(taken.readyState, 'live', 'it is not of that request any more');
  const ignored = await fresh(2);
  streams.attach(lent('audio'));
  assert.deepEqual([ignored.readyState, taken.readyState], ['ended', 'live']);
});

test('the voice alone, attached after voice and picture, takes their place: also where its track is the same', () => {
  const { streams, facts } = setUp(both);
  const call = lent('audio', 'video');
  streams.attach(call);
  streams.attach(/** @type {any} */ (new FakeStream([trackOf(call, 0)])));
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['stream_attached', 'stream_detached', 'stream_attached'],
  );
  assert.deepEqual(
    /** @type {any} */ (facts[2]).tracks.map((/** @type {any} */ { kind }) => kind),
    ['microphone'],
  );
  assert.deepEqual(states(call), ['live', 'live'], 'the host has both');
});

test('a host that attaches what is left has no use for what was lost; its same stream again changes nothing', () => {
  const { streams, facts } = setUp(both);
  const call = lent('audio', 'video');
  streams.attach(call);
  trackOf(call, 1).end();
  streams.attach(call);
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['stream_attached', 'track_ended'],
    'the camera may come back',
  );
  streams.attach(/** @type {any} */ (new FakeStream([trackOf(call, 0)])));
  assert.deepEqual(
    facts.slice(2).map(({ fact }) => fact),
    ['stream_detached', 'stream_attached'],
  );
});

test("what the host had switched off comes back switched off; the visitor's own mute is not the host's", async () => {
  const { streams } = setUp(async () => new FakeStream([new FakeTrack('audio')]));
  const regained = async (/** @type {number} */ request) => {
    /** @type {any} */ (streams.track('microphone')).end();
    streams.open({ request, kinds: ['microphone'] });
    await settle();
    return /** @type {any} */ (streams.track('microphone')).enabled;
  };
  const call = lent('audio');
  streams.attach(call);
  trackOf(call, 0).enabled = false;
  assert.equal(await regained(1), false);
  /** @type {any} */ (streams.track('microphone')).enabled = true;
  assert.equal(await regained(2), true);
  streams.enable({ kinds: ['microphone'], on: false });
  assert.equal(await regained(3), true, 'the core says whether the mute goes on');
});

test('of what is lent, kinds that nobody watches are neither told of nor stopped', () => {
  const voiceOnly = (/** @type {MediaKind} */ kind) => kind === 'microphone';
  const { streams, facts, life } = setUp(both, {}, voiceOnly);
  const call = lent('audio', 'video');
  streams.attach(call);
  assert.deepEqual(facts, [{ fact: 'stream_attached', tracks: [{ kind: 'microphone', track: 1 }] }]);
  streams.attach(lent('video'));
  assert.deepEqual(facts.at(-1), { fact: 'stream_detached' }, 'a stream without it takes its place');
  streams.attach(call);
  life.abort();
  assert.equal(trackOf(call, 1).readyState, 'live');
});

test('our own stream is not lent by handing it back', async () => {
  const { streams, facts } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  streams.attach(/** @type {MediaStream} */ (streams.stream()));
  streams.detach();
  assert.deepEqual(
    facts.map(({ fact }) => fact),
    ['request_opened'],
  );
});

test('what is no stream, or has nothing live in it, is refused with the way out', () => {
  const { streams, facts } = setUp(both);
  for (const wrong of [undefined, null, 'stream', {}, new FakeTrack('audio')]) {
    assert.throws(() => streams.attach(/** @type {any} */ (wrong)), {
      name: 'TypeError',
      message: /attach\(\) needs the MediaStream/,
    });
  }
  const over = lent('audio');
  trackOf(over, 0).stop();
  for (const empty of [lent(), over])
    assert.throws(() => streams.attach(empty), { name: 'TypeError', message: /live track/ });
  assert.deepEqual(facts, []);
});

test('a device that is a program is marked, and its name stays here', async () => {
  const cable = Object.assign(new FakeTrack('audio'), { label: 'CABLE Output (VB-Audio Virtual Cable)' });
  const { streams, facts } = setUp(async () => new FakeStream([cable]));
  streams.open({ request: 1, kinds: ['microphone'] });
  await settle();
  assert.deepEqual(facts, [
    { fact: 'request_opened', request: 1, tracks: [{ kind: 'microphone', track: 1, virtual: true }] },
  ]);
});

test("a mute is ours or the site's, also before anybody has looked", () => {
  const { streams } = setUp(both);
  const stream = lent('audio');
  streams.attach(stream);
  const microphone = trackOf(stream, 0);
  const isOurs = () => streams.isOurMute(/** @type {any} */ (microphone));
  microphone.enabled = false;
  assert.equal(isOurs(), false);
  microphone.enabled = true;
  assert.equal(isOurs(), false);
  streams.enable({ kinds: ['microphone'], on: false });
  assert.equal(isOurs(), true);
});

test('what listens behind a mute is a clone that leaves with its microphone', async () => {
  const microphone = new FakeTrack('audio');
  const { streams } = setUp(async () => new FakeStream([microphone]));
  streams.open({ request: 1, kinds: ['microphone'] });
  await settle();
  streams.enable({ kinds: ['microphone'], on: false });
  const clone = streams.behindMute(/** @type {any} */ (microphone));
  assert.deepEqual([clone.enabled, microphone.enabled], [true, false]);
  streams.close({ request: 1, kinds: ['microphone'] });
  assert.equal(clone.readyState, 'ended');
});

test('what nobody answers for is stopped, whoever opened it, and leaves the session stream', async () => {
  const { streams, facts } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  const tracks = [1, 2].map((_, n) => /** @type {any} */ (streams.session()).getTracks()[n]);
  const stream = lent('audio');
  streams.attach(stream);
  streams.keepOnly([1, 3]);
  assert.deepEqual(
    [...tracks, ...stream.getTracks()].map(({ readyState }) => readyState),
    ['live', 'ended', 'live'],
  );
  assert.deepEqual(
    streams.tracks().map(({ track }) => track),
    [1, 3],
  );
  streams.keepOnly([]);
  assert.deepEqual(
    [...states(stream), streams.stream(), streams.session()?.getTracks()],
    ['ended', null, []],
  );
  assert.equal(listenersOn(...tracks, ...stream.getTracks()), 0);
  assert.equal(facts.length, 2, 'the core knows already');
});

test('a session stream that does not let go of its tracks keeps none of them running', async (t) => {
  const { streams, life } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  const tracks = /** @type {FakeTrack[]} */ (/** @type {unknown} */ (streams.session()?.getTracks()));
  const clone = streams.behindMute(/** @type {any} */ (tracks[0]));
  t.mock.method(FakeStream.prototype, 'removeTrack', () => {
    throw new Error('no');
  });
  streams.closeAll();
  assert.deepEqual(
    [...tracks, clone].map(({ readyState }) => readyState),
    ['ended', 'ended', 'ended'],
  );
  t.mock.restoreAll();
  life.abort();
});

test('a second ear behind the mute stops the first, which nobody can hear any more', async () => {
  const microphone = new FakeTrack('audio');
  const { streams } = setUp(async () => new FakeStream([microphone]));
  streams.open({ request: 1, kinds: ['microphone'] });
  await settle();
  const ears = [1, 2].map(() => streams.behindMute(/** @type {any} */ (microphone)));
  assert.deepEqual(
    ears.map(({ readyState }) => readyState),
    ['ended', 'live'],
  );
});

test('taken away and given back two hundred times, no track and no listener is left', async () => {
  const microphones = [new FakeTrack('audio')];
  const { streams, life } = setUp(
    async () => new FakeStream([/** @type {FakeTrack} */ (microphones.at(-1))]),
  );
  const before = listenersOn(life.signal);
  for (let request = 1; request <= 200; request++) {
    streams.open({ request, kinds: ['microphone'] });
    await settle();
    microphones.at(-1)?.end();
    microphones.push(new FakeTrack('audio'));
  }
  assert.deepEqual(
    [listenersOn(life.signal), listenersOn(...microphones), streams.tracks(), streams.session()?.getTracks()],
    [before, 0, [], []],
  );
});
