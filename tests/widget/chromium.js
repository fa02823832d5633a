// One headless Chromium for whoever looks at the gallery.
import puppeteer from 'puppeteer-core';

/** @param {string[]} [flags] */
export const launchChromium = (flags = []) =>
  puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--hide-scrollbars',
      ...flags,
    ],
  });
