// A visitor ends a conversation and deletes it, with the real server behind it: a reload finds nothing, and the key that the tab had opens nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
import { openChat, reads } from './transcript.js';
/** @import { Widget } from './scene.js' */

const GREETING = 'Hello from the test.';

/** What the tab keeps of the chat. @param {Widget} widget */
const kept = (widget) =>
  widget.page.evaluate(() =>
    Object.entries(sessionStorage)
      .filter(([key]) => key.startsWith('earshot-chat '))
      .map(([, value]) => JSON.parse(value)),
  );
/** How the server answers to a key. @param {Widget} widget @param {{ session: string, token: string }} key */
const statusOf = (widget, key) =>
  widget.page.evaluate(async ({ session, token }) => {
    const leaving = new AbortController();
    const { status } = await fetch(`/chat/events?session=${session}&after=0`, {
      headers: { authorization: `Earshot ${token}` },
      signal: leaving.signal,
    });
    leaving.abort();
    return status;
  }, key);

inEveryEngine('A visitor who has written', (scene) => {
  for (const who of /** @type {const} */ (['the visitor', 'the page'])) {
    test(`is forgotten when ${who} says so`, async () => {
      const widget = await scene.open('voice', { microphone: 'denied' });
      await openChat(widget);
      await widget.submit('My secret');
      await reads(widget, [GREETING, 'My secret', 'You wrote: My secret']);
      const [key] = await kept(widget);
      assert.equal(await statusOf(widget, key), 200);
      await widget.page.evaluate(async (byHand) => {
        if (!byHand) return witness.widget().forget();
        const button = /** @type {HTMLElement} */ (witness.widget().shadowRoot?.querySelector('.forget'));
        button.focus();
        button.click();
        await new Promise((resolve) => setTimeout(resolve, 500));
        button.click();
      }, who === 'the visitor');
      await reads(widget, []);
      await until(async () => (await kept(widget)).length === 0 || null, {
        what: 'the tab to keep nothing',
        state: () => kept(widget),
      });
      assert.equal(await statusOf(widget, key), 404);

      const again = await scene.openAgain('voice');
      await openChat(again);
      await reads(again, [GREETING]);
      await again.harmless();
    });
  }
});
