// Pictures of every card of guidance: left to right, right to left, dark, forced colours, narrow.
import { mkdir } from 'node:fs/promises';
import { guidanceCards } from './guidance-cards.js';

/** @type {{ name: string, language: string, width: number, height: number, media: Record<string, string> }[]} */
const VARIANTS = [
  { name: 'ltr', language: 'en', width: 420, height: 820, media: {} },
  { name: 'rtl', language: 'ar', width: 420, height: 820, media: {} },
  { name: 'dark', language: 'fr', width: 420, height: 820, media: { 'prefers-color-scheme': 'dark' } },
  { name: 'forced', language: 'en', width: 420, height: 820, media: { 'forced-colors': 'active' } },
  { name: '320', language: 'de', width: 320, height: 760, media: {} },
];

/**
 * @param {import('puppeteer-core').Page} page
 * @param {string} gallery
 * @param {string} folder
 * @param {string[]} wanted  Parts of names; none: all.
 * @returns {Promise<string[]>} the names of the pictures
 */
export async function drawGuidance(page, gallery, folder, wanted) {
  await mkdir(`${folder}guidance`, { recursive: true });
  const cdp = await page.createCDPSession();
  const cards = guidanceCards();
  const names = [];
  for (const variant of VARIANTS) {
    await page.setViewport({ width: variant.width, height: variant.height, deviceScaleFactor: 1 });
    const features = Object.entries({
      'prefers-reduced-motion': 'reduce',
      'prefers-color-scheme': 'light',
      'forced-colors': 'none',
      ...variant.media,
    });
    await cdp.send('Emulation.setEmulatedMedia', {
      features: features.map(([name, value]) => ({ name, value })),
    });
    await page.goto(
      `${gallery}?language=${variant.language}&languages=${variant.language}&dir=${variant.name === 'rtl' ? 'rtl' : 'ltr'}`,
    );
    await page.waitForSelector('html[data-ready]');
    await page.evaluate(() => document.querySelector('main')?.remove());
    for (const { name, view } of cards) {
      const file = `guidance/${name}-${variant.name}`;
      if (wanted.length > 0 && !wanted.some((part) => file.includes(part))) continue;
      await page.evaluate((shown) => earshot.render(shown), view);
      await page.screenshot({ path: `${folder}${file}.png` });
      names.push(file);
    }
  }
  await cdp.detach();
  return names;
}
