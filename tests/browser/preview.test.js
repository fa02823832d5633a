// Chromium counts a camera's pictures only while somebody looks. A site that closes its preview has not lost its camera.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sleep } from './drivers/until.js';
import { inEveryEngine } from './scene.js';

const LOOKED_MS = 7_000; // at three spans; two without a picture would be words

inEveryEngine(
  'A visitor whose site shows them their own picture, and closes it',
  (scene) => {
    test('reads nothing, and keeps the camera', async () => {
      const widget = await scene.open('video', { microphone: 'granted', camera: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      const asked = await widget.requests();
      await widget.page.evaluate(async () => {
        const preview = Object.assign(document.createElement('video'), { muted: true, id: 'preview' });
        preview.srcObject = witness.widget().stream;
        document.querySelector('main')?.append(preview);
        await preview.play();
      });
      await widget.page.until('the pictures to be counted', () =>
        /"fact":"frames",[^}]*"frames":[1-9]/.test(witness.widget().trace()),
      );
      await widget.page.evaluate(() => {
        const preview = /** @type {HTMLVideoElement} */ (document.querySelector('#preview'));
        preview.srcObject = null;
        preview.remove();
      });
      await sleep(LOOKED_MS);
      const { orb, title } = await widget.view();
      assert.deepEqual([orb, title], ['live', 'in_call']);
      assert.equal(await widget.requests(), asked);
      assert.doesNotMatch(
        await widget.page.evaluate(() => witness.widget().trace()),
        /camera_(frozen|not_started)/,
      );
      await widget.liveTracks('audio', 'video');
      await widget.harmless();
    });
  },
  { able: ['chromium'] },
);
