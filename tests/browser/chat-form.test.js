// A site without a chat server: a mail form takes the message, and the answer goes to an address.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './scene.js';

inEveryEngine('A visitor of a site whose form takes messages', (scene) => {
  const EMAIL = 'earshot-widget >>> [part~="email"]';
  const STATE = 'earshot-widget >>> #chat-state';
  /** @param {Awaited<ReturnType<typeof scene.open>>} widget @param {string} text */
  async function address(widget, text) {
    await widget.page.press(EMAIL);
    await widget.page.type(text);
  }
  const posts = () => scene.forms().posts;

  test('writes, is asked for an address, and reads where the answer will come', async () => {
    posts().length = 0;
    const widget = await scene.open('form', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await widget.submit('Please call me back.');
    await widget.page.until('the field to ask', () => {
      const root = witness.widget().shadowRoot;
      return (
        root?.activeElement?.getAttribute('type') === 'email' && root.querySelector('.wrong:not([hidden])')
      );
    });
    assert.equal(posts().length, 0);
    assert.equal(await widget.draft(), 'Please call me back.', 'what was written stays');
    await widget.page.type('ana@example.com');
    await widget.page.key('Enter');
    await widget.page.until('the message to be sent', () =>
      witness.widget().shadowRoot?.querySelector('#chat-state')?.textContent?.includes('ana@example.com'),
    );
    assert.match((await widget.page.texts(STATE)).join(''), /^Sent\. We will answer at ana@example\.com\./);
    assert.deepEqual(await widget.page.texts('earshot-widget >>> .status'), ['Sent']);
    assert.equal(await widget.draft(), '');
    const [{ message, email, id, reason } = /** @type {Record<string, string>} */ ({}), ...more] = posts();
    assert.deepEqual([message, email, more], ['Please call me back.', 'ana@example.com', []]);
    assert.match(id ?? '', /^v-/);
    if (scene.name !== 'webkitgtk') assert.equal(reason, 'blocked_for_site');
    await widget.harmless();
  });

  test('presses twice, and it is sent once; a failure keeps it and says so, and a press sends it again', async () => {
    posts().length = 0;
    scene.forms().answerWith(500);
    const widget = await scene.open('form', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await address(widget, 'ana@example.com');
    await widget.begin('Hello');
    await widget.page.evaluate(() => {
      const send = /** @type {HTMLElement} */ (witness.widget().shadowRoot?.querySelector('[part~="send"]'));
      send.click();
      send.click();
    });
    await widget.reads('Not sent');
    assert.equal(posts().length, 1);
    scene.forms().answerWith(303);
    await widget.page.press('earshot-widget >>> .row .link');
    await widget.page.until('the second try to fail', () =>
      witness.lines.some((line) => line.includes('redirects, and Earshot does not follow')),
    );
    await widget.reads('Not sent');
    scene.forms().answerWith(204);
    await widget.page.press('earshot-widget >>> .row .link');
    await widget.reads('Sent');
    assert.equal(posts().length, 3);
    assert.equal(new Set(posts().map(({ id }) => id)).size, 1);
    await widget.harmless(/500|Failed to load/);
  });

  test('finds draft and address again after a reload, and nothing is sent by itself', async () => {
    posts().length = 0;
    const widget = await scene.open('form', { microphone: 'denied' });
    await widget.press('open_chat');
    await widget.orb('chatting');
    await address(widget, 'ana@example.com');
    await widget.begin('I would like');
    const again = await scene.openAgain('form');
    await again.press('open_chat');
    await again.orb('chatting');
    await again.page.until(
      'the draft',
      () => witness.widget().shadowRoot?.querySelector('textarea')?.value !== '',
    );
    assert.equal(await again.draft(), 'I would like');
    assert.equal(
      await again.page.evaluate(() => witness.widget().shadowRoot?.querySelector('input')?.value),
      'ana@example.com',
    );
    assert.equal(posts().length, 0);
    await again.harmless();
  });
});
