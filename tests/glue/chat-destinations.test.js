// Drafts, unsent messages, sessions and transcripts belong to one destination, and no other receives anything of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { openTab, ownTransport } from './chat-tab.js';
import { settle } from './fakes.js';

const SITE = 'https://clinic.example';
const HERE = 'wss://clinic.example/psychiatry';
const THERE = 'wss://clinic.example/chat';
const PSYCHIATRY = { transport: 'websocket', url: '/psychiatry' };
const CHAT = { transport: 'websocket', url: '/chat' };

test('a message for a server that is away stays off the next page, and goes out when the visitor comes back', async (t) => {
  const { visit, away, texts, hellos } = openTab(t);
  away.add(HERE);
  const first = visit(`${SITE}/psychiatry.html`, PSYCHIATRY);
  await first.talk();
  first.send('I cannot sleep');
  first.setDraft('And I am');
  first.close();

  const second = visit(`${SITE}/contact.html`, CHAT);
  assert.equal(second.byItself, false, 'nothing is connected before the visitor opens the chat');
  assert.deepEqual([second.draft(), second.shown()], ['', []]);
  await second.talk();
  second.send('Where can I park?');
  second.setDraft('With a');
  await settle();
  assert.deepEqual([texts(THERE), texts(HERE)], [['Where can I park?'], []]);
  assert.deepEqual(hellos(THERE), [['', '', 0]]);
  second.close();

  away.delete(HERE);
  const third = visit(`${SITE}/psychiatry.html`, PSYCHIATRY);
  assert.deepEqual(
    [third.byItself, third.draft(), third.shown()],
    [true, 'And I am', ['I cannot sleep: sending']],
  );
  await third.talk();
  assert.deepEqual([texts(HERE), texts(THERE)], [['I cannot sleep'], ['Where can I park?']]);
  assert.equal(visit(`${SITE}/contact.html`, CHAT).draft(), 'With a');
});

/** @typedef {Record<string, unknown>} Wishes */
const ws = (/** @type {string} */ url) => ({ transport: 'websocket', url });
const http = (/** @type {string} */ url) => ({ transport: 'http', url });
const frame = (/** @type {string} */ origin) => ({ transport: 'post_message', origin });
/** Two pages of one tab: path and configuration of each, the base of the second, and whether both write to the same destination. */
const PAIRS = /** @type {[string, string, Wishes, string, Wishes, string, boolean][]} */ ([
  ['from the root, in two folders', '/a/', ws('/chat'), '/b/', ws('/chat'), '', true],
  ['relative, in two folders', '/a/', ws('chat'), '/b/', ws('chat'), '', false],
  ['relative, on two pages of one folder', '/a/x', ws('chat'), '/a/y?z#w', ws('chat'), '', true],
  ['up, from a folder below', '/a/b/', ws('../chat'), '/a/', ws('chat'), '', true],
  ['up, from two folders', '/a/b/', ws('../chat'), '/c/b/', ws('../chat'), '', false],
  ['relative, where the page has a base', '/a/', ws('chat'), '/a/', ws('chat'), '/b/', false],
  ['relative, where the base leads back', '/a/', ws('chat'), '/b/', ws('chat'), '../a/', true],
  ['absolute', '/a/', ws('/chat'), '/b/', ws('wss://clinic.example/chat'), '', true],
  ['with the default port', '/', ws('wss://clinic.example:443/chat'), '/', ws('/chat'), '', true],
  ['with another port', '/', ws('wss://clinic.example:8443/chat'), '/', ws('/chat'), '', false],
  ['with capitals in the host', '/', ws('https://CLINIC.example/chat'), '/', ws('/chat'), '', true],
  ['with capitals in the path', '/', ws('/Chat'), '/', ws('/chat'), '', false],
  ['on another host', '/', ws('wss://chat.example/chat'), '/', ws('/chat'), '', false],
  [
    'without encryption',
    '/',
    ws('wss://clinic.example/chat'),
    '/',
    ws('ws://clinic.example/chat'),
    '',
    false,
  ],
  ['with a trailing slash, over a WebSocket', '/', ws('/chat/'), '/', ws('/chat'), '', false],
  ['with a trailing slash, over HTTP', '/', http('/chat/'), '/', http('/chat'), '', true],
  ['with another query', '/', ws('/chat?room=1'), '/', ws('/chat?room=2'), '', false],
  ['with and without a query', '/', http('/chat?room=1'), '/', http('/chat'), '', false],
  ['with another hash', '/', ws('/chat#a'), '/', ws('/chat#b'), '', true],
  ['over WebSocket, then HTTP', '/', ws('/chat'), '/', http('/chat'), '', true],
  [
    'over HTTP, then WebSocket',
    '/',
    http('https://chat.example/x'),
    '/',
    ws('wss://chat.example/x'),
    '',
    true,
  ],
  [
    'of the page around the frame',
    '/a',
    frame('https://one.example'),
    '/b',
    frame('https://one.example'),
    '',
    true,
  ],
  [
    'of the page around the frame, with the default port',
    '/',
    frame('https://one.example:443'),
    '/',
    frame('https://one.example'),
    '',
    true,
  ],
  [
    'of two sites around the frame',
    '/',
    frame('https://one.example'),
    '/',
    frame('https://two.example'),
    '',
    false,
  ],
  [
    'of a page around the frame, then of its server',
    '/',
    frame('https://one.example'),
    '/',
    ws('wss://one.example'),
    '',
    false,
  ],
  ['of a server, then of the page itself', '/', ws('/chat'), '/', { transport: 'host' }, '', false],
  ['that are invalid', '/', ws('http://['), '/', ws('http://]'), '', false],
]);

for (const [what, one, here, two, there, base, same] of PAIRS) {
  test(`addresses ${what}: ${same ? 'one destination' : 'two destinations'}`, async (t) => {
    const tab = openTab(t);
    const everywhere = [
      '/chat',
      '/a/chat',
      '/b/chat',
      '/c/chat',
      '/chat/',
      '/Chat',
      '/chat?room=1',
      '/chat?room=2',
    ].map((path) => `wss://clinic.example${path}`);
    for (const address of [
      ...everywhere,
      'https://clinic.example/chat',
      'ws://clinic.example/chat',
      'wss://clinic.example:8443/chat',
      'wss://chat.example/chat',
      'wss://chat.example/x',
      'https://chat.example/x',
      'https://one.example',
      'https://one.example:443',
      'https://two.example',
      'wss://one.example/',
    ])
      tab.away.add(address);
    const first = tab.visit(SITE + one, here);
    await first.talk();
    first.send('written here');
    first.setDraft('begun here');
    first.close();
    tab.away.clear();

    const second = tab.visit(SITE + two, there, { base });
    const began = [second.byItself, second.draft()];
    await second.talk();
    const told = [...tab.heard.keys()].flatMap(tab.texts);
    assert.deepEqual([...began, told], same ? [true, 'begun here', ['written here']] : [false, '', []]);
    second.close();
    const third = tab.visit(SITE + one, here);
    assert.equal(third.draft(), 'begun here', 'and at home it is still there');
    await third.talk();
    const resumed = [...tab.heard.keys()].flatMap(tab.hellos).some(([session]) => session !== '');
    assert.equal(resumed, same, 'a session goes on where it is the same, and nowhere else');
  });
}

test('a session goes to the server that gave it: one relative address in two folders is two servers', async (t) => {
  const { visit, hellos } = openTab(t);
  const chat = { transport: 'websocket', url: 'chat' };
  const first = visit(`${SITE}/one/`, chat);
  await first.talk();
  first.send('Hello');
  await settle();
  first.close();
  const second = visit(`${SITE}/two/`, chat);
  await second.talk();
  assert.deepEqual(hellos('wss://clinic.example/two/chat'), [['', '', 0]]);
  second.close();
  const third = visit(`${SITE}/one/`, chat);
  await third.talk();
  const [address] = ['wss://clinic.example/one/chat'];
  assert.deepEqual(hellos(address), [
    ['', '', 0],
    [`of ${address}`, `for ${address}`, 0],
  ]);
});

test('the configuration changes while a message waits: the other destination neither receives nor shows it, and after the change back it goes out', async (t) => {
  for (const keep of [true, false]) {
    const { visit, away, texts, hellos } = openTab(t);
    away.add(HERE);
    const first = visit(`${SITE}/`, { ...PSYCHIATRY, keep });
    await first.talk();
    first.send('I cannot sleep');
    first.setDraft('And I am');
    first.close();

    const second = visit(`${SITE}/`, { ...CHAT, keep }, { element: first.element });
    assert.deepEqual([second.byItself, second.draft(), second.shown()], [false, '', []]);
    await second.talk();
    assert.deepEqual([texts(THERE), hellos(THERE)], [[], [['', '', 0]]]);
    second.send('Where can I park?');
    second.close();

    away.delete(HERE);
    const third = visit(`${SITE}/`, { ...PSYCHIATRY, keep }, { element: first.element });
    assert.deepEqual([third.draft(), third.shown()], ['And I am', ['I cannot sleep: sending']]);
    await third.talk();
    assert.deepEqual(texts(HERE), ['I cannot sleep']);
  }
});

test('two servers may use the same ids and numbers: reading one does not hide messages of the other', async (t) => {
  const { visit, hellos } = openTab(t);
  const first = visit(`${SITE}/`, frame('https://one.example'));
  await first.talk();
  for (const n of [1, 2])
    window.dispatchEvent(
      said('https://one.example', {
        type: 'message',
        id: `a-${n}`,
        seq: n,
        at: n,
        from: 'agent',
        text: `one ${n}`,
      }),
    );
  first.close();
  const second = visit(`${SITE}/`, frame('https://two.example'), { element: first.element });
  await second.talk();
  assert.deepEqual(hellos('https://two.example'), [['', '', 0]]);
  window.dispatchEvent(
    said('https://two.example', { type: 'message', id: 'a-1', seq: 1, at: 1, from: 'agent', text: 'two 1' }),
  );
  assert.deepEqual(second.shown(), ['two 1: received']);
});

/** @param {string} origin @param {object} chat */
const said = (origin, chat) =>
  Object.assign(new Event('message'), { source: window.parent, origin, data: { earshot: 1, chat } });

test('two widgets on one page, two servers: each keeps its own', async (t) => {
  const { visit, away, texts } = openTab(t);
  away.add(HERE).add(THERE);
  const both = () => /** @type {const} */ ([visit(`${SITE}/`, PSYCHIATRY), visit(`${SITE}/`, CHAT)]);
  const [first, second] = both();
  await first.talk();
  await second.talk();
  first.send('for one');
  second.send('for the other');
  first.setDraft('one');
  second.setDraft('other');
  first.close();
  second.close();
  away.clear();
  const again = both();
  assert.deepEqual(
    again.map((each) => [each.byItself, each.draft(), each.shown()]),
    [
      [true, 'one', ['for one: sending']],
      [true, 'other', ['for the other: sending']],
    ],
  );
  for (const each of again) await each.talk();
  assert.deepEqual([texts(HERE), texts(THERE)], [['for one'], ['for the other']]);
});

test('with "host" the destination is the origin, on whatever page', async (t) => {
  const { visit } = openTab(t);
  const first = visit(`${SITE}/one`);
  await first.talk();
  first.send('Hello');
  first.setDraft('Begun');
  const second = visit(`${SITE}/two/`, { transport: 'host', url: '/any' });
  assert.deepEqual([second.draft(), second.session(), second.shown()], ['Begun', first.session(), []]);
  assert.deepEqual([first.events.length, second.events.length], [1, 0]);
});

test('a custom transport with a destination: unsent text goes to one of the same name, on any page', async (t) => {
  const { visit } = openTab(t);
  const write = async (/** @type {string} */ address, /** @type {any} */ chatTransport) => {
    const page = visit(address, {}, { chatTransport });
    await page.talk();
    return page;
  };
  const first = await write(`${SITE}/one`, ownTransport(true, 'sales'));
  first.send('waits');
  first.setDraft('begun');
  const other = ownTransport(false, 'support');
  const second = await write(`${SITE}/one`, other);
  assert.deepEqual([other.sent, second.draft(), second.shown()], [[], '', []]);
  const same = ownTransport(false, 'sales');
  const third = await write(`${SITE}/two`, same);
  assert.deepEqual([same.sent, third.draft(), third.shown()], [['waits'], 'begun', ['waits: sent']]);
});

test('a custom transport without a destination: unsent text stays on its page, and goes to another object only with a press', async (t) => {
  const { visit } = openTab(t);
  const transport = ownTransport(true);
  const first = visit(`${SITE}/one`, {}, { chatTransport: transport });
  await first.talk();
  first.send('waits');
  first.setDraft('begun');

  const elsewhere = ownTransport();
  const second = visit(`${SITE}/two`, {}, { chatTransport: elsewhere });
  await second.talk();
  assert.deepEqual([elsewhere.sent, second.draft(), second.shown()], [[], '', []]);

  for (const element of [undefined, first.element]) {
    // after a reload, and in the element that had the first
    for (const time of ['once', 'and again']) {
      const another = ownTransport();
      const third = visit(`${SITE}/one#${time}`, {}, { chatTransport: another, element });
      await third.talk();
      assert.deepEqual([another.sent, third.draft(), third.shown()], [[], 'begun', ['waits: failed']], time);
    }
  }

  const moved = visit(`${SITE}/one`, {}, { chatTransport: transport, element: first.element });
  assert.deepEqual(moved.shown(), ['waits: sending'], 'the same object is the same destination');
  transport.back();
  await settle();
  assert.deepEqual(transport.sent, ['waits']);

  const last = ownTransport();
  const fourth = visit(`${SITE}/one`, {}, { chatTransport: last });
  await fourth.talk();
  assert.deepEqual(fourth.shown(), [], 'it was sent');
});

test('a press sends it to the other object', async (t) => {
  const { visit } = openTab(t);
  const first = visit(`${SITE}/`, {}, { chatTransport: ownTransport(true) });
  await first.talk();
  first.send('waits');
  const transport = ownTransport();
  const second = visit(`${SITE}/`, {}, { chatTransport: transport });
  await second.talk();
  assert.deepEqual([transport.sent, second.shown()], [[], ['waits: failed']]);
  second.retry(certain(second.entries()[0]).id);
  await settle();
  assert.deepEqual([transport.sent, second.shown()], [['waits'], ['waits: sent']]);
});

test('a destination that is no name is reported and ignored', (t) => {
  const { visit } = openTab(t);
  const warned = t.mock.method(console, 'warn', () => {});
  for (const wrong of ['', 5, null, {}])
    visit(`${SITE}/`, {}, { chatTransport: ownTransport(false, /** @type {any} */ (wrong)) });
  visit(`${SITE}/`, {}, { chatTransport: ownTransport(false, 'support') });
  visit(`${SITE}/`, {}, { chatTransport: ownTransport() });
  assert.deepEqual(
    warned.mock.calls.map(({ arguments: [line] }) => line),
    Array(4).fill(
      '[Earshot] chatTransport.destination must be a non-empty string, such as "support"; it is ignored',
    ),
  );
});

test('the entry of an earlier version, which mixed destinations, is removed and goes nowhere', async (t) => {
  const { visit, kept, heard } = openTab(t);
  for (const way of ['websocket /chat', 'custom ', 'host ']) {
    kept.set(
      'earshot-chat',
      JSON.stringify({
        way,
        session: 's1',
        token: 't1',
        seq: 3,
        draft: 'begun',
        unsent: [{ id: 'v-1', text: 'waits', at: 1 }],
      }),
    );
    const page = visit(`${SITE}/`, CHAT);
    assert.deepEqual([page.byItself, page.draft(), page.shown(), [...kept.keys()]], [false, '', [], []]);
    await page.talk();
    assert.deepEqual(
      heard.get(THERE)?.map(({ type, session }) => [type, session]),
      [['hello', '']],
    );
    page.close();
    heard.clear();
    kept.clear();
  }
});

test('with keep: false the entry of this destination is removed, and no other', async (t) => {
  const { visit, kept } = openTab(t);
  for (const chat of [CHAT, PSYCHIATRY]) visit(`${SITE}/`, chat).setDraft('begun');
  const page = visit(`${SITE}/`, { ...CHAT, keep: false });
  page.setDraft('secret');
  assert.deepEqual(
    [...kept.values()].map((text) => JSON.parse(text).draft),
    ['begun'],
  );
  assert.equal(visit(`${SITE}/`, PSYCHIATRY).draft(), 'begun');
});

test('a message that failed is still there after a reload', async (t) => {
  const { visit } = openTab(t);
  const first = visit(
    `${SITE}/`,
    {},
    {
      chatTransport: {
        ...ownTransport(false, 'sales'),
        send() {
          throw new Error('no');
        },
      },
    },
  );
  await first.talk();
  first.send('refused');
  await settle();
  assert.deepEqual(first.shown(), ['refused: failed']);
  const second = visit(`${SITE}/`, {}, { chatTransport: ownTransport(false, 'sales') });
  await second.talk();
  assert.deepEqual(second.shown(), ['refused: failed']);
});
