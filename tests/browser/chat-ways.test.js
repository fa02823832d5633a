// The other ways for text to travel, in real browsers: HTTP with server-sent events, and the page around a frame.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
import { reads } from './transcript.js';
/** @import { Widget } from './scene.js' */

/** By the conversation's own field, as a visitor's text. @param {Widget} widget @param {string} text */
const write = (widget, text) => widget.submit(text);

inEveryEngine('A visitor behind a proxy that breaks WebSockets', (scene) => {
  test('writes over HTTP, goes on after the server was away, and after a reload', async () => {
    const widget = await scene.open('chat-http', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await reads(widget, ['Hello from the test.']);
    await write(widget, 'One');
    const transcript = ['Hello from the test.', 'One', 'You wrote: One'];
    await reads(widget, transcript);
    scene.cutChat(true);
    await write(widget, 'Two');
    await reads(widget, [...transcript, 'Two']);
    scene.cutChat(false);
    transcript.push('Two', 'You wrote: Two');
    await reads(widget, transcript);
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .status'), ['Sent', 'Sent']);

    const again = await scene.openAgain('chat-http');
    await again.orb('idle');
    await again.press('open_chat');
    await reads(again, transcript);
    await again.harmless();
  });
});

inEveryEngine('A visitor of a page where nobody takes what is written', (scene) => {
  test('is not told that it was sent, and the owner reads once what to do', async () => {
    const widget = await scene.open('nobody', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    for (const text of ['Hello', 'Is anybody there?']) {
      await write(widget, text);
      await widget.page.until(
        'the message to be told as not sent',
        (text) =>
          [...(witness.widget()?.shadowRoot?.querySelectorAll('.row') ?? [])].some(
            (row) => row.textContent?.includes(text) && row.textContent.includes('Not sent'),
          ),
        text,
      );
    }
    assert.ok(!(await widget.page.texts('earshot-widget >>> .status')).includes('Sent'));
    const lines = await widget.page.evaluate(() =>
      witness.lines.filter((line) => line.includes('chat_untaken')),
    );
    assert.equal(lines.length, 1);
    await widget.harmless();
  });
});

inEveryEngine('A visitor in a frame', (scene) => {
  test('writes to the page around it', async () => {
    await scene.open('chat-framed', { microphone: 'denied' });
    const widget = scene.framed();
    await widget.orb('idle');
    await widget.press('open_chat');
    await widget.orb('chatting');
    await write(widget, 'Hello');
    await reads(widget, ['Hello', 'You wrote: Hello']);
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .status'), ['Sent']);
    await widget.harmless();
  });
});
