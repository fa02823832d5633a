import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { createConversation } from '../../js-glue/chat/conversation.js';
import { createCustom } from '../../js-glue/chat/custom.js';
import { createHostTransport } from '../../js-glue/chat/host.js';
import { answer, fakeChat, fakeStorage } from './chat-fakes.js';
import { fakeClock, settle } from './fakes.js';
/** @import { ChatMessage, ChatTransport } from '../../js-glue/chat.js' */
/** @import { ChatState } from '../../js-glue/words.js' */

test('what is written before there is a connection is sent when it stands, one after the other is confirmed', () => {
  const { conversation, welcome, texts, ack, shown } = fakeChat();
  assert.equal(conversation.send('One'), true);
  assert.equal(conversation.send('Two'), true);
  assert.equal(conversation.state(), 'connecting');
  assert.deepEqual(shown(), ['One: sending', 'Two: sending']);
  welcome();
  assert.equal(conversation.state(), 'open');
  assert.deepEqual(texts(), ['One']);
  ack(1);
  assert.deepEqual(texts(), ['One', 'Two']);
  assert.deepEqual(shown(), ['One: sent', 'Two: sending']);
  ack(2);
  assert.deepEqual(shown(), ['One: sent', 'Two: sent']);
});

test('a message that is not confirmed before the connection is lost goes again, with the same id', (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, pipe, sent, shown, say } = fakeChat();
  conversation.send('Is anybody there?');
  welcome();
  const [first] = sent('message');
  pipe().events.lost();
  clock.tick(500);
  welcome({ resumed: true });
  assert.deepEqual(sent('message'), [first]);
  // The first one had arrived after all: it comes back as the visitor's own.
  say({
    type: 'message',
    from: 'visitor',
    id: /** @type {{ id: string }} */ (first).id,
    seq: 1,
    at: 7,
    text: 'Is anybody there?',
  });
  assert.deepEqual(shown(), ['Is anybody there?: sent']);
  assert.equal(conversation.entries()[0]?.at, 7);
});

test("the order is the server's, whatever arrives first; what waits stands last", (t) => {
  fakeClock(t);
  const { conversation, welcome, say, ack, shown } = fakeChat();
  conversation.open();
  welcome();
  say(answer(1));
  conversation.send('mine');
  say(answer(4), answer(2), answer(2));
  assert.deepEqual(shown(), [
    'answer 1: received',
    'answer 2: received',
    'answer 4: received',
    'mine: sending',
  ]);
  ack(3);
  assert.deepEqual(shown(), ['answer 1: received', 'answer 2: received', 'mine: sent', 'answer 4: received']);
});

test('a message that the server refuses has failed, the next one goes, and it can be tried again', () => {
  const { conversation, welcome, say, sent, ack, shown } = fakeChat();
  conversation.send('bad');
  conversation.send('good');
  welcome();
  const { id } = certain(/** @type {{ id: string }[]} */ (sent('message'))[0]);
  say({ type: 'refused', code: 'too_large', id, text: 'too large' });
  ack(1);
  assert.deepEqual(shown(), ['good: sent', 'bad: failed']);
  conversation.retry('nonsense');
  conversation.retry(id);
  assert.deepEqual(shown(), ['good: sent', 'bad: sending']);
  ack(2);
  assert.deepEqual(shown(), ['good: sent', 'bad: sent']);
});

test('nothing empty is sent, nothing too long, and no half character; the draft stays until something is', () => {
  const { conversation, welcome, texts } = fakeChat();
  welcomeFirst(conversation, welcome);
  conversation.setDraft('draft');
  assert.equal(conversation.send(' \n '), false);
  assert.equal(conversation.send('x'.repeat(4001)), false);
  assert.equal(conversation.draft(), 'draft');
  assert.equal(conversation.send('🎈'.repeat(4000)), true);
  assert.equal(conversation.draft(), '');
  assert.equal(conversation.send('half \ud83c'), true);
  assert.equal(texts()[0], '🎈'.repeat(4000));
  assert.deepEqual(conversation.entries()[1]?.text, 'half \ufffd');
});

/** @param {{ open: () => void }} conversation @param {() => void} welcome */
function welcomeFirst(conversation, welcome) {
  conversation.open();
  welcome();
}

test('a reload goes on: the session, the draft and what nobody has confirmed; what was seen before is not news', (t) => {
  const clock = fakeClock(t);
  const first = fakeChat();
  welcomeFirst(first.conversation, first.welcome);
  first.say(answer(1));
  first.conversation.send('Under way');
  first.conversation.setDraft('Begun');
  first.conversation.close();

  const second = fakeChat({ tab: first.tab });
  assert.equal(second.conversation.draft(), 'Begun');
  assert.deepEqual(second.shown(), ['Under way: sending']);
  second.conversation.open();
  second.welcome({ resumed: true, seq: 2 });
  assert.deepEqual(second.sent('hello'), [
    { type: 'hello', earshot: 1, session: 's1', token: 't1', after: 0, reason: null },
  ]);
  second.say(answer(1), answer(2));
  second.ack(3);
  assert.deepEqual(
    second.conversation.entries().map(({ text, old }) => [text, old]),
    [
      ['answer 1', true],
      ['answer 2', false],
      ['Under way', false],
    ],
  );
  assert.deepEqual(JSON.parse(first.tab.kept.get('earshot-chat test') ?? ''), {
    session: 's1',
    token: 't1',
    seq: 3,
    draft: 'Begun',
    unsent: [],
  });
  clock.tick(0);
});

test('an element that was only moved keeps what is shown, and asks for the rest', () => {
  const first = fakeChat();
  welcomeFirst(first.conversation, first.welcome);
  first.say(answer(1), answer(2));
  first.conversation.close();
  const second = fakeChat({ tab: first.tab, entries: [...first.conversation.entries()] });
  second.conversation.open();
  second.pipe().events.opened();
  assert.equal(/** @type {{ after: number }} */ (second.sent('hello')[0]).after, 2);
});

test('where the site wants nothing kept, nothing is, and what an earlier page kept is removed', () => {
  const tab = fakeStorage();
  tab.kept.set('earshot-chat test', '{"draft":"Begun"}');
  const { conversation, welcome } = fakeChat({ tab, keep: false });
  assert.equal(conversation.draft(), '');
  welcomeFirst(conversation, welcome);
  conversation.setDraft('Secret');
  conversation.send('Secret');
  assert.equal(tab.kept.size, 0);
});

test('a storage that is damaged, strange or throws costs nothing but what it kept', () => {
  const unsent = [
    null,
    5,
    [],
    { id: 1 },
    { id: 'v-1', text: 5, at: 1 },
    { id: 'v 1', text: 'x', at: 1 },
    { id: 'v'.repeat(65), text: 'x', at: 1 },
    { id: 'v-1', text: 'x', at: '1' },
    { id: 'v-1', text: ' ', at: 1 },
    { id: 'v-1', text: 'x'.repeat(4001), at: 1 },
  ];
  for (const text of [
    '{',
    'null',
    '5',
    '[]',
    '"x"',
    ...[
      { session: 5, token: '', seq: 1 },
      { session: 's', token: {}, seq: 1 },
      { session: 's', token: 't', seq: 1e99, unsent, draft: {} },
      { session: 's', token: 't', seq: -1, unsent: {} },
      { session: 's'.repeat(257), token: 't', seq: 1 },
      { session: 's', token: 't'.repeat(257), seq: 1 },
    ].map((kept) => JSON.stringify(kept)),
  ]) {
    const tab = fakeStorage();
    tab.kept.set('earshot-chat test', text);
    const { conversation, pipe, sent } = fakeChat({ tab });
    assert.deepEqual([conversation.draft(), conversation.entries()], ['', []], text);
    conversation.open();
    pipe().events.opened();
    assert.equal(/** @type {{ session: string }} */ (sent('hello')[0]).session, '', text);
  }
  const forbidden = {
    kept: new Map(),
    get storage() {
      throw new DOMException('no', 'SecurityError');
    },
  };
  const full = fakeStorage();
  full.storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  for (const tab of [/** @type {any} */ (forbidden), full]) {
    const { conversation, welcome, ack, shown } = fakeChat({ tab });
    welcomeFirst(conversation, welcome);
    conversation.send('Hello');
    ack(1);
    assert.deepEqual(shown(), ['Hello: sent']);
  }
});

test("that the visitor writes is said every few seconds, ends by itself and with the message; so does the other side's", (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, sent, say, ack } = fakeChat();
  welcomeFirst(conversation, welcome);
  for (let n = 0; n < 10; n++) {
    conversation.setTyping(true);
    clock.tick(500);
  }
  const said = () => sent('typing').map((frame) => /** @type {{ on: boolean }} */ (frame).on);
  assert.deepEqual(said(), [true, true]);
  clock.tick(6000);
  assert.deepEqual(said(), [true, true, false]);
  conversation.setTyping(true);
  conversation.send('Hello');
  ack(1);
  clock.tick(7000);
  assert.deepEqual(said(), [true, true, false, true]); // the message itself ends it

  let changes = 0;
  const stop = conversation.onChange(() => changes++);
  say({ type: 'typing', from: 'agent', on: true });
  assert.deepEqual([conversation.typing(), changes], [true, 1]);
  clock.tick(9000);
  assert.equal(conversation.typing(), false);
  say({ type: 'typing', from: 'agent', on: true }, answer(2));
  assert.equal(conversation.typing(), false);
  stop();
  const before = changes;
  say(answer(3));
  assert.equal(changes, before);
});

test('why there is no voice is told with the hello', () => {
  const { conversation, pipe, sent } = fakeChat({
    reason: { kind: 'microphone', cause: 'blocked_for_site' },
  });
  conversation.open();
  pipe().events.opened();
  assert.deepEqual(/** @type {{ reason: object }} */ (sent('hello')[0]).reason, {
    kind: 'microphone',
    cause: 'blocked_for_site',
  });
});

/** @param {ChatTransport} transport */
function over(transport) {
  /** @type {ChatState[]} */
  const states = [];
  const conversation = createConversation(
    { destination: { name: 'own', certain: false }, named: false, keep: true, links: [] },
    (hooks) => createCustom(transport, hooks),
    {
      memory: { entries: [] },
      reason: () => null,
      report: (state) => void states.push(state),
      storage: () => fakeStorage().storage,
    },
  );
  return {
    conversation,
    states,
    shown: () => conversation.entries().map(({ from, text, status }) => `${from} ${text} ${status}`),
  };
}

test('a transport of the site that knows nothing of states and numbers will do', () => {
  /** @type {(message: ChatMessage) => void} */
  let receive = () => {};
  /** @type {ChatMessage[]} */
  const sent = [];
  let opened = 0;
  const { conversation, states, shown } = over({
    open: () => opened++,
    close() {},
    send: (message) => void sent.push(message),
    onMessage: (listener) => void (receive = listener),
  });
  conversation.send('Hello');
  conversation.open();
  assert.equal(opened, 1);
  assert.deepEqual(
    sent.map(({ text, from, id }) => [text, from, typeof id]),
    [['Hello', 'visitor', 'string']],
  );
  receive({ text: 'Yes?' });
  receive({ text: 'Still there?', id: 'x', name: 'Ana' });
  receive({ text: 'Still there?', id: 'x', name: 'Ana' });
  assert.deepEqual(shown(), ['visitor Hello sent', 'agent Yes? received', 'agent Still there? received']);
  assert.deepEqual(states, ['open']);
});

test('a transport that reports its state gets nothing before it is open; what it throws or refuses has failed', async () => {
  /** @type {(state: ChatState) => void} */
  let report = () => {};
  /** @type {string[]} */
  const tried = [];
  let opened = 0;
  const { conversation, states, shown } = over({
    open: () => opened++,
    close() {},
    onMessage() {},
    onState: (listener) => void (report = listener),
    send({ text }) {
      tried.push(text);
      if (text === 'throws') throw new Error('no');
      return text === 'rejects' ? Promise.reject(new Error('no')) : Promise.resolve();
    },
  });
  for (const text of ['throws', 'rejects', 'goes']) conversation.send(text);
  assert.deepEqual(tried, []);
  report('open');
  await settle();
  assert.deepEqual(tried, ['throws', 'rejects', 'goes']);
  assert.deepEqual(shown(), ['visitor throws failed', 'visitor rejects failed', 'visitor goes sent']);
  report('failed');
  conversation.open();
  assert.equal(opened, 2);
  assert.deepEqual(states, ['open', 'failed']);
});

test('a conversation that is deleted is told to the host page, or to the transport of the site, and the next one has another name', () => {
  /** @type {any[]} */
  const told = [];
  const host = over(
    createHostTransport(
      (_, detail) => told.push({ ...detail }),
      () => host.conversation.session(),
      () => null,
      assert.fail,
    ),
  );
  host.conversation.send('My secret');
  const before = host.conversation.session();
  host.conversation.forget();
  assert.deepEqual(told[1], { forgotten: true, session: before });
  assert.deepEqual(
    [host.shown(), host.conversation.state(), host.conversation.deleted()],
    [[], 'closed', 'everywhere'],
  );
  host.conversation.send('Hello');
  assert.notEqual(host.conversation.session(), before);
  assert.deepEqual(
    [told.at(-1).session, host.shown()],
    [host.conversation.session(), ['visitor Hello sent']],
  );

  let forgotten = 0;
  const own = over({ open() {}, close() {}, send() {}, onMessage() {}, forget: () => void forgotten++ });
  own.conversation.send('My secret');
  own.conversation.setDraft('And');
  own.conversation.forget();
  assert.deepEqual([forgotten, own.shown(), own.conversation.draft()], [1, [], '']);
});

test('the host page carries text by events, with the session and why there is no voice', () => {
  /** @type {any[]} */
  const told = [];
  const { conversation, shown } = over(
    createHostTransport(
      (event, detail) => told.push([event, { ...detail }]),
      () => 's-1',
      () => ({ kind: 'microphone', cause: 'denied' }),
      assert.fail,
    ),
  );
  conversation.send('Hello');
  const [[event, { message, ...rest }]] = told;
  assert.deepEqual(
    [event, rest, message.text, message.from],
    ['chat', { session: 's-1', reason: { kind: 'microphone', cause: 'denied' } }, 'Hello', 'visitor'],
  );
  conversation.receive('Good morning');
  conversation.receive({ text: 'again', name: 'Ana' });
  conversation.receive(/** @type {any} */ (5));
  assert.deepEqual(shown(), [
    'visitor Hello sent',
    'agent Good morning received',
    'agent again received',
    'agent 5 received',
  ]);
});

test('what nobody on the page takes is not sent, and the owner reads it once; what is read soon is sent', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const soon = () => new Promise((resolve) => setImmediate(resolve));
  /** @type {any[]} */
  const told = [];
  /** @type {string[]} */
  const said = [];
  const { conversation, shown } = over(
    createHostTransport(
      (_, detail) => told.push(detail),
      () => 's-1',
      () => null,
      (line) => said.push(line),
    ),
  );
  conversation.send('Is anybody there?');
  assert.deepEqual(shown(), ['visitor Is anybody there? sending']);
  t.mock.timers.tick(3000);
  await soon();
  assert.deepEqual(shown(), ['visitor Is anybody there? failed']);
  conversation.send('Hello?');
  t.mock.timers.tick(3000);
  await soon();
  assert.equal(said.length, 1);
  assert.match(
    said.join(),
    /nobody on this page takes it.*\n.*earshot-chat.*\n.*docs\/diagnostics\.md#chat_untaken$/,
  );
  conversation.send('And now?');
  await soon();
  assert.equal(told[2].message.text, 'And now?'); // by a framework, a moment later
  await soon();
  assert.equal(shown().at(-1), 'visitor And now? sent');
});

test('where there is nobody to write to, the chat has failed and says so of every message', () => {
  const { storage } = fakeStorage();
  const conversation = createConversation(
    {
      destination: { name: 'nobody', certain: true },
      named: false,
      keep: true,
      links: [{ href: 'tel:1', text: 'Call' }],
    },
    () => null,
    { memory: { entries: [] }, reason: () => null, report() {}, storage: () => storage },
  );
  conversation.open();
  assert.equal(conversation.state(), 'failed');
  conversation.send('Hello');
  assert.deepEqual(
    conversation.entries().map(({ status }) => status),
    ['failed'],
  );
  conversation.retry(certain(conversation.entries()[0]).id);
  assert.deepEqual(conversation.links(), [{ href: 'tel:1', text: 'Call' }]);
});

test('ten thousand messages are taken in without growing slow', () => {
  const { conversation, welcome, say } = fakeChat();
  welcomeFirst(conversation, welcome);
  const began = performance.now();
  for (let seq = 1; seq <= 10_000; seq++) say(answer(seq));
  assert.equal(conversation.entries().length, 10_000);
  assert.ok(performance.now() - began < 5_000);
});
