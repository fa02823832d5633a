// The screen stays awake during a call: the browser's own locks, seen from the side.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

inEveryEngine('A visitor in a call who touches nothing', (scene, name) => {
  /** Keeps what the browser hands out. @param {Widget} widget */
  const watch = (widget) =>
    widget.page.evaluate(() => {
      const locks = /** @type {WakeLockSentinel[]} */ ([]);
      const refused = /** @type {string[]} */ ([]);
      Object.assign(globalThis, { screenLocks: { locks, refused } });
      const { prototype } = WakeLock;
      const { request } = prototype;
      prototype.request = async function (type) {
        try {
          const lock = await request.call(this, type);
          locks.push(lock);
          return lock;
        } catch (error) {
          refused.push(/** @type {Error} */ (error).name);
          throw error;
        }
      };
    });

  /** Waits until each lock so far is held or released as it should be. @param {Widget} widget @param {('held' | 'released')[]} states */
  const locks = (widget, ...states) =>
    widget.page.until(
      `locks: ${states.join(', ') || 'none'}`,
      (wanted) =>
        JSON.stringify(
          screenLocks.locks.map(({ type, released }) => `${type} ${released ? 'released' : 'held'}`),
        ) === wanted,
      JSON.stringify(states.map((state) => `screen ${state}`)),
    );

  /** @param {string} situation */
  async function inCall(situation) {
    const widget = await scene.open(situation, { microphone: 'granted' });
    await watch(widget);
    await locks(widget);
    await widget.press('orb');
    await widget.orb('live');
    if (name === 'webkitgtk') {
      // The first lock of a page needs a press, and what the tests run there comes between it and the one on the orb.
      await widget.page.until('an answer', () => screenLocks.locks.length + screenLocks.refused.length > 0);
      await widget.page.press('h1');
    }
    await locks(widget, 'held');
    return widget;
  }

  test('finds the screen awake until the call ends, and in the next call again', async () => {
    const widget = await inCall('voice');
    await widget.press('end');
    await widget.orb('ended');
    await locks(widget, 'released');
    await widget.press('orb');
    await widget.orb('live');
    await locks(widget, 'released', 'held');
    await widget.press('open_chat');
    await widget.orb('chatting');
    await locks(widget, 'released', 'released');
    await widget.harmless();
  });

  test('comes back from another tab, and the screen stays awake again; a call that ended there takes no lock', async () => {
    const widget = await inCall('voice');
    const away = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    await locks(widget, 'released');
    await away.back();
    await widget.page.until('the page to be seen', () => document.visibilityState === 'visible');
    await locks(widget, 'released', 'held');
    const again = await scene.engine().anotherTab();
    await widget.page.until('the page to be hidden', () => document.visibilityState === 'hidden');
    await widget.page.evaluate(() => witness.widget().press('end'));
    await widget.orb('ended');
    await again.back();
    await widget.page.until(
      'both returns to be known',
      () => witness.widget().trace().split('"visible":true').length > 2,
    );
    await locks(widget, 'released', 'released');
    await widget.harmless();
  });

  test('is in a guarded call: the same', async () => {
    const widget = await inCall('guard');
    await widget.press('end');
    await widget.orb('ended');
    await locks(widget, 'released');
    await widget.harmless();
  });

  test('is in a frame that was given the microphone and not the screen: heard all the same', async () => {
    await scene.open('iframe-with-allow', { microphone: 'granted' });
    const widget = scene.framed();
    await watch(widget);
    await widget.press('orb');
    await widget.orb('live');
    assert.deepEqual(await widget.live(), ['audio']);
    await widget.page.until('the browser to refuse', () => screenLocks.refused.length > 0);
    assert.deepEqual(await widget.page.evaluate(() => screenLocks.refused), ['NotAllowedError']);
    await widget.press('end');
    await widget.orb('ended');
    await widget.harmless();
  });
});
