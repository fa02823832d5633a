// One server, one browser and one page for a file of tests; each test starts on a fresh gallery.
import { after, before } from 'node:test';
import { launchChromium } from './chromium.js';
import { serveRepository } from './serve.js';

export const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @returns {{ page: import('puppeteer-core').Page, open: (query?: string) => Promise<void>, errors: string[] }} */
export function gallery() {
  /** @type {any} */
  const lab = { errors: [] };
  /** @type {(() => Promise<unknown>)[]} */
  const closing = [];

  before(async () => {
    const server = await serveRepository();
    closing.push(server.close);
    const browser = await launchChromium();
    closing.unshift(() => browser.close());
    lab.page = await browser.newPage();
    lab.page.on('pageerror', (/** @type {Error} */ error) => lab.errors.push(String(error)));
    lab.page.on('console', (/** @type {import('puppeteer-core').ConsoleMessage} */ message) => {
      if (message.type() === 'error') lab.errors.push(message.text());
    });
    lab.open = async (query = '') => {
      lab.errors.length = 0;
      await lab.page.goto(`${server.gallery}?${query}`);
      await lab.page.waitForSelector('html[data-ready]');
    };
  });
  after(async () => {
    for (const close of closing) await close();
  });
  return lab;
}
