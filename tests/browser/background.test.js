// A page that is not in front: hidden, frozen, left and taken back, or one of two.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine, widgetOn } from './scene.js';

inEveryEngine('A visitor in a call who looks at something else', (scene, name) => {
  async function inCall() {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('live');
    return widget;
  }

  test('is heard on, and loses nothing', async () => {
    const widget = await inCall();
    const { back } = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    assert.deepEqual([(await widget.view()).orb, ...(await widget.live())], ['live', 'audio']);
    const engine = scene.engine();
    if ('freeze' in engine) {
      await engine.freeze(true);
      await engine.freeze(false);
    }
    await back();
    await widget.page.until('the page to be seen', () => document.visibilityState === 'visible');
    assert.deepEqual([(await widget.view()).orb, ...(await widget.live())], ['live', 'audio']);
    assert.equal(await widget.requests(), 1);
    if ('freeze' in engine)
      assert.match(await widget.page.evaluate(() => witness.widget().trace()), /"frozen":true/);
    await widget.harmless();
    await widget.keep('call-in-the-background');
  });

  if (name !== 'firefox') {
    // Firefox's panel takes only from the tab in front.
    test('loses the microphone meanwhile, gets it back meanwhile, and finds the call as it was', async () => {
      const widget = await inCall();
      const { back } = await scene.engine().anotherTab();
      await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
      await scene.revoke('microphone');
      await widget.orb('interrupted');
      await scene.allow({ microphone: 'granted' });
      await back();
      await widget.orb('live');
      await widget.liveTracks('audio');
      await widget.harmless();
      await widget.keep('revoked-in-the-background');
    });
  }

  if (name !== 'webkitgtk') {
    test('has a second tab of the site in a call: blocked and allowed again, both know', async () => {
      const widget = await inCall();
      const { page, back } = await scene.engine().anotherTab();
      assert.ok(page);
      await page.goto(`${scene.site()}/pages/voice/`);
      const second = widgetOn(page, name);
      await second.press('orb');
      await second.orb('live');
      await scene.allow({ microphone: 'denied' });
      for (const each of [widget, second]) {
        await each.page.until('the block to be known', () =>
          witness.widget().trace().includes('"state":"denied","live":true'),
        );
      }
      // Firefox leaves running what runs: see its panel in the other tests.
      if (name === 'chromium') for (const each of [widget, second]) await each.orb('interrupted');
      await scene.allow({ microphone: 'granted' });
      await second.orb('live');
      await second.harmless();
      await back();
      await widget.orb('live');
      await widget.liveTracks('audio');
      await widget.harmless();
      await widget.keep('two-tabs');
    });
  }

  if (name === 'webkitgtk') {
    // The other engines load a page anew that had recorded.
    test('leaves the page and comes back to it as it was: the recording has ended, and the call goes on with a press at most', async () => {
      const widget = await inCall();
      await scene.page().evaluate(() => {
        Object.assign(globalThis, { same: true });
      });
      await scene.page().goto(`${scene.site()}/pages/plain/`);
      const engine = scene.engine();
      if ('back' in engine) await engine.back();
      await until(
        () => widget.page.evaluate(() => /** @type {{ same?: boolean }} */ (globalThis).same ?? null),
        { what: 'the page as it was' },
      );
      await until(async () => ['interrupted', 'live'].includes((await widget.view()).orb), {
        what: 'the call',
        state: widget.story,
      });
      if ((await widget.view()).actions.includes('try_again')) await widget.press('try_again');
      await widget.orb('live');
      await widget.liveTracks('audio');
      assert.equal(await widget.requests(), 2);
      await widget.keep('left-and-taken-back');
    });
  }
});
