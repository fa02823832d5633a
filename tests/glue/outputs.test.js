import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOutputs } from '../../js-glue/effects/outputs.js';
import { collector, settle } from './fakes.js';

/** A browser that refuses sound until a press. */
function setUp() {
  const { facts, dispatch } = collector();
  const life = new AbortController();
  const browser = { refusal: /** @type {string | null} */ ('NotAllowedError') };
  const output = (more = {}) =>
    Object.assign(
      {
        paused: true,
        ended: false,
        srcObject: {},
        currentSrc: '',
        played: 0,
        async play() {
          this.played++;
          if (browser.refusal) throw Object.assign(new Error(), { name: browser.refusal });
          this.paused = false;
        },
      },
      more,
    );
  const outputs = createOutputs(dispatch, life.signal);
  return {
    facts,
    life,
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

test('what cannot play is refused with the way out', () => {
  const { play } = setUp();
  for (const wrong of [undefined, null, 'audio', {}, { play() {} }]) {
    assert.throws(() => play(wrong), {
      name: 'TypeError',
      message: /play\(\) needs the <audio> or <video> element/,
    });
  }
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
