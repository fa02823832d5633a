// A press that comes before the core is kept for it, and only for as long as the visitor can still mean it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

const PATIENCE = 10_000;
/** As long as any core is waited for. */
const IN_TIME = 9000;

inEveryEngine('A visitor who presses before the core is there', (scene) => {
  async function pressed() {
    scene.holdCore(true);
    const widget = await scene.open('slow-core', { microphone: 'granted' });
    await widget.press('orb');
    await widget.orb('opening');
    return widget;
  }
  /** The core comes, opens nothing by itself, and the next press is one. @param {Awaited<ReturnType<typeof pressed>>} widget */
  async function nothingHappens(widget) {
    scene.holdCore(false);
    await widget.orb('idle');
    // What a press leads to, it leads to in the same task: the trace has the whole of it.
    assert.deepEqual(
      [await widget.requests(), await widget.events('earshot-stream'), await widget.live()],
      [0, [], []],
    );
    assert.doesNotMatch(await widget.page.evaluate(() => witness.widget().trace()), /"pressed"/);
    await widget.press('orb');
    await widget.orb('live');
    await widget.liveTracks('audio');
    assert.deepEqual([await widget.requests(), (await widget.events('earshot-stream')).length], [1, 1]);
    await widget.harmless();
  }

  test('and waits, is in the call', async () => {
    const widget = await pressed();
    scene.holdCore(false);
    await widget.orb('live');
    assert.equal(await widget.requests(), 1);
    await widget.harmless();
  });

  test('and looks at another tab, finds no microphone open there or afterwards', async () => {
    const widget = await pressed();
    const { back } = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    await widget.orb('starting');
    await back();
    await widget.page.until('the page to be seen', () => document.visibilityState === 'visible');
    await nothingHappens(widget);
  });

  test('and is in another tab when it comes, finds no microphone open there or afterwards', async () => {
    const widget = await pressed();
    const { back } = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    scene.holdCore(false);
    await widget.orb('idle');
    assert.equal(await widget.requests(), 0);
    await back();
    await widget.page.until('the page to be seen', () => document.visibilityState === 'visible');
    await nothingHappens(widget);
  });

  /** What follows the first file is late itself: then nobody has an answer before ten seconds have passed. */
  async function pressedEarlier() {
    const widget = await scene.open('faulty', { microphone: 'granted', query: '?slow/earshot-live.js' });
    await widget.page.until('the orb', () => witness.widget()?.shadowRoot?.querySelector('#orb'));
    await widget.press('orb');
    await widget.orb('opening');
    await widget.page.evaluate((ms) => witness.pass(ms), PATIENCE);
    await widget.orb('starting');
    await widget.page.until(
      'the orb to say that it did not load',
      () =>
        witness.widget()?.shadowRoot?.querySelector('.hint')?.textContent ===
        'This did not load. Press to try again.',
    );
    return widget;
  }

  test('and waits for ten seconds, is offered the press again', async () => {
    const widget = await pressedEarlier();
    scene.mend();
    await nothingHappens(widget);
    scene.mend(false);
  });

  test('and once more when ten seconds have passed, is in the call', async () => {
    const widget = await pressedEarlier();
    await widget.press('orb');
    await widget.orb('opening');
    scene.mend();
    await widget.orb('live');
    scene.mend(false);
    assert.equal(await widget.requests(), 1);
    await widget.harmless();
  });

  test('and waits for a core that has not come in nine, is in the chat; and finds no microphone open when it comes', async () => {
    const widget = await pressed();
    await widget.waitsForCore();
    await widget.page.evaluate((ms) => witness.pass(ms), IN_TIME);
    await widget.orb('chatting');
    await widget.write('Hello');
    await widget.press('orb'); // closes it
    await nothingHappens(widget);
  });
});
