import { test } from 'node:test';
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { gallery } from './harness.js';
import { LANGUAGES } from '../../widget/languages.js';
import { VIEWS } from './views.js';

const lab = gallery();
const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** @param {string} where */
async function assertNothingFound(where) {
  const violations = await lab.page.evaluate(async () => {
    const { axe } = /** @type {{ axe: typeof import('axe-core') }} */ (/** @type {unknown} */ (globalThis));
    const found = await axe.run(earshot.element, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map((node) => `${node.html}: ${node.failureSummary}`),
    }));
  });
  assert.deepEqual(violations, [], where);
}

/** @param {string} scheme @param {string} [query] */
async function openStill(scheme, query) {
  await lab.page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'prefers-reduced-motion', value: 'reduce' },
  ]);
  await lab.open(query);
  await lab.page.addScriptTag({ path: axePath });
}

/** The chat in every state that looks different. */
const CHATS = [
  'connecting',
  'open&talk',
  'closed',
  'failed',
  'open&talk&typing',
  'open&talk&unsent',
  'open&links',
  'failed&talk&links',
  'none&links',
  'view=chatting-ready&chat=open&talk',
  'view=idle&chat=open&talk&unread=3',
  'view=blocked&chat=open&talk&unread=3',
  'view=live&chat=open&talk&unread=120',
];

for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing in any view, ${scheme}`, async () => {
    await openStill(scheme);
    for (const name of Object.keys(VIEWS)) {
      await lab.page.evaluate((view) => earshot.show(view), name);
      await assertNothingFound(`${name} ${scheme}`);
    }
  });

  test(`axe finds nothing in the chat, ${scheme}`, async () => {
    for (const state of CHATS) {
      await openStill(scheme, state.startsWith('view') ? state : `view=chatting&chat=${state}`);
      await assertNothingFound(`${state} ${scheme}`);
    }
  });
}

const MAIN_CARDS = [
  'blocked-recovery',
  'interrupted',
  'choosing',
  'blocked-firefox',
  'blocked-every-site',
  'blocked-in-app',
  'live_audio_only-recovery',
];
for (const scheme of ['light', 'dark']) {
  test(`axe finds nothing in the main cards, in any language, ${scheme}`, async () => {
    await openStill(scheme);
    for (const language of LANGUAGES) {
      await lab.page.evaluate(async (chosen) => {
        earshot.page.applyConfig({ ...earshot.CONFIG, language: chosen });
        await earshot.packs[chosen];
        await new Promise((drawn) => setTimeout(drawn));
      }, language);
      assert.equal(
        await lab.page.evaluate(() =>
          earshot.element.shadowRoot?.querySelector('.widget')?.getAttribute('lang'),
        ),
        language,
      );
      for (const name of MAIN_CARDS) {
        await lab.page.evaluate((view) => earshot.show(view), name);
        await assertNothingFound(`${name} in ${language}, ${scheme}`);
      }
    }
  });
}

test('axe finds nothing on a narrow window, inline, and from right to left', async () => {
  await lab.page.setViewport({ width: 320, height: 568 });
  for (const query of [
    'view=blocked',
    'view=asking-help&dir=rtl',
    'view=live-sound-blocked',
    'view=idle-notifications&dir=rtl',
    'view=live&dir=rtl',
    'view=interrupted&position=inline',
    'view=chatting&chat=open',
  ]) {
    await openStill('light', query);
    await assertNothingFound(query);
  }
  await lab.page.setViewport({ width: 800, height: 600 });
});

test('every button is at least 44 px in both directions, in every view', async () => {
  await openStill('light');
  const small = await lab.page.evaluate(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    return Object.keys(earshot.VIEWS).flatMap((name) => {
      earshot.show(name);
      return [...root.querySelectorAll('button')]
        .filter((button) => button.checkVisibility())
        .flatMap((button) => {
          const { width, height } = button.getBoundingClientRect();
          return width < 44 || height < 44
            ? [`${name}: ${button.ariaLabel ?? button.textContent} ${width} × ${height}`]
            : [];
        });
    });
  });
  assert.deepEqual(small, []);
});

test('nothing reaches out of the window, at 320 px wide and at 200 % zoom', async () => {
  for (const [width, height] of /** @type {const} */ ([
    [320, 568],
    [640, 400],
    [320, 256],
  ])) {
    await lab.page.setViewport({ width, height });
    await openStill('light');
    const out = await lab.page.evaluate(() => {
      const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
      return Object.keys(earshot.VIEWS).flatMap((name) => {
        earshot.show(name);
        return [
          ...root.querySelectorAll('.orb, div.bar, .card, .chat, .actions, .title, .hint, .steps li'),
        ].flatMap((part) => {
          if (!part.checkVisibility()) return [];
          const { left, right } = part.getBoundingClientRect();
          const clipped =
            part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0 && !part.matches('.orb');
          return left < -1 || right > innerWidth + 1 || clipped
            ? [`${name}: ${part.className} ${left} to ${right}, ${part.scrollWidth} in ${part.clientWidth}`]
            : [];
        });
      });
    });
    assert.deepEqual(out, [], `${width} × ${height}`);
  }
  await lab.page.setViewport({ width: 800, height: 600 });
});

test('in the chat everything that is pressed is at least 44 px high and wide, and nothing reaches out, in any language, at 320 px and at 200 % zoom', async () => {
  for (const language of LANGUAGES) {
    for (const state of CHATS.filter((each) => /links|unsent|typing|ready|unread=120/.test(each))) {
      await openStill(
        'light',
        `${state.startsWith('view') ? state : `view=chatting&chat=${state}`}&language=${language}`,
      );
      for (const [width, height] of /** @type {const} */ ([
        [320, 568],
        [640, 400],
        [320, 256],
      ])) {
        await lab.page.setViewport({ width, height });
        const wrong = await lab.page.evaluate(async () => {
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))); // the sheet follows the window
          const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
          const seen = (/** @type {string} */ selector) =>
            [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility());
          const small = seen('button, .ways a, textarea').flatMap((node) => {
            const { width, height } = node.getBoundingClientRect();
            return width < 44 || height < 43.9
              ? [`small: ${node.className || node.textContent} ${width} × ${height}`]
              : [];
          });
          const out = seen(
            '.chat, .log, .row, .message, .meta, .state, .ways, .write, .typing, .about, .bar, .count',
          ).flatMap((node) => {
            const { left, right } = node.getBoundingClientRect();
            const cut = node.scrollWidth > node.clientWidth + 1 && node.clientWidth > 0;
            return left < -1 || right > innerWidth + 1 || cut
              ? [`out: ${node.className} ${left} to ${right}, ${node.scrollWidth} in ${node.clientWidth}`]
              : [];
          });
          return [...small, ...out];
        });
        assert.deepEqual(wrong, [], `${width} × ${height}, ${language}, ${state}`);
      }
    }
  }
  await lab.page.setViewport({ width: 800, height: 600 });
});

test('with less motion wished for, nothing moves', async () => {
  await openStill('light');
  const moving = await lab.page.evaluate(() =>
    Object.keys(earshot.VIEWS).filter((name) => {
      earshot.show(name);
      return document.getAnimations().length > 0;
    }),
  );
  assert.deepEqual(moving, []);
});
