// Pages that do with the widget as they do with everything: draw it anew, move it, style it, take its keys.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** @typedef {{ visit: Record<string, (heading: string) => void>, draw: (more?: object) => void, taken: string[] }} Site */

/** What of a page's style must not reach the widget's words. */
const WORDS = [
  'text-transform',
  'letter-spacing',
  'word-spacing',
  'text-indent',
  'white-space',
  'text-shadow',
  'font-variant',
  'line-height',
  'cursor',
];

inEveryEngine('A page around the widget', (scene) => {
  /** @param {Widget} widget */
  async function call(widget) {
    await widget.press('orb');
    await widget.orb('live');
  }
  /** @param {Widget} widget @param {string} what */
  async function goesOn(widget, what) {
    assert.equal((await widget.view()).orb, 'live', what);
    assert.deepEqual(await widget.live(), ['audio'], what);
    assert.equal(await widget.requests(), 1, what);
  }
  /** @param {Widget} widget */
  const widgets = (widget) => widget.page.evaluate(() => document.querySelectorAll('earshot-widget').length);

  for (const way of ['body', 'children']) {
    test(`may put another ${way} in place, and run its scripts again: the call goes on, in one widget`, async () => {
      const widget = await scene.open('body-swapped', { microphone: 'granted' });
      await call(widget);
      for (const heading of ['Page two', 'Page three'])
        await widget.page.evaluate(
          ([how, words]) => {
            const { visit } = /** @type {Site} */ (/** @type {unknown} */ (globalThis));
            visit[how]?.(words);
          },
          /** @type {const} */ ([way, heading]),
        );
      await widget.page.until('the script to have run again', () => document.scripts.length > 1);
      await goesOn(widget, 'after two other pages');
      assert.equal(await widgets(widget), 1);
      // Taken away by hand, it comes back with the script.
      await widget.page.evaluate(() => witness.widget().remove());
      await widget.liveTracks();
      await widget.page.evaluate((how) => {
        const { visit } = /** @type {Site} */ (/** @type {unknown} */ (globalThis));
        visit[how]?.('Page four');
      }, way);
      await widget.orb('idle');
      assert.equal(await widgets(widget), 1);
      await call(widget);
      await widget.harmless();
    });
  }

  test('may move the widget: the call goes on', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await call(widget);
    await widget.page.evaluate(async () => {
      const element = witness.widget();
      document.querySelector('main')?.append(element);
      element.remove();
      await Promise.resolve(); // as libraries do that wait in between
      document.body.prepend(element);
      await new Promise((done) => setTimeout(done, 50));
    });
    await goesOn(widget, 'moved');
    await widget.harmless();
  });

  test('may draw the same configuration anew, and other words, colours and places, in a call', async () => {
    const widget = await scene.open('config-again', { microphone: 'granted' });
    await call(widget);
    const drawn = await widget.page.evaluate(async () => {
      const { draw } = /** @type {Site} */ (/** @type {unknown} */ (globalThis));
      const node = () => /** @type {HTMLElement} */ (witness.widget().shadowRoot?.querySelector('.widget'));
      const seen = new MutationObserver(() => {});
      for (let times = 0; times < 20; times += 1) draw();
      seen.observe(node(), { subtree: true, childList: true, attributes: true, characterData: true });
      draw();
      const same = seen.takeRecords().length; // at once, so that nothing else is among them
      draw({
        theme: 'dark',
        position: 'bottom-left',
        company: 'Lindenhof',
        texts: { en: { listening: 'This is {company}.', end: 'Hang up' } },
        actions: { hide: ['cannot_hear'], order: ['end'] },
        support: '/help',
      });
      return {
        same,
        theme: node().dataset.theme,
        position: node().dataset.position,
        first: node().querySelector('.bar .action')?.textContent,
        actions: witness.widget().view.actions,
      };
    });
    assert.deepEqual(
      {
        ...drawn,
        actions: drawn.actions[0],
        hidden: drawn.actions.includes(/** @type {any} */ ('cannot_hear')),
      },
      { same: 0, theme: 'dark', position: 'bottom-left', first: 'Hang up', actions: 'end', hidden: false },
    );
    assert.match(await widget.title(), /This is Lindenhof/);
    await goesOn(widget, 'with other words');
    await widget.harmless();
  });

  test('may change in a call what the call rests on: it goes on, the console says so, and the next one has it', async () => {
    const widget = await scene.open('config-again', { microphone: 'granted', camera: 'granted' });
    await call(widget);
    await widget.page.evaluate(() =>
      /** @type {Site} */ (/** @type {unknown} */ (globalThis)).draw({
        media: ['microphone', 'camera'],
        theme: 'dark',
      }),
    );
    await goesOn(widget, 'with another configuration');
    await widget.page.until('the console to say so', () =>
      witness.lines.some((line) => line.includes('config /media: changed during a call')),
    );
    assert.equal(
      await widget.page.evaluate(
        () =>
          /** @type {HTMLElement} */ (witness.widget().shadowRoot?.querySelector('.widget')).dataset.theme,
      ),
      'dark',
    );
    await widget.press('end');
    await widget.orb('idle');
    await widget.press('orb');
    await widget.orb('live');
    await widget.liveTracks('audio', 'video');
    // Whoever takes the camera out of it wants it off.
    await widget.page.evaluate(() => /** @type {Site} */ (/** @type {unknown} */ (globalThis)).draw());
    await widget.liveTracks();
    await widget.harmless();
  });

  test('may change in a call what the chat rests on: whoever leaves the call for the chat finds it open', async () => {
    const widget = await scene.open('config-again', { microphone: 'granted' });
    await call(widget);
    await widget.page.evaluate(() =>
      /** @type {Site} */ (/** @type {unknown} */ (globalThis)).draw({
        chat: { transport: 'websocket', url: '/psychiatry/chat' },
      }),
    );
    await goesOn(widget, 'with another chat');
    await widget.chat('Whom do I write to?');
    assert.deepEqual((await scene.heardAt('/psychiatry')).heard.slice(-1), ['Whom do I write to?']);
    await widget.harmless();
  });

  test('hears on the document that a call has ended, when it takes the widget away', async () => {
    const widget = await scene.open('removed-while-asking', { microphone: 'granted' });
    await call(widget);
    const before = await widget.page.evaluate(() => witness.events.length);
    await widget.page.press('#leave');
    await widget.liveTracks();
    const told = await widget.page.evaluate(
      (since) =>
        witness.events
          .slice(since)
          .filter(({ type }) => /state|replaced|message/.test(type))
          .map(({ type, detail }) => [
            type,
            detail.orb ?? detail.kind ?? detail.state,
            detail.track ?? detail.heard ?? null,
          ]),
      before,
    );
    assert.deepEqual(told.sort(), [
      ['earshot-message', 'ended', false],
      ['earshot-state', 'ended', null],
      ['earshot-track-replaced', 'microphone', null],
    ]);
    await widget.harmless();
  });

  for (const way of ['module', 'evaluated', 'joined']) {
    test(`may load the script where it is not the current one (${way}): it finds its files and its configuration`, async () => {
      const widget = await scene.open('own-tag', { microphone: 'granted', query: `?way=${way}` });
      await widget.page.until('the widget', () => Boolean(witness.widget()));
      await call(widget);
      await widget.chat('Is this the chat of the configuration?');
      await widget.harmless();
    });
  }

  test('may style every word, hide what is empty, and filter and enlarge its body: the widget is in its corner, as it is elsewhere', async () => {
    /** @param {Widget} widget */
    const look = async (widget) => {
      await widget.orb('idle');
      return widget.page.evaluate((words) => {
        const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
        const hint = /** @type {HTMLElement} */ (root.querySelector('.hint'));
        const box = /** @type {HTMLElement} */ (root.querySelector('#orb')).getBoundingClientRect();
        const style = getComputedStyle(hint);
        return {
          ...Object.fromEntries(words.map((name) => [name, style.getPropertyValue(name)])),
          fromTheEdges: [document.documentElement.clientWidth - box.right, innerHeight - box.bottom].map(
            Math.round,
          ),
          size: Math.round(box.width),
        };
      }, WORDS);
    };
    const elsewhere = await look(await scene.open('voice', { microphone: 'granted' }));
    const widget = await scene.open('loud-theme', { microphone: 'granted' });
    assert.deepEqual(await look(widget), elsewhere);
    await call(widget);
    await widget.harmless();
  });

  test('may hide the widget as it hides everything', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.orb('idle');
    const shown = () =>
      widget.page.evaluate(() => witness.widget().shadowRoot?.querySelector('#orb')?.getClientRects().length);
    await widget.page.evaluate(() => void (witness.widget().hidden = true));
    assert.equal(await shown(), 0);
    await widget.page.evaluate(() => void (witness.widget().hidden = false));
    assert.equal(await shown(), 1);
  });

  test('may have shortcuts, focus traps, smooth scrolling and no copying: keys in the field are the field’s', async () => {
    const widget = await scene.open('shortcuts', { microphone: 'denied' });
    await widget.press('orb');
    await widget.orb('blocked');
    await widget.chat('no slash / and s space');
    const taken = await widget.page.evaluate(
      () => /** @type {Site} */ (/** @type {unknown} */ (globalThis)).taken,
    );
    assert.deepEqual(taken, []);
    await widget.harmless();
  });

  test('may have a library that keeps one listener for all of a kind: the widget leaves, and the page still hears', async () => {
    const widget = await scene.open('old-zones', { microphone: 'granted' });
    await call(widget);
    const heard = await widget.page.evaluate(async () => {
      /** @type {string[]} */
      const all = [];
      for (const [target, type] of /** @type {[EventTarget, string][]} */ ([
        [document, 'visibilitychange'],
        [window, 'focus'],
        [window, 'pageshow'],
        [window, 'pagehide'],
        [navigator.mediaDevices, 'devicechange'],
      ]))
        target.addEventListener(type, () => all.push(type));
      for (const type of ['pointerdown', 'pointerup', 'click'])
        window.addEventListener(type, () => all.push(type), true);
      witness.widget().remove();
      await new Promise((done) => setTimeout(done, 50));
      document.dispatchEvent(new Event('visibilitychange'));
      for (const type of ['focus', 'pageshow', 'pagehide', 'pointerdown', 'pointerup', 'click'])
        window.dispatchEvent(new Event(type));
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
      return all;
    });
    assert.deepEqual(heard.sort(), [
      'click',
      'devicechange',
      'focus',
      'pagehide',
      'pageshow',
      'pointerdown',
      'pointerup',
      'visibilitychange',
    ]);
    await widget.harmless();
  });

  test('may learn its language late: the widget follows', async () => {
    const widget = await scene.open('language', { microphone: 'granted', lang: 'en' });
    await widget.orb('idle');
    await widget.page.evaluate(() => void (document.documentElement.lang = 'de'));
    await widget.page.until(
      'German',
      () => witness.widget().shadowRoot?.querySelector('.widget')?.getAttribute('lang') === 'de',
    );
  });
});
