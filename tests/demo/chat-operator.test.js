// A person answers: by the endpoints, and in a real browser on the operator's page.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import puppeteer from 'puppeteer-core';
import { visit } from './chat-guest.js';
import { actAs, watchList } from './chat-person.js';
import { startDemo } from './demo-under-test.js';

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
before(async () => void (demo = await startDemo({ chat: { operatorToken: 'operator' } })));
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
  const guest = await visit(demo);
  const person = await actAs('Mei Tanaka', demo, guest.key.session);
  guest.say('v-1', 'When are you open?');
  await guest.until(({ type, on }) => type === 'typing' && on);
  assert.equal((await person.post({ type: 'message', id: 'a-1', text: 'Mei here.' })).frames[0]?.type, 'ack');
  const answer = await guest.until(({ id }) => id === 'a-1');
  assert.deepEqual([answer.from, answer.name, answer.text], ['agent', 'Mei Tanaka', 'Mei here.']);
  guest.say('v-2', 'When are you open?');
  await new Promise((resolve) => setTimeout(resolve, 900));
  assert.deepEqual(guest.inbox.messages().map(({ id }) => id), ['script-0', 'a-1']);
  await person.post({ type: 'leave' });
  guest.say('v-3', 'When are you open?');
  await guest.until(({ id }) => id === 'script-5');
  guest.close();
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
  assert.equal((await watchList(demo, 'operator', { origin: 'http://evil.example' })).status, 403);
  assert.equal((await watchList(demo, 'operator', { 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await watchList(demo, 'operator', { 'x-forwarded-for': '192.0.2.1' })).status, 403);
  guest.send({ type: 'ping' });
  await guest.until('pong');
  assert.deepEqual(guest.inbox.messages().map(({ id }) => id), ['script-0']);
  guest.close();
});

test('the token is new at each start', async () => {
  const others = [await startDemo(), await startDemo()];
  const [one, two] = others.map(({ chat }) => chat.operatorToken);
  assert.match(one ?? '', /^[\w-]{36}$/);
  assert.notEqual(one, two);
  for (const other of others) await other.stop();
});

for (const [what, body, code] of /** @type {[string, object, string][]} */ ([
  ['an unknown session', { session: 'nobody', name: 'Mei', frames: [{ type: 'message', id: 'a-1', text: 'Hello.' }] }, 'no_session'],
  ['no name', { session: 'nobody', frames: [] }, 'bad_frame'],
  ['a hello', { session: 'nobody', name: 'Mei', frames: [{ type: 'hello' }] }, 'bad_frame'],
])) {
  test(`an operator who sends ${what} is refused`, async () => {
    const response = await fetch(`${demo.origin}/chat/operator/frames`, { method: 'POST', body: JSON.stringify(body), headers: { origin: demo.origin, 'content-type': 'application/json', authorization: 'Operator operator' } });
    assert.equal(/** @type {any} */ (await response.json()).frames[0].code, code);
  });
}

test('the operator page: a visitor writes, a person takes over, both see each other type, and markup is text', async () => {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM_BIN ?? '/usr/bin/chromium',
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  try {
    const guest = await visit(demo, DENIED);
    const page = await browser.newPage();
    /** @type {string[]} */
    const wrong = [];
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(`${demo.origin}/operator.html#operator`);
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
  } finally {
    await browser.close();
  }
});
