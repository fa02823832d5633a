// 10,000 messages: only a window of them is in the page, and all of them can be reached. Counted in nodes, not in time.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { gallery } from './harness.js';

const lab = gallery();
/** @template T @param {() => T | Promise<T>} run @returns {Promise<T>} */
const inPage = (run) => /** @type {Promise<T>} */ (lab.page.evaluate(run));
const MOST_ROWS = 150;
const MOST_NODES = MOST_ROWS * 12;

/** Opens the chat with that many messages in it. @param {number} count */
async function openWith(count) {
  await lab.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
  await lab.open('view=idle');
  await lab.page.evaluate((many) => {
    /** @type {import('../../js-glue/chat.js').ChatEntry[]} */
    const entries = Array.from({ length: many }, (_, n) => ({
      id: `m-${n}`,
      from: n % 3 ? 'agent' : 'visitor',
      name: 'Ana',
      text: `Message ${n}`,
      at: Date.now() - (many - n) * 60_000,
      status: n % 3 ? 'received' : 'sent',
      seq: n + 1,
      session: 's',
      old: true,
    }));
    earshot.conversation = earshot.converse({ entries });
    earshot.show('chatting');
    earshot.openChat(earshot.conversation);
    earshot.conversation.open();
    earshot.transport.report('open');
  }, count);
}

const state = () =>
  inPage(() => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const log = /** @type {HTMLElement} */ (root.querySelector('.log'));
    const rows = [...root.querySelectorAll('.row')];
    const seen = rows
      .filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        const box = log.getBoundingClientRect();
        return bottom > box.top && top < box.bottom;
      })
      .map((row) => row.querySelector('.message')?.textContent ?? '');
    const newest = /** @type {HTMLElement} */ (root.querySelector('.newest'));
    return {
      rows: rows.length,
      nodes: root.querySelectorAll('*').length,
      seen,
      top: log.scrollTop,
      spoken: rows.filter((row) => row.getAttribute('aria-live') !== 'off').length,
      newest: newest.hidden ? '' : (newest.textContent ?? ''),
    };
  });
const settled = () =>
  inPage(
    () =>
      new Promise((resolve) =>
        setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 60),
      ),
  );
/** @param {number} to */
const scroll = async (to) => {
  await lab.page.evaluate((top) => {
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.log')).scrollTop = top;
  }, to);
  await settled();
};

test('of 10,000 messages the newest are in the page, and nothing of them is read out anew', async () => {
  await openWith(10_000);
  const { rows, nodes, seen, spoken, newest } = await state();
  assert.ok(rows <= MOST_ROWS && rows > 50, String(rows));
  assert.ok(nodes < MOST_NODES, String(nodes));
  assert.equal(seen.at(-1), 'Message 9999');
  assert.deepEqual([spoken, newest], [0, '']);
});

test('further up are the older ones, what is read stays in its place, and the way back is one press', async () => {
  await openWith(1000);
  let oldest = 1000;
  for (let pages = 0; pages < 60 && oldest > 0; pages += 1) {
    await scroll(0);
    const { rows, seen } = await state();
    assert.ok(rows <= MOST_ROWS, String(rows));
    oldest = Number(seen[0]?.split(' ')[1]);
  }
  assert.equal(oldest, 0);
  await scroll(1e6);
  assert.ok((await state()).newest, 'a button leads to the newest');
  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.newest')).click(),
  );
  await settled();
  const { seen, newest, spoken } = await state();
  assert.equal(seen.at(-1), 'Message 999');
  assert.deepEqual([newest, spoken], ['', 0]);
});

test('moving the window does not move what the visitor reads', async () => {
  await openWith(1000);
  await settled(); // nobody reads on in the frame in which it opens
  const before = (await state()).top;
  const told = await inPage(async () => {
    const root = /** @type {ShadowRoot} */ (earshot.element.shadowRoot);
    const log = /** @type {HTMLElement} */ (root.querySelector('.log'));
    log.scrollTop = 100;
    const row = /** @type {HTMLElement} */ (
      [...root.querySelectorAll('.row')].find(
        (each) => each.getBoundingClientRect().top > log.getBoundingClientRect().top,
      )
    );
    const was = row.getBoundingClientRect().top;
    await new Promise((resolve) =>
      setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 60),
    );
    return {
      moved: Math.abs(row.getBoundingClientRect().top - was),
      connected: row.isConnected,
      top: log.scrollTop,
    };
  });
  assert.ok(told.connected && told.moved < 2, JSON.stringify(told));
  assert.ok(told.top > 500 && told.top < before, JSON.stringify(told));
});

test('who reads further up is not carried away by what comes in, and is told how much it is', async () => {
  await openWith(1000);
  await scroll(3000);
  const before = await state();
  await inPage(() => {
    for (let n = 0; n < 3; n += 1) earshot.transport.receive({ from: 'agent', text: `New ${n}` });
  });
  await settled();
  const after = await state();
  assert.deepEqual(after.seen, before.seen);
  assert.equal(after.newest, 'New messages: 3');
  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.newest')).click(),
  );
  await settled();
  assert.equal((await state()).seen.at(-1), 'New 2');
});

test('10,000 messages that come one by one leave no more than the window', async () => {
  await openWith(0);
  const rows = await inPage(async () => {
    for (let n = 0; n < 10_000; n += 1) {
      earshot.transport.receive({ from: 'agent', text: `Message ${n}`, id: `n-${n}`, seq: n + 1 });
      if (n % 500 === 0) await new Promise((resolve) => setTimeout(resolve));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
    return earshot.element.shadowRoot?.querySelectorAll('.row').length;
  });
  assert.ok(Number(rows) <= MOST_ROWS, String(rows));
  const { seen, nodes } = await state();
  assert.equal(seen.at(-1), 'Message 9999');
  assert.ok(nodes < MOST_NODES, String(nodes));
});

test('a log that gets smaller at the very moment of a new message still follows it', async () => {
  await openWith(100);
  await settled();
  for (let n = 0; n < 3; n += 1) {
    await inPage(() => {
      earshot.transport.receive({ from: 'agent', text: 'One more' });
      earshot.transport.report('failed'); // a line of words takes room below
    });
    await settled();
    await inPage(() => earshot.transport.report('open'));
    await settled();
    assert.deepEqual([(await state()).seen.at(-1), (await state()).newest], ['One more', '']);
  }
});

test('a link that has the keyboard leaves it to the transcript when it scrolls out of the window', async () => {
  await openWith(600);
  await inPage(() => {
    earshot.transport.receive({ from: 'agent', text: 'See https://example.com/' });
    return new Promise((resolve) => setTimeout(resolve, 100));
  });
  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.message a')).focus(),
  );
  for (let pages = 0; pages < 6; pages += 1) await scroll(0);
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.className), 'log');
});

test('earlier messages are one press of a button away, for who has no wheel', async () => {
  await openWith(400);
  await inPage(() =>
    /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.earlier')).focus(),
  );
  for (let presses = 0; presses < 40; presses += 1) {
    await lab.page.keyboard.press('Enter');
    await settled();
    if (
      await inPage(
        () => /** @type {HTMLElement} */ (earshot.element.shadowRoot?.querySelector('.earlier')).hidden,
      )
    )
      break;
  }
  assert.equal(
    await inPage(() => earshot.element.shadowRoot?.querySelector('.message')?.textContent),
    'Message 0',
  );
  assert.equal(await inPage(() => earshot.element.shadowRoot?.activeElement?.className), 'log');
});
