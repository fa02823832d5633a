// Whoever manages a browser may have turned the microphone off for every site. Then Chromium's own button says so, and nobody
// is sent to a switch that is not there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { canManage } from './drivers/managed.js';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor whose administrator turned the microphone off',
  (scene) => {
    test("presses the browser's own button, reads the administrator's answer, and writes in the chat", async () => {
      const widget = await scene.open('voice');
      await widget.press('orb');
      const before = await widget.until(
        ({ orb, actions }) => orb === 'blocked' && actions[0] === 'recover',
        "the browser's own button to be offered",
      );
      await widget.recover();
      assert.match(await scene.dialog().shown(), /^Your administrator doesn't allow microphone/);
      await scene.dialog().ok();
      const after = await widget.until(({ title }) => title !== 'answer_recovery', 'words again');
      assert.equal(after.orb, 'blocked');
      assert.ok(after.actions.includes('open_chat'));
      assert.equal(after.title, before.title);
      assert.equal(await widget.requests(), 1);
      await widget.chat('My administrator says no');
      await widget.harmless();
      await widget.keep('recovery-managed');
    });
  },
  { able: canManage() ? ['chromium'] : [], headless: false, policies: { AudioCaptureAllowed: false } },
);
