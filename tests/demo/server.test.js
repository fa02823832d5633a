import { after, before, test } from 'node:test';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { symlinkSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startDemo } from './demo-under-test.js';

/** @type {Awaited<ReturnType<typeof startDemo>>} */
let demo;
before(async () => void (demo = await startDemo()));
after(() => demo.stop());

/**
 * Sends the path as it is written; `fetch` would tidy it first.
 * @param {string} path @param {{ method?: string, host?: string }} [how]
 * @returns {Promise<{ status: number, headers: import('node:http').IncomingHttpHeaders, body: string }>}
 */
function get(path, { method = 'GET', host = `localhost:${demo.port}` } = {}) {
  return new Promise((resolve, reject) => {
    const call = request(
      { host: '127.0.0.1', port: demo.port, path, method, headers: { host } },
      async (response) => {
        let body = '';
        for await (const part of response.setEncoding('utf8')) body += part;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      },
    );
    call.on('error', reject).end();
  });
}

test('pages and files carry their type', async () => {
  for (const [path, type] of [
    ['/', 'text/html; charset=utf-8'],
    ['/site.css', 'text/css; charset=utf-8'],
    ['/call/call.js', 'text/javascript; charset=utf-8'],
    ['/pictures/leaf.svg', 'image/svg+xml; charset=utf-8'],
    ['/dist/earshot.js', 'text/javascript; charset=utf-8'],
    ['/dist/earshot-core.wasm', 'application/wasm'],
  ]) {
    const { status, headers } = await get(path ?? '');
    assert.deepEqual([status, headers['content-type']], [200, type], path);
    assert.equal(headers['x-content-type-options'], 'nosniff', path);
  }
});

test('nothing outside the site can be read', async () => {
  symlinkSync('/etc/hostname', join(demo.dist, 'leak.json'));
  for (const path of [
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/package.json',
    '/dist/../../package.json',
    '/dist/..%2f..%2fetc/passwd',
    '/server.mjs',
    '/server/agent.js',
    '/server%2fagent.js',
    '/./server/agent.js',
    '/embed/..%2fserver/agent.js',
    '/dist/leak.json',
    '/.git/config',
    '/%00',
    '/..\\package.json',
    '/dist/',
    '/dist',
    '//etc/passwd',
    '/call//call.js',
    '/nothing.html',
  ]) {
    assert.equal((await get(path)).status, 404, path);
  }
  assert.equal((await get('/%E0%A4%A')).status, 400);
});

test('a folder without its slash leads to its page', async () => {
  const { status, headers } = await get('/embed');
  assert.deepEqual([status, headers.location], [308, '/embed/']);
});

test('only reading is allowed, and only under a name of this machine', async () => {
  assert.equal((await get('/', { method: 'POST' })).status, 405);
  assert.equal((await get('/', { method: 'HEAD' })).body, '');
  assert.equal((await get('/', { host: 'evil.example' })).status, 421);
});

test('the strict pages have exactly the policy that their text promises', async () => {
  const policy = async (/** @type {string} */ name) =>
    (await get(`/embed/${name}.html`)).headers['content-security-policy'];
  assert.equal(
    await policy('strict-csp'),
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; require-trusted-types-for 'script'",
  );
  assert.equal(await policy('no-wasm-csp'), "script-src 'self'");
});

test('the pages with a frame may embed the other origin, and only that page may be framed', async () => {
  const other = `http://127.0.0.1:${demo.port}`;
  const page = await get('/embed/iframe-with-allow.html');
  assert.match(page.body, new RegExp(`<iframe src="${other}/embed/framed.html"`));
  assert.match(String(page.headers['content-security-policy']), new RegExp(`frame-src ${other};`));
  assert.equal(page.headers['permissions-policy'], `microphone=(self "${other}"), camera=(self "${other}")`);
  const framed = await get('/embed/framed.html', { host: `127.0.0.1:${demo.port}` });
  assert.match(
    String(framed.headers['content-security-policy']),
    new RegExp(`frame-ancestors ${demo.origin};`),
  );
  assert.match(String((await get('/')).headers['content-security-policy']), /frame-ancestors 'none'/);
});

test('the chat answers with the headers of the practice, and its page for operators with the name of who answers', async () => {
  const { status, headers } = await get('/chat/events');
  assert.deepEqual(
    [status, headers['permissions-policy']],
    [404, (await get('/')).headers['permissions-policy']],
  );
  const moved = await get('/operator.html');
  assert.deepEqual([moved.status, moved.headers.location], [308, '/chat/operator.html?name=Mei%20Tanaka']);
  const page = await get(moved.headers.location ?? '');
  assert.deepEqual([page.status, page.headers['content-type']], [200, 'text/html; charset=utf-8']);
});

test('the integrity page carries the hash of the script that was built', async () => {
  const { body } = await get('/embed/script-tag-integrity.html');
  assert.match(body, /integrity="sha384-standin"/);
  assert.doesNotMatch(body, /\{\{/);
});

const start = (/** @type {string} */ port, /** @type {NodeJS.ProcessEnv} */ more = {}) => {
  const run = spawn(process.execPath, ['demo-site/server.mjs'], {
    env: { ...process.env, PORT: port, CHAT_DB: ':memory:', ...more },
    cwd: new URL('../..', import.meta.url),
  });
  let out = '';
  let err = '';
  run.stdout.on('data', (part) => (out += part));
  run.stderr.on('data', (part) => (err += part));
  return { run, out: () => out, err: () => err };
};

test('a busy port is one sentence that says what to do', async () => {
  const busy = createServer();
  await once(busy.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (busy.address());
  const { run, err } = start(String(port));
  const [code] = await once(run, 'close');
  busy.close();
  assert.equal(code, 1);
  assert.equal(
    err(),
    `Port ${port} is already in use: choose another one, or run PORT=0 script/demo, which takes a free one.\n`,
  );
});

test('a port that is no port is refused', async () => {
  const { run, err } = start('http');
  const [code] = await once(run, 'close');
  assert.deepEqual([code, err()], [1, 'PORT must be a number from 0 to 65535, not "http".\n']);
});

test('limits that are no JSON are refused', async () => {
  const { run, err } = start('0', { CHAT_LIMITS: 'none' });
  const [code] = await once(run, 'close');
  assert.deepEqual([code, err()], [1, 'CHAT_LIMITS must be JSON, such as {"connections":500}.\n']);
});

test('port 0 takes a free one and prints the address', async () => {
  const { run, out } = start('0');
  while (!out().includes('\n')) await once(run.stdout, 'data');
  const [address = ''] = out().split('\n');
  assert.match(address, /^http:\/\/localhost:\d+$/);
  assert.equal((await fetch(address.replace('localhost', '127.0.0.1'))).status, 200);
  run.kill();
  assert.deepEqual(await once(run, 'close'), [0, null]);
});
