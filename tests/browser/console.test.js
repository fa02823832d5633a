// What the owner of a site reads in the console.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const LINE = "[Earshot] navigator.permissions.query({ name: 'microphone' }) → state: 'denied'";

inEveryEngine(
  'The console',
  (scene) => {
    const lines = () =>
      scene.page().evaluate(() => witness.lines.filter((line) => line.includes('[Earshot]')));

    test('says once what the browser answered, when the microphone is blocked', async () => {
      const widget = await scene.open('voice', { microphone: 'denied' });
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.press('try_again');
      await widget.chat('Meanwhile');
      const said = (await lines()).filter((line) => line.includes(LINE));
      assert.equal(said.length, 1, JSON.stringify(await lines(), null, 1));
    });

    test('says nothing with log: "silent"', async () => {
      const widget = await scene.open('silent', { microphone: 'denied' });
      await widget.press('orb');
      await widget.orb('blocked');
      assert.deepEqual(await lines(), []);
    });
  },
  { able: ['chromium'] },
);
