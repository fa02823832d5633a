// Makes docs/pictures/: our drawings, frame by frame, and what Chromium and Firefox really show at these moments.
// usage: see script/pictures
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.js';
import { HOST, photographChromium, photographFirefox } from './pictures-real.js';
import { serveRepository } from './serve.js';

const OUT = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const WORK = fileURLToPath(new URL('../../build/pictures/', import.meta.url));

/** Each picture, its frames (`1 chip`: the first one while the browser shows why), and the photographs beside them
 * and how much of the window they show.
 * @type {Record<string, [frames: string[], real?: string[], size?: string]>} */
const PAIRS = {
  'chromium-left-chip': [
    ['1', '1 chip', '2', '3'],
    ['chromium-tune', 'chromium-chip', 'chromium-bubble', 'chromium-on'],
    '470x330',
  ],
  'chromium-prompt': [['2', '3'], ['chromium-prompt', 'chromium-in-use'], '470x415'],
  'firefox-left-icons': [['1', '2', '3'], ['firefox-icons', 'firefox-panel', 'firefox-gone'], '640x190'],
  'firefox-prompt': [['2', '3'], ['firefox-prompt', 'firefox-in-use'], '640x225'],
  'safari-menu-bar': [['1', '2', '3']],
  'ios-page-menu': [['1', '2', '3']],
  'ios-settings': [['1', '2', '3']],
  'android-address-bar': [['1', '2', '3']],
  'android-settings': [['1', '2', '3']],
  'macos-privacy': [['1', '2', '3']],
  'windows-privacy': [['1', '2', '3']],
};

/** @param {string[]} args */
const convert = (...args) => execFileSync('convert', args);
/** Side by side, in few colours, so that the repository stays small. @param {string[]} files @param {string} name */
const join = (files, name) =>
  convert(
    ...files,
    '-bordercolor',
    '#999',
    '-border',
    '1',
    '+append',
    '+dither',
    '-colors',
    '48',
    '-strip',
    '-define',
    'png:compression-level=9',
    `${OUT}${name}.png`,
  );
const whole = (/** @type {string} */ name) => `${WORK}${name}.png`;

async function photograph() {
  const corner = { chromium: await photographChromium(whole), firefox: await photographFirefox(whole) };
  for (const [picture, [, real, size]] of Object.entries(PAIRS)) {
    if (!real) continue;
    const { left, top } = corner[picture.startsWith('firefox') ? 'firefox' : 'chromium'];
    const parts = real.map((name) => {
      const part = `${WORK}${picture}-${name}.png`;
      convert(whole(name), '-crop', `${size}+${left}+${top}`, '+repage', part);
      return part;
    });
    join(parts, `${picture}-real`);
  }
}

async function draw() {
  const server = await serveRepository();
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 400, height: 600, deviceScaleFactor: 1.5 });
    for (const [picture, [frames]] of Object.entries(PAIRS)) {
      await page.goto(server.gallery);
      await page.evaluate(
        async (given) => {
          const { createPicture } = await import(String('/widget/pictures/picture.js'));
          const { PICTURE } = await import(String('/widget/styles/picture.js'));
          const { createFrame } = await import(String('/widget/frame.js'));
          const { STYLES } = await import(String('/widget/styles.js'));
          const host = document.createElement('div');
          document.body.replaceChildren(host);
          const root = host.attachShadow({ mode: 'open' });
          createFrame(root).addSheet(STYLES + PICTURE);
          const drawing = createPicture(() => {});
          const widget = Object.assign(document.createElement('div'), { className: 'widget' });
          widget.dataset.position = 'inline';
          widget.append(drawing.node);
          root.append(widget);
          drawing.node.style.cssText = 'inline-size:320px;border-radius:0';
          drawing.render({
            ...given,
            kind: 'microphone',
            mirrored: false,
            description: '',
            texts: { label_play: 'Show me', label_stop: 'Stop' },
            showWhere: true,
          });
          Object.assign(globalThis, { drawing });
        },
        { picture, host: HOST },
      );
      for (const frame of frames) {
        await page.evaluate((wanted) => {
          const { node } = /** @type {any} */ (globalThis).drawing;
          node.dataset.frame = wanted[0];
          node.toggleAttribute('data-shown', wanted.includes('chip'));
        }, frame);
        await page.screenshot({
          path: `${WORK}${picture}-${frame}.png`,
          clip: { x: 0, y: 0, width: 320, height: 136 },
        });
      }
      join(
        frames.map((frame) => `${WORK}${picture}-${frame}.png`),
        `${picture}-drawn`,
      );
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

mkdirSync(OUT, { recursive: true });
mkdirSync(WORK, { recursive: true });
const wanted = process.argv[2] ?? 'both';
if (wanted !== 'drawn') await photograph();
if (wanted !== 'real') await draw();
rmSync(WORK, { recursive: true, force: true });
