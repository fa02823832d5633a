// The whole way on the practice's own page: no microphone, so the visitor writes; the script answers, then a person; a reload goes on.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { engines, openEngine } from '../browser/drivers/engine.js';
import { OPERATOR_TOKEN, actAs, watchList } from '../chat-server/person.js';
import { startDemo } from './demo-under-test.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

for (const name of engines(['chromium'])) {
  test(`${name}: a visitor without a microphone writes, a person takes over and knows why, and a reload goes on with both`, async () => {
    const demo = await startDemo({ dist, chat: { operatorToken: OPERATOR_TOKEN } });
    const engine = await openEngine(name);
    try {
      const { page } = engine;
      const shows = (/** @type {string} */ text) =>
        page.until(
          `"${text}" in the chat`,
          (what) =>
            document
              .querySelector('earshot-widget')
              ?.shadowRoot?.querySelector('.chat')
              ?.textContent?.includes(what),
          text,
        );
      const texts = () =>
        page.evaluate(() =>
          [
            ...(document.querySelector('earshot-widget')?.shadowRoot?.querySelectorAll('.row .message') ??
              []),
          ].map(({ textContent }) => textContent),
        );
      await engine.setPermission(demo.origin, 'microphone', 'denied');
      await page.goto(`${demo.origin}/`);
      await page.press('[data-call]:enabled');
      await page.press('earshot-widget >>> [data-action="open_chat"]');
      await shows('a script, not a person');
      await page.press('earshot-widget >>> .write textarea');
      await page.type('When are you open?');
      await page.press('earshot-widget >>> .write .send');
      await shows('8:00 to 18:00');

      const list = await watchList(demo);
      const {
        sessions: [visitor],
      } = await list.until(({ type, sessions }) => type === 'sessions' && sessions.length === 1);
      assert.deepEqual(visitor.reason, { kind: 'microphone', cause: 'blocked_for_site' });
      const person = await actAs('Mei Tanaka', demo, visitor.id);
      await person.post({ type: 'message', id: 'a-1', text: 'Mei here. <b>Hello!</b>' });
      await shows('Mei here. <b>Hello!</b>');
      await shows('Mei Tanaka');

      const before = await texts();
      assert.equal(before.length, 4);
      await page.goto(`${demo.origin}/`);
      await page.press('earshot-widget >>> [data-action="open_chat"]');
      await shows('Mei here.');
      assert.deepEqual(await texts(), before);
      list.leave();
    } finally {
      await engine.close();
      await demo.stop();
    }
  });
}
