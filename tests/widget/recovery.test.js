// The browser's own element in the card. This Chromium has it, and says by its `error` whether it could be used.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));
const USABLE_MS = 600; // Chromium trusts the element once it has been still for half a second

/** Presses the element with the mouse, as a visitor does; answers with what it told. Headless, nobody answers its question. */
async function pressElement() {
  const at = await inPage(() => {
    const node = /** @type {HTMLElement & { error?: DOMException }} */ (
      earshot.element.shadowRoot?.querySelector('.recover')
    );
    /** @type {string[]} */
    const told = [];
    Object.assign(globalThis, { told });
    for (const event of ['click', 'cancel', 'error'])
      node.addEventListener(event, () =>
        told.push(`${event} ${node.error?.name ?? ''} ${node.error?.message ?? ''}`.trim()),
      );
    const { x, y, width, height } = node.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2, bottom: y + height, inner: innerHeight };
  });
  assert.ok(at.y > 0 && at.bottom <= at.inner, 'the whole element is in the window');
  await lab.page.mouse.click(at.x, at.y);
  await lab.page.waitForFunction(() => /** @type {any} */ (globalThis).told.length > 1);
  return inPage(() => /** @type {string[]} */ (/** @type {any} */ (globalThis).told));
}

const CASES = [
  { name: 'in light colours', query: 'view=blocked-recovery' },
  { name: 'in dark colours', query: 'view=interrupted-recovery&theme=dark' },
  { name: 'for microphone and camera', query: 'view=blocked-recovery-both' },
  {
    name: 'for the camera, on a page that reads from right to left',
    query: 'view=choosing-recovery&dir=rtl',
  },
  { name: 'in the middle of a call', query: 'view=live_audio_only-recovery' },
  { name: 'inside the page', query: 'view=blocked-recovery&position=inline' },
  { name: 'on a narrow window', query: 'view=blocked-recovery-both', width: 320, height: 568 },
  { name: 'at 400 % zoom', query: 'view=blocked-recovery', width: 320, height: 256 },
  { name: 'in a site’s own colours, be they translucent', query: 'view=blocked-recovery&accent=%23184a3080' },
  { name: 'in forced colours', query: 'view=blocked-recovery', media: { 'forced-colors': 'active' } },
  {
    name: 'in forced dark colours',
    query: 'view=blocked-recovery',
    media: { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' },
  },
];
for (const { name, query, width = 800, height = 700, media = {} } of CASES) {
  test(`the browser accepts a press on its element ${name}`, async () => {
    const cdp = await lab.page.createCDPSession();
    await lab.page.setViewport({ width, height });
    await cdp.send('Emulation.setEmulatedMedia', {
      features: Object.entries(media).map(([feature, value]) => ({ name: feature, value })),
    });
    await lab.open(query);
    await inPage(() =>
      earshot.element.shadowRoot?.querySelector('.recover')?.scrollIntoView({ block: 'nearest' }),
    );
    await new Promise((passed) => setTimeout(passed, USABLE_MS));
    const [first, ...rest] = await pressElement();
    assert.equal(first, 'click');
    assert.match(rest.join(), /^cancel NotAllowedError/); // asked, and nobody answered; a refusal would be an InvalidStateError
    await cdp.send('Emulation.setEmulatedMedia', { features: [] });
    await cdp.detach();
    await lab.page.setViewport({ width: 800, height: 600 });
  });
}

test('it is as wide as the card, high enough for a finger, and its colours are opaque and clear', async () => {
  for (const [theme, view] of [
    ['light', 'blocked-recovery'],
    ['dark', 'blocked-recovery-both'],
  ]) {
    await lab.open(`view=${view}&theme=${theme}`);
    const { box, place, color, background } = await inPage(() => {
      const node = /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.recover'));
      const { color, backgroundColor } = getComputedStyle(node);
      const sizeOf = (/** @type {Element} */ { clientWidth }) => clientWidth;
      const { width, height } = node.getBoundingClientRect();
      return {
        box: { width, height },
        place: sizeOf(/** @type {Element} */ (node.parentElement)),
        color,
        background: backgroundColor,
      };
    });
    assert.ok(
      Math.abs(box.width - place) < 1 && box.height >= 44,
      `${box.width} × ${box.height} in ${place}`,
    );
    assert.ok(contrast(color, background) >= 3, `${color} on ${background}`);
  }
});

/** WCAG's. @param {string} a @param {string} b  As computed: "color(srgb …)"; what is translucent has a slash. */
function contrast(a, b) {
  const [dark = 0, light = 0] = [a, b]
    .map((colour) => {
      assert.match(colour, /^color\(srgb [\d. ]+\)$/, 'opaque');
      const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map((part) => {
        const share = Number(part);
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    })
    .sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test('it stays in its place, the very node, while its question is open and answered', async () => {
  await lab.page.setViewport({ width: 800, height: 900 });
  await lab.open('view=blocked-recovery');
  const told = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const node = /** @type {HTMLElement} */ (root.querySelector('.recover'));
    const where = () => Math.round(node.getBoundingClientRect().top);
    const before = where();
    const seen = new MutationObserver(() => {});
    seen.observe(/** @type {Element} */ (node.parentElement), {
      childList: true,
      attributes: true,
      subtree: true,
    });
    earshot.show('blocked-recovery-open');
    const moved = where() - before;
    earshot.page.applyConfig({
      ...earshot.CONFIG,
      texts: {
        en: {
          answer_recovery:
            'A sentence that is a good deal longer than the one before it was, so that it takes more lines.',
        },
      },
    });
    return {
      same: root.querySelector('.recover') === node,
      moved,
      again: where() - before,
      writes: seen.takeRecords().length,
    };
  });
  assert.deepEqual(told, { same: true, moved: 0, again: 0, writes: 0 });
});

test('the card with it does not slide in, since what moves cannot be pressed', async () => {
  await lab.open('view=idle');
  assert.deepEqual(
    await inPage(() => {
      const card = /** @type {Element} */ (earshot.element.shadowRoot?.querySelector('.card'));
      const moving = () => card.getAnimations().length;
      earshot.show('blocked');
      const usual = moving();
      earshot.show('idle');
      earshot.show('blocked-recovery');
      return [usual, moving()];
    }),
    [1, 0],
  );
});

test('another element takes its place, and none leaves none behind', async () => {
  await lab.open('view=blocked-recovery');
  assert.deepEqual(
    await inPage(() => {
      const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
      const names = () => [...root.querySelectorAll('.recover')].map(({ localName }) => localName).join();
      const first = names();
      earshot.show('choosing-recovery');
      const second = names();
      earshot.show('blocked');
      return [first, second, names(), root.querySelector('.recovery')?.checkVisibility()];
    }),
    ['microphone', 'camera', '', false],
  );
});

test('where the browser does not know the element, the button inside looks like any first button', async () => {
  await lab.open('view=blocked-recovery&element=unknownelement');
  const [ours, usual] = await inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    /** The same colour may be written in several ways. @param {string} colour */
    const seen = (colour) => {
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1, 1);
      return [...pen.getImageData(0, 0, 1, 1).data].join();
    };
    /** @param {string} selector @param {string} coloured */
    const look = (selector, coloured) => {
      const button = /** @type {HTMLElement} */ (root.querySelector(selector));
      const { color, fontSize, fontWeight, borderTopLeftRadius } = getComputedStyle(button);
      const { backgroundColor } = getComputedStyle(/** @type {Element} */ (root.querySelector(coloured)));
      return {
        text: button.textContent,
        color: seen(color),
        fontSize,
        fontWeight,
        borderTopLeftRadius,
        backgroundColor: seen(backgroundColor),
        high: button.getBoundingClientRect().height >= 44,
      };
    };
    const fallback = look('.fallback', '.recover');
    earshot.show('blocked');
    return [fallback, look('.card .actions button', '.card .actions button')];
  });
  assert.deepEqual(ours, usual);
});

test('the focus goes to the element when its own button has left', async () => {
  await lab.open('view=blocked');
  await inPage(() => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('[data-action=try_again]')).focus();
    earshot.render({ ...earshot.VIEWS['blocked-recovery'], actions: ['recover', 'open_chat', 'dismiss'] });
  });
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.localName), 'microphone');
});
