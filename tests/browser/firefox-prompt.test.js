// Firefox says "granted" after a one-time "Allow", and asks again all the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor who allowed the microphone once',
  (scene) => {
    test('is told that the browser asks again, though it said "granted"', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await scene.prompt().allow();
      await widget.orb('live');
      await widget.press('end');
      await widget.orb('ended');
      assert.equal(
        await widget.page.evaluate(
          async () => (await navigator.permissions.query({ name: 'microphone' })).state,
        ),
        'granted',
      );
      await widget.press('orb');
      await scene.prompt().shown();
      await widget.orb('asking');
      await scene.prompt().allow();
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('granted-once');
    });
  },
  { able: ['firefox'], prefs: { 'privacy.webrtc.deviceGracePeriodTimeoutMs': 0 } },
);
