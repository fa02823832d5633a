// Firefox hears nothing while nothing can play: no fault of the microphone, and nothing to be opened anew. Chromium stops measuring.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canTellUdev } from './drivers/sound-server.js';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor whose last loudspeaker is pulled out, in Linux',
  (scene) => {
    test('reads so, and is heard again once there is one, with the same track', async () => {
      await scene.microphones().plug('mine');
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.hasSound();
      await scene.microphones().pull('mine', 'earphones');
      const view = await widget.until(({ title }) => title === 'no_output', 'the words about it', {
        ms: 20_000,
      });
      assert.ok(!view.actions.includes('try_again'), String(view.actions));
      assert.match(await widget.title(), /\w{4}/);
      await scene.microphones().plugEarphones('mine');
      await widget.until(({ title }) => title === 'listening', 'the words to go');
      assert.equal(await widget.requests(), 1, 'nothing was opened anew');
      await widget.harmless();
      await widget.keep('no-output');
    });
  },
  { hardware: true, able: ['firefox'] },
);

inEveryEngine(
  'A visitor in Chromium, whose last loudspeaker is pulled out and plugged back',
  (scene) => {
    test('is measured again without a press', async () => {
      await scene.microphones().plug('mine');
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await widget.hasSound();
      await scene.microphones().pull('mine', 'earphones');
      await widget.page.until('the sound of the page to stop', () =>
        witness.widget().trace().includes('"audio_context","state":"suspended"'),
      );
      await scene.microphones().plugEarphones('mine');
      await scene.microphones().makeDefault('mine'); // which also tells the browser
      await widget.page.until('the sound of the page', () =>
        /"audio_context","state":"suspended"[^]*"audio_context","state":"running"/.test(
          witness.widget().trace(),
        ),
      );
      assert.deepEqual([(await widget.view()).title, await widget.requests()], ['listening', 1]);
      await widget.harmless();
      await widget.keep('no-output');
    });
  },
  { hardware: true, speaker: false, able: canTellUdev() ? ['chromium'] : [] },
);

inEveryEngine(
  'A visitor whose only microphone is pulled out while a loudspeaker stays, in Linux',
  (scene) => {
    test("is not heard through what the loudspeaker plays: that is the far end's own voice", async () => {
      await scene.microphones().plug('mine');
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await scene.microphones().unplug('mine');
      await widget.until(({ title }) => title === 'microphone_unplugged', 'the words about it');
      assert.equal(await widget.requests(), 1, 'nothing takes its place by itself');
      await widget.press('try_again');
      await widget.until(({ title }) => title === 'virtual_microphone', 'the words about the stand-in');
      const heard = await widget.page.evaluate(() => witness.widget().message?.heard);
      assert.equal(heard, false);
      await widget.harmless();
      await widget.keep('monitor-instead');
    });
  },
  { hardware: true, speaker: true, able: ['firefox'] },
);
