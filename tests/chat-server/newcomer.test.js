// As somebody meets it for the first time: an empty folder, one command. And alone, with no more files than its container has.
import { after, test } from 'node:test';
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listen, post, visit } from './guest.js';
import { actAs } from './person.js';
import { killAll, startServer, tryServer } from './server-process.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'earshot-newcomer-'));
after(async () => {
  await killAll();
  rmSync(folder, { recursive: true });
});

/** Nothing is set but a free port. */
const NOTHING = { CHAT_DB: undefined, CHAT_SCRIPT: undefined, OPERATOR_TOKEN: undefined };
let folders = 0;
function emptyFolder() {
  const cwd = join(folder, String(++folders));
  mkdirSync(cwd);
  return cwd;
}

test('one command in an empty folder: a chat that says where it is, and finds everything again at the next start', async () => {
  const cwd = emptyFolder();
  const first = await startServer(NOTHING, { cwd });
  assert.match(
    await first.printed(/^(The chat listens on http:\/\/localhost:\d+\/chat .+)$/m),
    /this machine only/,
  );
  assert.equal(await first.printed(/^Transcripts are kept in (.+)\.$/m), join(cwd, 'chat.db'));
  const token = await first.printed(/operator\.html#(\S+)/);
  assert.equal((await fetch(`${first.origin}/chat/operator.html`)).status, 200);

  const guest = await visit(first);
  guest.say('by-socket', 'Hello over a WebSocket');
  await guest.until(({ type, id }) => type === 'ack' && id === 'by-socket');
  const {
    frames: [ack],
  } = await post(first, {
    ...guest.key,
    frames: [{ type: 'message', id: 'by-post', text: 'Hello over HTTP' }],
  });
  assert.deepEqual([ack?.type, ack?.seq], ['ack', 2]);
  const person = await actAs('Mei', first, guest.key.session, token);
  await person.post({ type: 'message', id: 'a-1', text: 'Hello yourself' });
  await guest.until(({ id }) => id === 'a-1');
  assert.equal(await first.stop(), 0);
  assert.deepEqual(readdirSync(cwd), ['chat.db']);

  const next = await startServer(NOTHING, { cwd });
  const ear = await listen(next, guest.key, 0);
  await ear.until(({ id }) => id === 'a-1');
  assert.deepEqual(
    ear.inbox.messages().map(({ seq, text }) => [seq, text]),
    [
      [1, 'Hello over a WebSocket'],
      [2, 'Hello over HTTP'],
      [3, 'Hello yourself'],
    ],
  );
  ear.leave();
  await next.stop();
});

test('alone: with the files that its Containerfile copies, and the packages of its package.json, it runs', async () => {
  const lines = readFileSync(join(root, 'chat-server/Containerfile'), 'utf8').split('\n');
  const server = join(folder, 'alone');
  for (const words of lines
    .filter((line) => line.startsWith('COPY '))
    .map((line) => line.split(' ').slice(1))) {
    const to = words.pop() ?? '';
    for (const from of words)
      cpSync(join(root, 'chat-server', from), join(server, to, to.endsWith('./') ? from : ''), {
        recursive: true,
      });
  }
  const { packages } = JSON.parse(readFileSync(join(server, 'package-lock.json'), 'utf8'));
  for (const name of Object.keys(packages).filter(Boolean)) {
    mkdirSync(join(server, name, '..'), { recursive: true });
    symlinkSync(join(root, name), join(server, name));
  }
  const cwd = emptyFolder();
  const run = await startServer(
    { ...NOTHING, CHAT_HOST: '0.0.0.0' },
    { cwd, file: join(server, 'server.mjs'), flags: ['--preserve-symlinks'] },
  );
  await run.printed(/(every address of this machine)/);
  const guest = await visit(run);
  guest.say('v-1', 'hello');
  await guest.until('ack');
  assert.equal((await fetch(`${run.origin}/health`)).status, 200);
  await run.stop();
});

test("the server of one's own in README.md, as it is written there", async () => {
  const readme = readFileSync(join(root, 'chat-server/README.md'), 'utf8');
  const [, code = ''] = /## In your own server\n\n```js\n(.+?)```/s.exec(readme) ?? [];
  const cwd = emptyFolder();
  const file = join(cwd, 'site.mjs');
  const free = code
    .replace('listen(3000', 'listen(0')
    .replaceAll('http://localhost:3000', 'http://localhost:${server.address().port}');
  assert.notEqual(free, code);
  writeFileSync(file, free);
  symlinkSync(join(root, 'chat-server'), join(cwd, 'chat-server'));
  const run = await startServer(NOTHING, { cwd, file });
  const guest = await visit(run);
  guest.say('v-1', 'hello');
  await guest.until('ack');
  assert.equal(
    (await fetch(`${run.origin}/chat/operator.html`)).headers.get('x-content-type-options'),
    'nosniff',
  );
  assert.match(await (await fetch(run.origin)).text(), /is yours/);
  assert.equal(await run.stop(), 0);
});

test('the script in README.md answers', async () => {
  const readme = readFileSync(join(root, 'chat-server/README.md'), 'utf8');
  const [, code = ''] = /## Scripted answers\n.+?```js\n(.+?)```/s.exec(readme) ?? [];
  const cwd = emptyFolder();
  writeFileSync(join(cwd, 'answers.mjs'), code);
  const run = await startServer({ ...NOTHING, CHAT_SCRIPT: './answers.mjs' }, { cwd });
  const guest = await visit(run);
  assert.match((await guest.until('message')).text, /I am a script/);
  guest.say('v-1', 'When are you open?');
  await guest.until(({ text }) => text === 'We are open from 8:00 to 18:00.');
  await run.stop();
});

test('/health tells whether the store can be read', async () => {
  const run = await startServer();
  const { status, headers } = await fetch(`${run.origin}/health`);
  assert.deepEqual([status, headers.get('cache-control')], [200, 'no-store']);
  await run.stop();
});

for (const [what, env, sentence] of /** @type {[string, NodeJS.ProcessEnv, RegExp][]} */ ([
  ['a port that is none', { PORT: 'http' }, /^PORT must be a number from 0 to 65535, not "http"\.$/],
  ['no port', { PORT: '' }, /^PORT is empty: set it to a number from 0 to 65535, or unset it\.$/],
  [
    'a host that is no address',
    { CHAT_HOST: 'here' },
    /^CHAT_HOST must be an address such as 127\.0\.0\.1, or 0\.0\.0\.0 .+, not "here"\.$/,
  ],
  [
    'a host that is another machine',
    { CHAT_HOST: '192.0.2.1' },
    /^CHAT_HOST is 192\.0\.2\.1, which is no address of this machine: set it to 127\.0\.0\.1/,
  ],
  [
    'a name that is an address',
    { CHAT_NAMES: 'https://chat.example' },
    /^CHAT_NAMES holds "https:\/\/chat\.example": write names only/,
  ],
  [
    'an origin with a path',
    { CHAT_ORIGINS: 'https://shop.example/' },
    /^CHAT_ORIGINS holds "https:\/\/shop\.example\/", .+: write https:\/\/shop\.example\.$/,
  ],
  [
    'an origin without a scheme',
    { CHAT_ORIGINS: 'https://a.example,shop' },
    /^CHAT_ORIGINS holds "shop", .+: write it like https:\/\/shop\.example\.$/,
  ],
  [
    'a proxy that is a name',
    { CHAT_PROXIES: '10.0.0.2, proxy.example' },
    /^CHAT_PROXIES holds "proxy\.example", which is no address: write it like 10\.0\.0\.2\.$/,
  ],
  [
    'no proxy',
    { CHAT_PROXIES: '' },
    /^CHAT_PROXIES is empty: set it to addresses such as 10\.0\.0\.2, separated by commas, or unset it\.$/,
  ],
  [
    'a script that is not there',
    { CHAT_SCRIPT: 'nowhere.mjs' },
    /^CHAT_SCRIPT cannot be loaded \(.+\): set it to a JavaScript file that exports `script`, or unset it\.$/,
  ],
  [
    'a script of another kind',
    { CHAT_SCRIPT: join(root, 'script/measure.mjs') },
    /^CHAT_SCRIPT is \S+measure\.mjs, which exports no `script`: add "export const script = …" to it\.$/,
  ],
  [
    'limits that are no JSON',
    { CHAT_LIMITS: 'none' },
    /^CHAT_LIMITS must be JSON, such as \{"connections":500\}\.$/,
  ],
  [
    'a limit that is misspelt',
    { CHAT_LIMITS: '{"conections":5}' },
    /^CHAT_LIMITS\.conections is unknown: remove it, or use one of connections, /,
  ],
  [
    'a limit that is too low',
    { CHAT_LIMITS: '{"connections":0}' },
    /^CHAT_LIMITS\.connections is 0: set it to a whole number from 1 to 1000000 \(connections\)\.$/,
  ],
])) {
  test(`${what}: the server does not start, and names the setting and the fix`, async () => {
    const { code, complaints } = await tryServer(env);
    assert.equal(code, 1);
    assert.match(complaints.replace(/\n$/, ''), sentence);
  });
}
