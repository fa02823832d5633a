// The drivers themselves, on a page without Earshot: does each engine really do what the other tests build on?
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { engines, openEngine } from './drivers/engine.js';
import { startServer } from './server.js';

for (const name of engines()) {
  describe(`${name}, driven by the tests`, () => {
    /** @type {Awaited<ReturnType<typeof startServer>>} */
    let server;
    /** @type {Awaited<ReturnType<typeof openEngine>>} */
    let engine;
    let site = '';
    before(async () => {
      server = await startServer();
      engine = await openEngine(name);
    });
    after(async () => {
      await engine?.close();
      await server?.close();
    });
    /** @param {string} outcome */
    const outcome = (outcome) =>
      engine.page.until(`the outcome ${outcome}`, (wanted) => globalThis.outcome === wanted, outcome);
    /** @param {'granted' | 'denied' | 'prompt'} state */
    const open = async (state) => {
      site = server.newSite(name);
      await engine.setPermission(site, 'microphone', state);
      await engine.page.goto(`${site}/pages/plain/`);
    };

    test('a granted microphone opens at the press of a button, and ends when it is taken away', async () => {
      await open('granted');
      await engine.page.press('#ask');
      await outcome('live');
      assert.deepEqual(await engine.page.evaluate(() => witness.live()), ['audio']);
      await engine.revoke(site, 'microphone');
      await outcome('ended');
    });

    test('a stored refusal is reported', async () => {
      await open('denied');
      await engine.page.press('#ask');
      await outcome('NotAllowedError');
    });

    if (name !== 'chromium') {
      test('a prompt stays open until it is answered', async () => {
        for (const [answer, expected] of /** @type {const} */ ([
          ['allow', 'live'],
          ['deny', 'NotAllowedError'],
        ])) {
          await open('prompt');
          await engine.page.press('#ask');
          await engine.prompt?.shown();
          assert.equal(await engine.page.evaluate(() => globalThis.outcome), 'asking');
          await engine.prompt?.[answer]();
          await outcome(expected);
        }
      });
    }

    test('a prompt that is closed without an answer refuses', async () => {
      if (name === 'chromium') return; // needs a screen: see permission-bubble.test.js
      await open('prompt');
      await engine.page.press('#ask');
      await engine.prompt?.dismiss();
      await outcome('NotAllowedError');
    });

    test('mouse and keys are real, also inside a shadow root', async () => {
      await open('prompt');
      await engine.page.press('#host >>> button');
      assert.match(
        String(
          await engine.page.evaluate(
            () => document.querySelector('#host')?.shadowRoot?.querySelector('button')?.dataset.pressed,
          ),
        ),
        /true|unknown/,
      );
      await engine.page.press('#words');
      await engine.page.type('Hello there');
      await engine.page.until(
        'what was typed',
        () => /** @type {HTMLInputElement} */ (document.querySelector('#words')).value === 'Hello there',
      );
      await engine.page.key('Shift+Tab');
      await engine.page.until('the focus to go back', () => document.activeElement?.id === 'ask');
    });
  });
}
