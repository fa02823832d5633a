// Refused before, refused just now, or asked and not answered: every time there are words, a way back, and the chat.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor whose microphone is blocked', (scene, name) => {
  test('reads what to do after the press, writes in the chat instead, and is heard once it is allowed', async () => {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.orb('idle');
    await widget.press('orb');
    const view = await widget.orb('blocked');
    assert.equal(view.microphone, 'blocked');
    await widget.readsEveryStep();
    assert.notEqual(await widget.title(), '');
    assert.deepEqual(await widget.live(), []);

    await widget.chat('Can you read me?');
    await widget.orb('chatting');
    await scene.allow({ microphone: 'granted' });
    await widget.press('back_to_voice');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
    await widget.keep('blocked-for-site');
  });

  test(
    name === 'webkitgtk'
      ? 'is heard at the next press, once it is allowed'
      : 'is heard without another press, as soon as it is allowed',
    async () => {
      const widget = await scene.open('voice', { microphone: 'denied' });
      await widget.press('orb');
      await widget.orb('blocked');
      await scene.allow({ microphone: 'granted' });
      if (name === 'webkitgtk') {
        // After a refusal WebKit answers only a request that comes from a press. That is no fault of the visitor's system.
        await widget.page.until('the permission to be noticed', () =>
          witness.widget().trace().includes('"state":"granted"'),
        );
        await widget.until(({ orb }) => orb === 'live' || orb === 'blocked', 'an answer');
        assert.notEqual((await widget.view()).title, 'blocked_by_system');
        if ((await widget.view()).orb === 'blocked') await widget.press('try_again');
      }
      await widget.orb('live');
      assert.deepEqual(await widget.live(), ['audio']);
      await widget.harmless();
      await widget.keep('blocked-then-allowed');
    },
  );

  test('refuses in the prompt itself, and is not asked again by itself', async () => {
    const widget = await scene.open('voice', { microphone: 'prompt' });
    await widget.press('orb');
    if (name !== 'chromium') {
      // Chromium without a screen refuses by itself; permission-bubble.test.js presses its real buttons.
      await widget.orb('asking');
      await scene.prompt().deny();
    }
    const view = await widget.orb('blocked');
    assert.ok(view.actions.includes('open_chat') && view.actions.includes('try_again'), String(view.actions));
    const asked = await widget.requests();
    await widget.chat('No microphone today');
    assert.equal(await widget.requests(), asked);
    await widget.harmless();
    await widget.keep('denied-in-prompt');
  });

  if (name !== 'chromium') {
    test('allows in the prompt, and is heard', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await widget.orb('asking');
      await scene.prompt().shown();
      assert.deepEqual(await widget.live(), []);
      await scene.prompt().allow();
      await widget.orb('live');
      assert.deepEqual(await widget.live(), ['audio']);
      await widget.harmless();
      await widget.keep('allowed-in-prompt');
    });

    test('closes the prompt without an answer, and may try again or chat', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await widget.orb('asking');
      await scene.prompt().dismiss();
      const view = await widget.orb('blocked');
      assert.ok(
        view.actions.includes('try_again') && view.actions.includes('open_chat'),
        String(view.actions),
      );
      assert.equal(await widget.requests(), 1);
      await widget.chat('Later, perhaps');
      await widget.harmless();
      await widget.keep('dismissed');
    });

    test('tries again and allows it this time', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await scene.prompt().deny();
      await widget.orb('blocked');
      // Firefox remembers a block for the tab: the visitor lifts it in the site panel first.
      if (name === 'firefox') await scene.allow({ microphone: 'granted' });
      else {
        await widget.press('try_again');
        await scene.prompt().allow();
      }
      await widget.orb('live');
      await widget.harmless();
      await widget.keep('denied-then-allowed');
    });
  }
});
