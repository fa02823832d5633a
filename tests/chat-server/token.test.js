// The operators' token: a server with a token that opens the list to others does not start.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import { actAs, watchList } from './person.js';
import { killAll, startServer, tryServer } from './server-process.js';

after(killAll);

const FIX = ': generate one with "openssl rand -hex 32", or unset it to get a new one at each start.\n';
const LONG = '6f1c0a4e9b7d4c2f8e35a1d0b67729c4';

for (const [what, token, sentence] of /** @type {const} */ ([
  ['nothing', '', 'is empty'],
  ['blanks', '    '.repeat(10), 'is only whitespace'],
  ['a word', 'operator', 'has 8 characters but needs 32, because a shorter one can be guessed'],
  ['a line break, as files have one at their end', `${LONG}\n`, 'contains whitespace or a control character'],
  ['a blank within', `${LONG} ${LONG}`, 'contains whitespace or a control character'],
  ['a control character', `${LONG}\u0007`, 'contains whitespace or a control character'],
  ['letters that no header carries', `${LONG}ü`, 'may only contain A-Z a-z 0-9 - . _ ~ + / and = at its end'],
  [
    'a command that no shell has run',
    '$(openssl%20rand%20-hex%2032)',
    'may only contain A-Z a-z 0-9 - . _ ~ + / and = at its end',
  ],
  ['an example', 'change-me-to-something-long-and-random', 'is a placeholder from an example'],
  ['one key, held down', 'x'.repeat(64), 'repeats a few characters and can be guessed'],
  ['a book', LONG.repeat(20), 'has 640 characters but may have at most 256'],
])) {
  test(`${what} is no token: the server does not start, and says what to do`, async () => {
    const { code, complaints } = await tryServer({ OPERATOR_TOKEN: token });
    assert.deepEqual([code, complaints], [1, `OPERATOR_TOKEN ${sentence}${FIX}`]);
  });
}

/** @param {{ origin: string }} server @param {string | undefined} authorization */
async function statuses(server, authorization) {
  const headers = {
    origin: server.origin,
    'content-type': 'application/json',
    ...(authorization !== undefined && { authorization }),
  };
  const reading = new AbortController();
  const events = await fetch(`${server.origin}/chat/operator/events`, { headers, signal: reading.signal });
  reading.abort();
  const frames = await fetch(`${server.origin}/chat/operator/frames`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ session: 'a', name: 'Mei', frames: [] }),
  });
  return [events.status, frames.status];
}

for (const [what, token] of /** @type {const} */ ([
  ['hexadecimal', LONG],
  ['base64', 'q83vASNFZ4mrze8BI0VniavN7wEjRWeJq+/v/w=='],
  ['one that nobody set', undefined],
])) {
  test(`${what}: the token opens the list, and nothing else does`, async () => {
    const server = await startServer({ OPERATOR_TOKEN: token });
    const key = token ?? (await server.printed(/operator\.html#(\S+)/));
    for (const wrong of [
      undefined,
      '',
      'Operator',
      'Operator ',
      `Operator ${key.slice(0, -1)}x`,
      `operator ${key}`,
      `Bearer ${key}`,
      `Operator ${key},${key}`,
    ]) {
      assert.deepEqual(await statuses(server, wrong), [403, 403], `with "${wrong}"`);
    }
    assert.deepEqual(await statuses(server, `Operator ${key}`), [200, 200]);
    const list = await watchList(server, key);
    await list.until('sessions');
    list.leave();
    assert.equal((await (await actAs('Mei', server, 'a', key)).post()).status, 200);
    await server.stop();
  });
}
