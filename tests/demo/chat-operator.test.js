// A person answers: by the endpoints, and in a real browser on the operator's page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { assistant } from '../../demo-site/server/chat/script.js';
import { visit } from './chat-guest.js';
import { OPERATOR_TOKEN, actAs, watchList } from './chat-person.js';
import { startDemo } from './demo-under-test.js';

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
before(async () => void (demo = await startDemo({ chat: { operatorToken: OPERATOR_TOKEN } })));
after(() => demo.stop());

const DENIED = { reason: { kind: 'microphone', cause: 'blocked_for_site' } };

test('a person sees who is there and why voice failed, but no key', async () => {
  const list = await watchList(demo);
  const guest = await visit(demo, DENIED);
  const { sessions } = await list.until((frame) => frame.type === 'sessions' && frame.sessions.some((/** @type {any} */ { id }) => id === guest.key.session));
  const shown = sessions.find((/** @type {any} */ { id }) => id === guest.key.session);
  assert.deepEqual(shown.reason, DENIED.reason);
  assert.deepEqual(Object.keys(shown).sort(), ['began', 'id', 'reason', 'seen', 'seq', 'taken']);
  list.leave();
  guest.close();
});

test('once a person has taken a session, the script is silent in it, also about what it was just thinking of', async () => {
  const other = await startDemo({ chat: { operatorToken: OPERATOR_TOKEN, script: { ...assistant, thinkingMs: 3000 } } });
  const guest = await visit(other);
  const person = await actAs('Mei Tanaka', other, guest.key.session);
  guest.say('v-1', 'When are you open?');
  await guest.until(({ type, on }) => type === 'typing' && on);
  assert.equal((await person.post({ type: 'message', id: 'a-1', text: 'Mei here.' })).frames[0]?.type, 'ack');
  const answer = await guest.until(({ id }) => id === 'a-1');
  assert.deepEqual([answer.from, answer.name, answer.text], ['agent', 'Mei Tanaka', 'Mei here.']);
  guest.say('v-2', 'When are you open?');
  await guest.until(({ type, id }) => type === 'ack' && id === 'v-2');
  await guest.until(({ type, on }) => type === 'typing' && !on); // it has thought about the first
  await person.post({ type: 'leave' });
  guest.say('v-3', 'When are you open?');
  await guest.until(({ id }) => id === 'script-5');
  assert.deepEqual(guest.inbox.messages().map(({ id }) => id), ['script-0', 'a-1', 'script-5']);
  await other.stop();
});

test('what a person sends twice is said once', async () => {
  const guest = await visit(demo);
  const person = await actAs('Mei', demo, guest.key.session);
  const frame = { type: 'message', id: 'a-1', text: 'Hello.' };
  const { frames } = await person.post(frame, frame);
  assert.deepEqual(frames[0], frames[1]);
  guest.close();
});

test('without the token, from another page, or through a proxy nobody is an operator', async () => {
  const guest = await visit(demo);
  for (const token of ['', 'wrong', guest.key.token]) {
    const person = await actAs('Mei', demo, guest.key.session, token);
    assert.equal((await person.post({ type: 'message', id: 'a-1', text: 'Hello.' })).status, 403);
    assert.equal((await person.listen()).status, 403);
    assert.equal((await watchList(demo, token)).status, 403);
  }
  assert.equal((await watchList(demo, OPERATOR_TOKEN, { origin: 'http://evil.example' })).status, 403);
  assert.equal((await watchList(demo, OPERATOR_TOKEN, { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await watchList(demo, OPERATOR_TOKEN, { 'x-forwarded-for': '192.0.2.1' })).status, 403);
  guest.send({ type: 'ping' });
  await guest.until('pong');
  assert.deepEqual(guest.inbox.messages().map(({ id }) => id), ['script-0']);
  guest.close();
});

test('the token is new at each start', async () => {
  const others = [await startDemo(), await startDemo()];
  const [one, two] = others.map(({ chat }) => chat.operatorToken);
  assert.match(one ?? '', /^[\w-]{43}$/);
  assert.notEqual(one, two);
  for (const other of others) await other.stop();
});

for (const [what, body, code] of /** @type {[string, object, string][]} */ ([
  ['an unknown session', { session: 'nobody', name: 'Mei', frames: [{ type: 'message', id: 'a-1', text: 'Hello.' }] }, 'no_session'],
  ['no name', { session: 'nobody', frames: [] }, 'bad_frame'],
  ['a hello', { session: 'nobody', name: 'Mei', frames: [{ type: 'hello' }] }, 'bad_frame'],
])) {
  test(`an operator who sends ${what} is refused`, async () => {
    const response = await fetch(`${demo.origin}/chat/operator/frames`, { method: 'POST', body: JSON.stringify(body), headers: { origin: demo.origin, 'content-type': 'application/json', authorization: `Operator ${OPERATOR_TOKEN}` } });
    assert.equal(/** @type {any} */ (await response.json()).frames[0].code, code);
  });
}

/** @param {(page: import('puppeteer-core').Page) => Promise<void>} run */
async function withPage(run) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
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

test('the operator page: a token that cannot be one is the wrong one, as is another; the right one opens', () => withPage(async (page) => {
  await page.goto(`${demo.origin}/operator.html`);
  const says = (/** @type {string} */ text) => page.waitForFunction((what) => document.querySelector('[data-line]')?.textContent === what, {}, text);
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

test('the operator page: a computer whose clock is wrong, or is set, shows the same visitors and tells of typing', () => withPage(async (page) => {
  const [one, two] = [await visit(demo), await visit(demo)];
  await page.evaluateOnNewDocument(() => {
    const right = Date.now;
    Object.assign(globalThis, { clockIsOff: 2 * 3600 * 1000 });
    Date.now = () => right() + /** @type {any} */ (globalThis).clockIsOff;
  });
  await page.goto(`${demo.origin}/operator.html#${OPERATOR_TOKEN}`);
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

test('the operator page: a visitor writes, a person takes over, both see each other type, and markup is text', () => withPage(async (page) => {
  const guest = await visit(demo, DENIED);
  /** @type {string[]} */
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  await page.goto(`${demo.origin}/operator.html#${OPERATOR_TOKEN}`);
  const mine = `[data-visitor="${guest.key.session}"] button`;
  await page.waitForSelector(mine);
  assert.equal(await page.evaluate(() => location.hash), '', 'the token does not stay in the address');
  await page.click(mine);
  const shows = (/** @type {string} */ place, /** @type {string} */ text) => page.waitForFunction((where, what) => document.querySelector(where)?.textContent?.includes(what), {}, place, text);
  await shows('[data-why]', 'Their microphone is blocked for our page (blocked for site). The script answers.');
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
