import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { test } from 'node:test';
import { createOutputs } from '../../js-glue/effects/outputs.js';
import { FakeWindow, collector, fakeClock, listenersOn, settle } from './fakes.js';

/** A browser that refuses sound until a press. */
function setUp() {
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const browser = { refusal: /** @type {string | null} */ ('NotAllowedError') };
  const output = (more = {}) => {
    const media = Object.assign(
      new EventTarget(),
      {
        paused: true,
        ended: false,
        srcObject: {},
        currentSrc: '',
        played: 0,
        async play() {
          media.played++;
          if (browser.refusal) throw Object.assign(new Error(), { name: browser.refusal });
          if (media.paused) media.dispatchEvent(new Event('play'));
          media.paused = false;
        },
        pause() {
          media.paused = true;
          media.dispatchEvent(new Event('pause'));
        },
      },
      more,
    );
    return media;
  };
  const window = new FakeWindow();
  const mediaDevices = new EventTarget();
  const outputs = createOutputs(dispatch, life.signal, {
    document: window.real.document,
    mediaDevices: /** @type {any} */ (mediaDevices),
  });
  return {
    facts,
    life,
    window,
    mediaDevices,
    browser,
    output,
    outputs,
    play: (/** @type {unknown} */ what) => outputs.play(/** @type {any} */ (what)),
  };
}

test('refused sound is told once, played again when audio resumes, and told when it plays', async () => {
  const { facts, browser, output, outputs, play } = setUp();
  const voices = [output(), output()];
  voices.forEach(play);
  await settle();
  assert.deepEqual(facts, [{ fact: 'output_changed', blocked: true }]);
  outputs.resume();
  await settle();
  assert.equal(facts.length, 1, 'refused again is no news');
  browser.refusal = null;
  outputs.resume();
  assert.deepEqual(
    voices.map(({ played }) => played),
    [3, 3],
    "in the caller's own task",
  );
  await settle();
  assert.deepEqual(facts.slice(1), [{ fact: 'output_changed', blocked: false }]);
  outputs.resume();
  assert.deepEqual(
    voices.map(({ played }) => played),
    [3, 3],
    'what plays is left alone',
  );
});

test('sound that plays, is paused by its host or has nothing to play is not called blocked', async () => {
  const { facts, browser, output, play } = setUp();
  for (const refusal of [null, 'AbortError', 'NotSupportedError']) {
    browser.refusal = refusal;
    play(output());
  }
  play(output({ play: () => undefined })); // browsers once promised nothing
  await settle();
  assert.deepEqual(facts, []);
});

test('an output that has nothing to play any more is forgotten, and blocks nothing', async () => {
  const { facts, output, outputs, play } = setUp();
  const voice = output();
  play(voice);
  await settle();
  Object.assign(voice, { srcObject: null });
  outputs.resume();
  assert.equal(voice.played, 1);
  assert.deepEqual(facts, [
    { fact: 'output_changed', blocked: true },
    { fact: 'output_changed', blocked: false },
  ]);
});

test('after the element left nothing is played and nothing is told', async () => {
  const { facts, life, output, outputs, play } = setUp();
  const voice = output();
  play(voice);
  life.abort();
  await settle();
  outputs.resume();
  play(voice);
  assert.equal(voice.played, 1);
  assert.deepEqual(facts, []);
});

/** One output that plays. @param {import('node:test').TestContext} t */
async function playing(t) {
  const clock = fakeClock(t);
  const scene = setUp();
  scene.browser.refusal = null;
  const voice = scene.output();
  scene.play(voice);
  await null;
  clock.tick(60_000);
  return { ...scene, clock, voice };
}

test('what the platform paused plays again when the page is seen again', async (t) => {
  const { voice, window } = await playing(t);
  window.show('hidden');
  voice.pause();
  assert.equal(voice.paused, true);
  window.show('visible');
  assert.deepEqual([voice.paused, voice.played], [false, 2]);
});

test('what a phone call paused plays again when the sound is back, whichever is told first', async (t) => {
  const { voice, outputs, clock } = await playing(t);
  outputs.soundIs('interrupted');
  voice.pause();
  clock.tick(60_000);
  outputs.soundIs('suspended');
  assert.equal(voice.paused, true);
  outputs.soundIs('running');
  assert.equal(voice.paused, false);
  clock.tick(60_000);
  voice.pause();
  clock.tick(500);
  outputs.soundIs('interrupted');
  outputs.soundIs('running');
  assert.equal(voice.paused, false);
});

test('what stopped with headphones that were pulled out plays again with the next press, whichever is told first', async (t) => {
  const { voice, outputs, mediaDevices, clock } = await playing(t);
  const change = () => mediaDevices.dispatchEvent(new Event('devicechange'));
  for (const upset of [
    () => (change(), clock.tick(900), voice.pause()),
    () => (voice.pause(), clock.tick(900), change()),
  ]) {
    upset();
    clock.tick(60_000);
    assert.equal(voice.paused, true);
    outputs.resume();
    await null;
    assert.equal(voice.paused, false);
    clock.tick(60_000);
  }
});

test('what a hand paused stays so, until a hand plays it', async (t) => {
  const { voice, outputs, window, mediaDevices, clock } = await playing(t);
  voice.pause();
  clock.tick(1000);
  mediaDevices.dispatchEvent(new Event('devicechange'));
  window.show('hidden');
  window.show('visible');
  outputs.soundIs('interrupted');
  outputs.soundIs('running');
  outputs.resume();
  assert.deepEqual([voice.paused, voice.played], [true, 1]);
  await voice.play();
  window.show('hidden');
  voice.pause();
  window.show('visible');
  assert.equal(voice.paused, false);
});

test('where the browser refuses to play again, that is told, and what has left is not listened to', async (t) => {
  const { voice, browser, window, mediaDevices, facts, life, outputs } = await playing(t);
  browser.refusal = 'NotAllowedError';
  window.show('hidden');
  voice.pause();
  window.show('visible');
  for (let n = 0; n < 5; n++) await null;
  assert.deepEqual(facts, [{ fact: 'output_changed', blocked: true }]);
  Object.assign(voice, { srcObject: null });
  outputs.resume();
  assert.deepEqual(facts.slice(1), [{ fact: 'output_changed', blocked: false }]);
  assert.deepEqual(getEventListeners(voice, 'pause'), []);
  life.abort();
  assert.equal(listenersOn(window.document, mediaDevices), 0);
});
