// The browser's own mute button: a short mute is worth no words, a lasting one is, and nothing is opened anew.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const LASTS = 5000;

inEveryEngine(
  "A visitor who mutes with the browser's own button",
  (scene) => {
    /** @param {boolean} on */
    const mute = async (on) => {
      const engine = scene.engine();
      if ('mute' in engine) await engine.mute(on);
    };

    test('reads so when it lasts, and is heard again with the same button', async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      await mute(true);
      const { title } = await widget.until(
        ({ microphone }) => microphone === 'muted',
        'the mute to be noticed',
      );
      assert.equal(title, 'listening');
      await widget.page.evaluate((ms) => witness.pass(ms), LASTS);
      const view = await widget.until((view) => view.title !== 'listening', 'the words about it');
      assert.equal(view.orb, 'interrupted', 'nobody is heard now');
      assert.equal(view.actions[0], 'try_again');
      assert.equal(view.title, 'muted_by_browser');
      assert.ok(view.steps.includes('unmute_in_browser'), String(view.steps));
      assert.match(await widget.title(), /\w{4}/);
      await mute(false);
      await widget.until(
        ({ title, microphone }) => title === 'listening' && microphone === 'live',
        'the words to go',
      );
      await widget.liveTracks('audio');
      await widget.harmless();
      await widget.keep('muted-by-browser');
    });
  },
  { able: ['firefox', 'webkitgtk'] },
); // Chromium mutes with the system: see hotplug.test.js
