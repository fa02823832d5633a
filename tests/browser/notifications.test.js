// A site that rings its visitors asks for notifications only on a press, and says how to allow them once they are blocked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine(
  'A visitor who may be rung',
  (scene, name) => {
    test('reads how to allow what is blocked, and it is noticed when it is allowed', async () => {
      const widget = await scene.open('notifications', { notifications: 'denied' });
      const { actions } = await widget.until(
        ({ notifications }) => notifications === 'blocked',
        'the block to be known',
      );
      assert.ok(actions.includes('orb') && actions.includes('allow_notifications'), String(actions));
      await widget.press('allow_notifications');
      const view = await widget.until(({ title }) => title === 'notifications_blocked', 'the words about it');
      await widget.readsEveryStep();
      assert.ok(view.steps.length > 0);
      await scene.allow({ notifications: 'granted' });
      const after = await widget.until(
        ({ notifications }) => notifications === 'granted',
        'the change to be noticed',
      );
      assert.equal(after.orb, 'idle');
      assert.ok(!after.actions.includes('allow_notifications'), String(after.actions));
      await widget.harmless();
      await widget.keep('notifications-blocked');
    });

    if (name === 'firefox') {
      // Chromium's question needs a screen: see permission-bubble.test.js.
      test('allows them in the question that the press brings, and talks all the same', async () => {
        const widget = await scene.open('notifications', { microphone: 'granted' });
        await widget.press('allow_notifications');
        await scene.prompt().allow();
        await widget.until(({ notifications }) => notifications === 'granted', 'the answer');
        await widget.press('orb');
        await widget.orb('live');
        await widget.harmless();
        await widget.keep('notifications-allowed');
      });
    }
  },
  { able: ['chromium', 'firefox'] },
); // what WebKitGTK asks about notifications, its embedder answers
