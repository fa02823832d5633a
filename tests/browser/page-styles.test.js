// What a page, its visitor's extensions and its frameworks do to everything in it, and so to the widget.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** Pages whose style makes other boxes, and another measure, of everything. @type {Record<string, string>} */
const STYLES = {
  'zoom of the whole page': 'html { zoom: 1.5 }',
  'containers for queries':
    'html { container-type: inline-size } body { container-type: size; block-size: 400px }',
  'drawing put off': 'body, main, html > * { content-visibility: auto }',
  'inverted colours': 'html { filter: invert(1) hue-rotate(180deg) }',
  'a root that scrolls by itself':
    'html, body { overflow: hidden; block-size: 100% } main { overflow: auto; block-size: 100% }',
  'a body that moves':
    'body { transform: translateX(9px); perspective: 500px; contain: strict; block-size: 300px; overflow: clip }',
};

inEveryEngine('A page that styles everything', (scene) => {
  /** @param {Widget} widget */
  async function call(widget) {
    await widget.press('orb');
    await widget.orb('live');
  }

  for (const [what, css] of Object.entries(STYLES)) {
    // There boxes are in another measure than presses, and a test's hand would miss.
    if (scene.name === 'webkitgtk' && css.includes('zoom')) continue;
    test(`has the widget in its corner, whole (${what})`, async () => {
      const widget = await scene.open('styled', {
        microphone: 'granted',
        query: `?css=${encodeURIComponent(css)}`,
      });
      await call(widget);
      await widget.press('mute');
      await widget.chat('Hello');
      await widget.press('back_to_voice');
      await widget.orb('live');
      await widget.page.evaluate(() => scrollTo(0, 300));
      assert.deepEqual(
        await widget.page.evaluate(() => {
          const orb = /** @type {Element} */ (witness.widget().shadowRoot?.querySelector('#orb'));
          const { left, top, right, bottom, width } = orb.getBoundingClientRect();
          return [
            left > 0,
            top > 0,
            right < innerWidth,
            bottom < innerHeight,
            right > innerWidth - 2 * width,
          ];
        }),
        [true, true, true, true, true],
      );
      await widget.harmless();
    });
  }

  for (const [page, query] of [
    ['only-dark', ''],
    ['styled', `?css=${encodeURIComponent(':root { color-scheme: only dark }')}`],
  ])
    test(`says that it is dark: so is the widget, in a light system (${page})`, async () => {
      const lightness = async (/** @type {Widget} */ widget) => {
        await widget.orb('idle');
        return widget.page.evaluate(() => {
          const bar = /** @type {Element} */ (witness.widget().shadowRoot?.querySelector('.bar'));
          return Number(/\d+/.exec(getComputedStyle(bar).backgroundColor)?.[0]) > 128;
        });
      };
      assert.equal(await lightness(await scene.open('voice')), true);
      assert.equal(await lightness(await scene.open(String(page), { query })), false);
    });

  test('has a framework that draws the widget later: there is one, and the script’s own comes back when it goes', async () => {
    const widget = await scene.open('framework-later', { microphone: 'granted' });
    const count = (/** @type {number} */ wanted, /** @type {string} */ where) =>
      widget.page.until(
        `one widget, in ${where}`,
        ([number, parent]) => {
          const all = [...document.querySelectorAll('earshot-widget')];
          return all.length === number && all[0]?.parentElement?.localName === parent;
        },
        /** @type {const} */ ([wanted, where]),
      );
    /** @type {() => Promise<void>} */
    const draw = () => widget.page.evaluate(() => /** @type {any} */ (globalThis).draw());
    await widget.orb('idle');
    await count(1, 'html');
    await draw();
    await count(1, 'div');
    await call(widget);
    await widget.page.evaluate(() => document.querySelector('#app earshot-widget')?.remove());
    await count(1, 'html');
    await widget.liveTracks();
    await widget.orb('idle');
    await call(widget); // nobody takes one away that is in use
    await draw();
    await widget.page.until('two', () => document.querySelectorAll('earshot-widget').length === 2);
    assert.deepEqual(await widget.live(), ['audio']);
    /** @param {'end' | 'dismiss'} action */
    const press = (action) =>
      widget.page.evaluate(
        (which) => /** @type {any} */ (document.querySelector('html > earshot-widget')).press(which),
        action,
      );
    await press('end');
    await widget.liveTracks();
    await press('dismiss');
    await count(1, 'div');
    await widget.harmless();
  });

  test('runs the script again with another configuration, in a call: there is one widget, which has it', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await call(widget);
    await widget.page.evaluate(() => {
      const again = document.createElement('script');
      again.src = '/dist/earshot.js';
      again.dataset.config =
        '{"media":["microphone"],"theme":"dark","chat":{"transport":"websocket","url":"/chat"}}';
      document.body.append(again);
    });
    await widget.page.until('another theme', () => {
      const node = witness.widget().shadowRoot?.querySelector('.widget');
      return (
        node?.getAttribute('data-theme') === 'dark' &&
        document.querySelectorAll('earshot-widget').length === 1
      );
    });
    assert.deepEqual([(await widget.view()).orb, await widget.live()], ['live', ['audio']]);
    await widget.harmless();
  });

  test('is translated by the browser, and darkened by an extension: the words are ours, in that language, and all goes on', async () => {
    const widget = await scene.open('voice', { microphone: 'granted' });
    await widget.orb('idle');
    await widget.page.evaluate(() => {
      // As translators do, and some reach into open shadow roots, too.
      const root = /** @type {ShadowRoot} */ (witness.widget().shadowRoot);
      const wrap = () => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        /** @type {Text[]} */
        const texts = [];
        while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
        for (const text of texts) {
          if (!text.data.trim() || text.parentElement?.localName === 'font') continue;
          const inner = document.createElement('font');
          inner.append(`[${text.data}]`);
          const outer = document.createElement('font');
          outer.append(inner);
          text.replaceWith(outer);
        }
      };
      document.documentElement.lang = 'de';
      document.documentElement.className = 'translated-ltr';
      wrap();
      new MutationObserver(wrap).observe(root, { childList: true, characterData: true, subtree: true });
      // As Dark Reader does.
      const sheet = document.createElement('style');
      sheet.className = 'darkreader darkreader--override';
      sheet.textContent = '* { background-color: #181a1b !important; color: #e8e6e3 !important }';
      root.prepend(sheet);
      for (const each of root.querySelectorAll('*')) each.setAttribute('data-darkreader-inline-color', '');
    });
    await widget.page.until('German', () =>
      /Sprechen/.test(witness.widget().shadowRoot?.querySelector('.hint')?.textContent ?? ''),
    );
    await call(widget);
    await widget.press('mute');
    await widget.press('unmute');
    await widget.chat('Hallo');
    await widget.press('back_to_voice');
    await widget.orb('live');
    await widget.press('end');
    await widget.liveTracks();
    await widget.harmless();
  });
});
