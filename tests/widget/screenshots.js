// Pictures of every view, to look at. usage: see script/screenshots
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launchChromium } from './chromium.js';
import { drawGuidance } from './guidance-shots.js';
import { serveRepository } from './serve.js';
import { VIEWS } from './views.js';

/** @typedef {{ name: string, query: string, width?: number, height?: number, scale?: number, media?: Record<string, string> }} Shot */

const FOLDER = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const wanted = process.argv.slice(2);

/** @param {string} view */
const chatOf = (view) => (view.startsWith('chatting') ? '&chat=open&talk' : '');
/** @param {string} view */
const levelOf = (view) => (view.startsWith('live') ? '&level=0.5' : '');

/** @type {Shot[]} */
const SHOTS = Object.keys(VIEWS).flatMap((view) =>
  ['light', 'dark'].map((theme) => ({
    name: `${view}-${theme}`,
    query: `view=${view}${chatOf(view)}${levelOf(view)}`,
    media: { 'prefers-color-scheme': theme },
  })),
);

for (const view of [
  'idle',
  'idle-notifications',
  'asking',
  'asking-help',
  'live-sound-blocked',
  'blocked',
  'live',
  'live_audio_only-blocked',
  'interrupted',
  'chatting',
  'blocked-everything',
  'blocked-recovery',
  'blocked-every-site',
]) {
  const query = `view=${view}${chatOf(view)}${levelOf(view)}`;
  SHOTS.push(
    { name: `${view}-rtl`, query: `${query}&dir=rtl` },
    { name: `${view}-320`, query, width: 320, height: 568 },
    { name: `${view}-phone-dark`, query, width: 390, height: 760, media: { 'prefers-color-scheme': 'dark' } },
    { name: `${view}-zoom200`, query, width: 640, height: 400, scale: 2 },
    { name: `${view}-forced-colors`, query, media: { 'forced-colors': 'active' } },
    { name: `${view}-left`, query: `${query}&position=bottom-left` },
    { name: `${view}-inline`, query: `${query}&position=inline` },
  );
}
for (const chat of ['connecting', 'failed']) {
  SHOTS.push(
    { name: `chat-${chat}`, query: `view=chatting&chat=${chat}` },
    { name: `chat-${chat}-320`, query: `view=chatting&chat=${chat}`, width: 320, height: 568 },
  );
}
for (const [name, query] of Object.entries({
  typing: 'view=chatting&chat=open&talk&typing',
  unsent: 'view=chatting&chat=open&talk&unsent',
  links: 'view=chatting&chat=open&links',
  'links-failed': 'view=chatting&chat=failed&talk&links',
  none: 'view=chatting&chat=none&links',
  unread: 'view=idle&chat=open&talk&unread=3',
  'unread-chatting': 'view=chatting&chat=open&talk&unread=120',
  'unread-live': 'view=live&chat=open&talk&unread=3&level=0.5',
  'unread-blocked': 'view=blocked&chat=open&talk&unread=3',
  arabic: 'view=chatting&chat=open&talk&typing&unsent&language=ar',
  ready: 'view=chatting-ready&chat=open&talk',
  german: 'view=chatting&chat=open&talk&unsent&links&language=de',
})) {
  SHOTS.push(
    { name: `chat-${name}`, query },
    { name: `chat-${name}-dark`, query, media: { 'prefers-color-scheme': 'dark' } },
    { name: `chat-${name}-320`, query, width: 320, height: 568 },
    { name: `chat-${name}-forced-colors`, query, media: { 'forced-colors': 'active' } },
  );
}
SHOTS.push(
  { name: 'dark-theme-on-light-page', query: 'view=live_audio_only&theme=dark&level=0.5' },
  {
    name: 'light-theme-on-dark-page',
    query: 'view=interrupted&theme=light',
    media: { 'prefers-color-scheme': 'dark' },
  },
);
SHOTS.push(
  { name: 'chatting-folded', query: 'view=chatting' },
  { name: 'chatting-zoom400', query: 'view=chatting&chat=open&talk', width: 320, height: 256 },
  { name: 'blocked-zoom400', query: 'view=blocked', width: 320, height: 256 },
);

const shots = SHOTS.filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
await mkdir(FOLDER, { recursive: true });
const server = await serveRepository();
const browser = await launchChromium();
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error));
  const cdp = await page.createCDPSession();
  for (const { name, query, width = 760, height = 640, scale = 1, media = {} } of shots) {
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    // Motion stands still, so that two runs draw the same picture.
    const features = Object.entries({
      'prefers-reduced-motion': 'reduce',
      'prefers-color-scheme': 'light',
      'forced-colors': 'none',
      ...media,
    }).map(([feature, value]) => ({ name: feature, value }));
    await cdp.send('Emulation.setEmulatedMedia', { features });
    await page.goto(`${server.gallery}?${query}`);
    await page.waitForSelector('html[data-ready]');
    await page.screenshot({ path: `${FOLDER}${name}.png` });
  }
  const names = [
    ...shots.map(({ name }) => name),
    ...(await drawGuidance(page, server.gallery, FOLDER, wanted)),
  ];
  await writeFile(`${FOLDER}index.html`, contactSheet(names));
  console.log(`${names.length} pictures: ${FOLDER}index.html`);
} finally {
  await browser.close();
  await server.close();
}

/** @param {string[]} all */
function contactSheet(all) {
  const figures = all.map(
    (name) =>
      `<figure><a href="${name}.png"><img src="${name}.png" alt="" loading="lazy"></a><figcaption>${name}</figcaption></figure>`,
  );
  return `<!doctype html><meta charset="utf-8"><title>Every view</title>
<style>body{margin:16px;font:13px system-ui;background:#ddd}main{display:flex;flex-wrap:wrap;gap:16px}figure{margin:0}img{max-width:380px;max-height:380px;display:block}</style>
<main>${figures.join('\n')}</main>
`;
}
