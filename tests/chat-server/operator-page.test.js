// A person answers in a real browser, on the operators' page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import puppeteer from 'puppeteer-core';
import { WORDS } from '../../chat-server/operator/page/why.js';
import { startChat } from './chat-under-test.js';
import { visit } from './guest.js';
import { OPERATOR_TOKEN } from './person.js';

/** @type {Awaited<ReturnType<typeof startChat>>} */
let server;
before(async () => void (server = await startChat({ operatorToken: OPERATOR_TOKEN })));
after(() => server.stop());

const DENIED = { reason: { kind: 'microphone', cause: 'blocked_for_site' } };

/** @param {(page: import('puppeteer-core').Page) => Promise<void>} run */
async function withPage(run) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]); // a click would miss what is still scrolling
    await run(page);
  } finally {
    await browser.close();
  }
}

test('the operator page: a token that cannot be one is the wrong one, as is another; the right one opens', () =>
  withPage(async (page) => {
    await page.goto(`${server.origin}/chat/operator.html`);
    const says = (/** @type {string} */ text) =>
      page.waitForFunction((what) => document.querySelector('[data-line]')?.textContent === what, {}, text);
    for (const token of ['ключ', 'schlüssel', 'two words', 'wrong']) {
      await page.type('#token', token);
      await page.click('[data-key] button');
      await says('This token is not the server’s.');
      await page.reload();
    }
    await page.type('#token', ` ${OPERATOR_TOKEN} `);
    await page.click('[data-key] button');
    await says('Connected');
  }));

test('the operator page: a computer whose clock is wrong, or is set, shows the same visitors and tells of typing', () =>
  withPage(async (page) => {
    const [one, two] = [await visit(server), await visit(server)];
    await page.evaluateOnNewDocument(() => {
      const right = Date.now;
      Object.assign(globalThis, { clockIsOff: 2 * 3600 * 1000 });
      Date.now = () => right() + /** @type {any} */ (globalThis).clockIsOff;
    });
    await page.goto(`${server.origin}/chat/operator.html?name=Mei%20Tanaka#${OPERATOR_TOKEN}`);
    const button = (/** @type {typeof one} */ guest) => `[data-visitor="${guest.key.session}"] button`;
    const choose = async (/** @type {typeof one} */ guest) => {
      await page.click(button(guest));
      await page.waitForSelector(`${button(guest)}[aria-current="true"]`);
    };
    await page.waitForSelector(button(two));
    await choose(one);
    assert.ok(await page.$(button(two)), 'the other visitor is still on the list');
    await page.type('#text', 'M');
    await one.until(({ type, from, on }) => type === 'typing' && from === 'agent' && on);
    await page.keyboard.press('Backspace');
    await one.until(({ type, from, on }) => type === 'typing' && from === 'agent' && !on);
    await page.evaluate(() => void Object.assign(globalThis, { clockIsOff: -3600 * 1000 }));
    await choose(two);
    await page.type('#text', 'M');
    await two.until(({ type, from, on }) => type === 'typing' && from === 'agent' && on);
    one.close();
    two.close();
  }));

test('the operator page: a visitor writes, a person takes over, both see each other type, and markup is text', () =>
  withPage(async (page) => {
    const guest = await visit(server, DENIED);
    /** @type {string[]} */
    const wrong = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(`${server.origin}/chat/operator.html?name=Mei%20Tanaka#${OPERATOR_TOKEN}`);
    const mine = `[data-visitor="${guest.key.session}"] button`;
    await page.waitForSelector(mine);
    assert.equal(await page.evaluate(() => location.hash), '', 'the token does not stay in the address');
    await page.click(mine);
    const shows = (/** @type {string} */ place, /** @type {string} */ text) =>
      page.waitForFunction(
        (where, what) => document.querySelector(where)?.textContent?.includes(what),
        {},
        place,
        text,
      );
    await shows(
      '[data-why]',
      'Their microphone is blocked for our page (blocked for site). The script answers.',
    );
    await shows('[data-transcript]', 'a script, not a person');

    guest.send({ type: 'typing', on: true });
    await shows('[data-typing]', 'The visitor is writing');
    const markup = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    guest.say('v-1', markup);
    await shows('[data-transcript]', markup);

    await page.type('#text', 'Mei here');
    await guest.until(({ type, from, on }) => type === 'typing' && from === 'agent' && on);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Shift');
    await page.type('#text', '<b>now</b>');
    await page.keyboard.press('Enter');
    const answer = await guest.until(({ name }) => name === 'Mei Tanaka');
    assert.equal(answer.text, 'Mei here\n<b>now</b>');
    await shows('[data-take]', 'Leave it to the script');
    assert.equal(await page.$eval('#text', (field) => /** @type {HTMLTextAreaElement} */ (field).value), '');
    await page.reload();
    await page.waitForSelector(mine);
    assert.equal(await page.$('[data-transcript] img, [data-transcript] script, [data-transcript] b'), null);
    await page.setViewport({ width: 320, height: 640 });
    await page.click(mine);
    await shows('[data-transcript]', 'Mei here');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
    assert.deepEqual(wrong, []);
    guest.close();
  }));

test('the operator page: without a script it does not speak of one, and whoever answers has a name', () =>
  withPage(async (page) => {
    const other = await startChat({ operatorToken: OPERATOR_TOKEN, script: null });
    const guest = await visit(other);
    await page.goto(`${other.origin}/chat/operator.html#${OPERATOR_TOKEN}`);
    const mine = `[data-visitor="${guest.key.session}"] button`;
    await page.waitForSelector(mine);
    await page.click(mine);
    const says = (/** @type {string} */ place, /** @type {string} */ text) =>
      page.waitForFunction(
        (where, what) => document.querySelector(where)?.textContent?.includes(what),
        {},
        place,
        text,
      );
    await says('[data-why]', 'They chose to write. Nobody answers yet.');
    await says('[data-take]', 'Take over');
    await page.type('#name', 'Jonas');
    await page.type('#text', 'Hello');
    await page.keyboard.press('Enter');
    assert.equal((await guest.until('message')).name, 'Jonas');
    await says('[data-why]', 'Jonas answers.');
    assert.equal(await page.$eval('[data-take]', ({ textContent }) => textContent), 'Leave it');
    guest.close();
    await other.stop();
  }));

test('the operator page: a visitor deletes the conversation, and it is not kept there either', () =>
  withPage(async (page) => {
    const guest = await visit(server);
    await page.goto(`${server.origin}/chat/operator.html?name=Mei#${OPERATOR_TOKEN}`);
    const mine = `[data-visitor="${guest.key.session}"] button`;
    await page.waitForSelector(mine);
    await page.click(mine);
    guest.say('v-1', 'My secret');
    const shows = (/** @type {string} */ place, /** @type {string} */ text) =>
      page.waitForFunction(
        (where, what) => document.querySelector(where)?.textContent?.includes(what),
        {},
        place,
        text,
      );
    await shows('[data-transcript]', 'My secret');
    guest.send({ type: 'forget' });
    await guest.until('forgotten');
    await shows('[data-line]', 'The visitor has ended this conversation and deleted it.');
    await page.waitForFunction((one) => !document.querySelector(one), {}, mine);
    const text = await page.evaluate(() => document.body.textContent);
    assert.ok(!text?.includes('My secret'));
    assert.equal(
      await page.$eval('[data-conversation]', (part) => /** @type {HTMLElement} */ (part).hidden),
      true,
    );
    guest.close();
  }));

test('nobody on another machine is shown the page', async () => {
  for (const path of ['/chat/operator.html', '/chat/operator/operator.js']) {
    assert.equal((await fetch(server.origin + path)).status, 200);
    assert.equal(
      (await fetch(server.origin + path, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status,
      404,
      'through a proxy',
    );
  }
});

test('the page has words for every cause that a visitor may come with', () => {
  const { $defs } = JSON.parse(
    readFileSync(new URL('../../docs/far-end.schema.json', import.meta.url), 'utf8'),
  );
  const nothingWrong = ['none', 'default_changed', 'speaking_while_muted', 'output_blocked'];
  const unclear = ['camera_lost', 'unknown'];
  assert.deepEqual(
    [...WORDS.flatMap(([, causes]) => causes), ...nothingWrong, ...unclear].sort(),
    [...$defs.cause.enum].sort(),
  );
});
