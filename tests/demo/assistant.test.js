// The practice's assistant: it says that it is a script, and has an answer to what patients ask.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { reply } from '../../demo-site/server/agent.js';
import { visit } from '../chat-server/guest.js';
import { startDemo } from './demo-under-test.js';

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
before(async () => void (demo = await startDemo()));
after(() => demo.stop());

test('the assistant says at once that it is a script, and answers', async () => {
  const guest = await visit(demo);
  const greeting = await guest.until('message');
  assert.match(greeting.text, /script, not a person/);
  assert.match(greeting.name, /script/);
  guest.say('v-1', 'When are you open?');
  await guest.until(({ type, on }) => type === 'typing' && on);
  const answer = await guest.until(({ seq, type }) => type === 'message' && seq === 3);
  assert.deepEqual([answer.text, answer.from], [reply('When are you open?'), 'agent']);
  guest.close();
});

test('an emergency comes before every other word', () => {
  assert.match(reply('I have chest pain, can I get an appointment today?'), /112/);
});

test('each thing a visitor would ask has its answer', () => {
  for (const [question, answer] of [
    ['What are your opening hours?', /8:00 to 18:00/],
    ['I need an appointment', /Tuesday/],
    ['can I talk to a person?', /person/],
    ['my microphone does not work', /voice call/],
    ['where can I park?', /Parking|parking/],
    ['do you speak to insurance?', /insurance/],
    ['xyzzy', /only a script/],
  ])
    assert.match(reply(String(question)), /** @type {RegExp} */ (answer));
});
