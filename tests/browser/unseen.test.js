// No new call begins unseen, or from an old press: what was allowed while the visitor looked elsewhere opens when the page is
// visible again, and after more than a minute only with a press.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor who lifts the block from another tab', (scene, name) => {
  async function blockedAndAway() {
    const widget = await scene.open('voice', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    const { back } = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    return { widget, back };
  }

  /** @param {Awaited<ReturnType<typeof scene.open>>} widget */
  const nothingOpened = async (widget) => {
    assert.equal(await widget.page.evaluate(() => witness.opened()), 0, 'no stream was handed out');
    assert.deepEqual(await widget.events('earshot-stream'), []);
  };

  test('is not recorded there: the call begins when the page is visible again', async () => {
    const { widget, back } = await blockedAndAway();
    await scene.allow({ microphone: 'granted' });
    // WebKit announces nothing, and a hidden page does not look.
    if (name !== 'webkitgtk')
      await widget.page.until('the permission to be known', () =>
        witness.widget().trace().includes('"state":"granted"'),
      );
    await nothingOpened(widget);
    await back();
    await widget.page.until('the permission to be known', () =>
      witness.widget().trace().includes('"state":"granted"'),
    );
    await widget.until(({ orb }) => orb === 'live' || orb === 'blocked', 'an answer');
    // After a refusal WebKit answers only a request that comes from a press.
    if (name === 'webkitgtk' && (await widget.view()).orb === 'blocked') await widget.press('try_again');
    await widget.orb('live');
    await widget.liveTracks('audio');
    await widget.harmless();
    await widget.keep('allowed-from-another-tab');
  });

  test('comes back after more than a minute: nothing opens by itself, and one press does', async () => {
    const { widget, back } = await blockedAndAway();
    const asked = await widget.requests();
    await widget.page.evaluate(() => witness.pass(61_000));
    await scene.allow({ microphone: 'granted' });
    await back();
    await widget.page.until('the permission to be known', () =>
      witness.widget().trace().includes('"state":"granted"'),
    );
    const view = await widget.until(({ title }) => title === 'press_to_resume', 'the press to be offered');
    assert.ok(view.actions.includes('try_again'), String(view.actions));
    assert.equal(await widget.requests(), asked);
    await nothingOpened(widget);
    await widget.press('try_again');
    await widget.orb('live');
    await widget.liveTracks('audio');
    await widget.harmless();
    await widget.keep('allowed-from-another-tab-after-a-minute');
  });
});

inEveryEngine('A visitor who presses and turns away at once', (scene) => {
  test('is not recorded unseen: what opens meanwhile is stopped, and opens again on return', async () => {
    const widget = await scene.open('slow-microphone', { microphone: 'granted' });
    await widget.press('orb');
    await widget.page.until('the microphone', () => slowMicrophone.waiting() === 1);
    const { back } = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    await widget.page.evaluate(() => slowMicrophone.arrive());
    await widget.page.until('the stream to arrive', () =>
      witness.widget().trace().includes('"fact":"request_opened"'),
    );
    await widget.liveTracks();
    assert.deepEqual(await widget.events('earshot-stream'), []);
    await back();
    await widget.page.until('the microphone again', () => slowMicrophone.waiting() === 1);
    await widget.page.evaluate(() => slowMicrophone.arrive());
    await widget.orb('live');
    await widget.liveTracks('audio');
    assert.equal((await widget.events('earshot-stream')).length, 1);
    await widget.harmless();
  });
});
