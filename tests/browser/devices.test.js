// A machine without a microphone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor without a microphone',
  (scene) => {
    for (const microphone of /** @type {const} */ (['granted', 'prompt'])) {
      test(`is told so (permission: ${microphone}), and chats`, async () => {
        const widget = await scene.open('voice', { microphone });
        await widget.press('orb');
        const view = await widget.orb('blocked');
        assert.equal(view.title, 'no_microphone');
        assert.notEqual(await widget.title(), '');
        await widget.chat('No microphone on this machine');
        await widget.harmless();
        await widget.keep(`no-device-${microphone}`);
      });
    }
  },
  { devices: false },
);
