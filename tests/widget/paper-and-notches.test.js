// Where a page is drawn: on paper, and under the notch of a phone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gallery } from './harness.js';

const lab = gallery();

test('the widget is not on the paper', async () => {
  await lab.open('view=live');
  await lab.page.emulateMediaType('print');
  const boxes = () =>
    lab.page.evaluate(
      () => earshot.element.shadowRoot?.querySelector('#orb')?.getClientRects().length ?? Number.NaN,
    );
  assert.equal(await boxes(), 0);
  await lab.page.emulateMediaType('screen');
  assert.equal(await boxes(), 1);
});

/** What an iPhone keeps free. */
const UPRIGHT = { left: 0, right: 0, bottom: 34, top: 47 };
const ON_ITS_SIDE = { left: 47, right: 47, bottom: 21, top: 0 };

for (const [what, query, width, height] of /** @type {[string, string, number, number][]} */ ([
  ['idle', 'view=idle', 844, 390],
  ['in a call, at the left', 'view=live&position=bottom-left', 844, 390],
  ['on its side, with the card open', 'view=blocked', 844, 390],
  ['on its side, writing', 'view=chatting&chat=open&talk', 844, 390],
  ['upright, writing', 'view=chatting&chat=open&talk', 390, 844],
  ['upright, with the card open', 'view=blocked', 390, 844],
]))
  test(`nothing that is read or pressed is under a notch or a rounded corner: ${what}`, async () => {
    const notch = width > height ? ON_ITS_SIDE : UPRIGHT;
    const devtools = await lab.page.createCDPSession();
    await lab.page.setViewport({ width, height });
    await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: notch });
    await lab.open(query);
    const under = await lab.page.evaluate(({ left, right, bottom }) => {
      const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
      for (const each of root.getAnimations())
        if (each.effect?.getComputedTiming().iterations === 1) each.finish();
      const scrolling = [...root.querySelectorAll('.card, .log, .chat')].filter(
        (each) => each.scrollHeight > each.clientHeight,
      );
      return [
        .../** @type {NodeListOf<HTMLElement>} */ (
          root.querySelectorAll('.disc, .bar, .title, li, button, textarea, .message')
        ),
      ]
        .map((each) => ({ each, box: each.getBoundingClientRect() }))
        .filter(({ each, box }) => {
          if (box.width === 0 || !each.checkVisibility({ visibilityProperty: true })) return false;
          const scrolled = scrolling.some((whole) => whole.contains(each)); // what is below can be scrolled to
          return (
            box.left < left ||
            box.right > innerWidth - right ||
            (!scrolled && box.bottom > innerHeight - bottom)
          );
        })
        .map(({ each, box }) => `${each.outerHTML.slice(0, 60)} ${Object.values(box.toJSON())}`);
    }, notch);
    assert.deepEqual(under, []);
    await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets: {} });
    await lab.page.setViewport({ width: 1200, height: 800 });
    await devtools.detach();
  });
