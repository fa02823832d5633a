// What the page loads, when, and that nothing moves: the first file, and what follows it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** What has been asked of our folder, in the order in which it came. @param {Widget} widget @returns {Promise<string[]>} */
const loaded = (widget) =>
  widget.page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => new URL(name).pathname)
      .filter((path) => path.startsWith('/dist/'))
      .map((path) => path.replace('/dist/', '')),
  );

inEveryEngine('A page with the widget', (scene, name) => {
  test('with loading "press" asks for nothing more until the visitor presses, and the press is a call', async () => {
    const widget = await scene.open('loading-press', { microphone: 'granted' });
    await widget.orb('idle');
    await widget.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500))); // in which everything else would be here
    assert.deepEqual(await loaded(widget), ['earshot.js']);
    assert.equal(await widget.page.evaluate(() => witness.widget().trace()), '');
    await widget.press('orb');
    await widget.orb('live');
    await widget.liveTracks('audio');
    assert.ok((await loaded(widget)).includes('earshot-core.wasm'));
    await widget.harmless();
  });

  // WebKitGTK asks the server again.
  if (name !== 'webkitgtk') {
    test('that preloads the core has it once', async () => {
      const before = scene.asked('/dist-kept/earshot-core.wasm');
      const widget = await scene.open('preload', { microphone: 'granted' });
      await widget.press('orb');
      await widget.orb('live');
      assert.equal(scene.asked('/dist-kept/earshot-core.wasm') - before, 1);
      await widget.harmless();
    });
  }

  test('in one file loads no part, and talks and writes all the same', async () => {
    const widget = await scene.open('all-in-one', { microphone: 'granted' });
    await widget.orb('idle');
    await widget.chat('Hello');
    await widget.press('back_to_voice');
    await widget.orb('live');
    assert.deepEqual(
      (await loaded(widget)).filter((file) => /\.js$/.test(file)),
      ['earshot-all.js'],
    );
    await widget.harmless();
  });

  for (const [page, how] of [
    ['strict-csp', 'by their origin, and requires Trusted Types'],
    ['nonce-csp', 'by their nonce'],
    ['hash-csp', 'by their hashes, with those that the build lists'],
  ])
    test(`whose policy knows scripts ${how}, talks, writes and draws`, async () => {
      const widget = await scene.open(String(page), { microphone: 'denied' });
      await widget.orb('idle');
      await widget.press('orb');
      await widget.orb('blocked');
      await widget.readsEveryStep();
      if (name !== 'webkitgtk')
        await widget.page.until('the drawing', () =>
          witness.widget().shadowRoot?.querySelector('.picture:not([hidden]) svg'),
        );
      await widget.press('open_chat');
      await widget.page.until('the chat', () => witness.widget().shadowRoot?.querySelector('textarea'));
      await scene.allow({ microphone: 'granted' });
      await widget.press('back_to_voice');
      await widget.orb('live');
      await widget.liveTracks('audio');
      const lines = await widget.page.evaluate(() => witness.lines.join('\n'));
      assert.match(lines, /What you can do: /, 'the console has its sentences');
    });

  test('does not move when the rest takes over, and is the same orb', async () => {
    const widget = await scene.open('faulty', { query: '?slow/earshot-live.js' });
    await widget.page.until('the orb', () => Boolean(witness.widget()?.shadowRoot?.querySelector('#orb')));
    await widget.page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
      const orb = root.querySelector('#orb');
      const whole = /** @type {HTMLElement} */ (root.querySelector('.widget'));
      // From the lower edge of the widget: a bar of the browser's own may come and go at the top, and the words are still rising.
      const placed = () =>
        [
          ...['#orb', '.bar'].map((part) => {
            const { offsetLeft, offsetTop, offsetWidth, offsetHeight } = /** @type {HTMLElement} */ (
              root.querySelector(part)
            );
            return [offsetLeft, offsetTop - whole.offsetHeight, offsetWidth, offsetHeight].join();
          }),
          root.querySelector('.hint')?.textContent,
          root.querySelector('#orb') === orb,
        ].join(' | ');
      const all = [placed()];
      Object.assign(globalThis, { placed: all });
      // Told when the rest has taken over, and before its core is there.
      new MutationObserver(() => {
        if (all.length < 2 && root.querySelector('.unseen')) all.push(placed());
      }).observe(root, { childList: true, subtree: true });
    });
    scene.mend();
    await widget.orb('idle');
    scene.mend(false);
    const [before, after] = await widget.page.evaluate(() => /** @type {any} */ (globalThis).placed);
    assert.equal(after, before);
    assert.match(before, /Getting ready\. You can press already\. \| true$/);
  });
});
