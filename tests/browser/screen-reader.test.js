// A screen reader presses by name. Chromium then pretends a mouse in the middle of the button, whatever lies over it; Firefox the mouse
// but no pointer; WebKitGTK a click of no hand. All of it must count, whatever the widget knows of hands. And what it reads out, the far
// end of the call hears from the loudspeaker.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

inEveryEngine(
  'A visitor with a screen reader',
  (scene) => {
    /** @param {Widget} widget @param {string} name */
    const press = ({ page }, name) =>
      until(
        async () => {
          await page.evaluate(() => {
            Object.assign(globalThis, { felt: false });
            addEventListener('mousedown', () => Object.assign(globalThis, { felt: true }), {
              capture: true,
              once: true,
            });
          });
          await scene.screen().pressByName(name);
          // Firefox drops what comes in the first seconds of its accessibility: the page sees nothing at all.
          return until(() => page.evaluate(() => /** @type {{ felt?: boolean }} */ (globalThis).felt), {
            what: 'the press',
            ms: 1000,
          }).catch(() => false);
        },
        { what: `the press on ${name} to come to the page` },
      );

    test('calls, mutes and unmutes, also where something else covers the buttons', async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.orb('idle');
      await press(widget, '^Voice: ');
      await widget.orb('live');
      await widget.page.evaluate(() => {
        const cover = document.body.appendChild(document.createElement('div'));
        cover.style.cssText = 'position: fixed; inset: 0; z-index: 2147483647; background: #fff8';
      });
      await press(widget, '^Mute$');
      await widget.until(({ microphone }) => microphone === 'muted', 'the microphone to be muted');
      await press(widget, '^Mute$'); // a toggle keeps its name
      await widget.until(({ microphone }) => microphone === 'live', 'the microphone to be live');
      await widget.harmless();
    });

    test('is not talked over: a word when the call begins, one at each mute, and none at the press that ends it', async () => {
      const widget = await scene.open('voice', { microphone: 'granted' });
      await widget.orb('idle');
      await widget.page.evaluate(() => {
        const spoken = /** @type {string[]} */ ([]);
        Object.assign(globalThis, { spoken });
        for (const region of witness.widget().shadowRoot?.querySelectorAll('[aria-live]') ?? [])
          new MutationObserver(() => void (region.textContent && spoken.push(region.textContent))).observe(
            region,
            {
              childList: true,
              characterData: true,
              subtree: true,
            },
          );
      });
      await press(widget, '^Voice: ');
      await widget.orb('live');
      await scene.screen().findWidget('^Voice: You’re on\\.$');
      for (const wanted of /** @type {const} */ (['muted', 'live', 'muted', 'live'])) {
        await press(widget, '^Mute$');
        await widget.until(({ microphone }) => microphone === wanted, `the microphone to be ${wanted}`);
      }
      const aloud = await widget.page.evaluate(
        () => /** @type {{ spoken?: string[] }} */ (globalThis).spoken,
      );
      assert.deepEqual(
        aloud?.filter((sentence) => sentence !== 'Connecting. One moment, please.'),
        ['You’re on.', 'You are muted.', 'You are muted.'],
      );
      await widget.harmless();
    });
  },
  { headless: false, accessible: true },
);
