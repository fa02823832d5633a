// What a host hands in is checked: each mistake ends in one sentence that names the place and the fix.
import { test } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CannotStart, LIMITS, openChat } from '../../chat-server/index.js';
import { NUMBERS, RATES, readLimits } from '../../chat-server/settings/limits.js';
import { script } from './answers.js';
import { startChat } from './chat-under-test.js';
import { HELLO, post, visit } from './guest.js';

const rate = { burst: 5, perSecond: 1 };

for (const [what, settings, sentence] of /** @type {[string, object, string | RegExp][]} */ ([
  [
    'a setting that is misspelt',
    { limit: {} },
    /^settings\.limit is unknown: remove it, or use one of file, redis, origins, /,
  ],
  [
    'origins that are a text',
    { origins: 'https://shop.example' },
    'origins is "https://shop.example": hand in a list such as ["https://shop.example"].',
  ],
  [
    'an origin with a port that is the usual one',
    { origins: ['https://shop.example:443'] },
    'origins holds "https://shop.example:443", which no browser sends as an origin: write https://shop.example.',
  ],
  [
    'proxies that are a text',
    { proxies: '10.0.0.2' },
    'proxies is "10.0.0.2": hand in a list such as ["10.0.0.2"].',
  ],
  [
    'a proxy that is a name',
    { proxies: ['10.0.0.2', 'proxy.example'] },
    'proxies holds "proxy.example", which is no address: write it like 10.0.0.2.',
  ],
  [
    'a header with a line break',
    { headers: { 'X-Shop': 'a\nb' } },
    'headers["X-Shop"] is "a\\nb", which HTTP cannot carry: correct its name or value, or remove it.',
  ],
  [
    'a header whose name has a blank',
    { headers: { 'X Shop': 'a' } },
    'headers["X Shop"] is "a", which HTTP cannot carry: correct its name or value, or remove it.',
  ],
  ['headers that are a list', { headers: ['X-Shop: a'] }, 'headers must be an object, not ["X-Shop: a"].'],
  [
    'a script without a name',
    { script: { ...script, name: ' ' } },
    'script.name is " ": set it to a text of 1 to 60 characters that can be seen and do not turn the direction of writing.',
  ],
  [
    'a script without a greeting',
    { script: { ...script, greeting: undefined } },
    'script.greeting is undefined: set it to the first thing that visitors read.',
  ],
  [
    'a script that thinks for ever',
    { script: { ...script, thinkingMs: Infinity } },
    'script.thinkingMs is Infinity: set it to a number from 0 to 60000 (ms).',
  ],
  [
    'a script whose answers are a list',
    { script: { ...script, reply: ['Hello'] } },
    'script.reply is ["Hello"]: set it to a function from a visitor\'s text to the answer.',
  ],
  [
    'a hook that is a text',
    { tell: 'console' },
    'tell is "console": hand in a function that takes a sentence.',
  ],
  [
    'a token that can be guessed',
    { operatorToken: 'operator' },
    /^OPERATOR_TOKEN has 8 characters but needs 32/,
  ],
  [
    'a limit that is a text',
    { limits: { transcript: '20' } },
    'limits.transcript is "20": set it to a whole number from 1 to 1000000000 (messages).',
  ],
  [
    'a limit that is half a thing',
    { limits: { connections: 1.5 } },
    'limits.connections is 1.5: set it to a whole number from 1 to 1000000 (connections).',
  ],
  [
    'more than the protocol promises',
    { limits: { textCharacters: 5000 } },
    'limits.textCharacters is 5000: set it to a whole number from 1 to 4000 (characters).',
  ],
  [
    'less than the protocol promises',
    { limits: { frameBytes: 2000 } },
    'limits.frameBytes is 2000: set it to a whole number from 65536 to 16777216 (bytes).',
  ],
  [
    'half a rate',
    { limits: { hellos: { burst: 5 } } },
    'limits.hellos.perSecond is missing: set it to a number from 0.0001 to 1000000000 (per second).',
  ],
  [
    'a rate of nothing',
    { limits: { hellos: { ...rate, perSecond: 0 } } },
    'limits.hellos.perSecond is 0: set it to a number from 0.0001 to 1000000000 (per second).',
  ],
  [
    'a rate that never opens again',
    { limits: { hellos: { ...rate, pause: 6 } } },
    'limits.hellos.pause is 6, but the bucket holds 5: set it to 5 or less.',
  ],
  [
    'a rate with another member',
    { limits: { hellos: { ...rate, perMinute: 6 } } },
    'limits.hellos.perMinute is unknown: remove it, or use one of burst, perSecond, pause.',
  ],
])) {
  test(`${what} is refused`, async () => {
    const error = await openChat(/** @type {any} */ ({ file: ':memory:', ...settings })).then(
      () => undefined,
      (each) => each,
    );
    assert.ok(error instanceof CannotStart, String(error));
    if (typeof sentence === 'string') assert.equal(error.message, sentence);
    else assert.match(error.message, sentence);
  });
}

test('each usual value is within its own range', () => assert.deepEqual(readLimits(), LIMITS));

test('README.md shows every limit with its value, unit and range', () => {
  const readme = readFileSync(new URL('../../chat-server/README.md', import.meta.url), 'utf8');
  const number = (/** @type {number} */ value) => value.toLocaleString('en', { maximumFractionDigits: 4 });
  for (const [name, { value, unit, from, to, is }] of Object.entries(NUMBERS)) {
    const row = `| \`${name}\` | ${number(value)} ${unit} | ${number(from)} to ${number(to)} | ${is} |`;
    assert.ok(readme.includes(row), row);
  }
  for (const [name, { value, is }] of Object.entries(RATES)) {
    const {
      burst,
      perSecond,
      pause = 1,
    } = /** @type {import('../../chat-server/settings/limits.js').Rate} */ (value);
    const row = `| \`${name}\` | ${burst} | ${perSecond} | ${pause} | ${is} |`;
    assert.ok(readme.includes(row), row);
  }
});

test("the headers of the host are on every answer, and the chat's own stay", async () => {
  const server = await startChat({
    headers: { 'X-Shop': 'Lindenhof', 'Content-Type': 'text/html', 'Cache-Control': 'public' },
  });
  const posted = await fetch(`${server.origin}/chat/frames`, {
    method: 'POST',
    body: JSON.stringify({ frames: [HELLO] }),
    headers: { origin: server.origin, 'content-type': 'application/json' },
  });
  const {
    frames: [welcome],
  } = /** @type {any} */ (await posted.json());
  const stream = await fetch(`${server.origin}/chat/events?session=${welcome.session}`, {
    headers: { authorization: `Earshot ${welcome.token}` },
  });
  for (const [{ headers }, type] of /** @type {[Response, RegExp][]} */ ([
    [posted, /^application\/json/],
    [stream, /^text\/event-stream/],
  ])) {
    assert.equal(headers.get('x-shop'), 'Lindenhof');
    assert.match(headers.get('content-type') ?? '', type);
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(
      headers.get('x-content-type-options'),
      null,
      'those of the host stand instead of the usual ones',
    );
  }
  await stream.body?.cancel();
  await server.stop();
});

test('without headers of a host, answers may not be framed, sniffed or read by other sites', async () => {
  const server = await startChat();
  const { headers } = await fetch(`${server.origin}/chat/events`);
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
  assert.equal(headers.get('x-content-type-options'), 'nosniff');
  assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
  await server.stop();
});

test('limits that are set hold: the length of a message, the frames of a request, the length of a transcript', async () => {
  const server = await startChat({
    script: null,
    limits: { textCharacters: 5, framesPerRequest: 40, transcript: 1 },
  });
  const guest = await visit(server);
  guest.say('v-1', 'too long');
  assert.equal((await guest.until('refused')).code, 'too_large');
  guest.say('v-2', 'short');
  await guest.until('ack');
  guest.say('v-3', 'again');
  assert.equal((await guest.until(({ id }) => id === 'v-3')).code, 'full');
  for (const [count, status] of /** @type {const} */ ([
    [40, 200],
    [41, 400],
  ])) {
    assert.equal(
      (await post(server, { ...guest.key, frames: Array(count).fill({ type: 'ping' }) })).status,
      status,
    );
  }
  guest.close();
  await server.stop();
});

test("a server of one's own answers to its own names only", async () => {
  const server = await startChat({ names: ['chat.example'] });
  const { request } = await import('node:http');
  const status = (/** @type {string} */ host) =>
    new Promise((resolve, reject) =>
      request({ host: '127.0.0.1', port: server.port, path: '/health', headers: { host } }, (response) =>
        resolve((response.resume(), response.statusCode)),
      )
        .on('error', reject)
        .end(),
    );
  for (const host of [
    `localhost:${server.port}`,
    `127.0.0.1:${server.port}`,
    '[::1]:80',
    'chat.example',
    'CHAT.example:443',
  ])
    assert.equal(await status(host), 200, host);
  for (const host of ['evil.example', 'chat.example.evil.example', 'localhost.evil.example'])
    assert.equal(await status(host), 421, host);
  await server.stop();
});
