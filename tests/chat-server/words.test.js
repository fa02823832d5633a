// What can be seen, and what only looks like something else: texts and names of unseen and reversing characters.
import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { CannotStart, openChat } from '../../chat-server/index.js';
import { script } from './answers.js';
import { startChat } from './chat-under-test.js';
import { visit } from './guest.js';
import { actAs } from './person.js';

/** @type {Awaited<ReturnType<typeof startChat>>} */
let server;
before(async () => void (server = await startChat({ script: null })));
after(() => server.stop());

const UNSEEN = [
  '\u200b',
  '\u202e',
  '\u2800',
  '\u3164',
  '\u00ad\u200d\n',
  '\ufe0f',
  '\u180e \u115f',
  '\u{e0041}',
];

test('a text of characters that cannot be seen is refused, and kept out of the transcript', async () => {
  const guest = await visit(server);
  for (const [n, text] of UNSEEN.entries()) {
    guest.raw(JSON.stringify({ type: 'message', id: `v-${n}`, text }));
    const { code } = await guest.until(({ id }) => id === `v-${n}`);
    assert.equal(code, 'bad_frame', JSON.stringify(text));
  }
  for (const [n, text] of ['🌿', '\u0489', '\u{1fbff}', '\ue000'].entries()) {
    guest.say(`v-seen-${n}`, text); // a mark alone, a sign of a later Unicode, one of a font of the site's own
    assert.equal((await guest.until(({ type, id }) => type === 'ack' && id === `v-seen-${n}`)).seq, n + 1);
  }
  guest.close();
});

test('a text that turns the direction is kept as it was written', async () => {
  const guest = await visit(server);
  const text = 'مرحبا \u202eabc\u202c \u2067x\u2069';
  guest.say('v-1', text);
  await guest.until('ack');
  const again = await visit(server, guest.key);
  assert.equal((await again.until('message')).text, text);
  guest.close();
  again.close();
});

test('a person answers under a name that can be seen, is one line and does not turn, or not at all', async () => {
  const guest = await visit(server);
  const { session } = guest.key;
  for (const name of [
    ...UNSEEN,
    '\u202eieM',
    'Mei\u2066',
    'Mei\nAdmin',
    'Mei\u2028Admin',
    'Mei\0',
    '\ud83c',
    'x'.repeat(61),
  ]) {
    const person = await actAs(name, server, session, server.chat.operatorToken);
    const { status } = await person.post({ type: 'message', id: 'a-1', text: 'hello' });
    assert.equal(status, 400, JSON.stringify(name));
  }
  const person = await actAs('مريم 🌿', server, session, server.chat.operatorToken);
  await person.post({ type: 'message', id: 'a-1', text: 'hello' });
  assert.equal((await guest.until('message')).name, 'مريم 🌿');
  guest.close();
});

test('a script has such a name too, and what it says is cut and made fit as the protocol says', async () => {
  for (const name of ['\u200b', '\u202etpircS'])
    await assert.rejects(openChat({ file: ':memory:', script: { ...script, name } }), CannotStart);
  const other = await startChat({
    script: { ...script, thinkingMs: 0, greeting: 'a\0b', reply: () => '🌿'.repeat(5000) },
  });
  const guest = await visit(other); // which holds every frame against the schema
  assert.equal((await guest.until('message')).text, 'a\ufffdb');
  guest.say('v-1', 'hello');
  const answer = await guest.until(({ id }) => id === 'script-2');
  assert.equal([...answer.text].length, 4000);
  await other.stop();
});
