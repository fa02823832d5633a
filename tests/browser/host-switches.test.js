// What the site itself does to the microphone: its own mute button, or a stop. Neither is a loss, and neither is undone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor in a call', (scene) => {
  for (const [mode, page] of /** @type {const} */ ([
    ['whose microphone the widget opened', 'voice'],
    ['whose microphone the software of the site opened', 'guard'],
  ])) {
    async function inCall() {
      const widget = await scene.open(page, { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      return { widget, asked: await widget.requests() };
    }

    test(`${mode}, is muted by the site's own button: reads so, and only that button lets them be heard`, async () => {
      const { widget, asked } = await inCall();
      /** @param {boolean} on */
      const turn = (on) =>
        widget.page.evaluate((on) => {
          for (const track of witness.widget().stream?.getAudioTracks() ?? []) track.enabled = on;
        }, on);
      await turn(false);
      const view = await widget.until(({ title }) => title === 'muted_by_site', 'the words about it');
      assert.equal(view.microphone, 'muted');
      assert.ok(!view.actions.some((action) => /mute/.test(action)), String(view.actions));
      await widget.press('orb');
      assert.equal(
        await widget.page.evaluate(() => witness.widget().stream?.getAudioTracks()[0]?.enabled),
        false,
        'ours does not undo it',
      );
      await turn(true);
      await widget.until(({ microphone }) => microphone === 'live', 'the words to go');
      assert.equal(await widget.requests(), asked);
      await widget.harmless();
      await widget.keep(`muted-by-${page}`);
    });

    test(`${mode}, has it stopped by the site: nothing is opened in its place`, async () => {
      const { widget, asked } = await inCall();
      await widget.page.evaluate(() => {
        for (const track of witness.widget().stream?.getAudioTracks() ?? []) track.stop();
      });
      const view = await widget.until(({ title }) => title === 'stopped_by_site', 'the words about it');
      assert.equal(view.orb, 'interrupted');
      assert.deepEqual([await widget.live(), await widget.requests()], [[], asked]);
      if (page === 'guard') await widget.page.evaluate(() => software.open({ audio: true }));
      else await widget.press('try_again');
      await widget.orb('live');
      assert.deepEqual([await widget.live(), await widget.requests()], [['audio'], asked + 1]);
      await widget.harmless();
      await widget.keep(`stopped-by-${page}`);
    });
  }
});
