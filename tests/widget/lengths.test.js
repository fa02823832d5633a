// Every sentence of every language has room: on the narrowest phone, at 200 % zoom, in both directions.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { wordsOf } from '../../script/words.mjs';
import { gallery } from './harness.js';

const lab = gallery();
const folder = fileURLToPath(new URL('../../widget/texts/', import.meta.url));
const IDS = {
  titles: wordsOf('Title'),
  steps: wordsOf('Step'),
  actions: wordsOf('Action').filter((action) => action !== 'orb' && action !== 'dismiss'),
};

/** Runs in the page: shows every title, step and action, in the card and in the bar, and lists what has no room. */
function lookForTightPlaces(/** @type {typeof IDS} */ { titles, steps, actions }) {
  const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
  /** @type {Set<string>} */
  const tight = new Set();
  const shown = (/** @type {string} */ selector) =>
    [...root.querySelectorAll(selector)].filter((node) => node.checkVisibility());
  /** @param {string} about */
  function look(about) {
    for (const node of shown(
      '.card, div.bar, .title, .hint, .steps li, .steps bdi, .support, .action .words, .pill, .play, .recovery, .recover',
    )) {
      const { left, right } = node.getBoundingClientRect();
      if (left < -0.5 || right > innerWidth + 0.5)
        tight.add(
          `${about}: ${node.className} from ${left} to ${right} of ${innerWidth}: ${node.textContent}`,
        );
    }
    for (const node of shown(
      '.card, .title, .hint, .steps li, .card .action, .card .action .words, .pill span, .support',
    )) {
      const inline = getComputedStyle(node).display === 'inline';
      if (!inline && node.scrollWidth > node.clientWidth + 1)
        tight.add(
          `${about}: ${node.className} is cut off: ${node.scrollWidth} in ${node.clientWidth}: ${node.textContent}`,
        );
    }
    for (const node of shown('button, .support, .recover')) {
      const { width, height } = node.getBoundingClientRect();
      if (width < 44 || height < 43.9)
        tight.add(`${about}: too small to press, ${width} × ${height}: ${node.textContent}`);
      if (node.matches('.card .actions button') && node.scrollHeight > node.clientHeight + 1)
        tight.add(`${about}: ${node.textContent} is cut off below`);
    }
  }
  const base = {
    .../** @type {any} */ (earshot.VIEWS['blocked-every-site']),
    picture: 'chromium-left-chip',
    browser: 'samsung',
    steps: [],
    address: 'edge://settings/privacy/sitePermissions/allPermissions/microphone',
  };
  // A computer without the letters draws boxes instead, and the browser's own label, which cannot break, gets wider than any is.
  const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  const wide = (/** @type {string} */ text) => pen.measureText(text).width;
  const recovery =
    earshot.page.wordsOf(base).title.match(/\p{Script=Devanagari}/u) && wide('क्ष') > wide('क') * 1.9
      ? ''
      : 'usermedia';
  for (const title of titles) {
    earshot.render({ ...base, title, actions: ['recover', 'dismiss'], recovery });
    look(title);
    earshot.render({
      ...base,
      orb: 'live',
      title,
      picture: '',
      support: '',
      actions: ['mute', 'audio_only', 'open_chat', 'end'],
    });
    look(`${title} in the bar`);
  }
  for (let at = 0; at < steps.length; at += 4) {
    earshot.render({
      ...base,
      title: 'microphone_blocked',
      steps: steps.slice(at, at + 4),
      actions: ['try_again', 'dismiss'],
    });
    look(String(steps[at]));
  }
  for (let at = 0; at < actions.length; at += 3) {
    earshot.render({ ...base, title: 'microphone_blocked', actions: actions.slice(at, at + 3) });
    look(String(actions[at]));
  }
  return [...tight];
}

for (const file of readdirSync(folder)) {
  const language = file.replace('.json', '');
  test(`${language}: every sentence has room at 320 px and at 200 % zoom`, async () => {
    for (const [width, height] of /** @type {const} */ ([
      [320, 568],
      [640, 400],
    ])) {
      await lab.page.setViewport({ width, height });
      for (const dir of ['ltr', 'rtl']) {
        await lab.open(`language=${language}`);
        // The other direction than the language's own too: nothing may rely on it.
        await lab.page.evaluate(
          (forced) => {
            earshot.page.applyConfig({
              ...earshot.CONFIG,
              language: forced.language,
              company: 'Gemeinschaftspraxis Lindenhof',
            });
            earshot.element.shadowRoot?.querySelector('.widget')?.setAttribute('dir', forced.dir);
          },
          { language, dir },
        );
        assert.deepEqual(
          await lab.page.evaluate(lookForTightPlaces, IDS),
          [],
          `${width} × ${height}, ${dir}`,
        );
      }
    }
    await lab.page.setViewport({ width: 800, height: 600 });
  });
}
