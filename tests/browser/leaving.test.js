// Nobody is recorded who has left: for the chat, for another page, or because the element is gone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor who leaves', (scene, name) => {
  if (name !== 'chromium') {
    // A prompt that stays open needs a screen in Chromium: see permission-bubble.test.js.
    test('for the chat while the prompt is open, and allows it afterwards: the late stream is closed', async () => {
      const widget = await scene.open('voice', { microphone: 'prompt' });
      await widget.press('orb');
      await widget.orb('asking');
      await scene.prompt().shown();
      await widget.press('open_chat');
      await widget.orb('chatting');
      await scene.prompt().allow();
      await widget.page.until('the stream to come', () => witness.opened() === 1);
      await widget.liveTracks();
      assert.equal((await widget.view()).orb, 'chatting');
      await widget.write('Still writing');
      await widget.harmless();
      await widget.keep('late-stream');
    });

    test('the page, which takes the element away while asking: the late stream is closed', async () => {
      const widget = await scene.open('removed-while-asking', { microphone: 'prompt' });
      await widget.press('orb');
      await scene.prompt().shown();
      await widget.page.press('#leave');
      await scene.prompt().allow();
      await widget.page.until('the stream to come', () => witness.opened() === 1);
      await widget.liveTracks();
      await widget.harmless();
    });
  }

  test('the call, because the page takes the element away: every track stops', async () => {
    const widget = await scene.open('removed-while-asking', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.page.press('#leave');
    await widget.liveTracks();
    await widget.harmless();
  });

  test('for the chat during a call: every track stops', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.chat('Rather in writing');
    await widget.liveTracks();
    await widget.harmless();
    await widget.keep('live-to-chat');
  });

  test('and the element that is taken away and put back later starts afresh, with no track left open', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.page.evaluate(async () => {
      const element = witness.widget();
      element.remove();
      await new Promise((done) => setTimeout(done, 50));
      document.querySelector('main')?.append(element);
    });
    await widget.orb('idle');
    await widget.liveTracks();
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.harmless();
  });
});
