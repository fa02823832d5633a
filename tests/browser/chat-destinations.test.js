// Two pages of one site whose chats are two servers: what was written on one goes to its own server, whatever page the visitor is on.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from './drivers/until.js';
import { inEveryEngine } from './scene.js';
import { messages, openChat, reads } from './transcript.js';

const GREETING = 'Hello from the test.';

inEveryEngine('A visitor of a site with two chats', (scene) => {
  /** What comes to the server of a folder from now on. @param {string} folder */
  async function listenTo(folder) {
    const server = await scene.heardAt(folder);
    const [before, asked] = [server.heard.length, server.asked];
    return { texts: () => server.heard.slice(before), asked: () => server.asked - asked };
  }

  test('writes while one server is away, goes to the page of the other, which hears nothing of it, and comes back', async () => {
    const [psychiatry, general] = [await listenTo('/psychiatry'), await listenTo('')];
    const widget = await scene.open('psychiatry', { microphone: 'denied' });
    scene.cutChat(true, '/psychiatry');
    await openChat(widget);
    await widget.submit('I cannot sleep');
    await reads(widget, ['I cannot sleep']);
    await widget.begin('And I am');

    const other = await scene.openAgain('voice');
    await other.orb('idle');
    assert.equal(general.asked(), 0, 'nothing is connected before the chat is opened');
    await openChat(other);
    await reads(other, [GREETING]);
    assert.equal(await other.draft(), '');
    await other.submit('Where can I park?');
    await reads(other, [GREETING, 'Where can I park?', 'You wrote: Where can I park?']);
    assert.deepEqual([general.texts(), psychiatry.texts()], [['Where can I park?'], []]);
    await other.begin('With a');
    await other.harmless();

    scene.cutChat(false);
    const back = await scene.openAgain('psychiatry');
    await until(() => psychiatry.texts().length > 0 || null, {
      what: 'the text to arrive without a press',
      ms: 20_000,
      state: back.story,
    });
    await openChat(back);
    await reads(back, [GREETING, 'I cannot sleep', 'You wrote: I cannot sleep']);
    assert.equal(await back.draft(), 'And I am');
    assert.deepEqual([psychiatry.texts(), general.texts()], [['I cannot sleep'], ['Where can I park?']]);
    await back.harmless();

    const again = await scene.openAgain('voice');
    await openChat(again);
    await reads(again, [GREETING, 'Where can I park?', 'You wrote: Where can I park?']);
    assert.equal(await again.draft(), 'With a');
  });

  test('finds a conversation in each of two folders, though the configuration of both says the same', async () => {
    const widget = await scene.open('folders/one', { microphone: 'denied' });
    await openChat(widget);
    await widget.submit('First');
    const first = [GREETING, 'First', 'You wrote: First'];
    await reads(widget, first);
    const two = await listenTo('/pages/folders/two');

    const other = await scene.openAgain('folders/two');
    await other.orb('idle');
    assert.equal(two.asked(), 0);
    await openChat(other);
    await reads(other, [GREETING]);

    const back = await scene.openAgain('folders/one');
    await openChat(back);
    await reads(back, first);
    await back.harmless();
  });

  test('writes while the server is away, and the page turns to the other one: nothing goes with it, and all is there when the page turns back', async () => {
    const [psychiatry, general] = [await listenTo('/psychiatry'), await listenTo('')];
    const widget = await scene.open('psychiatry', { microphone: 'denied' });
    /** @param {string} url */
    const turnTo = (url) =>
      widget.page.evaluate((address) => {
        witness.widget().config = { media: ['microphone'], chat: { transport: 'websocket', url: address } };
      }, url);
    scene.cutChat(true, '/psychiatry');
    await openChat(widget);
    await widget.submit('I cannot sleep');
    await reads(widget, ['I cannot sleep']);
    await widget.begin('And I am');
    await turnTo('/chat');
    await openChat(widget);
    await reads(widget, [GREETING]);
    assert.equal(await widget.draft(), '');
    await widget.submit('Where can I park?');
    await reads(widget, [GREETING, 'Where can I park?', 'You wrote: Where can I park?']);
    scene.cutChat(false);
    await turnTo('/psychiatry/chat');
    await openChat(widget);
    await reads(widget, [GREETING, 'I cannot sleep', 'You wrote: I cannot sleep']);
    assert.equal(await widget.draft(), 'And I am');
    assert.deepEqual([psychiatry.texts(), general.texts()], [['I cannot sleep'], ['Where can I park?']]);
    await widget.harmless();
  });

  test('writes over HTTP to an address that redirects: the other address receives nothing, and the console says why', async () => {
    const general = await listenTo('');
    const widget = await scene.open('chat-http', { microphone: 'denied' });
    await widget.page.evaluate(
      () =>
        void (witness.widget().config = {
          media: ['microphone'],
          chat: { transport: 'http', url: '/moved/chat' },
        }),
    );
    await openChat(widget);
    await widget.submit('Hello');
    await widget.page.until('the reason', () =>
      witness.lines.some((line) => line.includes('"/moved/chat" redirects, and Earshot does not follow')),
    );
    assert.deepEqual([general.asked(), general.texts(), await messages(widget)], [0, [], ['Hello']]);
    await widget.harmless();
  });
});
