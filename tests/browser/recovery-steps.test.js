// The written steps, followed with the mouse to the letter; and what the same takes on a page that only asks again.
// docs/recovery.md has the numbers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { countingHand } from './presses.js';
import { inEveryEngine } from './scene.js';

/** @typedef {import('./scene.js').Scene} Scene */
/** @typedef {import('./scene.js').Widget} Widget */

/** Blocked in the browser's own question. @param {Scene} scene */
async function blocked(scene, { page = 'call', forGood = false } = {}) {
  const widget = await scene.open(page);
  await widget.press('orb');
  if (forGood) await scene.prompt().denyAndRemember();
  else await scene.prompt().deny();
  await widget.orb('blocked');
  await widget.page.evaluate(() => void Object.assign(globalThis, { unloaded: false }));
  return widget;
}

/** The words of the card are the steps that the core chose. @param {Widget} widget @param {string[]} steps @param {RegExp[]} words */
async function reads(widget, steps, words) {
  assert.deepEqual((await widget.view()).steps, steps);
  const read = await widget.steps();
  assert.equal(read.length, words.length, read.join(' / '));
  words.forEach((word, at) => assert.match(read[at], word));
}

/** A page that only asks again: blocked there, by its own button. @param {Scene} scene */
async function bare(scene, { forGood = false } = {}) {
  const page = await scene.openBare('plain');
  await page.press('#ask');
  if (forGood) await scene.prompt().denyAndRemember();
  else await scene.prompt().deny();
  await page.until('the refusal', () => outcome === 'NotAllowedError');
  return page;
}

inEveryEngine(
  'A visitor who follows the steps',
  (scene, name) => {
    if (name === 'chromium') {
      test('is shown the icon again, turns the switch, and is heard without a reload or another question', async () => {
        const widget = await blocked(scene);
        await reads(
          widget,
          ['chromium_open_site_controls', 'chromium_turn_on_microphone', 'chromium_no_switch'],
          [/left end of the address bar/, /switch next to Microphone/, /No such switch/],
        );
        await until(async () => !(await scene.siteControls().isCrossedOut()), {
          what: 'the crossed-out icon to go by itself',
          every: 250,
        });
        await widget.page.press('earshot-widget >>> .play');
        await until(scene.siteControls().isCrossedOut, {
          what: 'the crossed-out icon to be there again',
          every: 100,
        });
        assert.equal(await scene.prompt().isShown(), false, 'nothing is asked');
        assert.equal((await widget.view()).orb, 'blocked', 'and the card stays');
        const asked = await widget.requests();

        const { press, agreesWithTable } = countingHand();
        await press('the icon at the left end of the address bar', () =>
          scene.siteControls().open('microphone'),
        );
        await press('the switch next to Microphone', () => scene.siteControls().turn('microphone', true));
        const live = await widget.orb('live');
        assert.equal(live.title, 'allowed_again_chromium');
        assert.equal(await widget.requests(), asked + 1, 'opened by itself');
        assert.equal(await scene.prompt().isShown(), false, 'and not asked for');
        assert.ok(await widget.page.evaluate(() => 'unloaded' in globalThis), 'nothing was loaded anew');
        agreesWithTable('Chromium, the steps');
        await widget.page.until('the call', () => call.state() === 'connected');
        await widget.isHeard('after the switch was turned');
        await widget.harmless();
        await widget.keep('steps-followed');
      });

      test('on a page that only asks again: finds the same switch without being told, and has to press there once more', async () => {
        const page = await bare(scene);
        await page.press('#ask');
        await page.until(
          'the second refusal',
          () => witness.requests() === 2 && outcome === 'NotAllowedError',
        );
        assert.equal(await scene.prompt().isShown(), false, 'asking again alone does nothing');
        const { press, agreesWithTable } = countingHand();
        await press('the icon at the left end of the address bar', () =>
          scene.siteControls().open('microphone'),
        );
        await press('the switch next to Microphone', () => scene.siteControls().turn('microphone', true));
        await press('the page’s button', () => page.press('#ask'));
        await page.until('the microphone', () => outcome === 'live');
        agreesWithTable('Chromium, a bare page');
      });
    }

    if (name === 'firefox') {
      for (const { how, forGood } of [
        { how: 'for this tab', forGood: false },
        { how: 'for good', forGood: true },
      ]) {
        test(`blocked ${how}: takes the block away, tries again, allows, and is heard without a reload`, async () => {
          const widget = await blocked(scene, { forGood });
          await reads(
            widget,
            ['firefox_open_permissions', 'firefox_remove_block', 'firefox_no_icon'],
            [/crossed-out microphone/, /✕/, /No such icon/],
          );
          const { press, agreesWithTable } = countingHand();
          await press('the crossed-out microphone in the address bar', () =>
            scene.sitePanel().open('microphone'),
          );
          await press('the ✕ on its line', scene.sitePanel().clear);
          await press('“Try again” in the card', () => widget.press('try_again'));
          await press('“Allow” in the question', () => scene.prompt().allow());
          const live = await widget.orb('live');
          assert.equal(live.title, 'allowed_again_firefox');
          assert.ok(await widget.page.evaluate(() => 'unloaded' in globalThis), 'nothing was loaded anew');
          assert.equal(await widget.requests(), 2);
          agreesWithTable(`Firefox, blocked ${how}, the steps`);
          await widget.page.until('the call', () => call.state() === 'connected');
          await widget.isHeard('after the block was taken away');
          await widget.harmless();
          await widget.keep(forGood ? 'saved-block-taken-away' : 'block-taken-away');
        });
      }

      test("the page's own reload does not lift a block of the tab; the visitor's does", async () => {
        const widget = await blocked(scene);
        await widget.page.evaluate(() => void setTimeout(() => location.reload(), 0));
        await isAnew(widget);
        await widget.press('orb');
        await widget.orb('blocked');
        assert.equal(await scene.prompt().isShown(), false, 'still blocked');

        const { press, agreesWithTable } = countingHand();
        await press('F5', async () => {
          await widget.page.evaluate(() => void Object.assign(globalThis, { unloaded: false }));
          await scene.windowKey('F5');
          await isAnew(widget);
        });
        await press('the microphone', () => widget.press('orb'));
        await press('“Allow” in the question', () => scene.prompt().allow());
        await widget.orb('live');
        agreesWithTable('Firefox, blocked for this tab, a reload');
        await widget.harmless();
      });

      test('on a page that only asks again: as many presses, and not a word about them', async () => {
        const page = await bare(scene);
        const { press, agreesWithTable } = countingHand();
        await press('the crossed-out microphone in the address bar', () =>
          scene.sitePanel().open('microphone'),
        );
        await press('the ✕ on its line', scene.sitePanel().clear);
        await press('the page’s button', () => page.press('#ask'));
        await press('“Allow” in the question', () => scene.prompt().allow());
        await page.until('the microphone', () => outcome === 'live');
        agreesWithTable('Firefox, a bare page');
      });
    }

    if (name === 'webkitgtk') {
      test('tries again, and is asked again', async () => {
        const widget = await blocked(scene, { page: 'voice' });
        const { press, agreesWithTable } = countingHand();
        await press('“Try again” in the card', () => widget.press('try_again'));
        await press('“Allow” in the question', () => scene.prompt().allow());
        await widget.orb('live');
        agreesWithTable('WebKitGTK');
        await widget.harmless();
      });

      test('on a page that only asks again: the same', async () => {
        const page = await bare(scene);
        const { press, agreesWithTable } = countingHand();
        await press('the page’s button', () => page.press('#ask'));
        await press('“Allow” in the question', () => scene.prompt().allow());
        await page.until('the microphone', () => outcome === 'live');
        agreesWithTable('WebKitGTK, a bare page');
      });
    }
  },
  { headless: false },
);

/** Waits until the page that was marked has been loaded anew. @param {Widget} widget */
const isAnew = (widget) =>
  until(
    async () => {
      try {
        return await widget.page.evaluate(
          () => !('unloaded' in globalThis) && Boolean(witness.widget()?.view),
        );
      } catch {
        return false; // between two pages
      }
    },
    { what: 'the page to be loaded anew' },
  );

inEveryEngine(
  'Where Chromium has no button of its own',
  (scene) => {
    test('the steps stand alone, and lead to a call', async () => {
      const widget = await blocked(scene, { page: 'voice' });
      const view = await widget.view();
      assert.equal(view.recovery, '');
      assert.ok(!view.actions.includes('recover'));
      assert.equal(
        await widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('.recover')),
        null,
      );
      await reads(
        widget,
        ['chromium_open_site_controls', 'chromium_turn_on_microphone', 'chromium_no_switch'],
        [/left end of the address bar/, /switch next to Microphone/, /No such switch/],
      );
      await scene.siteControls().open('microphone');
      await scene.siteControls().turn('microphone', true);
      await widget.orb('live');
      await widget.harmless();
    });
  },
  {
    able: ['chromium'],
    headless: false,
    flags: ['--disable-blink-features=UserMediaElement,CameraAndMicrophoneElements'],
  },
);
