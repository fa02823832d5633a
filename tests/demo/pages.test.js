// Every page of the demo in a real browser: nothing in the console that is an error, and nobody else is ever asked.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import { startDemo } from './demo-under-test.js';

const site = fileURLToPath(new URL('../../demo-site/', import.meta.url));
const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const pages = [
  '/operator.html',
  ...['', 'embed/'].flatMap((folder) =>
    readdirSync(site + folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => `/${folder}${name}`),
  ),
];

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
/** @type {import('puppeteer-core').Browser} */
let browser;
before(async () => {
  demo = await startDemo({ dist });
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [
      ...root,
      '--disable-gpu',
      '--use-fake-device-for-media-stream',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
});
after(async () => {
  await browser?.close();
  await demo?.stop();
});

/** @param {import('puppeteer-core').Page} page @param {string} selector @param {string} text */
async function fill(page, selector, text) {
  await page.$eval(
    selector,
    (place, words) => {
      /** @type {HTMLTextAreaElement} */ (place).value = words;
    },
    text,
  );
}

/** @param {string} path @param {(page: import('puppeteer-core').Page) => Promise<void>} look */
async function visit(path, look) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on(
    'response',
    (response) => response.status() >= 400 && wrong.push(`${response.status()} ${response.url()}`),
  );
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== 'localhost' && hostname !== '127.0.0.1') wrong.push(`asks ${request.url()}`);
  });
  try {
    await page.goto(demo.origin + path, { waitUntil: 'networkidle0' });
    await look(page);
    return wrong;
  } finally {
    await page.close();
  }
}

/** Waits until the core has spoken. @param {import('puppeteer-core').Page | import('puppeteer-core').Frame} place */
const coreReady = (place) =>
  place.waitForFunction(() => {
    const widget = /** @type {(HTMLElement & { view?: { orb: string } }) | null} */ (
      document.querySelector('earshot-widget')
    );
    return widget?.view && widget.view.orb !== 'starting';
  });

for (const path of pages) {
  test(`${path} loads without a console error`, async () => {
    const wrong = await visit(path, async (page) => {
      if (path === '/embed/index.html' || path === '/operator.html') return; // no widget there
      const frame = page.frames().find((each) => each.url().endsWith('/embed/framed.html'));
      await coreReady(frame ?? page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(overflow, 0, 'nothing sticks out to the side');
    });
    // Chromium reports the compilation that the policy forbids, and that is the point of this page.
    const expected =
      path === '/embed/no-wasm-csp.html' ? wrong.filter((text) => !text.includes('wasm')) : wrong;
    assert.deepEqual(expected, []);
  });
}

test('the playground sends every example that it offers, and the core refuses none', async () => {
  const wrong = await visit('/playground.html', async (page) => {
    await coreReady(page);
    const count = await page.$$eval('#example option', (options) => options.length);
    for (let index = 0; index < count; index += 1) {
      await page.select('#example', String(index));
      await page.$eval('#send button', (button) => button.click());
      const said = await page.$eval('#send-said', (place) => place.textContent);
      assert.equal(
        said,
        'Sent.',
        await page.$eval('#fact', (text) => /** @type {HTMLTextAreaElement} */ (text).value),
      );
    }
  });
  assert.deepEqual(wrong, []);
});

test('the playground says what is wrong with a fact that is no JSON, and with one that the core refuses', async () => {
  await visit('/playground.html', async (page) => {
    await coreReady(page);
    /** @param {string} text */
    const send = async (text) => {
      await fill(page, '#fact', text);
      await page.$eval('#send button', (button) => button.click());
      return page.$eval('#send-said', (place) => place.textContent ?? '');
    };
    assert.match(await send('{"fact":'), /^This is not JSON that can be sent: /);
    assert.match(
      await send('{"fact":"sneezed"}'),
      /^The core refuses it: "fact" is "sneezed", which is not a name/,
    );
  });
});

test('the run can be copied, and loaded again into a fresh page', async () => {
  await visit('/playground.html', async (page) => {
    await coreReady(page);
    await page.$eval('earshot-widget', (widget) =>
      /** @type {any} */ (widget).send({ fact: 'pressed', action: 'open_chat' }),
    );
    const trace = await page.$eval('earshot-widget', (widget) => /** @type {any} */ (widget).trace());
    await page.reload();
    await coreReady(page);
    await fill(page, '#trace', trace);
    await page.$eval('#load', (button) => /** @type {HTMLButtonElement} */ (button).click());
    await page.waitForFunction(() => document.querySelector('#orb')?.textContent === 'chatting');
    assert.match(await page.$eval('#trace-said', (place) => place.textContent ?? ''), /^\d+ facts sent\.$/);
  });
});

test('a mistake in the configuration is shown where the site would read it', async () => {
  await visit('/playground.html', async (page) => {
    await coreReady(page);
    await fill(page, '#config', '{"medai":["microphone"]}');
    await page.$eval('#configure button', (button) => button.click());
    await page.waitForFunction(() => document.querySelector('#console')?.textContent?.includes('"media"'));
  });
});

test('the playground shows the card of every visitor and every trouble, and asks no real question for it', async () => {
  const wrong = await visit('/playground.html', async (page) => {
    await coreReady(page);
    const [visitors = 0, troubles = 0] = await page.$$eval('#visitor, #trouble', (menus) =>
      menus.map((menu) => menu.childElementCount),
    );
    /** @param {number} visitor @param {number} trouble @param {string} language */
    const look = async (visitor, trouble, language) => {
      await page.select('#visitor', String(visitor));
      await page.select('#trouble', String(trouble));
      await page.select('#language', language);
      await page.click('#guidance button'); // a real one: without it the browser would refuse, and not the visitor
      await page.waitForFunction(
        (lang) => {
          const widget = /** @type {any} */ (document.querySelector('earshot-widget'));
          if (widget?.view.orb !== 'blocked') return false; // it leaves for a moment
          const root = widget.shadowRoot;
          const card = /** @type {HTMLElement | null} */ (root?.querySelector('.card'));
          return (
            card &&
            !card.hidden &&
            root?.querySelector('.widget')?.getAttribute('lang') === lang &&
            card.querySelector('.actions button')
          );
        },
        {},
        language,
      );
      return page.$eval('earshot-widget', (widget) => {
        const card = widget.shadowRoot?.querySelector('.card');
        return {
          title: /** @type {any} */ (widget).view.title,
          steps: card?.querySelectorAll('.steps li').length ?? 0,
          dir: widget.shadowRoot?.querySelector('.widget')?.getAttribute('dir'),
        };
      });
    };
    for (let visitor = 0; visitor < visitors; visitor += 1)
      assert.notEqual((await look(visitor, 0, 'en')).steps, 0, `visitor ${visitor}`);
    const titles = [];
    for (let trouble = 0; trouble < troubles; trouble += 1) titles.push((await look(0, trouble, 'de')).title);
    assert.deepEqual(titles, [
      'microphone_blocked',
      'microphone_denied',
      'prompt_dismissed',
      'blocked_by_system',
      'microphone_busy',
      'no_microphone',
    ]);
    assert.equal((await look(9, 0, 'ar')).dir, 'rtl');
  });
  assert.deepEqual(
    wrong.filter((text) => !text.includes('permission')),
    [],
  );
});
