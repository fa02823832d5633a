// The visitor has a hand on a button, and the widget is drawn anew. Every such case: tests/widget/presses.test.js.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor whose button moves while it is pressed', (scene) => {
  test('calls, although a banner of the page has pushed the orb away', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.orb('idle');
    await widget.pressWhile('orb', () =>
      widget.page.evaluate(() => witness.widget().style.setProperty('--earshot-offset', '150px')),
    );
    await widget.orb('live');
    await widget.liveTracks('audio');
    assert.deepEqual(await widget.pressed(), ['orb']);
    await widget.harmless();
  });

  test('comes to the chat, although the call was interrupted and its button is in the card now', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.pressWhile('open_chat', async () => {
      await scene.revoke('microphone');
      await widget.orb('interrupted');
    });
    await widget.orb('chatting');
    assert.deepEqual(await widget.pressed(), ['orb', 'open_chat']);
    await widget.harmless();
  });

  test('is not unmuted by a press on Mute', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    // The site's own button, or a headset's, is quicker.
    await widget.pressWhile('mute', () => widget.page.evaluate(() => witness.widget().press('mute')));
    await widget.press('open_chat');
    await widget.orb('chatting');
    assert.deepEqual(await widget.pressed(), ['orb', 'mute', 'open_chat']);
  });

  test('is not asked for the microphone by a press that began in a call which has ended', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    await widget.pressWhile('orb', () => widget.page.evaluate(() => witness.widget().press('end')));
    await widget.press('open_chat');
    await widget.orb('chatting');
    assert.deepEqual(await widget.pressed(), ['orb', 'end', 'open_chat']);
    assert.equal(await widget.requests(), 1);
  });

  test('uses the keyboard: Space counts where its action is now, and the focus is there too', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    while ((await widget.page.focused()).action !== 'open_chat') await widget.page.key('Tab');
    await widget.page.keyDown('Space');
    await scene.revoke('microphone');
    await widget.orb('interrupted');
    assert.equal((await widget.page.focused()).action, 'open_chat');
    await widget.page.keyUp('Space');
    await widget.orb('chatting');
    assert.deepEqual(await widget.pressed(), ['orb', 'open_chat']);
    await widget.harmless();
  });
});
