import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { createStreams } from '../../js-glue/effects/streams.js';
import { FakeStream, FakeTrack, collector, deferred, settle } from './fakes.js';

before(() => Object.assign(globalThis, { MediaStream: FakeStream }));

/** @param {(wanted: { audio: boolean, video: boolean }) => Promise<FakeStream>} getUserMedia */
function setUp(getUserMedia, navigator = {}) {
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const browser = /** @type {Navigator} */ (/** @type {unknown} */ ({ mediaDevices: { getUserMedia }, ...navigator }));
  return { facts, life, streams: createStreams(dispatch, life.signal, browser) };
}

const both = async () => new FakeStream([new FakeTrack('audio'), new FakeTrack('video')]);

test('the browser is asked in the caller\'s own task, for exactly what was ordered', () => {
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
    { fact: 'request_opened', request: 1, tracks: [{ kind: 'microphone', track: 1 }, { kind: 'camera', track: 2 }] },
    { fact: 'request_opened', request: 2, tracks: [{ kind: 'microphone', track: 3 }, { kind: 'camera', track: 4 }] },
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
  assert.deepEqual(stream.getTracks().map(({ readyState }) => readyState), ['ended', 'ended']);
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
  const { streams, life } = setUp(async () => (given.push(await both()), given[given.length - 1]));
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  streams.open({ request: 2, kinds: ['microphone', 'camera'] });
  await settle();
  const tracks = given.flatMap((stream) => stream.getTracks());
  life.abort();
  assert.deepEqual(tracks.map(({ readyState }) => readyState), ['ended', 'ended', 'ended', 'ended']);
  assert.equal(streams.stream(), null);
});

test('closing one kind of one request leaves the others, and the session stream stays one object', async () => {
  const { streams } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  const session = streams.stream();
  streams.close({ request: 1, kinds: ['camera'] });
  assert.deepEqual(session?.getTracks().map(({ kind }) => kind), ['audio']);
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
  assert.deepEqual(facts.slice(1).map(({ fact }) => fact), ['track_muted', 'track_unmuted', 'track_muted']);
});

test('enable is the visitor\'s own mute', async () => {
  const { streams } = setUp(both);
  streams.open({ request: 1, kinds: ['microphone', 'camera'] });
  await settle();
  streams.enable({ kinds: ['microphone'], on: false });
  assert.equal(streams.track('microphone')?.enabled, false);
  assert.equal(streams.track('camera')?.enabled, true);
});
