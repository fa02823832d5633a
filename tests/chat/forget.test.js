// A visitor deletes a conversation: it is gone here at once, and at a real server as soon as that can be reached. Its token opens nothing.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startKillable } from './killable.js';
import { createTab, until } from './visitor.js';

/** @param {ReturnType<typeof createTab>} tab */
const keptOf = (tab) => JSON.parse([...tab.kept.values()][0] ?? '{}');

/** Whether the server still knows the key. @param {number} port @param {{ session: string, token: string }} key */
async function statusOf(port, { session, token }) {
  const leaving = new AbortController();
  const origin = `http://127.0.0.1:${port}`;
  const { status } = await fetch(`${origin}/chat/events?session=${session}&after=0`, {
    headers: { authorization: `Earshot ${token}`, origin },
    signal: leaving.signal,
  });
  leaving.abort();
  return status;
}

for (const over of /** @type {const} */ (['websocket', 'http'])) {
  test(`over ${over}: all of it is gone, the token is void, and what is written next begins anew`, async (t) => {
    const server = await startKillable(t);
    const tab = createTab(server.port);
    const page = tab.open({ over });
    t.after(() => page.close());
    page.send('My secret');
    await until(() => page.entries().some(({ text }) => text === 'You wrote: My secret'), 'the answer');
    page.setDraft('And another');
    const key = keptOf(tab);
    assert.equal(await statusOf(server.port, key), 200);

    page.forget();
    assert.deepEqual([page.entries().length, page.draft()], [0, '']);
    await until(() => page.state() === 'closed', 'the end');
    assert.equal(page.deleted(), 'everywhere');
    assert.deepEqual([...tab.kept], [], 'nothing is left in the tab');
    assert.equal(await statusOf(server.port, key), 404);

    page.send('Hello again');
    await until(() => page.entries().some(({ text }) => text === 'You wrote: Hello again'), 'the answer');
    assert.equal(page.deleted(), '');
    assert.ok(keptOf(tab).session && keptOf(tab).session !== key.session);
    assert.ok(!page.entries().some(({ text }) => text.includes('secret')));
  });

  test(`over ${over}: without a connection it is gone here, and at the server once a later page reaches it`, async (t) => {
    const server = await startKillable(t);
    const tab = createTab(server.port);
    const before = tab.open({ over });
    before.send('My secret');
    await until(() => before.entries().some(({ text }) => text === 'You wrote: My secret'), 'the answer');
    const key = keptOf(tab);
    before.close();

    const offline = tab.open({ over, url: '/chat' });
    offline.close(); // the page is left before a connection stands
    offline.forget();
    assert.equal(offline.deleted(), 'here');
    offline.close();
    assert.deepEqual(
      [keptOf(tab).session, keptOf(tab).leaving, keptOf(tab).unsent],
      [key.session, true, []],
      'only what the server has to be told is kept',
    );
    assert.equal(await statusOf(server.port, key), 200);

    const later = tab.open({ over });
    t.after(() => later.close());
    later.send('Something else');
    await until(() => later.entries().some(({ text }) => text === 'You wrote: Something else'), 'the answer');
    assert.equal(await statusOf(server.port, key), 404);
    assert.ok(!later.entries().some(({ text }) => text.includes('secret')));
    assert.notEqual(keptOf(tab).session, key.session);
  });
}

test('a second tab of the conversation is told, and empties itself too', async (t) => {
  const server = await startKillable(t);
  const tab = createTab(server.port);
  const one = tab.open();
  one.send('My secret');
  await until(() => one.entries().length === 3, 'the answer');
  const two = tab.open({ over: 'http' });
  t.after(() => [one, two].forEach((page) => page.close()));
  await until(() => two.entries().length === 3, 'the transcript');
  two.setDraft('A draft');
  one.forget();
  await until(() => two.state() === 'closed', 'the end');
  assert.deepEqual([two.entries().length, two.draft(), two.deleted()], [0, '', 'everywhere']);
});
