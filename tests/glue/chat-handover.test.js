// A site with a chat of its own: whoever wants to write is handed over to it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createChat } from '../../js-glue/chat/chat.js';
import { openTab } from './chat-tab.js';

/** @param {import('node:test').TestContext} t @param {() => unknown} answer  What telling the page answers with. */
function open(t, answer) {
  openTab(t).visit('https://clinic.example/');
  /** @type {unknown[]} */
  const log = [];
  t.mock.method(console, 'warn', (/** @type {string} */ line) => void log.push(line.split('\n')[0]));
  const chat = createChat(
    {
      transport: 'handover',
      url: '',
      origin: '',
      keep: true,
      links: [{ href: '/contact', text: 'Contact form' }],
    },
    {
      chatTransport: null,
      chats: new Map(),
      tell(event, detail) {
        log.push([event, detail]);
        return answer();
      },
    },
    {
      reason: () => ({ kind: 'microphone', cause: 'denied' }),
      report: (state) => void log.push(state),
    },
  );
  chat.onLeave(() => log.push('left'));
  return { chat, log };
}
const EVENT = ['handover', { reason: { kind: 'microphone', cause: 'denied' } }];

test('a chat of the site that opens has the visitor, each time that it is wanted', (t) => {
  const { chat, log } = open(t, () => false);
  chat.open();
  chat.open();
  assert.deepEqual(log, [EVENT, 'left', EVENT, 'left']);
  assert.equal(chat.able(), false, 'there is nothing to write in here');
});

test('where nobody opens one, the panel stays with its links, the owner reads it once, and the next press tries again', (t) => {
  let well = false;
  const { chat, log } = open(t, () => !well);
  chat.open();
  assert.equal(chat.state(), 'failed');
  chat.open();
  assert.deepEqual(log, [
    EVENT,
    '[Earshot] chat: a visitor wants to write, and nobody on this page opens a chat ("handover").',
    'failed',
    EVENT,
  ]);
  assert.deepEqual(chat.links(), [{ href: '/contact', text: 'Contact form' }]);
  well = true;
  log.length = 0;
  chat.open();
  assert.deepEqual(log, [EVENT, 'closed', 'left']);
});
