import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';

const lab = gallery();
/** @template T @param {() => T} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));
/** @param {string[]} keys */
const press = async (...keys) => {
  for (const key of keys)
    await lab.page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (key));
};
const focused = () =>
  inPage(() => {
    const node = earshot.element.shadowRoot?.activeElement;
    return node ? (node.ariaLabel ?? node.textContent) : (document.activeElement?.localName ?? null);
  });
const pressed = () =>
  inPage(() => earshot.facts.splice(0).map((fact) => ('action' in fact ? fact.action : fact.fact)));

async function tabOrder(/** @type {number} */ count) {
  await lab.page.focus('#before');
  const order = [];
  for (let i = 0; i < count; i++) {
    await press('Tab');
    order.push(await focused());
  }
  return order;
}

test('Tab goes from the orb to the card: the way out of it, then what to do', async () => {
  await lab.open('view=blocked');
  assert.deepEqual(await tabOrder(5), [
    'Voice: The microphone is blocked for this site. Here is how to turn it on.',
    'Not now',
    'Show me',
    'Try again',
    'Use text chat',
  ]);
});

test('Tab comes to the browser’s own element before anything that takes longer', async () => {
  await lab.open('view=blocked-recovery');
  await tabOrder(3);
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.localName), 'microphone');
  await press('Tab');
  assert.equal(await focused(), 'Show me');
});

test('Tab comes to the site’s own help last', async () => {
  await lab.open('view=blocked-every-site');
  assert.deepEqual((await tabOrder(6)).slice(2), [
    'Try again',
    'Use text chat',
    'Copy the address',
    'More help',
  ]);
});

test('Tab goes from the orb through the buttons of a call', async () => {
  await lab.open('view=live');
  assert.deepEqual((await tabOrder(4)).slice(1), ['Mute', 'Use text chat', 'End']);
});

test('Enter and Space press what has the focus', async () => {
  await lab.open('view=blocked');
  await tabOrder(4);
  await press('Enter');
  await press('Tab', 'Space');
  assert.deepEqual(await pressed(), ['try_again', 'open_chat']);
});

test('a keyboard can see where it is: the focused button has a ring', async () => {
  await lab.open('view=blocked');
  for (const stop of await tabOrder(4)) assert.ok(stop);
  assert.equal(
    await inPage(
      () => getComputedStyle(/** @type {Element} */ (earshot.element.shadowRoot?.activeElement)).outlineStyle,
    ),
    'solid',
  );
});

test('Escape dismisses where the view offers it, and does nothing elsewhere', async () => {
  await lab.open('view=blocked');
  await tabOrder(3);
  await press('Escape');
  assert.deepEqual(await pressed(), ['dismiss']);
  await inPage(() => earshot.show('blocked-busy'));
  await press('Escape');
  assert.deepEqual(await pressed(), []);
});

test('the focus stays on a button that stays, and goes to the next step when its button leaves', async () => {
  await lab.open('view=live');
  await tabOrder(2);
  await inPage(() => earshot.show('live-muted'));
  assert.equal(await focused(), 'Mute');
  await inPage(() => earshot.show('interrupted'));
  assert.equal(await focused(), 'Try again');
  await inPage(() => earshot.show('idle'));
  assert.match(String(await focused()), /^Voice: /);
});

test('a card that opens does not take the focus', async () => {
  await lab.open('view=idle');
  await tabOrder(1);
  await press('Enter');
  await inPage(() => earshot.show('asking'));
  assert.match(String(await focused()), /^Voice: /);
  await lab.page.focus('#before');
  await inPage(() => earshot.show('blocked'));
  assert.equal(await focused(), 'a');
});

test('opening the chat moves the focus into it, and Escape brings it back to the orb', async () => {
  await lab.open('view=blocked');
  await inPage(() => {
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
  });
  assert.equal(await focused(), 'Your message');
  await press('Escape');
  assert.deepEqual(await pressed(), ['dismiss']);
  await inPage(() => {
    earshot.show('idle');
    earshot.page.closeChat();
  });
  assert.match(String(await focused()), /^Voice: /);
});
