// Small screens, and people who read large: the page's own bars stay usable, and nothing of the widget is cut off.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';
/** @import { Widget } from './scene.js' */

/** Which of the page's links a finger would miss, at nine points of each. @param {Widget} widget */
const covered = (widget) =>
  widget.page.evaluate(() =>
    [...document.querySelectorAll('nav a')]
      .filter((link) => {
        const { left, top, width, height } = link.getBoundingClientRect();
        const spots = [0.1, 0.5, 0.9];
        return spots.some((x) =>
          spots.some((y) => document.elementFromPoint(left + x * width, top + y * height) !== link),
        );
      })
      .map((link) => link.textContent),
  );

/** How much of the words beside the orb is seen, 0 to 1. @param {Widget} widget */
const wordsSeen = (widget) =>
  widget.page.evaluate(() =>
    Number(
      getComputedStyle(/** @type {Element} */ (witness.widget().shadowRoot?.querySelector('.bar'))).opacity,
    ),
  );

/** @param {Widget} widget @param {number} opacity */
const untilWords = (widget, opacity) =>
  widget.page.until(
    `the words to be ${opacity ? 'there' : 'away'}`,
    (wanted) =>
      getComputedStyle(/** @type {Element} */ (witness.widget().shadowRoot?.querySelector('.bar')))
        .opacity === String(wanted),
    opacity,
  );

/** What of the widget reaches out of the window, or out of its own box. @param {Widget} widget */
const cutOff = (widget) =>
  widget.page.evaluate(() => {
    const wide = document.documentElement.clientWidth;
    return [
      .../** @type {NodeListOf<HTMLElement>} */ (
        witness.widget().shadowRoot?.querySelectorAll('button, .hint, .title, li, textarea')
      ),
    ]
      .filter((each) => each.getClientRects().length > 0)
      .filter((each) => {
        const { left, right } = each.getBoundingClientRect();
        return (
          left < -0.5 || right > wide + 0.5 || (each.id !== 'orb' && each.scrollWidth > each.clientWidth + 1)
        );
      })
      .map((each) => `${each.className} ${each.textContent}`);
  });

inEveryEngine('A visitor on a phone', (scene) => {
  /** @param {string} page @param {number} [width] @param {import('./drivers/engine.js').Permission} [microphone] */
  async function open(page, width = 390, microphone = 'granted') {
    await scene.open('phone', { microphone, query: `?width=${width}&page=${encodeURIComponent(page)}` });
    const widget = scene.framed();
    await widget.orb('idle');
    return widget;
  }

  test('can press every link of the page’s own bar: at rest there is the orb, above it', async () => {
    const widget = await open('shop/');
    assert.deepEqual(await covered(widget), []);
    assert.equal(await wordsSeen(widget), 0);
    await widget.press('orb');
    await widget.orb('live');
    await untilWords(widget, 1);
    assert.deepEqual(await covered(widget), [], 'nor in a call');
    assert.deepEqual(await cutOff(widget), []);
    await widget.press('mute');
    await widget.press('end');
    await widget.orb('ended');
    await widget.harmless();
  });

  test('has the words and the chat beside the orb where the site wants that', async () => {
    const widget = await open('shop/?launcher=bar');
    assert.equal(await wordsSeen(widget), 1);
    await widget.chat('Hello');
  });

  test('finds the chat with the keyboard where only the orb is seen', async () => {
    const widget = await open('shop/?launcher=orb', 700);
    assert.equal(await wordsSeen(widget), 0);
    await widget.page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('nav a')).focus());
    for (let tabs = 0; (await widget.page.focused()).action !== 'open_chat' && tabs < 9; tabs += 1)
      await widget.page.key('Tab');
    assert.equal((await widget.page.focused()).action, 'open_chat');
    await untilWords(widget, 1);
    await widget.page.key('Enter');
    await widget.write('Hello');
  });

  test('reads everything in 160 pixels: idle, in a call, blocked, in the chat', async () => {
    const widget = await open('voice/', 160);
    assert.deepEqual(await cutOff(widget), []);
    await widget.press('orb');
    await widget.orb('live');
    await untilWords(widget, 1);
    assert.deepEqual(await cutOff(widget), []);
    await widget.chat('Hello');
    assert.deepEqual(await cutOff(widget), []);
    const blocked = await open('voice/', 160, 'denied');
    await blocked.press('orb');
    await blocked.orb('blocked');
    await blocked.readsEveryStep();
    assert.deepEqual(await cutOff(blocked), []);
    await blocked.harmless();
  });
});

inEveryEngine(
  'A visitor who has set the browser’s words twice as large',
  (scene) => {
    for (const page of ['voice', 'shop'])
      test(`reads the widget in that size, whatever the page says of its own (${page})`, async () => {
        const widget = await scene.open(page, { microphone: 'denied' });
        await widget.orb('idle');
        const size = (/** @type {string} */ selector) =>
          widget.page.evaluate(
            (which) =>
              parseFloat(
                getComputedStyle(/** @type {Element} */ (witness.widget().shadowRoot?.querySelector(which)))
                  .fontSize,
              ),
            selector,
          );
        assert.equal(await size('.hint'), 30);
        await widget.press('orb');
        await widget.orb('blocked');
        await widget.readsEveryStep();
        assert.ok(Math.abs((await size('.title')) - 34) < 0.1);
        assert.deepEqual(await cutOff(widget), []);
        await widget.chat('Hello');
        assert.equal(await size('textarea'), 30);
        assert.deepEqual(await cutOff(widget), []);
        await widget.harmless();
      });
  },
  { fontSize: 32 },
);
