// The system moves on to a microphone that cannot start (a headset that is not ready): the healthy one, closed for it, comes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canTellUdev } from './drivers/sound-server.js';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor in a call whose system moves on to a microphone that cannot start',
  (scene) => {
    test('is heard again through the one that worked, and nobody is blamed', async () => {
      const microphones = scene.microphones();
      await microphones.plug('other');
      await microphones.plug('mine');
      await microphones.makeDefault('mine');
      const widget = await scene.open('default-moves', { microphone: 'granted' });
      await widget.page.evaluate(() => moveDefault('mine'));
      await widget.press('orb');
      await widget.orb('live');
      const free = await microphones.occupy('other');
      await microphones.makeDefault('other');
      await widget.page.evaluate(() => moveDefault('other'));
      await widget.orb('interrupted');
      await widget.orb('live');
      const interrupted = (await widget.views()).filter(({ orb }) => orb === 'interrupted');
      assert.deepEqual([...new Set(interrupted.map(({ title }) => title))], ['resuming']);
      assert.equal(await widget.requests(), 4, 'the call, the new one twice, and the one that worked');
      const used = await widget.page.evaluate(() => witness.widget().stream?.getAudioTracks()[0]?.label);
      assert.match(String(used), /mine/);
      await free();
      await widget.harmless();
      await widget.keep('default-that-fails');
    });
  },
  { hardware: true, able: canTellUdev() ? ['chromium'] : [] },
);
