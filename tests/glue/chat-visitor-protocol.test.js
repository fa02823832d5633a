// The protocol as the visitor's side speaks it, and the connection below it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certain } from '../certain.js';
import { answer, fakeChat, fakePlace } from './chat-fakes.js';
import { fakeClock } from './fakes.js';

/** Open and welcomed. @param {Parameters<typeof fakeChat>[0]} [how] */
function talking(how) {
  const chat = fakeChat(how);
  chat.conversation.open();
  chat.welcome();
  return chat;
}

test('a lost connection is made again, later each time, and after three tries in a row the visitor is told', (t) => {
  const clock = fakeClock(t);
  const { conversation, pipes, pipe, states, welcome } = fakeChat();
  conversation.open();
  for (const [tries, ms] of /** @type {const} */ ([
    [1, 500],
    [2, 1000],
    [3, 2000],
    [4, 4000],
    [5, 8000],
    [6, 15_000],
    [7, 15_000],
  ])) {
    pipe().events.lost();
    clock.tick(ms - 1);
    assert.equal(pipes.length, tries);
    clock.tick(1);
    assert.equal(pipes.length, tries + 1);
    pipe().events.opened(); // that alone is no success
  }
  assert.deepEqual(states, ['connecting', 'failed']);
  welcome();
  assert.deepEqual(states, ['connecting', 'failed', 'open']);
});

test('a connection that is welcomed and lost at once is not tried faster and faster; one that lasted is', (t) => {
  const clock = fakeClock(t);
  const { pipes, pipe, welcome } = talking();
  pipe().events.lost();
  clock.tick(500);
  welcome();
  pipe().events.lost();
  clock.tick(999);
  assert.equal(pipes.length, 2);
  clock.tick(1);
  welcome();
  clock.tick(10_001);
  pipe().events.lost();
  clock.tick(500);
  assert.equal(pipes.length, 4);
});

test('without a network nothing has failed, and when it is back nobody waits', (t) => {
  const clock = fakeClock(t);
  const place = fakePlace();
  place.navigator.onLine = false;
  const { conversation, pipes, pipe, states } = fakeChat({ place });
  conversation.send('Hello');
  for (let n = 0; n < 4; n++) {
    pipe().events.lost();
    clock.tick(30_000);
  }
  assert.deepEqual(states, ['connecting']);
  pipe().events.lost();
  const before = pipes.length;
  place.navigator.onLine = true;
  place.window.dispatchEvent(new Event('online'));
  assert.equal(pipes.length, before + 1);
  conversation.close();
  place.window.dispatchEvent(new Event('online'));
  assert.equal(pipes.length, before + 1);
});

test('a visitor who looks again does not wait either, and a connection that was silent meanwhile is asked', (t) => {
  fakeClock(t);
  const { place, pipes, pipe, sent, welcome } = talking();
  const look = (/** @type {string} */ state) => {
    place.document.visibilityState = state;
    place.document.dispatchEvent(new Event('visibilitychange'));
  };
  look('hidden');
  assert.deepEqual(sent('ping'), []);
  look('visible');
  assert.deepEqual(sent('ping'), [{ type: 'ping' }]);
  pipe().events.lost();
  look('visible');
  assert.equal(pipes.length, 2);
  welcome();
});

test('after 25 silent seconds we ask, and after 10 more the connection is dead; any word keeps it', (t) => {
  const clock = fakeClock(t);
  const { pipes, pipe, say, sent } = talking();
  clock.tick(25_000);
  assert.equal(sent('ping').length, 1);
  say({ type: 'pong' });
  clock.tick(25_000);
  assert.equal(sent('ping').length, 2);
  clock.tick(9_999);
  assert.equal(pipe().closed, false);
  clock.tick(1);
  assert.equal(pipe().closed, true);
  clock.tick(500);
  assert.equal(pipes.length, 2);
});

test('a stream that breaks its silence by itself is not asked, and just as dead without a word', (t) => {
  const clock = fakeClock(t);
  const { pipe, sent } = talking({ pings: false });
  for (let n = 0; n < 10; n++) {
    clock.tick(15_000);
    pipe().events.heard(); // a comment
  }
  assert.deepEqual([sent('ping'), pipe().closed], [[], false]);
  clock.tick(35_000);
  assert.equal(pipe().closed, true);
});

test('a server that never says welcome is left after 20 seconds', (t) => {
  const clock = fakeClock(t);
  const { conversation, pipes, pipe } = fakeChat();
  conversation.open();
  pipe().events.opened();
  clock.tick(20_500);
  assert.equal(pipes.length, 2);
});

test('a confirmation that gets lost costs ten seconds and a resume, and the message goes again', (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, sent, ack, shown } = talking();
  conversation.send('Hello');
  const first = sent('message');
  clock.tick(10_500);
  welcome({ resumed: true, seq: 1 });
  assert.deepEqual(sent('message'), first);
  ack(1);
  assert.deepEqual(shown(), ['Hello: sent']);
});

test('a long transcript that comes before the confirmation is waited for', (t) => {
  const clock = fakeClock(t);
  const { conversation, pipes, say } = talking();
  conversation.send('Hello');
  for (let seq = 1; seq <= 100; seq++) {
    clock.tick(500);
    say(answer(seq));
  }
  assert.equal(pipes.length, 1);
});

test('a gap in the numbers is asked for with the next hello; a gap that nobody can fill is told and passed over', (t) => {
  const clock = fakeClock(t);
  const { place, pipes, sent, say, welcome, shown } = talking();
  say(answer(1), answer(3));
  for (let n = 1; n <= 5; n++) {
    clock.tick(2_000);
    clock.tick(15_000);
    assert.equal(pipes.length, n + 1);
    welcome({ resumed: true, seq: 3 });
    assert.equal(/** @type {{ after: number }} */ (sent('hello')[0]).after, 1);
    say(answer(3));
  }
  clock.tick(2_000);
  assert.equal(pipes.length, 6);
  assert.match(place.warnings.join(), /no message with the number 2/);
  say(answer(4));
  clock.tick(20_000);
  assert.deepEqual(shown(), ['answer 1: received', 'answer 3: received', 'answer 4: received']);
});

test('what the welcome speaks of and does not come is asked for too', (t) => {
  const clock = fakeClock(t);
  const chat = fakeChat();
  chat.conversation.open();
  chat.welcome({ seq: 2 });
  chat.say(answer(1));
  clock.tick(2_500);
  assert.equal(chat.pipes.length, 2);
  chat.welcome({ seq: 2, resumed: true });
  assert.equal(/** @type {{ after: number }} */ (chat.sent('hello')[0]).after, 1);
});

test('a session that is refused three times in a row is given up: what was not confirmed goes into a new one, below what was', (t) => {
  const clock = fakeClock(t);
  const { conversation, pipe, say, sent, welcome, ack, shown } = talking();
  say(answer(1), answer(2));
  conversation.send('Hello');
  pipe().events.lost();
  for (const code of ['no_session', 'wrong_token', 'no_session']) {
    clock.tick(15_000);
    pipe().events.opened();
    assert.equal(/** @type {{ session: string }} */ (sent('hello')[0]).session, 's1');
    say({ type: 'refused', code });
  }
  clock.tick(15_000);
  pipe().events.opened();
  assert.deepEqual(sent('hello'), [
    { type: 'hello', earshot: 1, session: '', token: '', after: 0, reason: null },
  ]);
  welcome({ session: 's2', token: 't2' });
  ack(1);
  say(answer(2, 'from the new one', { id: 'n-2' }));
  assert.deepEqual(shown(), [
    'answer 1: received',
    'answer 2: received',
    'Hello: sent',
    'from the new one: received',
  ]);
  assert.equal(conversation.session(), 's2');
});

test('too fast: it waits as long as it is told, and goes on in the old order', (t) => {
  const clock = fakeClock(t);
  const { conversation, say, sent, texts, ack, pipes } = talking();
  conversation.send('One');
  conversation.send('Two');
  say({
    type: 'refused',
    code: 'too_fast',
    id: /** @type {{ id: string }} */ (sent('message')[0]).id,
    retry_ms: 2500,
  });
  clock.tick(2_499);
  assert.deepEqual(texts(), ['One']);
  clock.tick(1);
  assert.deepEqual(texts(), ['One', 'One']);
  ack(1);
  assert.deepEqual(texts(), ['One', 'One', 'Two']);
  assert.equal(pipes.length, 1);
});

test('a server that is full or goes away is tried again, not before it wishes; one that refuses the hello too', (t) => {
  const clock = fakeClock(t);
  for (const code of ['full', 'closed', 'too_fast', 'bad_frame', 'something new']) {
    const { conversation, pipe, pipes, say, place } = fakeChat();
    conversation.open();
    pipe().events.opened();
    say({ type: 'refused', code, retry_ms: 5000, text: 'Come again.' });
    clock.tick(4_999);
    assert.equal(pipes.length, 1, code);
    clock.tick(1);
    assert.equal(pipes.length, 2, code);
    assert.equal(place.warnings.length, code === 'closed' ? 0 : 1);
    conversation.close();
  }
});

test('frames that nobody knows are ignored, told once, and never taken for messages', () => {
  const { say, pipe, place, shown, conversation } = talking();
  const { data } = pipe().events;
  for (const bad of [
    '',
    '{',
    'null',
    '[]',
    '"message"',
    '{"type":"other"}',
    '{"type":"message","text":"x"}',
    '{"type":"message","id":"a","seq":0,"text":"x"}',
    '{"type":"message","id":"a","seq":1.5,"text":"x"}',
    '{"type":"message","id":5,"seq":1,"text":"x"}',
    '{"type":"message","id":"a","seq":1,"text":5}',
    '{"type":"ack","id":"a"}',
    '{"type":"ack","seq":1}',
    '{"type":"welcome"}',
    JSON.stringify(answer(1, 'x'.repeat(70_000))),
    new ArrayBuffer(4),
    5,
    undefined,
  ])
    data(bad);
  assert.deepEqual([shown(), place.warnings.length, conversation.state()], [[], 1, 'open']);
  say(answer(1, '', { at: 'never', name: 'N'.repeat(500), from: 'nobody' }));
  const { name, from, at, text } = certain(conversation.entries()[0]);
  assert.deepEqual([name.length, from, Number.isFinite(at), text], [60, 'agent', true, '']);
});

test('a name neither turns the direction of writing nor breaks a line, and one that cannot be seen is none', () => {
  const { say, conversation } = talking();
  const NAMES = [
    ['\u202eieM', 'ieM'],
    ['Mei\u2067\n\u2028', 'Mei'],
    ['\u200b\u2800\u3164', ''],
    ['\u{1f33f}'.repeat(70), '\u{1f33f}'.repeat(60)],
    ['\u0645\u0631\u064a\u0645', '\u0645\u0631\u064a\u0645'],
  ];
  for (const [n, [name]] of NAMES.entries()) say(answer(n + 1, 'x', { name }));
  assert.deepEqual(
    conversation.entries().map(({ name }) => name),
    NAMES.map(([, shown]) => shown),
  );
});

test('a text that cannot be seen is not sent, and stays a draft', () => {
  const { conversation } = talking();
  for (const text of ['\u200b', '\u202e', '\u2800 \u3164', '\u00ad\u200d\n'])
    assert.equal(conversation.send(text), false, JSON.stringify(text));
  assert.equal(conversation.send('\u{1f33f}'), true);
});

test('a server that wants to be left alone for a year is asked again after a minute', (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, say, sent, pipes } = talking();
  /** It is not silent meanwhile. @param {number} ms */
  function pass(ms) {
    for (let left = ms; left > 0; left -= 20_000) {
      clock.tick(Math.min(left, 20_000));
      say({ type: 'pong' });
    }
  }
  conversation.send('Hello');
  say({ type: 'refused', code: 'too_fast', retry_ms: 31_536_000_000, text: 'no' });
  pass(59_000);
  assert.equal(sent('message').length, 1);
  pass(1_001);
  assert.equal(sent('message').length, 2);
  say({ type: 'refused', code: 'closed', retry_ms: 9e15, text: 'no' });
  clock.tick(59_000);
  assert.equal(pipes.length, 1);
  clock.tick(1_001);
  assert.equal(pipes.length, 2);
  welcome({ resumed: true });
});

test('a server that does not know how to forget is asked three times, and the visitor is not kept waiting for it', (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, pipes, shown } = talking();
  conversation.send('My secret');
  conversation.forget();
  assert.deepEqual([shown(), conversation.deleted()], [[], 'here']);
  for (let n = 0; n < 3; n += 1) {
    clock.tick(10_000); // it does not answer, so the connection is made again
    clock.tick(5_000);
    welcome({ resumed: true });
  }
  const asked = pipes.flatMap(({ sent }) => sent).filter(({ type }) => type === 'forget');
  assert.equal(asked.length, 3);
  assert.deepEqual([conversation.state(), conversation.deleted()], ['closed', 'everywhere']);
});

test('what is written while a conversation is being deleted goes into a new one, and nothing else does', (t) => {
  const clock = fakeClock(t);
  const { conversation, welcome, pipes, texts, say, shown } = talking();
  conversation.send('My secret');
  conversation.forget();
  conversation.send('Hello');
  assert.deepEqual([texts(), shown()], [['My secret'], ['Hello: sending']]);
  say({ type: 'forgotten' });
  clock.tick(500);
  welcome({ session: 's2', token: 't2' });
  const hellos = pipes.flatMap(({ sent }) => sent).filter((frame) => frame.type === 'hello');
  assert.deepEqual(
    hellos.map(({ session, token, after }) => [session, token, after]),
    [
      ['', '', 0],
      ['', '', 0],
    ],
  );
  assert.deepEqual([texts(), shown()], [['Hello'], ['Hello: sending']]);
});

test('what an earlier connection still says is not heard', (t) => {
  const clock = fakeClock(t);
  const { pipes, pipe, shown, welcome } = talking();
  pipe().events.lost();
  pipe().events.lost();
  clock.tick(500);
  welcome({ resumed: true });
  const first = certain(pipes[0]);
  first.events.data(JSON.stringify(answer(1)));
  first.events.lost();
  assert.deepEqual([shown(), pipes.length], [[], 2]);
});

test('after closing nothing runs any more, and opening goes on in the same session', (t) => {
  const clock = fakeClock(t);
  const { conversation, states, pipe, pipes, say, welcome, sent } = talking();
  say(answer(1), answer(3));
  conversation.send('Hello');
  conversation.setTyping(true);
  conversation.close();
  assert.equal(clock.running(), 0);
  assert.equal(pipe().closed, true);
  conversation.open();
  welcome({ resumed: true });
  assert.equal(pipes.length, 2);
  assert.deepEqual(states, ['connecting', 'open', 'closed', 'connecting', 'open']);
  assert.deepEqual(
    sent('hello').map((hello) => /** @type {{ session: string, after: number }} */ (hello).after),
    [1],
  );
});
